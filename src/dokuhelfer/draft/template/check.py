"""Every mistake of a template file at once, each with file, field, key and a suggestion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dokuhelfer.draft.template.bausteine import FILE as BAUSTEINE
from dokuhelfer.draft.template.bausteine import check_bausteine
from dokuhelfer.draft.template.check_extend import check_against, check_form
from dokuhelfer.draft.template.check_field import check_fields
from dokuhelfer.draft.template.check_keys import check_keys, check_words
from dokuhelfer.draft.template.check_stops import check_stops
from dokuhelfer.draft.template.extend import Table, find_parent, merge, tables
from dokuhelfer.draft.template.mistake import Mistake, Problem, closest, shown
from dokuhelfer.draft.template.model import FieldType
from dokuhelfer.draft.template.read import read_table
from dokuhelfer.draft.template.schema import ID, TEMPLATE_KEYS, UNPLACED
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.resources import data_path

BASE_FOLDER = "base"
"""Word base documents lie in this folder beside the template files."""

_BASE_NAME = re.compile(r"[\w][\w .-]{0,80}\.docx", re.ASCII)


def check_path(path: Path, folders: Sequence[Path] | None = None) -> list[Mistake]:
    """The mistakes of one template file, or of all ``*.toml`` files of a folder.

    Args:
        path: a template file or a folder of them.
        folders: further template folders, in the order in which they win, for parents and
            Word base documents; the file's own folder is always looked into. None means
            the folder of the shipped templates.

    Raises:
        DokuError: `INPUT_NOT_FOUND` when there is nothing there, `INPUT_EMPTY` for a
            folder without templates.
    """
    if not path.is_dir():
        return check_file(path, folders)
    files = sorted(path.glob("*.toml"))
    if not files:
        raise DokuError(Code.INPUT_EMPTY)
    return [mistake for file in files for mistake in check_file(file, folders)]


def template_files(folder: Path) -> list[Path]:
    """The template files of a folder, sorted; the file of Bausteine is none."""
    return [path for path in sorted(folder.glob("*.toml")) if path.name != BAUSTEINE]


def check_file(path: Path, folders: Sequence[Path] | None = None) -> list[Mistake]:
    """All mistakes of one template file; empty when it can be used.

    Args:
        path: the file.
        folders: as in `check_path`.

    Raises:
        DokuError: `INPUT_NOT_FOUND` when there is no such file.
    """
    if path.name == BAUSTEINE:
        return check_bausteine(path)
    if folders is None:
        folders = (data_path("templates"),)
    return list(read_whole(path, folders).mistakes)


@dataclass(frozen=True, slots=True)
class Whole:
    """A template's table with all it takes from its parents, and what is wrong with it."""

    table: Table
    mistakes: tuple[Mistake, ...]


def read_whole(path: Path, folders: Sequence[Path], children: tuple[Path, ...] = ()) -> Whole:
    """The table of a template file, laid over its parents' where it extends one.

    Args:
        folders: as in `check_path`.
        children: the files on the way to this one, to find a circle.

    Raises:
        DokuError: `INPUT_NOT_FOUND` when there is no such file.
    """
    table = read_table(path)
    if isinstance(table, Mistake):
        return Whole({}, (table,))
    if "extends" not in table:
        return Whole(table, tuple(check_table(table, path, folders)))
    return _extended(table, path, folders, children)


def _extended(
    table: Table, path: Path, folders: Sequence[Path], children: tuple[Path, ...]
) -> Whole:
    mistakes = tuple(check_form(table, path.name))
    if mistakes:
        return Whole(table, mistakes)
    name = str(table["extends"])
    found = find_parent(name, path, folders)
    if found is None:
        return Whole(table, (_no_parent(name, path, folders),))
    if found.resolve() in {known.resolve() for known in (*children, path)}:
        circle = Mistake(path.name, Problem.EXTENDS_CYCLE, key="extends", value=shown(name))
        return Whole(table, (circle,))
    parent = read_whole(found, folders, (*children, path))
    if parent.mistakes:
        broken = Mistake(path.name, Problem.EXTENDS_BROKEN, key="extends", value=shown(name))
        # A circle is told where it was found as well as where it was entered.
        circles = (m for m in parent.mistakes if m.problem is Problem.EXTENDS_CYCLE)
        return Whole(table, (next(circles, broken),))
    mistakes = tuple(check_against(table, parent.table, path.name))
    if mistakes:
        return Whole(table, mistakes)
    whole = merge(table, parent.table)
    return Whole(whole, tuple(check_table(whole, path, folders)))


def _no_parent(name: str, path: Path, folders: Sequence[Path]) -> Mistake:
    if name == path.stem:
        return Mistake(path.name, Problem.EXTENDS_CYCLE, key="extends", value=shown(name))
    everywhere = {f.stem for folder in (path.parent, *folders) for f in template_files(folder)}
    known = sorted(everywhere - {path.stem})
    return Mistake(
        path.name,
        Problem.EXTENDS_UNKNOWN,
        key="extends",
        value=shown(name),
        expected=", ".join(known),
        suggestion=closest(name, known),
    )


def check_table(table: Table, path: Path, folders: Sequence[Path]) -> Iterator[Mistake]:
    """The mistakes of a template's whole table as read from ``path``."""
    yield from check_keys(table, TEMPLATE_KEYS, path.name)
    yield from check_words(table, TEMPLATE_KEYS, path.name)
    yield from _check_id(table, path)
    yield from _check_base(table, path, folders)
    fields = [field for field in _listed(table.get("felder")) if isinstance(field, dict)]
    yield from check_fields(fields, path.name)
    yield from _check_default(table, fields, path.name)
    yield from _check_unplaced(table, fields, path.name)
    yield from _check_hidden(table, fields, path.name)
    yield from check_stops(tables(table.get("stellen")), fields, path.name)


def base_path(name: str, path: Path, folders: Sequence[Path]) -> Path | None:
    """Where the Word base document lies: beside the template, else in another folder."""
    for folder in (path.parent, *folders):
        if (folder / BASE_FOLDER / name).is_file():
            return folder / BASE_FOLDER / name
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


def _check_base(table: Table, path: Path, folders: Sequence[Path]) -> Iterator[Mistake]:
    name = table.get("basis")
    if not isinstance(name, str) or not name:
        return
    if not _BASE_NAME.fullmatch(name):
        yield Mistake(path.name, Problem.BASE_NAME, key="basis", value=shown(name))
    elif base_path(name, path, folders) is None:
        bases = [folder / BASE_FOLDER for folder in (path.parent, *folders)]
        there = [file.name for base in bases for file in sorted(base.glob("*.docx"))]
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


def _check_hidden(table: Table, fields: Sequence[Table], file: str) -> Iterator[Mistake]:
    """What is required, or takes what has no other place, cannot be left out."""
    for field in fields:
        needed = bool(field.get("pflicht")) or field.get("id") in (
            UNPLACED,
            table.get("auffangfeld"),
        )
        if field.get("ausgeblendet") is True and needed:
            yield Mistake(file, Problem.HIDDEN_NEEDED, shown(field.get("id")), "ausgeblendet")
