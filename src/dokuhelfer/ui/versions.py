"""What was signed of a case before, as the store has it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from dokuhelfer import jsonio
from dokuhelfer.draft.read_json import draft_from_json
from dokuhelfer.review.decision import Refused, release
from dokuhelfer.review.signed import Signed, VersionKind
from dokuhelfer.store.case import Case
from dokuhelfer.store.model import Document, State

translate = QCoreApplication.translate


def signed_before(case: Case) -> tuple[Signed, ...]:
    """The signed versions of a case, the oldest first; one that cannot be read is left out.

    Raises:
        DokuError: what `Case.load` raises.
    """
    return tuple(_signed(case))


def _signed(case: Case) -> Iterator[Signed]:
    corrections = 0
    for version in case.info.versions:
        kind = VersionKind(version.kind.value)
        content = case.load(Document.RELEASED, version.number)
        if version.state is not State.SIGNED or version.signed_at is None or not content:
            continue
        draft = draft_from_json(jsonio.parse(content))
        try:
            made = release(draft, version.signed_by, version.signed_at)
        except Refused:
            continue
        corrections += kind is VersionKind.CORRECTION
        number = 1 + corrections if kind is VersionKind.CORRECTION else 1
        yield Signed(number, kind, draft, made)


def title_of(kind: VersionKind, title: str, when: datetime) -> str:
    """„Nachtrag: Pflegebericht vom 17.11.2026, 08:14 Uhr“."""
    text = translate("Reading", "Berichtigung: {title} vom {when} Uhr")
    if kind is VersionKind.ADDENDUM:
        text = translate("Reading", "Nachtrag: {title} vom {when} Uhr")
    return text.format(title=title, when=f"{when:%d.%m.%Y, %H:%M}")
