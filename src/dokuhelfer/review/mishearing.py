"""A word of the dictation was heard wrongly: put right there, and drafted from again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dokuhelfer.draft.model import Draft, Span, Statement
from dokuhelfer.review.decision import Refusal, Refused
from dokuhelfer.review.layout import fingerprint
from dokuhelfer.review.redrafting import Redraft, changed
from dokuhelfer.review.state import Mark, State
from dokuhelfer.transcript.model import Segment, Transcript, Word

_Moved = Callable[[Span], Span]


def put_right(state: State, span: Span, text: str, make: Redraft) -> State:
    """With other words at a place of the dictation and everything drafted anew from them.

    What a hand changed stays. A stop stays decided where its wording and evidence are what
    they were; places behind the corrected words move along.

    Raises:
        Refused: `NOT_HERE` where the dictation has no such place, `SAME_WORDS`, `NO_VALUE` for
            no words.
    """
    segment = next((s for s in state.draft.transcript.segments if s.id == span.segment), None)
    if segment is None or not 0 <= span.start < span.end <= len(segment.text):
        raise Refused(Refusal.NOT_HERE)
    words = " ".join(text.split())
    if not words:
        raise Refused(Refusal.NO_VALUE)
    if segment.text[span.start : span.end] == words:
        raise Refused(Refusal.SAME_WORDS)
    moved = _moving(span, len(words))
    draft = _with_places(state.draft, moved)
    transcript = _with_words(draft.transcript, span, words)
    before = replace(state, draft=replace(draft, transcript=transcript))
    marks = {
        place.id: Mark(fingerprint(place, before.draft), state.marks[place.id].decided)
        for place in before.places()
        if place.id in state.marks
    }
    fates = {moved(k) if isinstance(k, Span) else k: fate for k, fate in state.fates.items()}
    return replace(changed(before, make, None, None), marks=marks, fates=fates)


def _moving(span: Span, length: int) -> _Moved:
    """How places move when the words at ``span`` are replaced by ``length`` code points."""
    by = length - (span.end - span.start)

    def moved(place: Span) -> Span:
        if place.segment != span.segment:
            return place
        start = place.start + by if place.start >= span.end else min(place.start, span.start)
        if place.end <= span.start:
            end = place.end
        else:
            end = place.end + by if place.end >= span.end else span.start + length
        return Span(place.segment, start, end)

    return moved


def _with_places(draft: Draft, moved: _Moved) -> Draft:
    def statement(one: Statement) -> Statement:
        return replace(one, evidence=tuple(moved(span) for span in one.evidence))

    fields = {
        id: replace(field, statements=tuple(statement(one) for one in field.statements))
        for id, field in draft.fields.items()
    }
    uncovered = tuple(replace(one, span=moved(one.span)) for one in draft.uncovered)
    return replace(draft, fields=fields, uncovered=uncovered)


def _with_words(transcript: Transcript, span: Span, text: str) -> Transcript:
    segments = tuple(
        _reworded(one, span, text) if one.id == span.segment else one for one in transcript.segments
    )
    return replace(transcript, segments=segments, suggestions=())


def _reworded(segment: Segment, span: Span, text: str) -> Segment:
    """The utterance with other words; the first replaced word keeps the time of them all."""
    whole = segment.text[: span.start] + text + segment.text[span.end :]
    words: list[Word] = []
    replaced: list[Word] = []
    at = 0
    for word in segment.words:
        found = segment.text.find(word.text.strip(), at)
        at = max(at, found + len(word.text.strip()))
        if found < 0 or found >= span.end or at <= span.start:
            words.append(word)
            continue
        if not replaced:
            words.append(word)
        replaced.append(word)
    if replaced:
        index = words.index(replaced[0])
        words[index] = Word(text, replaced[0].start, replaced[-1].end, 1.0)
    return replace(segment, text=whole, words=tuple(words))
