"""What drafting asks of a language model, whatever runs it."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Protocol

from dokuhelfer.engine.language_messages import Piece


class Language(Protocol):
    """A language model with one prompt that grows (`engine.language.LanguageWorker`).

    Errors of all methods: `DokuError`, of which `DICTATION_TOO_LONG` says that nothing of
    what was given was taken.
    """

    def begin(self, pieces: Sequence[Piece]) -> int:
        """Begin anew with a fixed prompt without anything that was said; its length."""

    def append(self, pieces: Sequence[Piece]) -> int:
        """Add to the prompt; its length."""

    def rewind(self, tokens: int) -> None:
        """Forget all behind that length."""

    def choose(self, options: Sequence[str]) -> int:
        """The index of the option that goes on best; the prompt stays as it is."""

    def write(
        self, most: int, stops: Sequence[str] = (), letters: str = "", near: str = ""
    ) -> Generator[str, None, object]:
        """What goes on best, piece by piece; see `LanguageWorker.write`."""
