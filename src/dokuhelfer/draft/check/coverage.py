"""What was said and stands in no field.

Each clause of the dictation is looked for in the draft, with the same search that looks
for evidence. Fillers, commands, withdrawn words never reach the clauses; greetings and
announcements („Pflegebericht für …“) are known by their words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dokuhelfer.draft.check.evidence import Allowed, Index
from dokuhelfer.draft.check.framing import Frame, says_something
from dokuhelfer.draft.check.input import Item
from dokuhelfer.draft.check.pieces import Piece, quantity_features
from dokuhelfer.draft.check.quantities import QuantityKind
from dokuhelfer.draft.check.source import Checked, Source, locate, plain
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.model import Span, Uncovered
from dokuhelfer.draft.template.model import Template

COVERED = 0.5
"""Least share of a clause's weight that must stand in the draft."""
_LONG = 10
"""Numbers from here on are no „zwei“ that a paraphrase may turn into „beide“."""
_REACH = 1
"""Clauses beside the sentence of a statement's evidence that it may cover as well."""


@dataclass(frozen=True, slots=True)
class Written:
    """The draft's clauses, searchable, each with the entry it stands in and its evidence.

    Attributes:
        plain: letters and digits of all its texts, see `source.plain`.
    """

    pieces: tuple[Piece, ...]
    plain: str
    index: Index
    entries: tuple[int | None, ...]
    places: tuple[frozenset[int], ...]


def written(items: Sequence[Item], taken: Mapping[int, Checked], source: Source) -> Written:
    """The draft as clauses; ``taken`` holds the prose items already taken apart."""
    pieces: list[Piece] = []
    entries: list[int | None] = []
    places: list[frozenset[int]] = []
    for number, item in enumerate(items):
        checked = taken.get(number) or locate(replace(item, text=_said_of(item)), source)
        pieces.extend(checked.pieces)
        entries.extend([item.entry] * len(checked.pieces))
        for place in checked.places:
            places.append(frozenset(source.around(place.clauses, _REACH)))
    text = plain(" ".join(item.text for item in items))
    return Written(tuple(pieces), text, Index(pieces), tuple(entries), tuple(places))


def _said_of(item: Item) -> str:
    """A typed value with its label, as somebody would have said it."""
    value = item.text.replace(".", ",") if isinstance(item.value, int | float) else item.text
    return f"{item.member.label} {value} {item.member.unit or ''}".strip()


def uncovered(source: Source, draft: Written, template: Template) -> tuple[Uncovered, ...]:
    """Clauses that stand nowhere, neighbours joined, in the order of speaking."""
    frame = Frame.of(template)
    open_positions = [
        position
        for position, piece in enumerate(source.pieces)
        if not _covered(position, frame.content(piece), source, draft)
    ]
    return tuple(_joined(open_positions, source))


def _covered(position: int, piece: Piece, source: Source, draft: Written) -> bool:
    piece = _without_quotes(piece, draft)
    if not says_something(piece):
        return True
    if source.owners.owner(position) is None and plain(piece.clause.text) in draft.plain:
        return True
    reader = _reader(position, source, draft)
    place = draft.index.find(piece, reader)
    return place.support >= COVERED and _values_written(position, piece, source, draft)


def _without_quotes(piece: Piece, draft: Written) -> Piece:
    """The clause without quotations that stand word for word in the draft."""
    quoted = {
        index
        for fact in piece.of_kind(FactKind.QUOTE)
        if plain(fact.text) in draft.plain
        for index in range(*fact.tokens)
    }
    if not quoted:
        return piece
    return replace(piece, terms=tuple(t for t in piece.terms if t.index not in quoted), chunks=())


def _values_written(position: int, piece: Piece, source: Source, draft: Written) -> bool:
    """Times, amounts with a unit and longer numbers must stand in the draft themselves."""
    owner = source.owners.owner(position)
    return all(
        any(
            owner is None or draft.entries[place] in {owner, None}
            for feature in quantity_features(quantity)
            for place in draft.index.holding(feature)
        )
        or plain(quantity.text) in draft.plain
        or plain(str(quantity.value)) in draft.plain
        for quantity in piece.quantities
        if quantity.asserted
        and (quantity.kind is not QuantityKind.NUMBER or quantity.unit or quantity.value >= _LONG)
    )


def _reader(position: int, source: Source, draft: Written) -> Allowed:
    """Clauses of the draft that may cover a clause: of its person, and made of its surroundings.

    The second keeps „Schwindel“ in one sentence from covering what was said of it in another.
    """
    owner = source.owners.owner(position)
    return lambda place: (
        position in draft.places[place] and (owner is None or draft.entries[place] in {owner, None})
    )


def _joined(positions: Sequence[int], source: Source) -> Iterator[Uncovered]:
    run: list[int] = []
    for position in positions:
        if run and not _follows(run[-1], position, source):
            yield _piece_of(run, source)
            run = []
        run.append(position)
    if run:
        yield _piece_of(run, source)


def _follows(before: int, position: int, source: Source) -> bool:
    one, other = source.pieces[before].clause, source.pieces[position].clause
    return (
        position == before + 1
        and one.sentence == other.sentence
        and one.span.segment == other.span.segment
    )


def _piece_of(run: Sequence[int], source: Source) -> Uncovered:
    first, last = source.pieces[run[0]].clause.span, source.pieces[run[-1]].clause.span
    span = Span(first.segment, first.start, max(first.end, last.end))
    text = next(s.text for s in source.transcript.segments if s.id == span.segment)
    return Uncovered(span, text[span.start : span.end])
