"""What parent and child say to each other: one JSON object per line, closed sets, strict.

Both sides use this module. A line that is too long, is not JSON, names no known message,
or lacks, adds or mistypes a key is a `ProtocolError`: the side that reads it trusts the
other no further. Dictated text travels here and nowhere else.
"""

from __future__ import annotations

import base64
import binascii
import json
import math
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

from dokuhelfer.errors import Code

VERSION = 1

MAX_LINE = 256 * 1024
"""Bytes of the longest line either side accepts: half a second of sound takes 22 kB, the
words of a 25 s utterance less than 20 kB, a vocabulary of 1,000 words about 30 kB."""

MAX_BLOCK_SAMPLES = 16_000
"""The longest block of sound in one message: one second."""


class ProtocolError(Exception):
    """The other side broke the protocol. Carries no content of the line."""


class Role(StrEnum):
    """What a child is started for; it does one job and ends."""

    DECODE = "decode"
    SPEECH = "speech"
    CAPABILITIES = "capabilities"


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
class Load:
    """Load a speech model and recognise what follows, from sample ``start`` on.

    ``folder`` is an absolute path; ``hotwords`` are the words of the vocabulary;
    ``pause`` (seconds) ends an utterance, see `engine.worker.utterances`.
    """

    folder: str
    language: str
    beam_size: int
    threads: int
    pause: float
    hotwords: tuple[str, ...] = ()
    start: int = 0


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

    ``seconds`` is the length the container claims, where there is one.
    """

    version: int
    seconds: float | None = None


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


Message = (
    Hello
    | Probe
    | Decode
    | Load
    | Sound
    | EndOfSound
    | Ready
    | Progress
    | Done
    | Failure
    | Capabilities
)

_KINDS: dict[str, type[Any]] = {kind.__name__: kind for kind in get_args(Message)}


def encode(message: Message) -> bytes:
    """The line for ``message``, newline included."""
    body = {"message": type(message).__name__} | _plain_fields(message)
    line = json.dumps(body, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    data = line.encode("utf-8") + b"\n"
    if len(data) > MAX_LINE:
        raise ProtocolError("line too long")
    return data


def decode(line: bytes) -> Message:
    """The message of one line.

    Raises:
        ProtocolError: the line is none.
    """
    if len(line) > MAX_LINE:
        raise ProtocolError("line too long")
    if not line.endswith(b"\n"):
        raise ProtocolError("half a line")
    try:
        body = json.loads(line)
    except (ValueError, RecursionError):
        raise ProtocolError("not JSON") from None
    if not isinstance(body, dict):
        raise ProtocolError("not an object")
    kind = _KINDS.get(str(body.pop("message", None)))
    if kind is None:
        raise ProtocolError("unknown message")
    message: Message = _read_dataclass(kind, body)
    return message


def _plain_fields(value: Any) -> dict[str, Any]:
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return _plain_fields(value)
    return value


def _read_dataclass(kind: type[Any], body: Any) -> Any:
    if not isinstance(body, dict):
        raise ProtocolError("object expected")
    hints = get_type_hints(kind)
    if body.keys() != hints.keys():
        raise ProtocolError("wrong keys")
    return kind(**{name: _read(hint, body[name]) for name, hint in hints.items()})


def _read(hint: Any, value: Any) -> Any:
    reader = _SCALARS.get(hint)
    if reader is not None:
        return reader(value)
    origin = get_origin(hint)
    if origin in (types.UnionType, Union):
        return _read_optional(hint, value)
    if origin is tuple:
        return tuple(_read(get_args(hint)[0], item) for item in _of_type(list, value))
    if origin is not None and issubclass(origin, Mapping):
        return _read_params(value)
    if issubclass(hint, StrEnum):
        return _read_member(hint, value)
    return _read_dataclass(hint, value)


def _read_optional(hint: Any, value: Any) -> Any:
    (inner,) = (option for option in get_args(hint) if option is not type(None))
    return None if value is None else _read(inner, value)


def _read_member(hint: type[StrEnum], value: Any) -> StrEnum:
    try:
        return hint(_of_type(str, value))
    except ValueError:
        raise ProtocolError("unknown member") from None


def _read_params(value: Any) -> dict[str, str | int]:
    for item in _of_type(dict, value).values():
        if type(item) not in (str, int):
            raise ProtocolError("wrong parameter")
    params: dict[str, str | int] = value
    return params


def _of_type(kind: type[Any], value: Any) -> Any:
    if type(value) is not kind:
        raise ProtocolError("wrong type")
    return value


def _read_float(value: Any) -> float:
    if type(value) not in (int, float) or not math.isfinite(value):
        raise ProtocolError("wrong type")
    return float(value)


def _read_bytes(value: Any) -> bytes:
    try:
        return base64.b64decode(_of_type(str, value), validate=True)
    except (binascii.Error, ValueError):
        raise ProtocolError("wrong bytes") from None


_SCALARS: dict[Any, Callable[[Any], Any]] = {
    int: lambda value: _of_type(int, value),
    str: lambda value: _of_type(str, value),
    bool: lambda value: _of_type(bool, value),
    float: _read_float,
    bytes: _read_bytes,
}
