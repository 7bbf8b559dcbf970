"""A value spoken over the end of a segment: „… siebenunddreißig“ | „zwei im Ohr …“ is 37,2.

A token lies in one segment, so the value stands at the end of the first; the words of the second
that belong to it are left out there, remembered as joined. Only what the matchers of values make
one value of is joined, and only where no mark and no long pause lies between.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from dokuhelfer.draft.model import Span
from dokuhelfer.draft.normalise import numerals
from dokuhelfer.draft.normalise.model import DropReason, Token, TokenKind
from dokuhelfer.draft.normalise.runs import SENTENCE_END, word
from dokuhelfer.draft.normalise.tables import words
from dokuhelfer.draft.normalise.work import Work, pieces
from dokuhelfer.transcript.model import Segment

Stage = Callable[[Sequence[Token]], tuple[Token, ...]]

PAUSE = 2.0
"""Seconds between two segments from which what follows is something new."""
BEFORE, MOST, BEHIND = 12, 4, 3
"""Tokens looked at before the border, joined at most, and looked at behind."""

_OPEN = words("komma halb viertel dreiviertel zu uhr vor nach und")
"""Words a value may break off at besides number words."""
_NOUNS = words("komma uhr grad")
_ON = words("komma zu auf uhr viertel vor nach halb und grad mal")


@dataclass(frozen=True, slots=True)
class _Joint:
    """So many tokens from ``at`` on belong to the value before."""

    at: int
    count: int


def stitched(work: Work, segments: Sequence[Segment], stages: Sequence[Stage]) -> Work:
    """The work with values over segment ends in one place.

    Args:
        stages: what makes values of words; tried on the words around each border.
    """
    gaps = _gaps(segments)
    joints = [
        joint
        for at in range(1, len(work.tokens))
        if _may_join(work.tokens, at, gaps) and (joint := _joint(work.tokens, at, stages))
    ]
    if not joints:
        return work
    tokens = list(work.tokens)
    dropped = list(work.dropped)
    for joint in joints:
        moved = tokens[joint.at : joint.at + joint.count]
        dropped.extend(pieces(moved, DropReason.JOINED))
        tokens[joint.at : joint.at + joint.count] = _moved(tokens[joint.at - 1], moved)
    return Work(tuple(tokens), tuple(dropped))


def _gaps(segments: Sequence[Segment]) -> Mapping[tuple[int, int], float]:
    """Seconds between segments that follow each other; none for typed text."""
    return {
        (one.id, other.id): (other.start - one.end)
        if one.end is not None and other.start is not None
        else 0.0
        for one, other in zip(segments, segments[1:], strict=False)
    }


def _may_join(tokens: Sequence[Token], at: int, gaps: Mapping[tuple[int, int], float]) -> bool:
    border = (tokens[at - 1].span.segment, tokens[at].span.segment)
    if border[0] == border[1] or gaps.get(border, PAUSE) >= PAUSE:
        return False
    before, after = word(tokens, at - 1), word(tokens, at)
    if not before or not after or (tokens[at].text[0].isupper() and after not in _NOUNS):
        return False
    return _is_part(before, _OPEN) and _is_part(after, _ON)


def _is_part(text: str, links: frozenset[str]) -> bool:
    return text[0].isdigit() or text in links or numerals.is_numeral_part(text)


def _joint(tokens: Sequence[Token], at: int, stages: Sequence[Stage]) -> _Joint | None:
    """The most tokens that become one value with the last token before the border."""
    start = max(0, at - BEFORE)
    while any(token.text in SENTENCE_END for token in tokens[start:at]):
        start += 1
    behind = at
    while behind < min(at + MOST, len(tokens)) and _goes_on(tokens, at, behind):
        behind += 1
    for end in range(behind, at, -1):
        moved = _moved(tokens[at - 1], tokens[at:end])
        run: Sequence[Token] = [*tokens[start:at], *moved, *tokens[end : end + BEHIND]]
        for stage in stages:
            run = stage(run)
        if _is_one(run, tokens[at - 1].span):
            return _Joint(at, end - at)
    return None


def _goes_on(tokens: Sequence[Token], first: int, at: int) -> bool:
    same = tokens[at].span.segment == tokens[first].span.segment
    text = word(tokens, at)
    return same and bool(text) and _is_part(text, _ON)


def _moved(last: Token, tokens: Sequence[Token]) -> list[Token]:
    """The tokens with an empty place behind ``last``."""
    end = last.span.end
    place = Span(last.span.segment, end, end)
    return [replace(token, span=place) for token in tokens]


def _is_one(run: Sequence[Token], last: Span) -> bool:
    """Whether one value reaches over the border, and nothing without a place is left beside it."""
    empty = any(
        token.span.start == token.span.end == last.end and token.kind is not TokenKind.UNIT
        for token in run
    )
    over = any(
        token.value is not None and token.span.start < last.end == token.span.end
        for token in run
        if token.span.segment == last.segment
    )
    return over and not empty
