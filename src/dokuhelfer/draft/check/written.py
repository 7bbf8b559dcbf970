"""The draft as clauses that the dictation's are looked for in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dokuhelfer.draft.check.evidence import Allowed, Index
from dokuhelfer.draft.check.input import Item
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.quantities import numbers_in
from dokuhelfer.draft.check.source import Checked, Source, locate, plain
from dokuhelfer.draft.check.terms import named

_SHORT = 5
"""Words up to which a text is read with its label: „Moderation: Frau Lau“."""
_SENTENCE = 3
"""So many fewer words a text may have that ends like a sentence („Offen.“)."""
_REACH = 1
"""Clauses beside the sentence of a statement's evidence that it may cover as well."""


@dataclass(frozen=True, slots=True)
class Written:
    """The draft's clauses, searchable, each with the entry it stands in and its evidence.

    Attributes:
        denying: per clause of the dictation the clauses made of its surroundings that say no.
        plain: letters and digits of all its texts, see `source.plain`.
        spare: per clause of the dictation how many words of statements made of it or of its
            neighbours stand nowhere in the dictation: so many of its own may be paraphrased.
    """

    pieces: tuple[Piece, ...]
    plain: str
    index: Index
    entries: tuple[int | None, ...]
    places: tuple[frozenset[int], ...]
    denying: Mapping[int, tuple[int, ...]]
    spare: Mapping[int, int]


def written(items: Sequence[Item], taken: Mapping[int, Checked], source: Source) -> Written:
    """The draft as clauses; ``taken`` holds the prose items already taken apart."""
    pieces: list[Piece] = []
    entries: list[int | None] = []
    places: list[frozenset[int]] = []
    for number, item in enumerate(items):
        for checked in _readings(item, taken.get(number), source):
            pieces.extend(checked.pieces)
            entries.extend([item.entry] * len(checked.pieces))
            for place in checked.places:
                places.append(frozenset(source.around(place.clauses, _REACH)))
        own = taken.get(number)
        if own is not None and own.pieces:
            pieces.append(_label(item, own.pieces))
            entries.append(item.entry)
            places.append(frozenset(source.around(own.found, 0)))
    text = plain(" ".join(f"{item.text} {item.member.label}" for item in items))
    index, denying = Index(pieces), _denying(pieces, places)
    spare = _spare(taken.values())
    return Written(tuple(pieces), text, index, tuple(entries), tuple(places), denying, spare)


def _spare(taken: Iterable[Checked]) -> Mapping[int, int]:
    found: Counter[int] = Counter()
    for checked in taken:
        for place in checked.places:
            for position in {p + beside for p in place.clauses for beside in (-1, 0, 1)}:
                found[position] += len(place.unmatched)
    return found


def _denying(
    pieces: Sequence[Piece], places: Sequence[frozenset[int]]
) -> Mapping[int, tuple[int, ...]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for number, piece in enumerate(pieces):
        for position in places[number] if says_no(piece) else ():
            found[position].append(number)
    return {position: tuple(numbers) for position, numbers in found.items()}


def _label(item: Item, said: Sequence[Piece]) -> Piece:
    """The words of a field's label: „Nächster Termin“ need not stand in the field again.

    It says no where the field does („P-Konto“: „hat sie noch keines“).
    """
    label = item.member.label
    return replace(
        said[0],
        facts=(),
        terms=named(label),
        quantities=numbers_in(label),
        negations=tuple(negation for piece in said for negation in piece.negations),
        lexical=tuple(word for piece in said for word in piece.lexical),
        words=frozenset(),
        chunks=(),
    )


def _readings(item: Item, taken: Checked | None, source: Source) -> Iterator[Checked]:
    """A statement as it stands, and a short or typed one with the label of its field."""
    if taken is not None:
        yield taken
    words = len(item.text.split())
    if taken is None or words <= _SHORT - _SENTENCE * item.text.endswith("."):
        yield locate(replace(item, text=_said_of(item)), source)


def _said_of(item: Item) -> str:
    """A typed value with its label, as somebody would have said it."""
    value = item.text.replace(".", ",") if isinstance(item.value, int | float) else item.text
    return f"{item.member.label} {value} {item.member.unit or ''}".strip()


def reader(position: int, source: Source, draft: Written) -> Allowed:
    """Clauses of the draft that may cover a clause: of its person, and made of its surroundings.

    The second keeps „Schwindel“ in one sentence from covering what was said of it in another.
    """
    own = of_person(position, source, draft)
    return lambda place: position in draft.places[place] and own(place)


def of_person(position: int, source: Source, draft: Written) -> Allowed:
    """Clauses of the draft that are about the person of a clause, or about nobody."""
    owner = source.owners.owner(position)
    return lambda place: owner is None or draft.entries[place] in {owner, None}


def says_no(piece: Piece) -> bool:
    """A negation, „ohne“, „schlecht“, „nur“, a word with „un-“: a way to say no in a draft."""
    return piece.negative or any(
        word.startswith("un") or word in _INSTEAD_OF_NO for word in piece.words
    )


_INSTEAD_OF_NO = frozenset(
    {"ohne", "nein", "schlecht", "schlechter", "wenig", "weniger", "kaum", "erst", "nur", "noch"}
)
