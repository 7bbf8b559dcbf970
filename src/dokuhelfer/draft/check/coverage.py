"""What was said and stands in no field.

Each clause of the dictation is looked for in the draft, with the same search that looks
for evidence. Fillers, commands, withdrawn words never reach the clauses; greetings and
announcements („Pflegebericht für …“) are known by their words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dokuhelfer.draft.check.evidence import Allowed, Index
from dokuhelfer.draft.check.input import Item
from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.check.pieces import Piece, quantity_features
from dokuhelfer.draft.check.quantities import QuantityKind
from dokuhelfer.draft.check.source import Checked, Source, locate
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.model import Span, Uncovered
from dokuhelfer.draft.template.model import Template

COVERED = 0.5
"""Least share of a clause's weight that must stand in the draft."""
_LONG = 10
"""Numbers from here on are no „zwei“ that a paraphrase may turn into „beide“."""
_REACH = 0
"""Clauses beside the sentence of a statement's evidence that it may cover as well."""
_OPENING = 2
"""Sentences at the beginning that may announce the document."""


@dataclass(frozen=True, slots=True)
class Written:
    """The draft's clauses, searchable, each with the entry it stands in and its evidence."""

    pieces: tuple[Piece, ...]
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
    return Written(tuple(pieces), Index(pieces), tuple(entries), tuple(places))


def _said_of(item: Item) -> str:
    """A typed value with its label, as somebody would have said it."""
    value = item.text.replace(".", ",") if isinstance(item.value, int | float) else item.text
    return f"{item.member.label} {value} {item.member.unit or ''}".strip()


def uncovered(source: Source, draft: Written, template: Template) -> tuple[Uncovered, ...]:
    """Clauses that stand nowhere, neighbours joined, in the order of speaking."""
    open_positions = [
        position
        for position, piece in enumerate(source.pieces)
        if not _covered(position, _content(piece, source, template), source, draft)
    ]
    return tuple(_joined(open_positions, source))


def _content(piece: Piece, source: Source, template: Template) -> Piece:
    """The clause without greetings and the announcement of the document."""
    lists = lexicon()
    drop = set(lists.greetings)
    if "guten" in piece.words:
        drop |= lists.day_greetings
    if piece.clause.sentence < _OPENING and piece.words & lists.announcements:
        drop |= lists.announcements | set(fold(template.title).split())
        persons = {i for f in piece.of_kind(FactKind.PERSON) for i in range(*f.tokens)}
        roles = {i for f in piece.of_kind(FactKind.ROLE) for i in range(*f.tokens)}
        units = {term.index + 1 for term in piece.terms if term.word in lists.wards}
        kept = tuple(
            term
            for term in piece.terms
            if term.word not in drop and term.index not in persons | roles | units
        )
        return replace(piece, terms=kept)
    return replace(piece, terms=tuple(term for term in piece.terms if term.word not in drop))


def _covered(position: int, piece: Piece, source: Source, draft: Written) -> bool:
    reader = _reader(position, source, draft)
    place = draft.index.find(piece, reader)
    if not _says_something(piece):
        return True
    return place.support >= COVERED and _values_written(piece, reader, draft)


def _says_something(piece: Piece) -> bool:
    """Not „das hab ich gemacht“, not „Er sagt,“."""
    if any(term.weight >= 1.0 for term in piece.terms):
        return True
    denied = any(chunk.negation and chunk.terms for chunk in piece.chunks)
    return denied or any(quantity.asserted for quantity in piece.quantities)


def _values_written(piece: Piece, reader: Allowed, draft: Written) -> bool:
    """Times, amounts with a unit and longer numbers must stand in the draft themselves."""
    return all(
        any(
            reader(place)
            for feature in quantity_features(quantity)
            for place in draft.index.holding(feature)
        )
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
