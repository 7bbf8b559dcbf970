"""Places on a wound named as on the dial of a clock: „bei 2 Uhr eine Tasche“ is no time of day.

Source: domain.md §1.6 (pockets are noted by the hour they point to, the head at twelve).
"""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.normalise.model import Token
from dokuhelfer.draft.normalise.runs import ends_sentence, low, word

_REACH = 9
"""So many tokens each way the wound is named."""
_PREPOSITIONS = frozenset({"bei", "auf", "zwischen", "von", "bis", "und", "richtung", "in", "oder"})
_POCKETS = (
    "tasche", "unterminier", "untermin", "untertunnel", "fistel", "wundrand", "wundränd", "höhle",
    "taschenbildung", "tunnel", "randbereich", "position", "uhrposition", "ausgedehnt", "nekros",
)  # fmt: skip


def on_dial(tokens: Sequence[Token], at: int) -> bool:
    """Whether the hour at ``at`` points to a place: whole, at most twelve, and of a pocket."""
    if word(tokens, at - 1) not in _PREPOSITIONS:
        return False
    return any(low(tokens, place).startswith(_POCKETS) for place in _sentence(tokens, at))


def _sentence(tokens: Sequence[Token], at: int) -> range:
    start, end = at, at + 1
    while start > 0 and at - start < _REACH and not ends_sentence(tokens[start - 1]):
        start -= 1
    while end < len(tokens) and end - at < _REACH and not ends_sentence(tokens[end]):
        end += 1
    return range(start, end)
