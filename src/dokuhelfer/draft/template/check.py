"""Every mistake of a template file at once, each with file, field, key and a suggestion."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from dokuhelfer.draft.template.check_field import check_fields
from dokuhelfer.draft.template.check_keys import check_keys, check_words
from dokuhelfer.draft.template.mistake import Mistake, Problem, closest, shown
from dokuhelfer.draft.template.model import FieldType
from dokuhelfer.draft.template.schema import ID, TEMPLATE_KEYS, UNPLACED
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.files import read_input
from dokuhelfer.resources import data_path

MAX_BYTES = 512 * 1024
"""The largest shipped template has about 20 kB; what is larger is no template."""

BASE_FOLDER = "base"
"""Word base documents lie in this folder beside the template files."""

_BASE_NAME = re.compile(r"[\w][\w .-]{0,80}\.docx", re.ASCII)

Table = dict[str, object]


def check_path(path: Path, base_folders: Sequence[Path] | None = None) -> list[Mistake]:
    """The mistakes of one template file, or of all ``*.toml`` files of a folder.

    Args:
        path: a template file or a folder of them.
        base_folders: further folders that may hold Word base documents; the one beside
            the file is always looked into. None means that of the shipped templates.

    Raises:
        DokuError: `INPUT_NOT_FOUND` when there is nothing there, `INPUT_EMPTY` for a
            folder without templates.
    """
    if not path.is_dir():
        return check_file(path, base_folders)
    files = sorted(path.glob("*.toml"))
    if not files:
        raise DokuError(Code.INPUT_EMPTY)
    return [mistake for file in files for mistake in check_file(file, base_folders)]


def check_file(path: Path, base_folders: Sequence[Path] | None = None) -> list[Mistake]:
    """All mistakes of one template file; empty when it can be used.

    Args:
        path: the file.
        base_folders: as in `check_path`.

    Raises:
        DokuError: `INPUT_NOT_FOUND` when there is no such file.
    """
    table = read_table(path)
    if isinstance(table, Mistake):
        return [table]
    if base_folders is None:
        base_folders = (data_path("templates", BASE_FOLDER),)
    return list(check_table(table, path, base_folders))


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


def check_table(table: Table, path: Path, base_folders: Sequence[Path]) -> Iterator[Mistake]:
    """The mistakes of a template's table as read from ``path``."""
    yield from check_keys(table, TEMPLATE_KEYS, path.name)
    yield from check_words(table, TEMPLATE_KEYS, path.name)
    yield from _check_id(table, path)
    yield from _check_base(table, path, base_folders)
    fields = [field for field in _listed(table.get("felder")) if isinstance(field, dict)]
    yield from check_fields(fields, path.name)
    yield from _check_default(table, fields, path.name)
    yield from _check_unplaced(table, fields, path.name)


def base_path(name: str, path: Path, base_folders: Sequence[Path]) -> Path | None:
    """Where the Word base document lies: beside the template, else in another folder."""
    for folder in (path.parent / BASE_FOLDER, *base_folders):
        if (folder / name).is_file():
            return folder / name
    return None


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _check_id(table: Table, path: Path) -> Iterator[Mistake]:
    id = table.get("id")
    if not isinstance(id, str):
        return
    if not ID.fullmatch(id):
        yield Mistake(path.name, Problem.ID_INVALID, key="id", value=shown(id))
    elif id != path.stem:
        yield Mistake(
            path.name, Problem.ID_NOT_FILE_NAME, key="id", value=id, suggestion=f"{id}.toml"
        )


def _check_base(table: Table, path: Path, base_folders: Sequence[Path]) -> Iterator[Mistake]:
    name = table.get("basis")
    if not isinstance(name, str) or not name:
        return
    if not _BASE_NAME.fullmatch(name):
        yield Mistake(path.name, Problem.BASE_NAME, key="basis", value=shown(name))
    elif base_path(name, path, base_folders) is None:
        folders = (path.parent / BASE_FOLDER, *base_folders)
        there = [file.name for folder in folders for file in sorted(folder.glob("*.docx"))]
        yield Mistake(
            path.name,
            Problem.BASE_MISSING,
            key="basis",
            value=name,
            suggestion=closest(name, there),
        )


def _check_default(table: Table, fields: Sequence[Table], file: str) -> Iterator[Mistake]:
    wanted = table.get("auffangfeld")
    if not isinstance(wanted, str):
        return
    types = {str(field.get("id")): field.get("typ") for field in fields}
    if wanted not in types:
        yield Mistake(
            file,
            Problem.DEFAULT_UNKNOWN,
            key="auffangfeld",
            value=shown(wanted),
            suggestion=closest(wanted, types),
        )
    elif types[wanted] != FieldType.TEXT.value:
        yield Mistake(file, Problem.DEFAULT_TYPE, key="auffangfeld", value=wanted)


def _check_unplaced(table: Table, fields: Sequence[Table], file: str) -> Iterator[Mistake]:
    if not isinstance(table.get("felder"), list):
        return
    last = fields[-1] if fields else {}
    if last.get("id") != UNPLACED or last.get("typ") != FieldType.LIST.value:
        yield Mistake(file, Problem.UNPLACED_MISSING, key="felder", expected=UNPLACED)
