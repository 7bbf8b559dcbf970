"""A draft and its template become the neutral document; every rule of output is here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from dokuhelfer.document.sections import section
from dokuhelfer.document.tree import HEAD_FIELDS, Document, Run, Section
from dokuhelfer.draft import german
from dokuhelfer.draft.model import Draft
from dokuhelfer.draft.template.model import Layout, Template
from dokuhelfer.draft.template.schema import UNPLACED
from dokuhelfer.review.decision import Release

UNREVIEWED = "Ungeprüfter Entwurf"

HEAD_PLACES = (
    "einrichtung",
    "bereich",
    "person",
    "fallnummer",
    "datum",
    "uhrzeit",
    "schicht",
    "dokumentiert_am",
    "name",
    "qualifikation",
    "handzeichen",
    "nachtrag",
)
"""Names of the places ``{{kopf.…}}``."""

_SHIFTS: Mapping[str, str] = {
    "frueh": "Frühdienst",
    "spaet": "Spätdienst",
    "nacht": "Nachtdienst",
}


def render(
    draft: Draft, template: Template, release: Release | None, institution: str = ""
) -> Document:
    """The document of a draft.

    Args:
        release: None makes it an *ungeprüfter Entwurf*. The caller has made sure that
            it covers the draft.
        institution: name for the head; "" leaves the place to the base document.
    """
    sections = tuple(
        section(field, draft, template, marked=release is None)
        for field in template.fields
        if field.exported and field.id != UNPLACED
    )
    hidden = tuple(Section(id, "", omitted=True) for id in template.hidden)
    return Document(
        title=german.clean(template.title),
        head=_head(draft, sections, release, institution),
        sections=(*sections, *hidden),
        running=template.layout is Layout.RUNNING,
        notes=_notes(draft),
        origin=_origin(draft, release),
        mark=UNREVIEWED if release is None else None,
        properties=_properties(draft, release),
    )


def _head(
    draft: Draft, sections: tuple[Section, ...], release: Release | None, institution: str
) -> Mapping[str, tuple[Run, ...]]:
    head = draft.head
    documented = _documented(draft, release)
    days = " oder ".join(german.day(choice) for choice in head.date_choices)
    values = {
        "einrichtung": institution,
        "bereich": head.unit or "",
        "fallnummer": head.case or "",
        "datum": german.day(head.date) if head.date else days,
        "uhrzeit": german.clock(head.time or ""),
        "schicht": _SHIFTS.get(head.shift or "", head.shift or ""),
        "dokumentiert_am": german.moment(documented) if documented else "",
        "name": head.author or "",
        "qualifikation": head.role or "",
        "handzeichen": release.initials if release else "",
        "nachtrag": _late(draft, documented),
        "person": "",
    }
    runs = {key: (Run(german.clean(value)),) if value else () for key, value in values.items()}
    return runs | {found.id: found.runs for found in sections if found.id in HEAD_FIELDS}


def _documented(draft: Draft, release: Release | None) -> datetime | None:
    """When it was written down: at release, else when it was dictated."""
    if release is not None:
        return release.when
    if draft.meta.recorded is None:
        return None
    try:
        return datetime.fromisoformat(draft.meta.recorded)
    except ValueError:
        return None


def _late(draft: Draft, documented: datetime | None) -> str:
    """„vom … zu …“ of a late entry (domain.md §3, R17)."""
    if not draft.head.late:
        return ""
    day = german.day(draft.head.date) if draft.head.date else ""
    parts = (f"vom {documented:%d.%m.%Y}" if documented else "", f"zu {day}" if day else "")
    return " ".join(part for part in parts if part) or "ja"


def _notes(draft: Draft) -> tuple[str, ...]:
    unplaced = draft.fields.get(UNPLACED)
    if unplaced is None or not isinstance(unplaced.value, tuple):
        return ()
    count = len(unplaced.value)
    stated = "1 Angabe" if count == 1 else f"{count} Angaben"
    return (f"{stated} ohne Feld: nicht übernommen.",)


def _origin(draft: Draft, release: Release | None) -> str:
    """The visible line on how the text came about (domain.md §3, R19)."""
    made = (
        "Aus eigenem Diktat mit lokaler KI-Unterstützung erstellt"
        if draft.engine == "llm"
        else "Mit lokaler Spracherkennung erstellt"
    )
    if release is None:
        return f"{UNREVIEWED}. {made}."
    seen = f"{german.clean(release.initials)}, {german.moment(release.when)}"
    return f"{made}; geprüft und abgezeichnet: {seen}."


def _properties(draft: Draft, release: Release | None) -> Mapping[str, str]:
    """Machine-readable marks (domain.md §3); ids and versions only."""
    models = "; ".join((*sorted(draft.meta.models), f"engine {draft.engine}"))
    values = {
        "KI-unterstuetzt": "ja",
        "Modell": models,
        "Vorlage": f"{draft.template} {draft.template_version}",
        "Version": draft.meta.app,
        "Status": "geprueft" if release else "ungeprueft",
    }
    return {key: german.clean(value) for key, value in values.items()}
