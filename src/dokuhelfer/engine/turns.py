"""Recognition and language model never compute at the same time (issue 4, "Threads").

Both take all cores but one. Side by side each gets a fraction of its speed: a language model fell
from 22 tokens a second to 1.4 (inference.md §2.3). What is spoken cannot wait, a draft can.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Turns:
    """Says whose turn it is; one object for all jobs of a program, in whatever thread they run."""

    def __init__(self) -> None:
        self._working: set[object] = set()

    @property
    def is_free(self) -> bool:
        """Whether no recognition computes at the moment."""
        return not self._working

    @contextmanager
    def recognition(self) -> Iterator[Callable[[bool], None]]:
        """One recognition. It works from its beginning on, as it loads a model first.

        Yields:
            to be called with whether it works, as often as that changes.
        """
        job = object()

        def works(now: bool) -> None:
            (self._working.add if now else self._working.discard)(job)

        works(True)
        try:
            yield works
        finally:
            works(False)
