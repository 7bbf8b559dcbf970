"""JSON in and out, strict where a hostile or broken file would hurt later."""

from __future__ import annotations

import json
from typing import NoReturn

from dokuhelfer.errors import Code, DokuError


def parse(data: bytes) -> object:
    """One JSON document in UTF-8 (a byte order mark is allowed).

    Refused as `JSON_BROKEN`: wrong encoding, syntax errors, NaN and infinities, lone
    surrogates (they could not be written back), nesting or digits without end.
    """
    try:
        text = data.decode("utf-8-sig")
        value: object = json.loads(text, parse_constant=_refuse)
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        raise DokuError(Code.JSON_BROKEN) from None
    return value


def dump(value: object) -> bytes:
    """One JSON document, readable, UTF-8, ending with a line end."""
    return (json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode("utf-8")


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)
