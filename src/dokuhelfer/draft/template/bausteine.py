"""``bausteine.toml``: an institution's own sentences beside its templates.

A Baustein holds no numbers and no names: it is inserted for every person alike, and whoever
says „Baustein Lagerung“ has not said a value.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from dokuhelfer.draft.template.check_keys import check_keys, check_words
from dokuhelfer.draft.template.extend import Table, tables
from dokuhelfer.draft.template.mistake import Mistake, Problem, shown
from dokuhelfer.draft.template.model import Baustein
from dokuhelfer.draft.template.read import read_table
from dokuhelfer.draft.template.schema import BAUSTEIN_KEYS, BAUSTEINE_KEYS, ID

FILE = "bausteine.toml"


def load_bausteine(folders: Sequence[Path], template: str) -> tuple[Baustein, ...]:
    """The Bausteine for a template from all folders; of one id the earlier folder's.

    A file with mistakes gives none: its words then stay in the draft as they were said.
    """
    found: dict[str, Baustein] = {}
    for folder in dict.fromkeys(folders):
        path = folder / FILE
        if not path.is_file() or check_bausteine(path):
            continue
        table = read_table(path)
        entries = tables(table["baustein"]) if not isinstance(table, Mistake) else []
        for baustein in map(_parsed, entries):
            found.setdefault(baustein.id, baustein)
    return tuple(b for b in found.values() if not b.templates or template in b.templates)


def _parsed(entry: Table) -> Baustein:
    return Baustein(
        id=str(entry["id"]),
        cues=tuple(_texts(entry["stichworte"])),
        text=str(entry["text"]).strip(),
        field=str(entry["feld"]) if "feld" in entry else None,
        templates=tuple(_texts(entry.get("vorlagen"))),
    )


def _texts(value: object) -> list[str]:
    return [str(entry) for entry in value] if isinstance(value, list) else []


def check_bausteine(path: Path) -> list[Mistake]:
    """All mistakes of a file of Bausteine; empty when it can be used.

    Raises:
        DokuError: `INPUT_NOT_FOUND` when there is no such file.
    """
    table = read_table(path)
    if isinstance(table, Mistake):
        return [table]
    mistakes = list(check_keys(table, BAUSTEINE_KEYS, path.name))
    entries = tables(table.get("baustein"))
    for number, entry in enumerate(entries, start=1):
        mistakes.extend(_check_entry(entry, number, path.name))
    return [*mistakes, *_check_unique(entries, path.name)]


def _check_entry(entry: Table, number: int, file: str) -> Iterator[Mistake]:
    id = entry.get("id")
    name = id if isinstance(id, str) and ID.fullmatch(id) else f"#{number}"
    yield from check_keys(entry, BAUSTEIN_KEYS, file, name)
    yield from check_words(entry, BAUSTEIN_KEYS, file, name)
    if isinstance(id, str) and not ID.fullmatch(id):
        yield Mistake(file, Problem.ID_INVALID, name, "id", shown(id))
    text = entry.get("text")
    if isinstance(text, str):
        # Here, as it takes the whole normaliser, and most institutions have no such file.
        from dokuhelfer.draft.template.bausteine_facts import values_and_names

        for problem, said in values_and_names(text):
            yield Mistake(file, problem, name, "text", shown(said))


def _check_unique(entries: Sequence[Table], file: str) -> Iterator[Mistake]:
    ids: set[object] = set()
    cues: set[str] = set()
    for number, entry in enumerate(entries, start=1):
        id = entry.get("id")
        if isinstance(id, str) and id in ids:
            yield Mistake(file, Problem.ID_DUPLICATE, f"#{number}", "id", shown(id))
        ids.add(id if isinstance(id, str) else None)
        for cue in _texts(entry.get("stichworte")):
            if cue in cues:
                yield Mistake(file, Problem.CUE_TAKEN, f"#{number}", "stichworte", shown(cue))
            cues.add(cue)
