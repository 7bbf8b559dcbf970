"""Language models to ask: fakes in a child, and one that answers from a list."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dokuhelfer.engine.language import LanguageOptions
from dokuhelfer.engine.language_messages import Piece
from dokuhelfer.engine.models import LanguageModel
from dokuhelfer.engine.options import EngineOptions
from dokutest.engines import HASTY

FAKE = Path(__file__).parents[2] / "engines" / "fake_language.py"

ROOMY = LanguageOptions(context=16_384, threads=1, kept=None)
"""The random model takes a token for each byte of a text."""


def fake_language(behaviour: str) -> tuple[LanguageModel, LanguageOptions]:
    """What starts ``fake_language.py`` with a behaviour."""
    model = LanguageModel("fake", FAKE, memory_mb=1, thinks=False, sha256=None)
    command = (sys.executable, str(FAKE), behaviour)
    return model, LanguageOptions(EngineOptions(command=command, timeouts=HASTY), kept=None)


@dataclass
class Scripted:
    """A language model in this process: ``reply`` gets the last line of the prompt and the
    options, ``phrase`` the last line and the text it is near to. Keeps what it was shown in
    ``prompt``, and all prompts in ``seen``."""

    reply: Callable[[str, Sequence[str]], int]
    phrase: Callable[[str, str], str] = lambda line, near: near
    prompt: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)

    def begin(self, pieces: Sequence[Piece]) -> int:
        self.prompt.clear()
        return self.append(pieces)

    def append(self, pieces: Sequence[Piece]) -> int:
        self.prompt += [f"<{piece.turn or ''}>{piece.text}" for piece in pieces]
        self.seen.append("".join(self.prompt))
        return self._tokens()

    def rewind(self, tokens: int) -> None:
        while self._tokens() > tokens:
            self.prompt.pop()

    def _tokens(self) -> int:
        """As many as German text has about."""
        return sum(max(1, len(piece) // 3) for piece in self.prompt)

    def choose(self, options: Sequence[str]) -> int:
        return self.reply("".join(self.prompt).rsplit("\n", 1)[-1], options)

    def write(
        self, most: int, stops: Sequence[str] = (), letters: str = "", near: str = ""
    ) -> Generator[str, None, object]:
        text = self.phrase("".join(self.prompt).rsplit("\n", 1)[-1], near)
        self.prompt.append(text)
        yield text
        return None
