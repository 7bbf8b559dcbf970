"""What a window hears while somebody dictates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dokuhelfer.engine.recorder_messages import (
    Level,
    MicrophoneLost,
    Opened,
    Paused,
    SignalChanged,
    Storage,
)
from dokuhelfer.errors import DokuError
from dokuhelfer.store.model import CaseId, Recording


class DictaphoneState(StrEnum):
    """What F9 finds."""

    IDLE = "idle"
    RECORDING = "recording"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class RecorderReplaced:
    """The recorder was lost, another goes on; `Opened` follows with its first sound."""


@dataclass(frozen=True, slots=True)
class RecordingEnded:
    """A recording is over and in the store.

    Attributes:
        recording: how it stands; None where nothing at all was recorded.
        error: why it ended, if nobody asked for it; what was said before is kept.
        stopped: somebody had ended it; the next one of its case may run already.
    """

    case: CaseId
    recording: Recording | None
    error: DokuError | None
    stopped: bool = False


DictaphoneEvent = (
    Opened
    | MicrophoneLost
    | Level
    | SignalChanged
    | Paused
    | Storage
    | RecorderReplaced
    | RecordingEnded
)
