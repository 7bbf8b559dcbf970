"""Values said anew behind nothing but a hesitation: „sechsundsechzig, äh, achtundsechzig“ (R03).

Without a word such as „nein“ only a value right behind one of its kind corrects; what goes on
with „und“ or „oder“ is a list, and a number that counts something of its own is another number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dokuhelfer.draft.normalise.like_by_like import category, counted
from dokuhelfer.draft.normalise.model import DropReason, Number, Token
from dokuhelfer.draft.normalise.runs import low, quoted, word
from dokuhelfer.draft.normalise.tables import corrections as table
from dokuhelfer.draft.normalise.work import Work, pieces

_LINKS = frozenset({"und", "oder", "bis", "sowie", "zu", "auf", "x", "mal", "von", "/"})


@dataclass(frozen=True, slots=True)
class _Anew:
    """Half-open range of tokens that are taken back."""

    first: int
    last: int


def hesitant_values(work: Work) -> Work:
    """The earlier of two such values leaves the text, remembered as withdrawn."""
    pauses = {(piece.span.segment, piece.span.start) for piece in work.dropped}
    inside = quoted(work.tokens)
    gone: set[int] = set()
    dropped = list(work.dropped)
    for at in range(1, len(work.tokens)):
        anew = None if inside[at] or at in gone else _anew(work.tokens, at, pauses)
        if anew is None or anew.first in gone:
            continue
        taken = work.tokens[anew.first : anew.last]
        gone.update(range(anew.first, anew.last))
        dropped.extend(pieces(taken, DropReason.WITHDRAWN, taken))
    kept = tuple(token for at, token in enumerate(work.tokens) if at not in gone)
    return Work(kept, tuple(dropped))


def _anew(tokens: Sequence[Token], new: int, pauses: set[tuple[int, int]]) -> _Anew | None:
    """What the value at ``new`` takes back."""
    lead = 1 if word(tokens, new - 1) in table.LEADS else 0
    comma = low(tokens, new - 1 - lead) == ","
    old = new - 1 - lead - comma
    if old < 0 or not _paused(tokens[old], tokens[new - lead], pauses):
        return None
    if lead and low(tokens, old - 1) != low(tokens, new - 1):
        return None
    if not _alike(tokens, old, new, comma=comma):
        return None
    return _Anew(old - lead, new - lead)


def _paused(before: Token, after: Token, pauses: set[tuple[int, int]]) -> bool:
    """Whether somebody hesitated between two tokens."""
    if before.span.segment != after.span.segment:
        return False
    gap = range(before.span.end, min(after.span.start, before.span.end + 12))
    return any((before.span.segment, place) in pauses for place in gap)


def _alike(tokens: Sequence[Token], old: int, new: int, *, comma: bool) -> bool:
    kind = category(tokens, new)
    if not kind or kind != category(tokens, old) or low(tokens, old) == low(tokens, new):
        return False
    if _paired(tokens[old]) != _paired(tokens[new]):
        return False
    if low(tokens, new + 1) in _LINKS or low(tokens, old - 1) in _LINKS:
        return False
    listed = low(tokens, new + 1) == "," and bool(category(tokens, new + 2))
    return not listed and not (comma and counted(tokens, new))


def _paired(token: Token) -> bool:
    return isinstance(token.value, Number) and bool(token.value.pair)
