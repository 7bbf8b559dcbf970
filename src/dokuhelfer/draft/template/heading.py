"""The top lines of the shipped templates: enough to offer one, long before it is used."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dokuhelfer.draft.template.model import Release
from dokuhelfer.resources import data_path

_FIRST_TABLE = re.compile(r"^\[", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Heading:
    """What a list of templates shows of one."""

    id: str
    title: str
    release: Release


def shipped_headings() -> Iterator[Heading]:
    """Of every template that comes with the program, by id.

    They are not checked: that all of them are sound is a matter of the program's own tests,
    unlike templates of an institution (`load.list_templates`).
    """
    for path in sorted(data_path("templates").glob("*.toml")):
        top = _top(path)
        release = Release(str(top.get("freigabe", Release.ALWAYS)))
        yield Heading(str(top["id"]), str(top["titel"]), release)


def _top(path: Path) -> dict[str, object]:
    """The values before the first table, those of the template it extends below its own."""
    text = path.read_text("utf-8-sig")
    table = _FIRST_TABLE.search(text)
    top = tomllib.loads(text[: table.start()] if table else text)
    parent = top.get("extends")
    return {**_top(path.with_name(f"{parent}.toml")), **top} if parent else top
