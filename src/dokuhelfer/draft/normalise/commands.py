"""Commands to the program: obeyed, not content. Only as pieces of their own."""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.normalise.model import Dropped, DropReason, Token, TokenKind
from dokuhelfer.draft.normalise.runs import (
    ends_clause,
    ends_sentence,
    is_kind,
    phrase_width,
    quoted,
    word,
)
from dokuhelfer.draft.normalise.tables import commands as table
from dokuhelfer.draft.normalise.work import Work, drop, pieces

UNMARKED = 12
"""So many tokens each way without a mark: nobody dictates punctuation here."""

AWAITED_REACH = 8
SAID_ANEW = 3
"""Among so many words behind „streich das“ the noun stands that is said again."""


def commands(work: Work) -> Work:
    """„das Feld lass ich offen“, „trag ich später ein“, „kommt noch“ → dropped."""
    inside = quoted(work.tokens)

    def width_of(tokens: Sequence[Token], at: int) -> int:
        return 0 if inside[at] else _command_width(tokens, at)

    return drop(work, width_of, DropReason.COMMAND)


def _starts_piece(tokens: Sequence[Token], at: int) -> bool:
    return at == 0 or ends_clause(tokens[at - 1])


def _ends_piece(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or ends_clause(tokens[at])


_OPENERS = table.FIELDS | {"was", *table.LEAVE_OPEN, *table.TO_COME}


def _command_width(tokens: Sequence[Token], at: int) -> int:
    if word(tokens, at) not in _OPENERS:
        return 0
    free = _starts_piece(tokens, at) or _unmarked(tokens, at)
    named = free and word(tokens, at) in table.FIELDS
    start = at + named
    if word(tokens, at) == "was":
        return _awaited_width(tokens, at)
    width = phrase_width(tokens, start, table.LEAVE_OPEN)
    if not width and (named or _starts_piece(tokens, at)):
        width = phrase_width(tokens, start, table.TO_COME)
    if not width or not (_ends_piece(tokens, start + width) or _breaks_off(tokens, start + width)):
        return 0
    width += int(named)
    # The mark behind goes too when the piece stood alone, so that none is left doubled.
    alone = _starts_piece(tokens, at) and is_kind(tokens, at + width, TokenKind.PUNCT)
    return width + int(alone)


def _awaited_width(tokens: Sequence[Token], at: int) -> int:
    """„was rausgekommen ist kommt noch“: what is to be dictated later."""
    for end in range(at + 2, min(at + AWAITED_REACH, len(tokens))):
        if ends_sentence(tokens[end]):
            return 0
        width = phrase_width(tokens, end, table.TO_COME)
        if width:
            end += width
            return end - at if _ends_piece(tokens, end) or _breaks_off(tokens, end) else 0
    return 0


def _unmarked(tokens: Sequence[Token], at: int) -> bool:
    """Whether nobody set marks around here, so that a piece cannot be told by them."""
    around = tokens[max(0, at - UNMARKED) : at + UNMARKED]
    return len(around) >= UNMARKED and not any(ends_clause(token) for token in around)


def _breaks_off(tokens: Sequence[Token], at: int) -> bool:
    """Whether something else begins behind a command without a mark."""
    return _unmarked(tokens, at) and (
        tokens[at].text[:1].isupper() or word(tokens, at) in table.BEGINNERS
    )


def strikes(work: Work) -> Work:
    """„streich das“ takes the sentence back that it ends, or the last one when it stands alone."""
    inside = quoted(work.tokens)
    kept: list[Token] = []
    dropped: list[Dropped] = []
    at = 0
    while at < len(work.tokens):
        width = 0 if inside[at] else _strike_width(work.tokens, at)
        if not width:
            kept.append(work.tokens[at])
            at += 1
            continue
        following = work.tokens[at + width : at + width + SAID_ANEW]
        unmarked = _unmarked(work.tokens, at)
        start = _said_before(kept, following) if unmarked else _last_sentence(kept)
        if start is None:
            kept.append(work.tokens[at])
            at += 1
            continue
        dropped.extend(pieces(work.tokens[at : at + width], DropReason.COMMAND))
        dropped.extend(pieces(kept[start:], DropReason.WITHDRAWN, kept[start:]))
        del kept[start:]
        at += width
    return Work(tuple(kept), work.dropped + tuple(dropped))


def _strike_width(tokens: Sequence[Token], at: int) -> int:
    width = phrase_width(tokens, at, table.STRIKE)
    if not width:
        return 0
    if _unmarked(tokens, at):
        return width
    if not _starts_piece(tokens, at) or not _ends_piece(tokens, at + width):
        return 0
    while is_kind(tokens, at + width, TokenKind.PUNCT):
        width += 1
    return width


def _last_sentence(kept: list[Token]) -> int:
    start = len(kept)
    while start > 0 and ends_sentence(kept[start - 1]):
        start -= 1
    while start > 0 and not ends_sentence(kept[start - 1]):
        start -= 1
    said = {token.text.lower() for token in kept[start:] if token.kind is TokenKind.WORD}
    return _last_sentence(kept[:start]) if start and said <= table.REFUSALS else start


def _said_before(kept: list[Token], following: Sequence[Token]) -> int | None:
    """Without marks: where the noun that is said again stood; else the start, when it is near."""
    nouns = {token.text.lower() for token in following if token.text[:1].isupper()}
    lowest = max(0, len(kept) - UNMARKED)
    for at in range(len(kept) - 1, lowest - 1, -1):
        if ends_sentence(kept[at]):
            return at + 1
        if kept[at].text.lower() in nouns:
            article = at > lowest and word(kept, at - 1) in table.ARTICLES
            return at - article
    return 0 if lowest == 0 else None
