"""Mistakes of a template's Word base document: refused, or with places nobody fills."""

from __future__ import annotations

from dokuhelfer.document.content import (
    FIELD,
    FIELD_CONTENT,
    FIELD_LABEL,
    HEAD,
    LABEL,
    NOTES,
    NUMBER,
    ORIGIN,
    REPORT,
    TITLE,
)
from dokuhelfer.document.docx import open_base
from dokuhelfer.document.fill import place_names
from dokuhelfer.document.places import Name
from dokuhelfer.document.render import HEAD_PLACES
from dokuhelfer.document.sections import BY, WHEN, WHO
from dokuhelfer.draft.template.mistake import Mistake, Problem, closest
from dokuhelfer.draft.template.model import Field, FieldType, Template
from dokuhelfer.errors import DokuError

RESERVED = frozenset({REPORT, TITLE, ORIGIN, NOTES, FIELD, HEAD})
"""Names of places that stand for something else than a field of the template."""


def check_template_base(template: Template, file: str) -> list[Mistake]:
    """What is wrong with the base document of a template without mistakes of its own.

    Args:
        template: as loaded.
        file: name of the template file, for the mistakes.
    """
    try:
        word = open_base(template.base)
    except DokuError as error:
        reason = str(error.params.get("reason", ""))
        return [Mistake(file, Problem.BASE_REFUSED, key="basis", value=reason)]
    known = known_places(template)
    unknown = dict.fromkeys(
        str(name)
        for name in place_names(word)
        if str(name) not in known and not _is_hidden(name, template)
    )
    return [
        Mistake(
            file,
            Problem.PLACE_UNKNOWN,
            key="basis",
            value=f"{{{{{name}}}}}",
            suggestion=_suggested(name, known),
        )
        for name in unknown
    ]


def known_places(template: Template) -> frozenset[str]:
    """Every place a base document of this template may have, without braces."""
    places = {REPORT, TITLE, ORIGIN, NOTES, f"{FIELD}.{FIELD_LABEL}", f"{FIELD}.{FIELD_CONTENT}"}
    places |= {f"{HEAD}.{name}" for name in HEAD_PLACES}
    for field in template.fields:
        places |= {field.id, f"{field.id}.{LABEL}"}
        places |= {f"{field.id}.{part}" for part in _parts(field)}
    return frozenset(places)


def _is_hidden(name: Name, template: Template) -> bool:
    """Whether a place belongs to a field the institution leaves out: it stays empty."""
    return name.id in template.hidden or str(name) in template.hidden


def _parts(field: Field) -> tuple[str, ...]:
    if field.type is FieldType.GROUP:
        return tuple(member.id for member in field.members)
    if field.type in (FieldType.INT, FieldType.DECIMAL):
        return (NUMBER, WHO)
    return (WHO, WHEN, BY)


def _suggested(name: str, known: frozenset[str]) -> str | None:
    found = closest(name, sorted(known))
    return None if found is None else f"{{{{{found}}}}}"
