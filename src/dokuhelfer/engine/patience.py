"""Waiting with a limit that a sleeping laptop does not use up."""

from __future__ import annotations

import time

SLICE = 0.05
"""Seconds of one wait: how late a cancel is seen at most."""

_LONGEST_STEP = 1.0


class Patience:
    """Counts how long something has been waited for.

    Some clocks run on while a machine sleeps, so one step counts a second at most: after
    an hour with the lid closed a child has not been unresponsive for an hour.
    """

    def __init__(self, limit: float) -> None:
        self._limit = limit
        self.renew()

    def renew(self) -> None:
        """What was waited for came: count from nothing."""
        self._waited = 0.0
        self._last = time.monotonic()

    def is_over(self) -> bool:
        """Count the time since the last call and tell whether the limit has passed."""
        now = time.monotonic()
        self._waited += min(now - self._last, _LONGEST_STEP)
        self._last = now
        return self._waited > self._limit
