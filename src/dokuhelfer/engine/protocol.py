"""How messages travel: one JSON object per line, closed sets, strict.

Both sides use this module. A line that is too long, is not JSON, names no known message,
or lacks, adds or mistypes a key is a `ProtocolError`: the side that reads it trusts the
other no further.
"""

from __future__ import annotations

import base64
import binascii
import json
import math
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

from dokuhelfer.engine.messages import Message

MAX_LINE = 256 * 1024
"""Bytes of the longest line either side accepts: half a second of sound takes 22 kB, the
words of a 25 s utterance less than 20 kB, a vocabulary of 1,000 words about 30 kB."""


class ProtocolError(Exception):
    """The other side broke the protocol. Carries no content of the line."""


_HINTS: dict[type[Any], dict[str, Any]] = {}

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
    hints = _hints(kind)
    if body.keys() != hints.keys():
        raise ProtocolError("wrong keys")
    return kind(**{name: _read(hint, body[name]) for name, hint in hints.items()})


def _hints(kind: type[Any]) -> dict[str, Any]:
    """The types of its fields; kept, as Python compiles them anew each time it is asked."""
    if kind not in _HINTS:
        _HINTS[kind] = get_type_hints(kind)
    return _HINTS[kind]


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
