"""Each entry of a round as a dictation of its own: nobody's words stand in another's case.

`assemble.Collective.draft` makes drafts with their places in the whole dictation, for one
document of all. Where every entry gets a case, a reader and a signature of its own, it also gets
its own words only (data minimisation, domain.md §3 R13): what is checked again after a change is
checked against these.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dokuhelfer.draft.collective.assemble import Collective
from dokuhelfer.draft.collective.excerpt import Excerpt, Run, excerpt
from dokuhelfer.draft.collective.model import Cut, Cutting
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.drafting import make_draft
from dokuhelfer.draft.model import Draft
from dokuhelfer.draft.prepared import Prepared
from dokuhelfer.transcript.model import Segment, Skipped, Suggestion, Transcript, Word


@dataclass(frozen=True, slots=True)
class OwnDraft:
    """The draft of one entry; its transcript holds the words of that entry alone.

    Attributes:
        context: of the dictation, with the entry's person as the one chosen.
    """

    draft: Draft
    context: Context


def apart(collective: Collective, cutting: Cutting, prepared: Prepared) -> tuple[OwnDraft, ...]:
    """One checked draft for each cut, in their order.

    Sound that became no text goes with the entry that was being spoken before it.
    """
    whole, dropped = collective.transcript, prepared.normalised.dropped
    own = [_heard(excerpt(whole, cutting, cut, dropped), whole) for cut in cutting.cuts]
    transcripts = _with_skipped(own, whole.skipped)
    return tuple(
        _drafted(collective, cut, transcript)
        for cut, transcript in zip(cutting.cuts, transcripts, strict=True)
    )


def _drafted(collective: Collective, cut: Cut, transcript: Transcript) -> OwnDraft:
    context = replace(collective.context, person=cut.person)
    template = collective.templates[cut.kind]
    draft = make_draft(transcript, template, context, collective.engine, collective.models)
    return OwnDraft(draft, context)


def _heard(own: Excerpt, whole: Transcript) -> Transcript:
    """The excerpt with the times of its words, so that they can be heard again."""
    origins = {segment.id: segment for segment in whole.segments}
    runs = dict(own.runs)
    segments = []
    for segment in own.transcript.segments:
        kept = [run.origin for run in runs[segment.id] if run.verbatim]
        words = tuple(
            word
            for start, end, word in _placed(origins[segment.id])
            if any(place.start < end and start < place.end for place in kept)
        )
        begins = words[0].start if words else segment.start
        ends = words[-1].end if words else segment.end
        segments.append(replace(segment, words=words, start=begins, end=ends))
    suggestions = tuple(_suggested(whole, runs))
    return replace(own.transcript, segments=tuple(segments), suggestions=suggestions)


def _suggested(whole: Transcript, runs: Mapping[int, Sequence[Run]]) -> Iterator[Suggestion]:
    """What a word may have been, at its place in the excerpt."""
    for one in whole.suggestions:
        for run in runs.get(one.segment, ()):
            if run.verbatim and run.origin.start <= one.start and one.end <= run.origin.end:
                moved = run.start - run.origin.start
                yield replace(one, start=one.start + moved, end=one.end + moved)


def _placed(segment: Segment) -> Iterator[tuple[int, int, Word]]:
    """The words of an utterance with their code points in its text."""
    at = 0
    for word in segment.words:
        text = word.text.strip()
        found = segment.text.find(text, at) if text else -1
        if found >= 0:
            at = found + len(text)
            yield found, at, word


def _with_skipped(
    transcripts: Sequence[Transcript], skipped: Sequence[Skipped]
) -> list[Transcript]:
    gathered: list[list[Skipped]] = [[] for _ in transcripts]
    for one in skipped:
        begun = [_last_before(transcript, one.start) for transcript in transcripts]
        if begun:
            gathered[begun.index(max(begun))].append(one)
    return [
        replace(transcript, skipped=tuple(own))
        for transcript, own in zip(transcripts, gathered, strict=True)
    ]


def _last_before(transcript: Transcript, moment: float) -> float:
    """When the last utterance before a moment began; −1 where there is none."""
    starts = (one.start for one in transcript.segments if one.start is not None)
    return max((start for start in starts if start <= moment), default=-1.0)
