"""A released draft as plain text: for the clipboard, whole or field by field (ui.md §2.9).

The text comes from the same tree as the Word document, so that both say the same words.
Nothing is ever cut: a limit only counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from dokuhelfer.document.tree import Document, Run, Section
from dokuhelfer.draft.model import Draft
from dokuhelfer.draft.template.model import Area, Layout, Template
from dokuhelfer.review.decision import Refusal, Refused, Release

_TIME = "uhrzeit"
_PERSON = "person"
_NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class FieldText:
    """One field as it goes into a field of the target system.

    Attributes:
        limit: most characters that takes; None for any number.
    """

    field: str
    label: str
    text: str
    limit: int | None = None

    @property
    def length(self) -> int:
        """Characters as a target counts them: code points, line ends as one."""
        return len(self.text)

    @property
    def too_many(self) -> int:
        """How many characters are over the limit; nothing is cut."""
        return 0 if self.limit is None else max(0, self.length - self.limit)


@dataclass(frozen=True, slots=True)
class ClipboardText:
    """The whole text. ``limit`` and ``too_many`` as of `FieldText`."""

    text: str
    limit: int | None = None

    @property
    def length(self) -> int:
        """Characters as a target counts them."""
        return len(self.text)

    @property
    def too_many(self) -> int:
        """How many characters are over the limit; nothing is cut."""
        return 0 if self.limit is None else max(0, self.length - self.limit)


def paragraph(
    draft: Draft,
    template: Template,
    release: Release,
    *,
    lead: str = "",
    limit: int | None = None,
) -> ClipboardText:
    """The whole report as one paragraph in reading order, the KI line at its end.

    Args:
        lead: what the paragraph begins with, such as a Kürzel; the person's name is never in
            it, it stands in the record that the text is pasted into.
        limit: most characters the target takes.

    Raises:
        Refused: `OTHER_DRAFT` where the release does not cover this draft.
    """
    document = _document(draft, template, release)
    shown = [one for one in document.sections if one.id not in (_TIME, _PERSON) and one.runs]
    named = template.layout is Layout.FIELDS
    body = " ".join(_closed(_said(one, named=named or not one.prose)) for one in shown)
    text = ": ".join(part for part in (_lead(lead, document.sections), body) if part)
    late = _plain(document.head.get("nachtrag", ()))
    if late:
        text = f"Nachtrag {late}: {text}" if late != "ja" else f"Nachtrag: {text}"
    return ClipboardText(f"{text} {document.origin}".strip(), limit)


def field_texts(draft: Draft, template: Template, release: Release) -> tuple[FieldText, ...]:
    """Each filled field in the order of the template, for a form; the KI line last.

    Raises:
        Refused: `OTHER_DRAFT` where the release does not cover this draft.
    """
    document = _document(draft, template, release)
    made = [
        FieldText(one.id, one.label, _plain(one.runs), template.field(one.id).limit)
        for one in document.sections
        if one.runs and one.id in template.field_ids
    ]
    return (*made, FieldText("", "Hinweis zur Entstehung", document.origin))


def file_stem(template: Template, when: datetime, number: int = 1) -> str:
    """Name for a file without an ending: kind, day and time of signing, never a person.

    Args:
        when: of signing, in local time.
        number: version of the report; from 2 on it is named.
    """
    later = f"_v{number}" if number > 1 else ""
    return f"{when:%Y-%m-%d_%H%M}_{template.id}{later}"


def folder_name(template: Template, when: datetime) -> str:
    """Folder for such files: area and month, „pflege-2026-11“."""
    area = "pflege" if template.area is Area.PFLEGE else "beratung"
    return f"{area}-{when:%Y-%m}"


def _document(draft: Draft, template: Template, release: Release) -> Document:
    """The rendered document without what says only that something is not there."""
    if not release.covers(draft):
        raise Refused(Refusal.OTHER_DRAFT)
    # Here, as the window knows this module at its start and makes no text then.
    from dokuhelfer.document.render import render

    document = render(draft, template, release)
    origin = document.origin.replace(_NO_BREAK, " ")
    kept = tuple(one for one in document.sections if not one.omitted and not _is_note(one))
    return replace(document, sections=kept, origin=origin)


def _is_note(section: Section) -> bool:
    """„nicht diktiert“ belongs on a form, not into a sentence."""
    return bool(section.runs) and all(run.note for run in section.runs)


def _lead(lead: str, sections: Sequence[Section]) -> str:
    time = next((_plain(one.runs) for one in sections if one.id == _TIME), "")
    return ", ".join(part for part in (lead.strip(), time) if part)


def _said(section: Section, *, named: bool) -> str:
    text = _plain(section.runs).replace("\n", "; " if not section.prose else " ")
    return f"{section.label}: {text}" if named else text


def _closed(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…", "“")) else f"{text}."


def _plain(runs: Sequence[Run]) -> str:
    """Runs as text; a no-break blank would be a strange character in another program."""
    return "".join(run.text for run in runs).replace(_NO_BREAK, " ").strip()
