"""The draft as clauses that the dictation's are looked for in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Written:
    """The draft's clauses, searchable, each with the entry it stands in.

    Attributes:
        plain: letters and digits of all its texts, see `source.plain`.
        claims: per clause of the dictation the clauses that were made of it.
        statements: per clause of the draft the number of its statement.
        fresh: per statement how many of its words of full weight were not said.
        roots: the clauses that those of a statement were made of first; none of a short one,
            which is read with its label.
        labels: the clauses that are words of a label.
    """

    plain: str
    index: Index
    entries: tuple[int | None, ...]
    claims: Mapping[int, tuple[int, ...]]
    statements: tuple[int, ...]
    fresh: tuple[int, ...]
    roots: Mapping[int, frozenset[int]]
    labels: frozenset[int]


def written(items: Sequence[Item], taken: Mapping[int, Checked], source: Source) -> Written:
    """The draft as clauses; ``taken`` holds the prose items already taken apart."""
    pieces: list[Piece] = []
    entries: list[int | None] = []
    made_of: list[tuple[int, ...]] = []
    of_item: list[int] = []
    labels: set[int] = set()
    for number, item in enumerate(items):
        own = taken.get(number)
        for checked in _readings(item, own, source):
            pieces.extend(checked.pieces)
            entries.extend([item.entry] * len(checked.pieces))
            for place in checked.places:
                made_of.append(place.clauses)
                of_item.append(number)
        if own is not None and own.pieces:
            labels.add(len(pieces))
            pieces.append(_label(item, own.pieces))
            entries.append(item.entry)
            made_of.append(own.found)
            of_item.append(number)
    text = plain(" ".join(f"{item.text} {item.member.label}" for item in items))
    return Written(
        plain=text,
        index=Index(pieces),
        entries=tuple(entries),
        claims=_claims(made_of),
        statements=tuple(of_item),
        fresh=tuple(_fresh(taken.get(number)) for number in range(len(items))),
        roots={n: _roots(own) for n, own in taken.items() if len(items[n].text.split()) > _SHORT},
        labels=frozenset(labels),
    )


def _fresh(checked: Checked | None) -> int:
    return 0 if checked is None else sum(len(place.unmatched) for place in checked.places)


def _roots(checked: Checked) -> frozenset[int]:
    return frozenset(place.clauses[0] for place in checked.places if place.clauses)


def _claims(made_of: Sequence[tuple[int, ...]]) -> Mapping[int, tuple[int, ...]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for number, positions in enumerate(made_of):
        for position in positions:
            found[position].append(number)
    return {position: tuple(numbers) for position, numbers in found.items()}


def _label(item: Item, said: Sequence[Piece]) -> Piece:
    """The words of a field's label: „Nächster Termin“ need not stand in the field again."""
    label = item.member.label
    return replace(
        said[0],
        facts=(),
        terms=named(label),
        quantities=numbers_in(label),
        negations=(),
        lexical=(),
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


def of_person(position: int, source: Source, draft: Written) -> Allowed:
    """Clauses of the draft that are about the person of a clause, or about nobody."""
    owner = source.owners.owner(position)
    return lambda place: owner is None or draft.entries[place] in {owner, None}
