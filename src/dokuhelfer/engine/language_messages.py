"""What parent and child of the language job say to each other; part of `engine.messages`.

The parent asks, the child answers each question once; only `Halt`, `Wait` and `GoOn` may come in
between.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Turn(StrEnum):
    """Who speaks from here on. The child has the model's own tokens for it; no text has."""

    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the prompt: plain text, with the change of speaker before it if any.

    Whatever stands in ``text`` stays text, control tokens spelled out included.
    """

    text: str
    turn: Turn | None = None


# --- parent to child ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LoadLanguage:
    """Load a language model.

    Attributes:
        file: absolute path of the GGUF file.
        sha256: of the file, which is refused where it has another; None: not known.
        folder: absolute; what need not be worked out anew the next time is kept there, no
            word that anybody said among it. None: nothing is kept.
        context, batch: most tokens in all, and in one step.
        thinks: the model writes its thoughts first unless told that it already has.
    """

    file: str
    sha256: str | None
    folder: str | None
    context: int
    batch: int
    threads: int
    thinks: bool


@dataclass(frozen=True, slots=True)
class Begin:
    """Forget everything and begin with the fixed part of a prompt.

    Its computed state is kept, so nothing anybody said may be in ``pieces``.
    """

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Append:
    """More of the prompt."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Rewind:
    """Forget everything behind the first ``tokens`` tokens."""

    tokens: int


@dataclass(frozen=True, slots=True)
class Choose:
    """Which of the options goes on best? The prompt stays as it was."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Write:
    """Go on writing: ``most`` tokens at most, and not beyond one of ``stops``.

    Attributes:
        letters: the only characters that may be written; empty: any.
        near: what is written is likely to repeat parts of this text, which then takes fewer
            steps. The text written is the same without it.
    """

    most: int
    stops: tuple[str, ...]
    letters: str = ""
    near: str = ""


@dataclass(frozen=True, slots=True)
class Recite:
    """Write exactly ``text``, with all the work that writing it would be: for measuring."""

    text: str
    near: str


@dataclass(frozen=True, slots=True)
class Halt:
    """Leave off what you are doing; nothing of it stays. Idle children do not mind."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Compute nothing more until `GoOn`: somebody else has to. Questions are kept."""


@dataclass(frozen=True, slots=True)
class GoOn:
    """Compute again."""


# --- child to parent ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Held:
    """The prompt has ``tokens`` tokens now; ``restored``: without computing them."""

    tokens: int
    restored: bool = False


@dataclass(frozen=True, slots=True)
class TooLong:
    """It does not fit: the prompt would have ``tokens`` tokens of ``most``. Nothing of it
    was taken."""

    tokens: int
    most: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """The index of the option."""

    option: int


@dataclass(frozen=True, slots=True)
class Wrote:
    """The next characters written."""

    text: str


class Stop(StrEnum):
    """Why writing ended."""

    END = "end"
    STOP = "stop"
    MOST = "most"


@dataclass(frozen=True, slots=True)
class Written:
    """All is written; it stays in the prompt, which has ``tokens`` tokens now.

    ``steps`` are the computations it took: one a token, fewer where guesses were right.
    """

    stop: Stop
    tokens: int
    steps: int


@dataclass(frozen=True, slots=True)
class Halted:
    """Left off, as asked."""


LanguageRequest = (
    LoadLanguage | Begin | Append | Rewind | Choose | Write | Recite | Halt | Wait | GoOn
)
LanguageAnswer = Held | TooLong | Chosen | Wrote | Written | Halted
