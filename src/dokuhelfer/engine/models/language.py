"""The language model a draft is made with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A GGUF file that passed the folder check.

    Attributes:
        id: its name in the catalogue; goes into drafts and messages.
        file: the weights, absolute.
        memory_mb: what work with it needs, in MB, loading included.
        thinks: it writes its thoughts before an answer unless told otherwise.
        sha256: of the file as the catalogue has it; None when it has none.
    """

    id: str
    file: Path
    memory_mb: int
    thinks: bool
    sha256: str | None
