"""The words of one cut as a dictation of their own, with the way back to the original.

A draft of a collective dictation is an ordinary draft of the words that belong to it: the
engine and the check see nothing else, so nothing foreign can get in, and nothing foreign can
serve as evidence. Other persons of the round are called „eine andere Bewohnerin“ there
(domain.md §1.9, §3 R13).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dokuhelfer.draft.collective.model import Cut, Cutting, Piece
from dokuhelfer.draft.collective.others import heading, replacements
from dokuhelfer.draft.model import Span
from dokuhelfer.draft.normalise.model import Dropped, DropReason
from dokuhelfer.transcript.model import Segment, Transcript

_BREAK = "\n\n"
"""An empty line ends a sentence however long the lines are."""
_ENDS = frozenset({".", "!", "?"})
_KEPT_DROPS = frozenset({DropReason.WITHDRAWN, DropReason.CORRECTION})


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of an excerpt: ``start`` to ``end`` there stand for ``origin``.

    ``verbatim`` runs map letter by letter, others as a whole.
    """

    start: int
    end: int
    origin: Span
    verbatim: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A dictation made of some clauses of another."""

    transcript: Transcript
    runs: tuple[tuple[int, tuple[Run, ...]], ...]

    def original(self, span: Span) -> Span:
        """The place in the whole dictation that a place in the excerpt stands for."""
        runs = next(found for segment, found in self.runs if segment == span.segment)
        touched = [run for run in runs if run.start < span.end and span.start < run.end]
        if not touched:
            return runs[0].origin
        return Span(span.segment, _start(touched[0], span.start), _end(touched[-1], span.end))


def _start(run: Run, at: int) -> int:
    return run.origin.start + max(0, at - run.start) if run.verbatim else run.origin.start


def _end(run: Run, at: int) -> int:
    return run.origin.start + min(at, run.end) - run.start if run.verbatim else run.origin.end


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What comes into an excerpt: a place of the original and the words that stand for it."""

    origin: Span
    text: str | None = None


def excerpt(
    transcript: Transcript, cutting: Cutting, cut: Cut, dropped: Sequence[Dropped] = ()
) -> Excerpt:
    """The dictation of one cut."""
    numbers = set(cut.clauses)
    own = [piece for piece in cutting.pieces if piece.clause.number in numbers]
    index = cutting.person(cut.person)
    segments: list[Segment] = []
    runs: list[tuple[int, tuple[Run, ...]]] = []
    for segment in transcript.segments:
        inside = [piece for piece in own if piece.clause.span.segment == segment.id]
        joined = _joined(segment.id, own, cutting.pieces, dropped)
        if not inside and joined is None:
            continue
        regions = list(_regions(inside, cutting.pieces, dropped)) if inside else []
        if joined is not None:
            regions = _with_joined(joined, regions, cutting.pieces)
        stretches: list[_Stretch] = []
        for number, (region, pieces) in enumerate(regions):
            if number:
                stretches.append(_Stretch(Span(segment.id, region.start, region.start), _BREAK))
            changes = [change for piece in pieces for change in _changes(piece, cutting, index)]
            stretches.extend(_stretches(region, changes))
        text, found = _written(segment.text, stretches)
        segments.append(replace(segment, text=text, words=()))
        runs.append((segment.id, found))
    return Excerpt(replace(transcript, segments=tuple(segments)), tuple(runs))


def _regions(
    inside: Sequence[Piece], pieces: Sequence[Piece], dropped: Sequence[Dropped]
) -> Iterator[tuple[Span, list[Piece]]]:
    """Runs of neighbouring clauses; withdrawn words before them come along."""
    current: list[Piece] = []
    for piece in inside:
        if current and not _runs_on(current[-1], piece):
            yield _region(current, pieces, dropped), current
            current = []
        current.append(piece)
    yield _region(current, pieces, dropped), current


def _joined(
    segment: int, own: Sequence[Piece], pieces: Sequence[Piece], dropped: Sequence[Dropped]
) -> Span | None:
    """What begins a segment and ends a value of the clause before, where that is an own one."""
    found = [
        piece.span
        for piece in dropped
        if piece.reason is DropReason.JOINED and piece.span.segment == segment
    ]
    before = [piece for piece in pieces if piece.clause.span.segment < segment]
    return found[0] if found and before and before[-1] in own else None


def _with_joined(
    joined: Span, regions: list[tuple[Span, list[Piece]]], pieces: Sequence[Piece]
) -> list[tuple[Span, list[Piece]]]:
    """The regions of a segment, the first with the words that belong to the value before."""
    first = next((p.clause for p in pieces if p.clause.span.segment == joined.segment), None)
    if regions and first is not None and first.number == regions[0][1][0].clause.number:
        region, inside = regions[0]
        return [(replace(region, start=joined.start), inside), *regions[1:]]
    return [(joined, []), *regions]


def _changes(piece: Piece, cutting: Cutting, index: int | None) -> Iterator[tuple[Span, str]]:
    if index is None:
        return
    yield from replacements(piece, cutting, index)
    yield from heading(piece)


def _runs_on(before: Piece, piece: Piece) -> bool:
    """Whether two clauses stand side by side and the original shows where one ends."""
    one, other = before.clause, piece.clause
    if one.number + 1 != other.number:
        return False
    return one.sentence == other.sentence or one.tokens[-1].text in _ENDS


def _region(run: Sequence[Piece], pieces: Sequence[Piece], dropped: Sequence[Dropped]) -> Span:
    first, last = run[0].clause.span, run[-1].clause.span
    number = run[0].clause.number
    before = pieces[number - 1].clause.span if number else None
    floor = before.end if before is not None and before.segment == first.segment else 0
    starts = [
        piece.span.start
        for piece in dropped
        if piece.reason in _KEPT_DROPS
        and piece.span.segment == first.segment
        and floor <= piece.span.start < first.start
    ]
    return Span(first.segment, min([first.start, *starts]), last.end)


def _stretches(region: Span, changes: Iterable[tuple[Span, str]]) -> Iterator[_Stretch]:
    at = region.start
    for span, text in sorted(changes, key=lambda change: (change[0].start, -change[0].end)):
        if span.start < at:
            continue
        yield _Stretch(Span(region.segment, at, span.start))
        yield _Stretch(span, text)
        at = span.end
    yield _Stretch(Span(region.segment, at, region.end))


def _written(original: str, stretches: Sequence[_Stretch]) -> tuple[str, tuple[Run, ...]]:
    parts: list[str] = []
    runs: list[Run] = []
    at = 0
    for stretch in stretches:
        verbatim = stretch.text is None
        text = original[stretch.origin.start : stretch.origin.end]
        text = text if stretch.text is None else stretch.text
        if not text:
            continue
        parts.append(text)
        if text != _BREAK or verbatim:
            runs.append(Run(at, at + len(text), stretch.origin, verbatim))
        at += len(text)
    return "".join(parts), tuple(runs)
