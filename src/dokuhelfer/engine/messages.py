"""What parent and child say to each other: the closed set of messages.

`engine.protocol` turns them into lines and back. Dictated text travels in them and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dokuhelfer.engine.language_messages import LanguageAnswer, LanguageRequest
from dokuhelfer.engine.recorder_messages import RecorderReport, RecorderRequest
from dokuhelfer.errors import Code

VERSION = 1

MAX_BLOCK_SAMPLES = 16_000
"""The longest block of sound in one message: one second."""


class Role(StrEnum):
    """What a child is started for; it does one job and ends."""

    DECODE = "decode"
    SPEECH = "speech"
    LANGUAGE = "language"
    CAPABILITIES = "capabilities"
    SHAPE = "shape"
    ENCODER = "encoder"
    RECORD = "record"
    MICROPHONES = "microphones"
    PLAY = "play"


# --- parent to child ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Hello:
    """The first line: which protocol, which job."""

    version: int
    role: Role


@dataclass(frozen=True, slots=True)
class Probe:
    """Try to load the native ``libraries``."""

    libraries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decode:
    """Decode the sound file behind the inherited ``descriptor``, from sample ``start`` on.

    ``max_seconds`` bounds its length, ``max_memory_mb`` the child's address space.
    """

    descriptor: int
    start: int
    max_seconds: int
    max_memory_mb: int


@dataclass(frozen=True, slots=True)
class Live:
    """Text is wanted while somebody speaks.

    ``folder`` is that of a smaller model for it; None: the one model serves for both.
    """

    folder: str | None


@dataclass(frozen=True, slots=True)
class Load:
    """Load a speech model and recognise what follows, from sample ``start`` on.

    ``folder`` is an absolute path; ``hotwords`` are the words of the vocabulary;
    ``pause`` (seconds) ends an utterance, see `engine.worker.utterances`; ``pack`` lets
    several utterances share one window, see `engine.worker.packing`; ``timed`` has the model
    write times into its text, which nobody reads: one that has learnt to do without is
    quicker; ``made_up`` says that its words are, so that nobody looks whether they fit;
    ``yields``: other recognitions come first.
    """

    folder: str
    language: str
    beam_size: int
    threads: int
    pause: float
    hotwords: tuple[str, ...] = ()
    start: int = 0
    live: Live | None = None
    pack: bool = False
    timed: bool = True
    made_up: bool = False
    yields: bool = False


@dataclass(frozen=True, slots=True)
class MakeShape:
    """Write a model of the ``size`` of that name into the empty ``folder``, with the tokens of
    the model folder ``vocabulary``; see `engine.worker.shapes`."""

    size: str
    vocabulary: str
    folder: str


@dataclass(frozen=True, slots=True)
class Sound:
    """Sound from sample ``start`` on; both directions, see `dokuhelfer.audio.pcm`."""

    start: int
    pcm: bytes


@dataclass(frozen=True, slots=True)
class EndOfSound:
    """No more sound will come: finish what was spoken, then end."""


# --- child to parent ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ready:
    """The child has what it needs (the model is loaded, the file is opened).

    ``seconds`` is the length the container claims, where there is one; ``hotwords`` is how
    many of the words to expect fitted.
    """

    version: int
    seconds: float | None = None
    hotwords: int = 0


class Reason(StrEnum):
    """Why a stretch of sound became no text; the values are those of the transcript."""

    SILENCE = "silence"
    NOISE = "noise"
    REPETITION = "repetition"
    LOW_CONFIDENCE = "low_confidence"
    STOCK_PHRASE = "stock_phrase"


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """One word; times in seconds, ``p`` its probability."""

    text: str
    start: float
    end: float
    p: float


@dataclass(frozen=True, slots=True)
class Spoken:
    """One utterance as text; times in seconds from the beginning of the sound."""

    start: float
    end: float
    text: str
    words: tuple[SpokenWord, ...]


@dataclass(frozen=True, slots=True)
class Silent:
    """A stretch of sound (seconds) that became no text, and why."""

    start: float
    end: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Provisional:
    """The open utterance as it reads so far (seconds): not final, nothing is owed to it.

    Words in ``stable`` stay as long as the utterance is open, those in ``tail`` may change.
    """

    start: float
    through: float
    stable: tuple[str, ...]
    tail: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Busy:
    """Whether the model computes from here on (``now``) or waits for sound; see `engine.turns`."""

    now: bool


@dataclass(frozen=True, slots=True)
class LiveEnded:
    """No `Provisional` will come any more: this machine is too slow. `Progress` goes on."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything before sample ``through`` is dealt with; the parent may forget that sound.

    What was found there comes in the same line, so that a child that dies between two
    lines leaves neither a gap nor anything twice.
    """

    through: int
    spoken: Spoken | None = None
    silent: tuple[Silent, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """The job's result is complete; the child exits now.

    ``sample`` is the number of samples in all. ``damaged`` says that a file holds less than
    it should: it ends before the length it claims, or something in it cannot be read.
    ``lost`` is how many seconds of sound are missing, as far as that can be known.
    """

    sample: int
    damaged: bool = False
    lost: float = 0.0


@dataclass(frozen=True, slots=True)
class Failure:
    """The job cannot be done; ``params`` are those of the error message."""

    code: Code
    params: Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Capabilities:
    """Versions of the native libraries that could be loaded here, and int8 support."""

    versions: Mapping[str, str | int]
    compute_types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Encoded:
    """How many ``seconds`` a model takes to encode one window."""

    seconds: float


Message = (
    Hello
    | Probe
    | Decode
    | Load
    | MakeShape
    | Sound
    | EndOfSound
    | Ready
    | Busy
    | Provisional
    | LiveEnded
    | Progress
    | Done
    | Failure
    | Capabilities
    | Encoded
    | LanguageRequest
    | LanguageAnswer
    | RecorderRequest
    | RecorderReport
)
