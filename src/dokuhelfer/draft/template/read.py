"""A template file as a TOML table, or the one mistake that keeps it from being one."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from dokuhelfer.draft.template.extend import Table
from dokuhelfer.draft.template.mistake import Mistake, Problem
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.files import read_input

MAX_BYTES = 512 * 1024
"""The largest shipped template has about 20 kB; what is larger is no template."""


def read_table(path: Path) -> Table | Mistake:
    """The file's TOML table, or the one mistake that keeps it from being one."""
    try:
        content = read_input(path, MAX_BYTES)
    except DokuError as error:
        if error.code is Code.INPUT_NOT_FOUND:
            raise
        too_large = error.code is Code.INPUT_TOO_LARGE
        return Mistake(path.name, Problem.TOO_LARGE if too_large else Problem.UNREADABLE)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Mistake(path.name, Problem.NOT_UTF8)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        return Mistake(path.name, Problem.NOT_TOML, value=line[1] if line else "")
    except (RecursionError, ValueError):
        # Arrays nested a thousand deep, numbers of ten thousand digits.
        return Mistake(path.name, Problem.NOT_TOML)
