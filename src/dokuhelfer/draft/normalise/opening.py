"""„Vorkommnis von gestern Abend“: the part of the day that a whole report is about."""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.normalise.model import Token
from dokuhelfer.draft.normalise.runs import ends_sentence, low

_REPORTS = (
    "vorkommnis",
    "ereignis",
    "vorfall",
    "bericht",
    "sturz",
    "protokoll",
    "meldung",
    "notiz",
)
"""„Das Marcumar von gestern Abend“ says nothing of when it was noticed."""
OPENING = 16
"""Among so many tokens a report says when it was that it is about."""
_PARTS = {
    "abend": (960, 1500),
    "nachmittag": (720, 1200),
    "vormittag": (420, 780),
    "nacht": (1200, 1920),
}
"""Minutes of the day, half-open. Wider than the part itself: what led to it lies before, what
followed behind."""


def opening_window(tokens: Sequence[Token]) -> tuple[int, int] | None:
    """The minutes of „gestern Abend“ where the first sentence names it; None where it does not."""
    for at in range(1, min(len(tokens), OPENING)):
        if ends_sentence(tokens[at]):
            return None
        led = low(tokens, at - 2) == "von" and low(tokens, at - 3).endswith(_REPORTS)
        if led and low(tokens, at - 1) == "gestern" and low(tokens, at) in _PARTS:
            return _PARTS[low(tokens, at)]
    return None
