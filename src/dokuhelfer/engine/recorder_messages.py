"""What a recorder and its parent say to each other, beside `Sound`, `Done` and `Failure`.

The parent hands the reports on as they are: they are also the events a window gets.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

# --- parent to recorder ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Record:
    """Open the microphone and record into the inherited ``descriptor``, behind its header.

    Attributes:
        header, key: of the recording (`security.envelope`).
        microphone: name of the wanted one; "" for the system's default. Where it is not
            there, another one is taken: a recording with the wrong microphone can be heard.
        first: number of the first sample.
        silence: seconds without speech after which recording pauses by itself; 0: never.
        tone: whether a short tone says when to speak.
    """

    descriptor: int
    header: bytes
    key: bytes
    microphone: str
    first: int
    silence: float
    tone: bool = False


@dataclass(frozen=True, slots=True)
class PauseRecording:
    """Close the microphone until `ResumeRecording`."""


@dataclass(frozen=True, slots=True)
class ResumeRecording:
    """Open the microphone again."""


@dataclass(frozen=True, slots=True)
class UseMicrophone:
    """Go on with another microphone; "" for the system's default."""

    name: str


@dataclass(frozen=True, slots=True)
class StopRecording:
    """Record the tail (`recorder.session.TAIL`), end the recording in order, say `Done`."""


RecorderRequest = Record | PauseRecording | ResumeRecording | UseMicrophone | StopRecording


# --- recorder to parent: also the events a window gets -----------------------------------


@dataclass(frozen=True, slots=True)
class Microphone:
    """A microphone as the system calls it."""

    name: str
    is_default: bool


@dataclass(frozen=True, slots=True)
class Microphones:
    """All microphones there are now."""

    all: tuple[Microphone, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """The first sound of a microphone came: it really records. Time for the tone.

    Attributes:
        name: of the microphone.
        wanted: whether it is the one that was asked for.
        gap: seconds that were lost since another one went away.
    """

    name: str
    wanted: bool
    gap: float


@dataclass(frozen=True, slots=True)
class MicrophoneLost:
    """The microphone is gone (unplugged, taken by another program). The recording waits,
    and goes on with the next microphone that can be had: then `Opened` comes."""

    name: str


@dataclass(frozen=True, slots=True)
class Level:
    """The last 50 ms: peak and mean power in dBFS, -96 (silence) to 0."""

    peak: float
    rms: float


class Signal(StrEnum):
    """What the last three seconds were like."""

    GOOD = "good"
    NONE = "none"
    """Nothing at all: muted, or the wrong socket."""
    TOO_QUIET = "too_quiet"
    TOO_LOUD = "too_loud"


@dataclass(frozen=True, slots=True)
class SignalChanged:
    """Comes when it changes; GOOD is what every recording begins with."""

    signal: Signal


@dataclass(frozen=True, slots=True)
class Paused:
    """The microphone is closed. ``by_silence``: nobody asked; nobody spoke."""

    by_silence: bool


@dataclass(frozen=True, slots=True)
class Storage:
    """``failing``: what is said can no longer be written (disk full); it is held in memory and
    tried again every second. Up to sample ``kept`` it is on the disk."""

    failing: bool
    kept: int


RecorderReport = Microphones | Opened | MicrophoneLost | Level | SignalChanged | Paused | Storage
