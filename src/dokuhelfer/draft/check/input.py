"""What is checked: any draft as a list of statements with their JSON pointers.

Tolerant by contract (design, "check"): a wrong type or an unknown field becomes a
``type`` finding, never an exception.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.stated import Stated, statements_given
from dokuhelfer.draft.model import FORMAT, Finding, Kind, Severity, Span
from dokuhelfer.draft.template.model import Field, FieldType, Template

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_SHOWN = 120
"""Most characters of a value of wrong type that a finding repeats."""
_BOUNDARY = re.compile(r"(?<=[.!?])[“”\"]?\s+(?=[„\"A-ZÄÖÜ0-9])|\n+")
_NO_BOUNDARY = re.compile(
    r"(?:\b(?:ca|dr|fr|hr|prof|li|re|bds|tel|bzw|ggf|ggfs|inkl|str|nr|evtl|bew|min|max|lt|vgl|sog"
    r"|bzgl|zzgl|exkl|einschl|entspr|insb|insbes|mind|urspr|vorauss|zw|tgl|wchtl|mtl|jährl"
    r"|std|sek|tbl|tabl|trpf|btl|amp|kps|stk|pkg|pat|kl|bt|schw|psych|dipl|päd"
    r"|geb|verh|gesch|verst|ehem|ges|unters|wdh|hd|abs|ziff|[a-zäöü])|\d)\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Item:
    """One statement of the draft.

    Attributes:
        field: template field (the group for a member).
        member: what it stands in: the field itself or the member of its group.
        entry: number of the group entry, None outside of groups.
        text: the statement as it stands in the draft.
        value: the typed value; None for prose.
        spans: evidence that came with the draft.
    """

    field: Field
    member: Field
    path: str
    text: str
    value: str | int | float | None = None
    entry: int | None = None
    spans: tuple[Span, ...] = ()

    @property
    def typed(self) -> bool:
        """Whether it is a value rather than prose."""
        return self.value is not None

    def finding(
        self, kind: Kind, sentence: Sentence, severity: Severity = Severity.BLOCK, **words: str
    ) -> Finding:
        """A finding about this statement."""
        detail = sentence.fill(**words)
        return Finding(self.field.id, self.path, self.text, kind, severity, detail)


@dataclass(frozen=True, slots=True)
class Statements:
    """The statements of a draft, and what had the wrong type."""

    items: tuple[Item, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class PlainDraft:
    """A draft as another program writes it: template id and field values."""

    template: str
    fields: Mapping[str, object]
    stated: tuple[Stated, ...] = ()
    """The statements of a ``dokuhelfer.draft/1``; none in a plain draft."""


def plain_draft(data: object) -> PlainDraft | None:
    """The draft in a JSON object, plain or ``dokuhelfer.draft/1``; None where it is neither."""
    if not isinstance(data, Mapping):
        return None
    template, fields = data.get("template"), data.get("fields")
    if not isinstance(template, str) or not isinstance(fields, Mapping):
        return None
    if data.get("format", FORMAT) != FORMAT:
        return None
    stated: tuple[Stated, ...] = ()
    if "format" in data:
        stated = tuple(statements_given(fields))
        fields = {key: _value_of(item) for key, item in fields.items()}
    return PlainDraft(template, {str(key): value for key, value in fields.items()}, stated)


def _value_of(item: object) -> object:
    return item.get("value") if isinstance(item, Mapping) and "value" in item else item


def statements(template: Template, fields: Mapping[str, object]) -> Statements:
    """Every statement of ``fields`` in the template's order, then what is unknown."""
    items: list[Item] = []
    findings: list[Finding] = []
    known = {field.id: field for field in template.fields}
    for id, field in known.items():
        for found in _field(field, fields.get(id)):
            (items if isinstance(found, Item) else findings).append(found)  # type: ignore[arg-type]
    for id, value in fields.items():
        if id not in known:
            findings.append(_wrong(id, f"/{_escape(id)}", value, Sentence.UNKNOWN_FIELD))
    return Statements(tuple(items), tuple(findings))


def _escape(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1")


def _json(value: object) -> str:
    """A value of wrong type as the file writes it."""
    try:
        return json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError, RecursionError):
        return "{}" if isinstance(value, Mapping) else "[]"


def _wrong(field: str, path: str, value: object, sentence: Sentence) -> Finding:
    text = value if isinstance(value, str) else _json(value)
    return Finding(field, path, text[:_SHOWN], Kind.TYPE, Severity.BLOCK, sentence.fill())


def _field(field: Field, value: object) -> Iterator[Item | Finding]:
    path = f"/{_escape(field.id)}"
    if value is None:
        return
    if field.type is FieldType.GROUP:
        yield from _group(field, path, value)
    elif field.type is FieldType.LIST:
        yield from _list(field, path, value)
    else:
        yield from _single(field, field, path, value, None)


def _list(field: Field, path: str, value: object) -> Iterator[Item | Finding]:
    if not _is_row(value):
        yield _wrong(field.id, path, value, Sentence.WRONG_TYPE)
        return
    for number, element in enumerate(_row(value)):
        if isinstance(element, str):
            yield from _prose(field, field, f"{path}/{number}", element, None)
        else:
            yield _wrong(field.id, f"{path}/{number}", element, Sentence.WRONG_TYPE)


def _group(field: Field, path: str, value: object) -> Iterator[Item | Finding]:
    if not _is_row(value):
        yield _wrong(field.id, path, value, Sentence.WRONG_TYPE)
        return
    members = {member.id: member for member in field.members}
    for number, entry in enumerate(_row(value)):
        at = f"{path}/{number}"
        if not isinstance(entry, Mapping):
            yield _wrong(field.id, at, entry, Sentence.WRONG_TYPE)
            continue
        for id, content in entry.items():
            where = f"{at}/{_escape(str(id))}"
            member = members.get(id)
            if member is None:
                yield _wrong(field.id, where, content, Sentence.UNKNOWN_FIELD)
            else:
                yield from _single(field, member, where, content, number)


def _is_row(value: object) -> bool:
    return isinstance(value, list | tuple)


def _row(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else ()


def _single(
    field: Field, member: Field, path: str, value: object, entry: int | None
) -> Iterator[Item | Finding]:
    if value is None or value == "":
        return
    if member.type is FieldType.TEXT:
        if isinstance(value, str):
            yield from _prose(field, member, path, value, entry)
        else:
            yield _wrong(field.id, path, value, Sentence.WRONG_TYPE)
        return
    typed = _typed(member, value)
    if typed is None:
        yield _wrong(field.id, path, value, Sentence.WRONG_TYPE)
    else:
        yield Item(field, member, path, str(value), typed, entry)


def _typed(member: Field, value: object) -> str | int | float | None:
    """The value if it is of the member's type, else None."""
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        return value if _fits(member, value) else None
    if member.type is FieldType.INT:
        return value if isinstance(value, int) else None
    if member.type is FieldType.DECIMAL and isinstance(value, int | float):
        return value if math.isfinite(value) else None
    return None


def _fits(member: Field, value: str) -> bool:
    if member.type is FieldType.TIME:
        return _TIME.fullmatch(value) is not None
    if member.type is FieldType.CHOICE:
        return any(choice.value == value for choice in member.choices)
    return member.type is FieldType.DATE and _is_date(value)


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _prose(field: Field, member: Field, path: str, text: str, entry: int | None) -> Iterator[Item]:
    parts = [text] if member.id == "person" else sentences(text)
    for part in parts:
        if part.strip():
            yield Item(field, member, path, part.strip(), None, entry)


def sentences(text: str) -> list[str]:
    """The sentences of a text; abbreviations and quotations stay whole."""
    found: list[str] = []
    start = 0
    for boundary in _BOUNDARY.finditer(text):
        before = text[start : boundary.end()].rstrip()
        inside = before.count("„") > before.count("“") + before.count("”")
        if "\n" not in boundary[0] and (_NO_BOUNDARY.search(before) or inside):
            continue
        found.append(text[start : boundary.end()])
        start = boundary.end()
    found.append(text[start:])
    return found
