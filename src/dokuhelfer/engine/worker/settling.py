"""When, beside live text, what was said becomes final.

A window costs a slow machine as much as the 4 s of a sentence take, so one for each sentence
would leave no time for live text. Sentences then wait for each other; a fast machine makes
each of them final as soon as it is closed.
"""

from __future__ import annotations

_SHARE = 0.4
"""How much of the time final text may take while somebody speaks."""


class Settling:
    """Decides from what the last window cost."""

    def __init__(self) -> None:
        self._cost = 0.0

    def cost(self, seconds: float) -> None:
        """A window took ``seconds``."""
        self._cost = seconds

    def is_due(self, held: float, quiet: float) -> bool:
        """Whether to decode what is held back.

        Args:
            held: seconds of closed utterances that are not final.
            quiet: seconds since somebody spoke; 0 while somebody does.
        """
        return held > 0 and (held * _SHARE >= self._cost or quiet >= self._cost)
