"""Mistakes of `stellen`: fields that are read and confirmed together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dokuhelfer.draft.template.check_keys import check_keys
from dokuhelfer.draft.template.mistake import Mistake, Problem, closest, shown
from dokuhelfer.draft.template.model import FieldType
from dokuhelfer.draft.template.schema import STOP_KEYS

Table = Mapping[str, object]

KEY = "stellen"
_ROWS = frozenset({FieldType.GROUP.value, FieldType.LIST.value})
"""Each of their rows is a stop of its own already."""


def check_stops(stops: Sequence[Table], fields: Sequence[Table], file: str) -> Iterator[Mistake]:
    """Unknown fields, fields that have rows, and fields in two stops."""
    types = {str(field.get("id")): field.get("typ") for field in fields}
    taken: set[str] = set()
    for stop in stops:
        yield from check_keys(stop, STOP_KEYS, file, KEY)
        for id in _ids(stop):
            if id not in types:
                suggestion = closest(id, types)
                yield Mistake(file, Problem.STOP_UNKNOWN, KEY, "felder", shown(id), "", suggestion)
            elif types[id] in _ROWS:
                yield Mistake(file, Problem.STOP_ROWS, KEY, "felder", shown(id))
            elif id in taken:
                yield Mistake(file, Problem.STOP_TWICE, KEY, "felder", shown(id))
            taken.add(id)


def _ids(stop: Table) -> list[str]:
    listed = stop.get("felder")
    entries = listed if isinstance(listed, list) else []
    return [entry for entry in entries if isinstance(entry, str)]
