"""The signed text as one paragraph for the record, and what goes along with it."""

from __future__ import annotations

from collections.abc import Iterator

from dokuhelfer.draft import german
from dokuhelfer.draft.model import Draft, FieldStatus, GroupEntry, Value
from dokuhelfer.draft.template.model import Field, FieldType, Template
from dokuhelfer.review.decision import Release
from dokuhelfer.review.signing import Signed

_NOT_IN_PARAGRAPH = frozenset({"person"})


def paragraph(draft: Draft, template: Template) -> str:
    """All confirmed content in reading order; the time of the event leads."""
    return " ".join(_pieces(draft, template))


def _pieces(draft: Draft, template: Template) -> Iterator[str]:
    for field in template.fields:
        content = draft.fields[field.id]
        if content.value is None or content.status is FieldStatus.REJECTED:
            continue
        if field.id in _NOT_IN_PARAGRAPH or not field.exported:
            continue
        text = _written(content.value, field)
        if field.type is FieldType.TIME:
            yield f"{text}:"
        elif field.type in (FieldType.TEXT, FieldType.LIST):
            yield text
        else:
            yield _labelled(field, text)


def _written(value: Value, field: Field) -> str:
    if isinstance(value, tuple):
        return "; ".join(filter(None, (_entry(one, field) for one in value)))
    return "" if value is None else german.written(value, field).replace("\u00a0", " ")


def _entry(entry: str | GroupEntry, field: Field) -> str:
    """An item of a list, or an entry of a group: its members one after the other."""
    if isinstance(entry, str):
        return entry
    return ", ".join(
        german.written(value, member).replace("\u00a0", " ")
        for member in field.members
        if (value := entry.get(member.id)) is not None
    )


def _labelled(field: Field, text: str) -> str:
    return f"{field.label}: {text}."


def ai_line(release: Release) -> str:
    """That local AI helped and a person answers for the text."""
    when = f"{release.when:%d.%m.%Y, %H:%M} Uhr"
    return (
        "Aus eigenem Diktat mit lokaler KI-Unterstützung erstellt; geprüft und abgezeichnet: "
        f"{release.initials}, {when}."
    )


def clipboard_text(signed: Signed, template: Template) -> str:
    """What goes into the clipboard."""
    return f"{paragraph(signed.draft, template)}\n{ai_line(signed.release)}"


def file_name(signed: Signed, template: Template) -> str:
    """Without a name: the template and the moment of signing."""
    return f"{signed.release.when:%Y-%m-%d_%H%M}_{template.id}.docx"
