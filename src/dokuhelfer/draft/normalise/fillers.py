"""Hesitations and filler words → dropped, never inside quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dokuhelfer.draft.normalise.model import DropReason, Token, TokenKind
from dokuhelfer.draft.normalise.runs import (
    ends_clause,
    ends_sentence,
    is_kind,
    low,
    phrase_width,
    quoted,
    word,
)
from dokuhelfer.draft.normalise.tables import corrections as correction_table
from dokuhelfer.draft.normalise.tables import fillers as table
from dokuhelfer.draft.normalise.work import WidthOf, Work, drop

_HESITATION = re.compile(r"(?:ä+h+m*|ä+hm+|ö+h+m*|h+m+|e+h+m+|m+h+m*|öh)[.-]?", re.IGNORECASE)
_UNFINISHED = correction_table.FINITE | correction_table.LEADS
"""No clause ends with one of these: „sie hat, äh, gegessen“ has no comma of its own."""


def hesitations(work: Work) -> Work:
    """„äh“, „ähm“, „hm“ with the commas that only set them off; before numbers are read."""
    return drop(work, _unquoted(work, _hesitation_width), DropReason.FILLER)


def fillers(work: Work) -> Work:
    """Filler words; after corrections, whose markers they accompany."""
    return drop(work, _unquoted(work, _filler_width), DropReason.FILLER)


def _unquoted(work: Work, width_of: WidthOf) -> WidthOf:
    inside = quoted(work.tokens)
    return lambda tokens, at: 0 if inside[at] else width_of(tokens, at)


def _hesitation_width(tokens: Sequence[Token], at: int) -> int:
    if low(tokens, at) == "," and word(tokens, at - 1) in _UNFINISHED:
        behind = _hesitation_width(tokens, at + 1) if word(tokens, at + 1) else 0
        both = behind > 1 and word(tokens, at + 1 + behind) not in table.CONJUNCTIONS
        return behind + 1 if both else 0
    end = at
    while is_kind(tokens, end, TokenKind.WORD) and _HESITATION.fullmatch(tokens[end].text):
        end += 1
    return 0 if end == at else end - at + _comma_behind(tokens, at, end)


def _comma_behind(tokens: Sequence[Token], start: int, end: int) -> int:
    """1 when the comma behind goes as well: it set off the filler and parts no clauses."""
    if not is_kind(tokens, end, TokenKind.PUNCT) or tokens[end].text not in (",", "…"):
        return 0
    if start > 0 and tokens[start - 1].text == ",":
        return 1
    return 0 if low(tokens, end + 1) in table.CONJUNCTIONS else 1


def _filler_width(tokens: Sequence[Token], at: int) -> int:
    tag = _tag_width(tokens, at)
    if tag:
        return tag
    if not is_kind(tokens, at, TokenKind.WORD):
        return 0
    width = _anywhere_width(tokens, at) or _opening_width(tokens, at)
    if width:
        return width
    return int(_is_particle(tokens, at) or _is_unmarked_tag(tokens, at))


def _is_particle(tokens: Sequence[Token], at: int) -> bool:
    """„die ist halt müde“, „dann hat sie halt gegessen“."""
    if tokens[at].text != table.PARTICLE or not is_kind(
        tokens, at + 1, TokenKind.WORD, TokenKind.NUMBER
    ):
        return False
    subject = word(tokens, at - 1) in correction_table.PRONOUNS
    return word(tokens, at - 1 - subject) in table.PARTICLE_AFTER


def _is_unmarked_tag(tokens: Sequence[Token], at: int) -> bool:
    """„hat gut gegessen ne und geschlafen“: no article before a conjunction."""
    before = tokens[at - 1].text if at else ""
    after = word(tokens, at + 1) in table.CONJUNCTIONS - table.ARTICLES
    return word(tokens, at) in table.TAGS_UNMARKED and before.islower() and after


def _tag_width(tokens: Sequence[Token], at: int) -> int:
    """„…, gell, …“ without its second comma; „…, gell.“ without the comma before it."""
    opens = low(tokens, at) == ","
    width = phrase_width(tokens, at + opens, table.TAGS)
    if not width or not (opens or at == 0 or ends_clause(tokens[at - 1])):
        return 0
    behind = at + opens + width
    ends = behind >= len(tokens) or ends_sentence(tokens[behind])
    if opens:
        return width + 1 if ends else 0
    return width + (low(tokens, behind) == ",") if ends or ends_clause(tokens[behind]) else 0


def _anywhere_width(tokens: Sequence[Token], at: int) -> int:
    width = phrase_width(tokens, at, table.ANYWHERE)
    return width + _comma_behind(tokens, at, at + width) if width else 0


def _opening_width(tokens: Sequence[Token], at: int) -> int:
    before = tokens[at - 1] if at else None
    if before is not None and not ends_sentence(before):
        return 0
    asked = before is not None and before.text == "?"
    width = phrase_width(tokens, at, table.OPENING)
    set_off = low(tokens, at + width) in (",", ".", "…", "–")
    if width and set_off and not asked:
        return width + 1
    bare = phrase_width(tokens, at, table.OPENING_BARE)
    if bare and is_kind(tokens, at + bare, TokenKind.WORD) and not asked:
        return bare
    if word(tokens, at) == "ja" and low(tokens, at + 1) == "," and not asked:
        return 2 if word(tokens, at + 2) in table.AFTER_YES else 0
    return 0
