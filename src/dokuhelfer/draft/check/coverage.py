"""What was said and stands in no field.

Each clause of the dictation is looked for in the draft, by what was made of it (`gaps`). Fillers,
commands, withdrawn words never reach the clauses; greetings and announcements („Pflegebericht
für …“) are known by their words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dokuhelfer.draft.check.denials import Denial
from dokuhelfer.draft.check.framing import Frame
from dokuhelfer.draft.check.gaps import gaps
from dokuhelfer.draft.check.missing import Gap
from dokuhelfer.draft.check.source import Source
from dokuhelfer.draft.check.written import Written
from dokuhelfer.draft.model import Span, Uncovered
from dokuhelfer.draft.template.model import Template


def uncovered(
    source: Source, draft: Written, template: Template, lost: Sequence[Denial] = ()
) -> tuple[Uncovered, ...]:
    """Clauses that stand nowhere, neighbours joined, in the order of speaking.

    ``lost`` are the denials of the dictation that no statement takes up.
    """
    return tuple(_joined(tuple(gaps(source, draft, Frame.of(template), lost)), source))


def _joined(gaps: Sequence[Gap], source: Source) -> Iterator[Uncovered]:
    run: list[Gap] = []
    for gap in gaps:
        if run and not _follows(run[-1], gap, source):
            yield _piece_of(run, source)
            run = []
        run.append(gap)
    if run:
        yield _piece_of(run, source)


def _follows(before: Gap, gap: Gap, source: Source) -> bool:
    one, other = source.pieces[before.position].clause, source.pieces[gap.position].clause
    if one.span.segment != other.span.segment or one.sentence != other.sentence:
        return False
    if before.position == gap.position:
        return gap.start <= before.end
    whole = before.end == len(one.tokens) and gap.start == 0
    return whole and gap.position == before.position + 1


def _piece_of(run: Sequence[Gap], source: Source) -> Uncovered:
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
