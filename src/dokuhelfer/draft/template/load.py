"""Finding templates: institution before user before shipped, the earlier one wins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from dokuhelfer.draft.template.bausteine import load_bausteine
from dokuhelfer.draft.template.check import base_path, read_whole, template_files
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
                return load_file(path, everywhere)
        raise DokuError(Code.TEMPLATE_UNKNOWN, template=id)
    raise DokuError(Code.TEMPLATE_UNKNOWN)


def load_file(path: Path, folders: Sequence[Path] = ()) -> Template:
    """The template of one file.

    Args:
        folders: template folders in the order in which they win, for parents and bases.

    Raises:
        DokuError: `INPUT_NOT_FOUND`; `TEMPLATE_BROKEN` with the number of mistakes,
            which `check.check_file` lists.
    """
    whole = read_whole(path, folders)
    base = base_path(str(whole.table.get("basis")), path, folders)
    if whole.mistakes or base is None:
        raise _broken(path, len(whole.mistakes))
    made = parse(whole.table, base.absolute())
    return replace(made, bausteine=load_bausteine((path.parent, *folders), made.id))


def list_templates(folders: Sequence[Path] = ()) -> tuple[Template, ...]:
    """Every template there is, each id once, sorted by id; the earlier folder wins.

    A broken file is left out: `check.check_path` says what is wrong with it.
    """
    everywhere = _with_shipped(folders)
    winners: dict[str, Path] = {}
    for folder in everywhere:
        for path in template_files(folder):
            winners.setdefault(path.stem, path)
    found: list[Template] = []
    for id in sorted(winners):
        try:
            found.append(load_file(winners[id], everywhere))
        except DokuError as error:
            if error.code not in (Code.TEMPLATE_BROKEN, Code.INPUT_NOT_FOUND):
                raise
    return tuple(found)


def _with_shipped(folders: Sequence[Path]) -> tuple[Path, ...]:
    return (*folders, shipped_folder())


def _broken(path: Path, mistakes: int) -> DokuError:
    if ID.fullmatch(path.stem):
        return DokuError(Code.TEMPLATE_BROKEN, template=path.stem, mistakes=mistakes)
    return DokuError(Code.TEMPLATE_BROKEN, mistakes=mistakes)
