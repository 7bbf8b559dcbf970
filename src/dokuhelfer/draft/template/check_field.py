"""Mistakes of the fields of a template file and of the members of its groups."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from dokuhelfer.draft.facts.names import FactName
from dokuhelfer.draft.template.check_keys import check_keys, check_words
from dokuhelfer.draft.template.mistake import Mistake, Problem, closest, shown
from dokuhelfer.draft.template.model import FieldType
from dokuhelfer.draft.template.schema import (
    CHOICE_KEYS,
    FIELD_KEYS,
    ID,
    KEYS_OF_TYPE,
    NUMBERS,
    TYPES_OF_FACT,
)

_WITHOUT_UMLAUTS = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"}

Table = Mapping[str, object]


def check_fields(fields: Sequence[Table], file: str, group: str | None = None) -> Iterator[Mistake]:
    """The mistakes of a list of fields; ``group`` names the group they are members of."""
    seen: set[str] = set()
    for number, field in enumerate(fields, start=1):
        name = _name(field, number, group)
        yield from check_keys(field, FIELD_KEYS, file, name)
        yield from check_words(field, FIELD_KEYS, file, name)
        yield from _check_id(field, seen, file, name)
        yield from _check_type(field, file, name, member=group is not None)
        yield from _check_fact(field, file, name)
        yield from _check_limits(field, file, name)


def _name(field: Table, number: int, group: str | None) -> str:
    id = field.get("id")
    own = id if isinstance(id, str) and ID.fullmatch(id) else f"#{number}"
    return own if group is None else f"{group}.{own}"


def _type(field: Table) -> FieldType | None:
    name = field.get("typ")
    if not isinstance(name, str) or name not in {member.value for member in FieldType}:
        return None
    return FieldType(name)


def _check_id(field: Table, seen: set[str], file: str, name: str) -> Iterator[Mistake]:
    id = field.get("id")
    if not isinstance(id, str):
        return
    if not ID.fullmatch(id):
        yield Mistake(file, Problem.ID_INVALID, name, "id", shown(id), suggestion=repaired_id(id))
    elif id in seen:
        yield Mistake(file, Problem.ID_DUPLICATE, name, "id", id)
    seen.add(id)


def repaired_id(id: str) -> str | None:
    """The id that a name such as „Größe der Wunde“ was probably meant to be."""
    plain = id.lower().translate(_WITHOUT_UMLAUTS)
    plain = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    return plain if ID.fullmatch(plain) else None


def _check_type(field: Table, file: str, name: str, *, member: bool) -> Iterator[Mistake]:
    written = field.get("typ")
    if not isinstance(written, str):
        return
    type = _type(field)
    if type is None:
        known = [known.value for known in FieldType]
        yield Mistake(
            file,
            Problem.TYPE_UNKNOWN,
            name,
            "typ",
            shown(written),
            ", ".join(known),
            closest(written, known),
        )
        return
    for key, types in KEYS_OF_TYPE.items():
        if key in field and type not in types:
            fitting = ", ".join(sorted(types))
            yield Mistake(file, Problem.KEY_MISPLACED, name, key, type.value, fitting)
    if type is FieldType.CHOICE:
        yield from _check_choices(field, file, name)
    if type is FieldType.GROUP:
        yield from _check_group(field, file, name, member=member)


def _check_choices(field: Table, file: str, name: str) -> Iterator[Mistake]:
    choices = field.get("werte")
    if not isinstance(choices, list) or not choices:
        yield Mistake(file, Problem.CHOICES_MISSING, name, "werte")
        return
    seen: set[str] = set()
    for choice in choices:
        value = choice.get("wert") if isinstance(choice, dict) else choice
        if isinstance(choice, dict):
            yield from check_keys(choice, CHOICE_KEYS, file, name)
            yield from check_words(choice, CHOICE_KEYS, file, name)
        if not isinstance(value, str) or not value.strip():
            yield Mistake(file, Problem.CHOICE_FORM, name, "werte", shown(value))
        elif value in seen:
            yield Mistake(file, Problem.CHOICE_DUPLICATE, name, "werte", shown(value))
        else:
            seen.add(value)


def _check_group(field: Table, file: str, name: str, *, member: bool) -> Iterator[Mistake]:
    if member:
        yield Mistake(file, Problem.GROUP_NESTED, name, "typ")
        return
    listed = field.get("felder")
    entries = listed if isinstance(listed, list) else []
    members = [entry for entry in entries if isinstance(entry, dict)]
    if not members:
        yield Mistake(file, Problem.GROUP_EMPTY, name, "felder")
        return
    yield from check_fields(members, file, name)
    wanted = field.get("auffangfeld")
    texts = [str(entry.get("id")) for entry in members if entry.get("typ") == FieldType.TEXT.value]
    if isinstance(wanted, str) and wanted not in texts:
        yield Mistake(
            file,
            Problem.DEFAULT_UNKNOWN,
            name,
            "auffangfeld",
            shown(wanted),
            ", ".join(texts),
            closest(wanted, texts),
        )


def _check_fact(field: Table, file: str, name: str) -> Iterator[Mistake]:
    written = field.get("fakt")
    if not isinstance(written, str):
        return
    known = [fact.value for fact in FactName]
    if written not in known:
        yield Mistake(
            file,
            Problem.FACT_UNKNOWN,
            name,
            "fakt",
            shown(written),
            ", ".join(known),
            closest(written, known),
        )
        return
    type, fitting = _type(field), TYPES_OF_FACT[FactName(written)]
    if type is not None and type not in fitting:
        expected = ", ".join(sorted(fitting))
        yield Mistake(file, Problem.FACT_TYPE, name, "fakt", written, expected)


def _check_limits(field: Table, file: str, name: str) -> Iterator[Mistake]:
    given = [key for key in ("von", "bis") if key in field]
    type = _type(field)
    if given and type is not None and type not in NUMBERS:
        yield Mistake(file, Problem.LIMITS_TYPE, name, given[0], type.value)
    low, high = field.get("von"), field.get("bis")
    if isinstance(low, int | float) and isinstance(high, int | float) and low > high:
        yield Mistake(file, Problem.LIMITS_INVERTED, name, "von", f"{low} > {high}")
