"""What of one clause of the dictation stands nowhere in the draft.

All of it, a part between two commas, two words in a row, or a denial that nothing takes up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.denials import Denial
from dokuhelfer.draft.check.evidence import Allowed, Evidence
from dokuhelfer.draft.check.framing import Frame, leads_in, says_something, speaker_only
from dokuhelfer.draft.check.missing import FEWEST, Gap, nobody, nowhere, part_of, weighs
from dokuhelfer.draft.check.pieces import Piece, quantity_features
from dokuhelfer.draft.check.quantities import QuantityKind
from dokuhelfer.draft.check.source import Source, plain
from dokuhelfer.draft.check.terms import Keys, Term, meet
from dokuhelfer.draft.check.written import Written, of_person, reader, says_no
from dokuhelfer.draft.facts.model import FactKind

COVERED = 0.5
"""Least share of a clause's weight that must stand in the draft."""
COVERED_PART = 0.5
"""The same for a part of a clause that is otherwise covered."""
_LONG = 10
"""Numbers from here on are no „zwei“ that a paraphrase may turn into „beide“."""
_IN_A_ROW = 2
"""Words of full weight, one behind the other, that no paraphrase leaves out together."""


def gaps_in(
    position: int, source: Source, draft: Written, frame: Frame, lost: Sequence[Denial]
) -> Iterator[Gap]:
    """The gaps of a clause; ``lost`` are its denials that no statement takes up."""
    clause, chunks = source.pieces[position].clause, source.pieces[position].chunks
    piece = _without_quotes(frame.content(source.pieces[position]), draft)
    if not says_something(piece) or speaker_only(piece) or leads_in(piece):
        yield from nobody(position, source.pieces[position], chunks, draft, frame)
        return
    if source.owners.owner(position) is None and plain(clause.text) in draft.plain:
        return
    allowed = reader(position, source, draft)
    place = draft.index.find(piece, allowed)
    whole = _elsewhere(position, piece, source, draft) if place.support < _ALL else None
    place = whole or place
    if (
        place.support < COVERED
        or not _values_written(position, piece, source, draft)
        or _turned(position, piece, chunks, place, draft)
    ):
        yield Gap(position, 0, len(clause.tokens))
        return
    own = of_person(position, source, draft)
    if whole is not None:
        yield from _merged(list(nowhere(position, piece, chunks, frame, draft, own)))
        return
    parts = [
        *nowhere(position, piece, chunks, frame, draft, own),
        *nobody(position, piece, chunks, draft, frame),
        *_parts(position, piece, chunks, frame, draft, allowed),
        *_rows(position, piece, draft, allowed),
        *_denied(position, chunks, lost, draft),
    ]
    yield from _merged(parts)


def _parts(
    position: int,
    piece: Piece,
    chunks: Sequence[Chunk],
    frame: Frame,
    draft: Written,
    allowed: Allowed,
) -> Iterator[Gap]:
    """Parts between two commas that say something of their own."""
    for chunk in chunks if len(chunks) > 1 else ():
        part = frame.content(part_of(piece, chunk))
        if speaker_only(part) or leads_in(part) or frame.names_section(part):
            continue
        if weighs(part) and draft.index.find(part, allowed).support < COVERED_PART:
            yield Gap(position, chunk.start, min(chunk.end + 1, len(piece.clause.tokens)))


def _rows(position: int, piece: Piece, draft: Written, allowed: Allowed) -> Iterator[Gap]:
    """Words in a row that stand nowhere, in a clause that is covered otherwise.

    Dictation without full stops has clauses of several sentences.
    """
    row: list[Term] = []
    for term in (*(t for t in piece.terms if t.weight >= 1.0), None):
        if term is not None and not any(map(allowed, draft.index.places(term))):
            row.append(term)
            continue
        if len(row) >= _IN_A_ROW and row[0].index < row[-1].index:
            yield Gap(position, row[0].index, row[-1].index + 1)
        row = []


def _denied(
    position: int,
    chunks: Sequence[Chunk],
    lost: Sequence[Denial],
    draft: Written,
) -> Iterator[Gap]:
    """Parts whose denial stands nowhere, not by another word („keine“ – „unauffällig“) either."""
    for denial in lost:
        if denial.word in _HEADINGS or not any(term.weight >= 1.0 for term in denial.terms):
            continue
        if any(_takes_up(draft.pieces[n], denial.keys) for n in draft.denying.get(position, ())):
            continue
        for chunk in chunks:
            if denial.words == frozenset(chunk.words):
                yield Gap(position, chunk.start, min(chunk.end + 1, _length(chunks)))


_HEADINGS = frozenset({"offen"})
"""„Offen: …“ announces what is still to be done."""


def _length(chunks: Sequence[Chunk]) -> int:
    return chunks[-1].end + 1


def _merged(gaps: Sequence[Gap]) -> Iterator[Gap]:
    """Gaps in the order of speaking, those that overlap as one."""
    open_gap: Gap | None = None
    for gap in sorted(gaps, key=lambda g: (g.start, g.end)):
        if open_gap is not None and gap.start <= open_gap.end:
            open_gap = replace(open_gap, end=max(open_gap.end, gap.end))
            continue
        if open_gap is not None:
            yield open_gap
        open_gap = gap
    if open_gap is not None:
        yield open_gap


def _elsewhere(position: int, piece: Piece, source: Source, draft: Written) -> Evidence | None:
    """A single clause of the draft that says all of it, though it may have been made of another."""
    heavy = [term for term in piece.terms if term.weight >= 1.0]
    if len(heavy) < FEWEST:
        return None
    found = draft.index.find(piece, of_person(position, source, draft))
    return found if len(found.clauses) == 1 and found.support >= _ALL else None


_ALL = 0.85
"""Support of a clause whose words all stand there, if as synonyms."""


def _turned(
    position: int, piece: Piece, chunks: Sequence[Chunk], place: Evidence, draft: Written
) -> bool:
    """Whether a short clause says no and all that is like it in the draft says yes."""
    if len(chunks) > 1 or not piece.negative or not chunks[0].core:
        return False
    if any(says_no(draft.pieces[number]) for number in place.clauses):
        return False
    core = frozenset(key for term in chunks[0].core for key in term.keys)
    return not any(_takes_up(draft.pieces[n], core) for n in draft.denying.get(position, ()))


def _takes_up(piece: Piece, core: Keys) -> bool:
    """Whether a clause that says no does so about ``core``, or names nothing at all („nichts“)."""
    heavy = [term for term in piece.terms if term.weight >= 1.0]
    return not heavy or any(meet(term.keys, core) for term in heavy)


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
        and quantity.value != 1  # „eine Kapsel“
        and (quantity.kind is not QuantityKind.NUMBER or quantity.unit or quantity.value >= _LONG)
    )
