"""`extends`: a child's table laid over its parent's, before the whole is checked and typed.

A parent is looked for in the child's own folder and those behind it (institution, user,
shipped), never before it: an institution cannot change a shipped template by accident. A child
with its parent's own id is looked for behind its own folder only, so that a file
``pflegebericht.toml`` with ``extends = "pflegebericht"`` changes the shipped one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from dokuhelfer.draft.template.schema import ADDED, ID, UNPLACED

Table = dict[str, object]

_JOINED = ("verbotene_ableitungen", "beispiel_phrasen", "hinweise_llm")
"""Lists of a template that a child adds to: what must not be inferred stays so."""


def find_parent(id: str, path: Path, folders: Sequence[Path]) -> Path | None:
    """The file of the parent ``id`` for the child at ``path``; None when there is none.

    Args:
        folders: all template folders in the order in which they win.
    """
    if not ID.fullmatch(id):
        return None
    behind = _behind(path.parent, folders)
    candidates = behind if id == path.stem else (path.parent, *behind)
    return next((f / f"{id}.toml" for f in candidates if (f / f"{id}.toml").is_file()), None)


def _behind(folder: Path, folders: Sequence[Path]) -> tuple[Path, ...]:
    resolved = [other.resolve() for other in folders]
    if folder.resolve() not in resolved:
        return tuple(folders)
    return tuple(folders[resolved.index(folder.resolve()) + 1 :])


def merge(child: Mapping[str, object], parent: Mapping[str, object]) -> Table:
    """The child laid over the parent; both without mistakes of form."""
    merged: Table = dict(parent)
    for key, value in child.items():
        if key not in ("extends", "reihenfolge", "felder"):
            merged[key] = value
    for key in _JOINED:
        if key in child:
            merged[key] = _joined(parent.get(key), child[key])
    fields = merge_fields(tables(child.get("felder")), tables(parent.get("felder")))
    merged["felder"] = _in_order(fields, _texts(child.get("reihenfolge")))
    return merged


def merge_fields(own: Sequence[Table], inherited: Sequence[Table]) -> list[Table]:
    """Fields (or members of a group) of a child laid over those of its parent.

    A new field comes before ``nicht_zugeordnet``, or behind the one that `nach` names.
    """
    fields = [dict(field) for field in inherited]
    for field in own:
        at = next((i for i, known in enumerate(fields) if known.get("id") == field["id"]), None)
        made = _changed(field, {} if at is None else fields[at])
        if at is not None and "nach" not in field:
            fields[at] = made
            continue
        if at is not None:
            del fields[at]
        fields.insert(_position(fields, field.get("nach")), made)
    return fields


def tables(value: object) -> list[Table]:
    """The tables of a list in a TOML file, whatever else stands there left out."""
    entries = value if isinstance(value, list) else []
    return [entry for entry in entries if isinstance(entry, dict)]


def _texts(value: object) -> list[str]:
    entries = value if isinstance(value, list) else []
    return [entry for entry in entries if isinstance(entry, str)]


def _joined(inherited: object, own: object) -> list[str]:
    return list(dict.fromkeys([*_texts(inherited), *_texts(own)]))


def _changed(own: Table, inherited: Table) -> Table:
    made = dict(inherited)
    for key, value in own.items():
        if key == "felder" and inherited:
            made[key] = merge_fields(tables(value), tables(inherited.get(key)))
        elif key != "nach" and key not in ADDED:
            made[key] = value
    for key, target in ADDED.items():
        if key in own:
            combine = _more_choices if target == "werte" else _joined
            made[target] = combine(made.get(target), own[key])
    return made


def _more_choices(inherited: object, own: object) -> list[object]:
    """A value that is there already gets the further cues; others come behind."""
    merged = {_value(entry): entry for entry in _list(inherited)}
    for entry in _list(own):
        before = merged.get(_value(entry))
        if isinstance(entry, dict) and before is not None:
            old = before if isinstance(before, dict) else {"stichworte": [_value(entry).lower()]}
            cues = _joined(old.get("stichworte"), entry.get("stichworte"))
            entry = {**old, **entry, "stichworte": cues}
        merged[_value(entry)] = entry
    return list(merged.values())


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _value(entry: object) -> str:
    return str(entry.get("wert")) if isinstance(entry, dict) else str(entry)


def _position(fields: Sequence[Table], after: object) -> int:
    ids = [field.get("id") for field in fields]
    if after in ids:
        return ids.index(after) + 1
    return ids.index(UNPLACED) if UNPLACED in ids else len(ids)


def _in_order(fields: list[Table], first: Sequence[str]) -> list[Table]:
    """The fields named in `reihenfolge` first, the others as they stood, the last one last."""
    rank = {id: number for number, id in enumerate(first)}
    last = len(rank)

    def place(field: Table) -> int:
        id = str(field.get("id"))
        return last + 1 if id == UNPLACED else rank.get(id, last)

    return sorted(fields, key=place)
