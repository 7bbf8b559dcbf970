"""When, beside live text, what was said becomes final.

A window costs a slow machine as much as the 4 s of a sentence take, so one for each sentence
would leave no time for live text. Sentences then wait for each other; a fast machine makes
each of them final as soon as it is closed.
"""

from __future__ import annotations

_SHARE = 0.25
"""How much of the time final text may take while somebody speaks."""

_READINGS = 5.0
"""A window costs about as much as so many readings of live text (6.3 s to 1.1 s, shape of small,
beam 5): what is known before the first was decoded. Who takes it for cheaper decodes it while the
next sentence is spoken, which nobody can read meanwhile."""


class Settling:
    """Decides from what the last window cost."""

    def __init__(self) -> None:
        self._cost = 0.0
        self._known = False
        self._longest = 0.0

    def cost(self, seconds: float) -> None:
        """A window took ``seconds``."""
        self._cost = seconds
        self._known = True

    def cost_of_reading(self, seconds: float) -> None:
        """A reading of live text took ``seconds``; that of a sentence's first words is short."""
        self._longest = max(self._longest, seconds)
        if not self._known:
            self._cost = _READINGS * self._longest

    def is_due(self, held: float, quiet: float) -> bool:
        """Whether to decode what is held back.

        Args:
            held: seconds of closed utterances that are not final.
            quiet: seconds since somebody spoke; 0 while somebody does.
        """
        # In a pause nobody waits for live text.
        share = 2 * _SHARE if quiet > 0 else _SHARE
        return held > 0 and (held * share >= self._cost or quiet >= self._cost)
