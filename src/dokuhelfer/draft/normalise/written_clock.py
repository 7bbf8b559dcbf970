"""Times as recognisers write them: „8.30 Uhr“, „um 8.30“, „08:30“; before numbers are read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dokuhelfer.draft.normalise.hours import clock_hit
from dokuhelfer.draft.normalise.model import Token
from dokuhelfer.draft.normalise.runs import Hit, has_digit, low, rewrite, same_segment, word
from dokuhelfer.draft.normalise.tables import clock as table

_WRITTEN = re.compile(r"([01]?\d|2[0-4])[.:]([0-5]\d)")
_FOUR_DIGITS = re.compile(r"([01]\d|2[0-3])([0-5]\d)")


def written_times(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """„8.30 Uhr“, „um 8.30“, „08:30“ as recognisers write them; before numbers are read."""
    return rewrite(tokens, _match_written, starts=has_digit)


def _match_written(tokens: Sequence[Token], at: int) -> Hit | None:
    found = _WRITTEN.fullmatch(word(tokens, at))
    if found is None and low(tokens, at + 1) == "uhr":
        found = _FOUR_DIGITS.fullmatch(word(tokens, at))  # „0830 Uhr“
    if found is None or int(found[1]) == 24 and found[2] != "00":
        return None
    oclock = low(tokens, at + 1) == "uhr"
    cue = oclock or word(tokens, at - 1) in table.TIME_PREPOSITIONS or _is_range(tokens, at)
    if "." in found[0] and not cue:
        return None
    hour, minute = int(found[1]), int(found[2])
    whole_day = hour > 12 or found[1].startswith("0")
    width = 2 if oclock and same_segment(tokens, at, at + 2) else 1
    return clock_hit(tokens, at, width, hour * 60 + minute, whole_day, oclock=width == 2)


def _is_range(tokens: Sequence[Token], at: int) -> bool:
    """„von 8.30 bis 9.15 Uhr“."""
    return (
        word(tokens, at + 1) in ("bis", "und")
        and _WRITTEN.fullmatch(word(tokens, at + 2)) is not None
        and low(tokens, at + 3) == "uhr"
    )
