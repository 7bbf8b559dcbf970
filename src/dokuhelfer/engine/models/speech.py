"""The speech model a recognition runs with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SpeechModel:
    """A CTranslate2 Whisper folder that passed the folder check.

    Attributes:
        id: its name in the catalogue; goes into transcripts and messages.
        path: the folder, absolute. faster-whisper takes a path that is no folder for
            a name to download (inference.md §1.9, 1), so it is never relative.
        mels: mel bands the model expects: 80, or 128 for large-v3 and turbo.
        memory_mb: what recognition with it needs, in MB, beam 5 included.
        is_demo: True for the synthetic demo model, which understands no people.
        sha256: of ``model.bin`` as the catalogue has it; None when it has none.
        is_shape: True for one without knowledge that says made-up words at made-up times, to
            measure speed and memory with.
    """

    id: str
    path: Path
    mels: int
    memory_mb: int
    is_demo: bool
    sha256: str | None
    is_shape: bool = False
