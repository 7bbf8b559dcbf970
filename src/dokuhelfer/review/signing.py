"""Signing off: versions, corrections and Nachträge (domain.md §3 R16, R17, R20)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from dokuhelfer import __version__
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.model import Draft, DraftField, FieldStatus, Head, Meta, Origin, Statement
from dokuhelfer.draft.template.model import Template
from dokuhelfer.review.decision import Refusal, Refused, release
from dokuhelfer.review.dictation import Dictation
from dokuhelfer.review.signed import Signed, VersionKind
from dokuhelfer.review.state import State, settled, with_mark
from dokuhelfer.transcript.model import Transcript


def empty_draft(template: Template, context: Context) -> Draft:
    """A sheet nobody dictated: for typing instead of speaking, and for a Nachtrag."""
    recorded = context.recorded
    fields = {field.id: DraftField() for field in template.fields}
    if context.person and "person" in fields:
        chosen = Statement(context.person, (), Origin.SELECTED)
        fields["person"] = DraftField(context.person, (chosen,))
    return Draft(
        template=template.id,
        template_version=template.version,
        engine="rules",
        meta=Meta(None if recorded is None else recorded.isoformat(), __version__),
        head=Head(
            date=None if recorded is None else recorded.date().isoformat(),
            shift=None if context.shift is None else context.shift.value,
            unit=context.unit,
            case=context.case,
            author=context.author,
            role=context.role,
        ),
        transcript=Transcript(()),
        fields=fields,
    )


def opened(state: State, before: Sequence[Signed], kind: VersionKind) -> State:
    """A state to begin with.

    A correction begins as it was signed: all of it decided. A Nachtrag is a late entry for
    the day of what it belongs to.

    Raises:
        Refused: `OTHER_DRAFT` for a correction of anything but the version signed last.
    """
    if kind is not VersionKind.CORRECTION:
        draft = state.draft
        fields = {
            id: replace(field, status=FieldStatus.OPEN, statements=_unanswered(field))
            for id, field in draft.fields.items()
        }
        draft = replace(draft, fields=fields)
        if kind is VersionKind.ADDENDUM and before:
            head = replace(draft.head, late=True, date=before[0].draft.head.date)
            draft = replace(draft, head=head)
        return settled(replace(state, draft=_checked_if_silent(draft, state)))
    if not before or not before[-1].release.covers(state.draft):
        raise Refused(Refusal.OTHER_DRAFT)
    for place in state.places():
        state = with_mark(state, place, decided=True)
    return settled(state)


def _unanswered(field: DraftField) -> tuple[Statement, ...]:
    """What a person answered for elsewhere, nobody has answered for here."""
    return tuple(replace(one, vouched=()) for one in field.statements)


def _checked_if_silent(draft: Draft, state: State) -> Draft:
    """A sheet without a dictation still says what is required."""
    if draft.transcript.has_words:
        return draft
    return Dictation(draft.transcript, state.template, state.context).checked(draft)


def signed(
    state: State, kind: VersionKind, before: Sequence[Signed], initials: str, when: datetime
) -> Signed:
    """The version that a person signs now. Every stop has been decided.

    Raises:
        Refused: what `decision.release` refuses; `SAME_WORDS` for a correction of nothing;
            `NOTHING_SAID` for a sheet without content.
    """
    draft = state.draft
    if all(field.value is None for field in draft.fields.values()):
        raise Refused(Refusal.NOTHING_SAID)
    if before and kind is VersionKind.CORRECTION and draft.fields == before[-1].draft.fields:
        raise Refused(Refusal.SAME_WORDS)
    bare = replace(draft, transcript=Transcript(()), uncovered=())
    number = 1 if kind is not VersionKind.CORRECTION else len(before) + 1
    return Signed(number, kind, bare, release(bare, initials, when))
