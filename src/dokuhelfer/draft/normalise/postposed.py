"""Corrections whose marker comes last: „am linken Arm, also am rechten mein ich“ (R03).

The marker is brought before what replaces, so that `corrections` reads both orders alike.
"""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.model import Span
from dokuhelfer.draft.normalise.like_by_like import category
from dokuhelfer.draft.normalise.model import DropReason, Token, TokenKind
from dokuhelfer.draft.normalise.runs import ends_clause, is_kind, low, phrase_width, quoted
from dokuhelfer.draft.normalise.tables import corrections as table
from dokuhelfer.draft.normalise.work import Work, pieces

MARK = "korrektur"
LONGEST = 5
"""Tokens of what replaces."""


def postposed(work: Work) -> Work:
    """The words behind go; a marker of no width stands before what they say is right."""
    tokens = work.tokens
    inside = quoted(tokens)
    marks: dict[int, Token] = {}
    gone: set[int] = set()
    dropped = list(work.dropped)
    for at in range(1, len(tokens)):
        width = 0 if inside[at] else phrase_width(tokens, at, table.POSTPOSED)
        start = _start(tokens, at) if width and _ends(tokens, at + width) else None
        if start is None:
            continue
        span = tokens[start].span
        place = Span(span.segment, span.start, span.start)
        marks[start] = Token(MARK, TokenKind.WORD, place)
        gone.update(range(at, at + width))
        dropped.extend(pieces(tokens[at : at + width], DropReason.CORRECTION))
    if not marks:
        return work
    kept: list[Token] = []
    for at, token in enumerate(tokens):
        if at in marks:
            kept.append(marks[at])
        if at not in gone:
            kept.append(token)
    return Work(tuple(kept), tuple(dropped))


def without_marks(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens without markers that took nothing back."""
    return tuple(token for token in tokens if not _is_mark(token))


def _is_mark(token: Token) -> bool:
    return token.text == MARK and token.span.start == token.span.end


def _ends(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or ends_clause(tokens[at])


def _start(tokens: Sequence[Token], at: int) -> int | None:
    """Where the piece before the marker begins that names something, behind a mark."""
    for start in range(at - 1, max(0, at - LONGEST - 1), -1):
        if ends_clause(tokens[start - 1]):
            named = any(_names(tokens, place) for place in range(start, at))
            return start if named else None
    return None


def _names(tokens: Sequence[Token], at: int) -> bool:
    noun = is_kind(tokens, at, TokenKind.WORD) and tokens[at].text[:1].isupper()
    return bool(category(tokens, at)) or (noun and low(tokens, at) not in _POINTING)


_POINTING = frozenset({"das", "so", "dies", "es"})
