"""What was said and stands in no field.

Each clause of the dictation is looked for in the draft, with the same search that looks
for evidence. Fillers, commands, withdrawn words never reach the clauses; greetings and
announcements („Pflegebericht für …“) are known by their words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dokuhelfer.draft.check.evidence import Allowed, Evidence, Index
from dokuhelfer.draft.check.framing import Frame, leads_in, says_something, speaker_only
from dokuhelfer.draft.check.input import Item
from dokuhelfer.draft.check.pieces import Chunk, Piece, quantity_features
from dokuhelfer.draft.check.quantities import QuantityKind, numbers_in
from dokuhelfer.draft.check.source import Checked, Source, locate, plain
from dokuhelfer.draft.check.terms import named
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.model import Span, Uncovered
from dokuhelfer.draft.template.model import Template

COVERED = 0.5
"""Least share of a clause's weight that must stand in the draft."""
COVERED_PART = 0.5
"""The same for a part of a clause that is otherwise covered."""
_FEWEST = 2
"""Words of content and values from which a part of a clause may be missed."""
_LEAST_WEIGHT = 0.9
_SHORT = 5
"""Words up to which a text is read with its label: „Moderation: Frau Lau“."""
_SENTENCE = 3
"""So many fewer words a text may have that ends like a sentence („Offen.“)."""
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
        for checked in _readings(item, taken.get(number), source):
            pieces.extend(checked.pieces)
            entries.extend([item.entry] * len(checked.pieces))
            for place in checked.places:
                places.append(frozenset(source.around(place.clauses, _REACH)))
        checked = taken.get(number)
        if checked is not None and checked.pieces:
            pieces.append(_label(item, checked.pieces))
            entries.append(item.entry)
            places.append(frozenset(source.around(checked.found, 0)))
    text = plain(" ".join(f"{item.text} {item.member.label}" for item in items))
    return Written(tuple(pieces), text, Index(pieces), tuple(entries), tuple(places))


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


def uncovered(source: Source, draft: Written, template: Template) -> tuple[Uncovered, ...]:
    """Clauses that stand nowhere, neighbours joined, in the order of speaking."""
    frame = Frame.of(template)
    gaps = [
        gap
        for position in range(len(source.pieces))
        for gap in _gaps(position, source, draft, frame)
    ]
    return tuple(_joined(gaps, source))


@dataclass(frozen=True, slots=True)
class _Gap:
    """Tokens ``start`` to ``end`` of the clause at ``position`` stand nowhere."""

    position: int
    start: int
    end: int


def _gaps(position: int, source: Source, draft: Written, frame: Frame) -> Iterator[_Gap]:
    """What of a clause stands nowhere: all of it, or parts that say something of their own."""
    count = len(source.pieces[position].clause.tokens)
    piece = _without_quotes(frame.content(source.pieces[position]), draft)
    if not says_something(piece) or speaker_only(piece) or leads_in(piece):
        return
    if source.owners.owner(position) is None and plain(piece.clause.text) in draft.plain:
        return
    reader = _reader(position, source, draft)
    place = draft.index.find(piece, reader)
    if (
        place.support < COVERED
        or not _values_written(position, piece, source, draft)
        or _turned(piece, source.pieces[position].chunks, place, draft)
    ):
        yield _Gap(position, 0, count)
        return
    chunks = source.pieces[position].chunks
    for chunk in chunks if len(chunks) > 1 else ():
        part = frame.content(_part(piece, chunk))
        if speaker_only(part) or leads_in(part) or frame.names_section(part):
            continue
        if _weighs(part) and draft.index.find(part, reader).support < COVERED_PART:
            yield _Gap(position, chunk.start, min(chunk.end + 1, count))


def _turned(piece: Piece, chunks: Sequence[Chunk], place: Evidence, draft: Written) -> bool:
    """Whether a short clause says no and all that is like it in the draft says yes."""
    if len(chunks) > 1 or not piece.negative or not chunks[0].core:
        return False
    found = [draft.pieces[number] for number in place.clauses]
    return not any(_says_no(other) for other in found)


def _says_no(piece: Piece) -> bool:
    """A negation, „ohne“, „schlecht“, „nur“, a word with „un-“: a way to say no in a draft."""
    return piece.negative or any(
        word.startswith("un") or word in _INSTEAD_OF_NO for word in piece.words
    )


_INSTEAD_OF_NO = frozenset(
    {"ohne", "nein", "schlecht", "schlechter", "wenig", "weniger", "kaum", "erst", "nur", "noch"}
)


def _part(piece: Piece, chunk: Chunk) -> Piece:
    """One part of a clause, to be looked for by itself."""
    inside = range(chunk.start, chunk.end)
    return replace(
        piece,
        facts=tuple(fact for fact in piece.facts if fact.tokens[0] in inside),
        terms=tuple(term for term in piece.terms if term.index in inside),
        quantities=tuple(q for q in piece.quantities if q.index in inside),
        negations=piece.negations if chunk.negation else (),
        lexical=tuple(word for word in piece.lexical if word in chunk.words),
        words=frozenset(chunk.words),
        chunks=(chunk,),
    )


def _weighs(part: Piece) -> bool:
    """Whether a part says enough to be missed: two words of content, or one and a value."""
    weight = sum(term.weight for term in part.terms)
    values = sum(quantity.asserted for quantity in part.quantities)
    return len(part.terms) + values >= _FEWEST and weight + values >= _LEAST_WEIGHT


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


def _joined(gaps: Sequence[_Gap], source: Source) -> Iterator[Uncovered]:
    run: list[_Gap] = []
    for gap in gaps:
        if run and not _follows(run[-1], gap, source):
            yield _piece_of(run, source)
            run = []
        run.append(gap)
    if run:
        yield _piece_of(run, source)


def _follows(before: _Gap, gap: _Gap, source: Source) -> bool:
    one, other = source.pieces[before.position].clause, source.pieces[gap.position].clause
    if one.span.segment != other.span.segment or one.sentence != other.sentence:
        return False
    if before.position == gap.position:
        return gap.start <= before.end
    whole = before.end == len(one.tokens) and gap.start == 0
    return whole and gap.position == before.position + 1


def _piece_of(run: Sequence[_Gap], source: Source) -> Uncovered:
    tokens = [
        token
        for gap in run
        for token in source.pieces[gap.position].clause.tokens[gap.start : gap.end]
    ]
    segment = source.pieces[run[0].position].clause.span.segment
    own = [token.span for token in tokens if token.span.segment == segment]
    span = Span(segment, min(s.start for s in own), max(s.end for s in own))
    text = next(s.text for s in source.transcript.segments if s.id == span.segment)
    return Uncovered(span, text[span.start : span.end])
