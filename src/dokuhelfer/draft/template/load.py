"""Finding templates: institution before user before shipped, the earlier one wins."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dokuhelfer.draft.template.check import (
    BASE_FOLDER,
    base_path,
    check_table,
    read_table,
)
from dokuhelfer.draft.template.mistake import Mistake
from dokuhelfer.draft.template.model import Template
from dokuhelfer.draft.template.parse import parse
from dokuhelfer.draft.template.schema import ID
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.resources import data_path


def shipped_folder() -> Path:
    """The folder of the templates that come with the program."""
    return data_path("templates")


def load_template(id: str, folders: Sequence[Path] = ()) -> Template:
    """The template of that id from the first folder that has one, else the shipped one.

    Args:
        id: a template id; anything that is none is unknown, never a path.
        folders: the institution's and the user's folders, in this order.

    Raises:
        DokuError: `TEMPLATE_UNKNOWN`, or `TEMPLATE_BROKEN` when the file that wins has
            mistakes; it is never passed over in favour of a later folder, because an
            institution's form silently replaced by another one would be filed.
    """
    everywhere = _with_shipped(folders)
    if ID.fullmatch(id):
        for folder in everywhere:
            path = folder / f"{id}.toml"
            if path.is_file():
                return load_file(path, _bases(everywhere))
        raise DokuError(Code.TEMPLATE_UNKNOWN, template=id)
    raise DokuError(Code.TEMPLATE_UNKNOWN)


def load_file(path: Path, base_folders: Sequence[Path] = ()) -> Template:
    """The template of one file.

    Raises:
        DokuError: `INPUT_NOT_FOUND`; `TEMPLATE_BROKEN` with the number of mistakes,
            which `check.check_file` lists.
    """
    table = read_table(path)
    if isinstance(table, Mistake):
        raise _broken(path, 1)
    mistakes = list(check_table(table, path, base_folders))
    base = base_path(str(table.get("basis")), path, base_folders)
    if mistakes or base is None:
        raise _broken(path, len(mistakes))
    return parse(table, base.absolute())


def list_templates(folders: Sequence[Path] = ()) -> tuple[Template, ...]:
    """Every template there is, each id once, sorted by id; the earlier folder wins.

    A broken file is left out: `check.check_path` says what is wrong with it.
    """
    everywhere = _with_shipped(folders)
    winners: dict[str, Path] = {}
    for folder in everywhere:
        for path in sorted(folder.glob("*.toml")):
            winners.setdefault(path.stem, path)
    found: list[Template] = []
    for id in sorted(winners):
        try:
            found.append(load_file(winners[id], _bases(everywhere)))
        except DokuError as error:
            if error.code not in (Code.TEMPLATE_BROKEN, Code.INPUT_NOT_FOUND):
                raise
    return tuple(found)


def _with_shipped(folders: Sequence[Path]) -> tuple[Path, ...]:
    return (*folders, shipped_folder())


def _bases(folders: Sequence[Path]) -> tuple[Path, ...]:
    return tuple(folder / BASE_FOLDER for folder in folders)


def _broken(path: Path, mistakes: int) -> DokuError:
    if ID.fullmatch(path.stem):
        return DokuError(Code.TEMPLATE_BROKEN, template=path.stem, mistakes=mistakes)
    return DokuError(Code.TEMPLATE_BROKEN, mistakes=mistakes)
