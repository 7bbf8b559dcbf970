"""A checked table becomes a `Template`; nothing here can fail on a table without mistakes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dokuhelfer.draft.template.model import (
    Area,
    Choice,
    EmptyRule,
    Field,
    FieldType,
    Layout,
    Release,
    StopGroup,
    Target,
    Template,
)

# The checker has seen every value; typing them again one by one would check twice.
Table = Mapping[str, Any]


def parse(table: Table, base: Path) -> Template:
    """The template of a table that `check_table` found without mistakes."""
    return Template(
        id=table["id"],
        title=table["titel"],
        version=table["version"],
        area=Area(table["bereich"]),
        fields=_fields(table["felder"]),
        target=Target(table["ziel"]),
        layout=Layout(table["ausgabe"]),
        empty=EmptyRule(table["leer"]),
        base=base,
        release=Release(table.get("freigabe", Release.ALWAYS)),
        default_field=table.get("auffangfeld"),
        forbidden=tuple(table.get("verbotene_ableitungen", ())),
        phrases=tuple(table.get("beispiel_phrasen", ())),
        model_hints=tuple(table.get("hinweise_llm", ())),
        hint=table.get("hinweis", ""),
        hidden=tuple(_hidden(table["felder"])),
        stops=tuple(_stops(table)),
    )


def _fields(entries: Sequence[Table]) -> tuple[Field, ...]:
    return tuple(_field(entry) for entry in entries if not entry.get("ausgeblendet"))


def _stops(table: Table) -> Iterator[StopGroup]:
    """Without fields an institution leaves out; a stop of none is left out itself."""
    shown = {entry["id"] for entry in table["felder"] if not entry.get("ausgeblendet")}
    for stop in table.get("stellen", ()):
        ids = tuple(id for id in stop["felder"] if id in shown)
        if ids:
            yield StopGroup(stop["label"], ids)


def _hidden(entries: Sequence[Table], group: str = "") -> Iterator[str]:
    for entry in entries:
        if entry.get("ausgeblendet"):
            yield group + entry["id"]
        else:
            yield from _hidden(entry.get("felder", ()), f"{entry['id']}.")


def _field(table: Table) -> Field:
    return Field(
        id=table["id"],
        label=table["label"],
        type=FieldType(table["typ"]),
        required=table.get("pflicht", False),
        unit=table.get("einheit"),
        choices=tuple(_choice(entry) for entry in table.get("werte", ())),
        hint=table.get("hinweis", ""),
        cues=tuple(table.get("stichworte", ())),
        announcements=tuple(table.get("ankuendigung", ())),
        counters=tuple(table.get("gegenworte", ())),
        fact=table.get("fakt"),
        members=_fields(table.get("felder", ())),
        exported=table.get("export", True),
        limit=table.get("zeichenlimit"),
        critical=table.get("kritisch", False),
        empty=EmptyRule(table["leer"]) if "leer" in table else None,
        minimum=table.get("von"),
        maximum=table.get("bis"),
        forbidden=tuple(table.get("verboten", ())),
        default_member=table.get("auffangfeld"),
        prose=table.get("prosa", False),
    )


def _choice(entry: str | Table) -> Choice:
    if isinstance(entry, str):
        return Choice(entry)
    return Choice(entry["wert"], tuple(entry.get("stichworte", ())), entry.get("hinweis", ""))
