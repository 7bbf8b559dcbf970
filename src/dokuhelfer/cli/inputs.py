"""What a call names: text, transcripts, contexts, read with one clear error each."""

from __future__ import annotations

import sys
from pathlib import Path

from dokuhelfer import jsonio
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.json import context_from_json
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.files import MAX_TEXT_BYTES, read_input
from dokuhelfer.transcript.json import from_json, from_text
from dokuhelfer.transcript.model import Transcript

STANDARD_INPUT = "-"


def is_written(name: str) -> bool:
    """Whether an INPUT is text or a transcript rather than a recording."""
    return name == STANDARD_INPUT or Path(name).suffix.lower() in (".txt", ".json")


def read_dictation(name: str) -> Transcript:
    """A ``.txt``, a transcript ``.json`` or ``-`` (text on standard input)."""
    if name == STANDARD_INPUT:
        return _from_text(_standard_input())
    path = Path(name)
    data = read_input(path)
    if path.suffix.lower() == ".json":
        return from_json(jsonio.parse(data))
    return _from_text(data)


def read_context(path: Path | None) -> Context:
    """The context file; an empty context when none is named."""
    return Context() if path is None else context_from_json(jsonio.parse(read_input(path)))


def _standard_input() -> bytes:
    data = sys.stdin.buffer.read(MAX_TEXT_BYTES + 1)
    if len(data) > MAX_TEXT_BYTES:
        raise DokuError(Code.INPUT_TOO_LARGE, megabytes=MAX_TEXT_BYTES // 1024 // 1024)
    return data


def _from_text(data: bytes) -> Transcript:
    try:
        return from_text(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise DokuError(Code.TEXT_NOT_UTF8) from None
