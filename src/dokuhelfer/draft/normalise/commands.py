"""Commands to the program: obeyed, not content. Only as pieces of their own."""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.normalise.model import DropReason, Token, TokenKind
from dokuhelfer.draft.normalise.runs import (
    capital,
    ends_clause,
    ends_sentence,
    is_kind,
    low,
    phrase_width,
    quoted,
    unmarked,
    word,
)
from dokuhelfer.draft.normalise.tables import commands as table
from dokuhelfer.draft.normalise.told import beside, right_before, told_behind
from dokuhelfer.draft.normalise.work import Work, drop

AWAITED_REACH = 8
PRIVATE_REACH = 25
"""So many words a sentence may have that is not to be written."""


def commands(work: Work) -> Work:
    """„das Feld lass ich offen“, „trag ich später ein“, „kommt noch“ → dropped."""
    inside = quoted(work.tokens)

    def width_of(tokens: Sequence[Token], at: int) -> int:
        return 0 if inside[at] else _command_width(tokens, at)

    return drop(work, width_of, DropReason.COMMAND)


def _private(tokens: Sequence[Token], at: int) -> int:
    """„Bitte nicht ins Protokoll: sie hat geweint.“: to the end of its sentence."""
    end = at + phrase_width(tokens, at, table.PRIVATE)
    if end == at or low(tokens, end) != ":" or right_before(tokens, at):
        return 0
    for stop in range(end, min(end + PRIVATE_REACH, len(tokens))):
        if ends_sentence(tokens[stop]):
            return stop + 1 - at
    return 0


def _starts_piece(tokens: Sequence[Token], at: int) -> bool:
    return at == 0 or ends_clause(tokens[at - 1])


def _ends_piece(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or ends_clause(tokens[at])


_OPENERS = table.FIELDS | {"was", *table.LEAVE_OPEN, *table.SPARED, *table.PRIVATE}


def _spared(tokens: Sequence[Token], at: int) -> int:
    """„Das mit dem Bruder lass bitte weg.“: asks to leave something out, names no field."""
    start = at + phrase_width(tokens, at, table.SPARED)
    if start == at or not capital(tokens, start):
        return 0
    end = start + 1 + phrase_width(tokens, start + 1, table.SPARING)
    said = right_before(tokens, at) or told_behind(tokens, end) or beside(tokens, at, end)
    if end == start + 1 or not _ends_piece(tokens, end) or said:
        return 0
    return end - at + is_kind(tokens, end, TokenKind.PUNCT)


def _command_width(tokens: Sequence[Token], at: int) -> int:
    opens = _starts_piece(tokens, at)
    if word(tokens, at) not in _OPENERS and not (opens and tokens[at].text[:1].isupper()):
        return 0
    if word(tokens, at) == "was":
        return _awaited_width(tokens, at)
    spared = (_spared(tokens, at) or _private(tokens, at)) if opens else 0
    if spared:
        return spared
    width = phrase_width(tokens, at, table.LEAVE_OPEN)
    if width and not opens and word(tokens, at) in table.LEAVING:
        return 0  # „die Tür lass ich offen“
    label = 0 if width else _label(tokens, at)
    start = at + label
    width = width or _left(tokens, start, label)
    if not width and label and word(tokens, at) not in _ARTICLES:
        width = _skipped(tokens, at, label)
    if not width or told_behind(tokens, start + width):
        return 0
    if not (_ends_piece(tokens, start + width) or _breaks_off(tokens, start + width)):
        return 0
    width += label
    # The mark behind goes too when the piece stood alone, so that none is left doubled.
    alone = opens and is_kind(tokens, at + width, TokenKind.PUNCT)
    return width + int(alone)


def _skipped(tokens: Sequence[Token], at: int, label: int) -> int:
    """„Unterschrift mach ich später“ is about the form, „Blutdruck mach ich später“ a step."""
    if not _is_field(tokens, at, label):
        return 0
    start = at + label
    width = phrase_width(tokens, start, table.FIELD_SKIPPED)
    width = width or phrase_width(tokens, start, table.TO_COME)
    if width or word(tokens, at) not in table.OWN_FIELDS:
        return width
    return phrase_width(tokens, start, table.TO_DO)


def _is_field(tokens: Sequence[Token], at: int, label: int) -> bool:
    """Whether it is a field known to be filled in with values."""
    return any(word(tokens, place) in table.FIELDS for place in range(at, at + label))


def _left(tokens: Sequence[Token], at: int, label: int) -> int:
    """The command behind the name of a field."""
    width = phrase_width(tokens, at, table.LEAVE_OPEN) if label else 0
    named = any(word(tokens, place) == "feld" for place in range(at - label, at))
    return width or (phrase_width(tokens, at, table.FIELD_LEFT) if named else 0)


def _label(tokens: Sequence[Token], at: int) -> int:
    """How many tokens name the field: „Gewicht“, „Nachtruhe,“, „das Feld Schlaf“; 0 for none."""
    opens = _starts_piece(tokens, at)
    if phrase_width(tokens, at, table.FIELD_NAMED):
        width = phrase_width(tokens, at, table.FIELD_NAMED)
        return width + capital(tokens, at + width)
    if word(tokens, at) in table.FIELDS and (opens or unmarked(tokens, at)):
        return _listed(tokens, at)
    if opens and word(tokens, at) in table.NAMED_BY:
        return 1 + capital(tokens, at + 1)
    if word(tokens, at) in _ARTICLES:
        return 2 * (opens and word(tokens, at + 1) in table.FIELDS)
    named = opens and capital(tokens, at) and word(tokens, at) not in table.OPENED
    if not named:
        return 0
    width = _listed(tokens, at)
    return width + (low(tokens, at + width) == "," and word(tokens, at + width + 1) in _FIELD_HEAD)


_FIELD_HEAD = frozenset({"das", "dieses", "feld", "lass", "trag", "trage"})


_ARTICLES = frozenset({"der", "die", "das", "den"})


def _listed(tokens: Sequence[Token], at: int) -> int:
    """„Größe und Gewicht“."""
    more = word(tokens, at + 1) == "und" and capital(tokens, at + 2)
    return 3 if more else 1


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


def _breaks_off(tokens: Sequence[Token], at: int) -> bool:
    """Whether something else begins behind a command without a mark."""
    return unmarked(tokens, at) and (
        tokens[at].text[:1].isupper() or word(tokens, at) in table.BEGINNERS
    )
