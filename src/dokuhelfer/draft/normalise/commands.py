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


def _command_width(tokens: Sequence[Token], at: int) -> int:
    named = word(tokens, at) in table.FIELDS and _starts_piece(tokens, at)
    start = at + named
    width = phrase_width(tokens, start, table.LEAVE_OPEN)
    if not width and (named or _starts_piece(tokens, at)):
        width = phrase_width(tokens, start, table.TO_COME)
    if not width or not _ends_piece(tokens, start + width):
        return 0
    width += int(named)
    # The mark behind goes too when the piece stood alone, so that none is left doubled.
    alone = _starts_piece(tokens, at) and is_kind(tokens, at + width, TokenKind.PUNCT)
    return width + int(alone)


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
        dropped.extend(pieces(work.tokens[at : at + width], DropReason.COMMAND))
        dropped.extend(_withdraw_sentence(kept))
        at += width
    return Work(tuple(kept), work.dropped + tuple(dropped))


def _strike_width(tokens: Sequence[Token], at: int) -> int:
    if not _starts_piece(tokens, at):
        return 0
    width = phrase_width(tokens, at, table.STRIKE)
    if not width or not _ends_piece(tokens, at + width):
        return 0
    while is_kind(tokens, at + width, TokenKind.PUNCT):
        width += 1
    return width


def _withdraw_sentence(kept: list[Token]) -> tuple[Dropped, ...]:
    end = len(kept)
    start = end
    while start > 0 and ends_sentence(kept[start - 1]):
        start -= 1
    while start > 0 and not ends_sentence(kept[start - 1]):
        start -= 1
    taken = kept[start:end]
    del kept[start:end]
    return pieces(taken, DropReason.WITHDRAWN, taken)
