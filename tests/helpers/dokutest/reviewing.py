"""Drafts to review: dictated here, drafted by the rules, made wrong on purpose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from dokuhelfer.draft.check import check_draft
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.drafting import make_draft
from dokuhelfer.draft.model import Draft, DraftField, Origin, Statement
from dokuhelfer.draft.rules import RulesEngine
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.draft.template.model import Template
from dokuhelfer.review.session import ReviewSession
from dokuhelfer.review.stops import StopId
from dokuhelfer.transcript.json import from_text
from dokuhelfer.transcript.model import Transcript

NOW = datetime(2026, 11, 17, 8, 14, tzinfo=UTC)
CARE = (
    "Frau Lindemann, 7 Uhr 30. Beim Waschen Schmerzen im linken Knie. Kein Fieber. "
    "Kühlpack aufgelegt, zwanzig Minuten. Die Tochter rufe ich morgen an."
)


def redraft(transcript: Transcript, template: Template, context: Context) -> Draft:
    """A draft by the rules."""
    return make_draft(transcript, template, context, RulesEngine())


def session(
    said: str = CARE, template: str = "pflegebericht", context: Context | None = None
) -> ReviewSession:
    """A review of what was said."""
    known = load_template(template)
    context = context or Context(recorded=NOW)
    return ReviewSession(redraft(from_text(said), known, context), known, context)


def with_wrong(changes: Mapping[str, str], said: str = CARE) -> ReviewSession:
    """A review of a draft in which words were replaced: text → other text."""
    good = session(said)
    fields = {id: _changed(field, changes) for id, field in good.draft.fields.items()}
    wrong = replace(good.draft, fields=fields)
    checked = check_draft(wrong, good.template, good.state.context)
    return ReviewSession(checked, good.template, good.state.context)


def with_invented(field: str, text: str, said: str = CARE) -> ReviewSession:
    """A review of a draft with a statement nobody dictated."""
    good = session(said)
    old = good.draft.fields[field]
    made = (*old.statements, Statement(text, (), Origin.LLM))
    fields = {**good.draft.fields, field: DraftField(" ".join(s.text for s in made), made)}
    checked = check_draft(replace(good.draft, fields=fields), good.template, good.state.context)
    return ReviewSession(checked, good.template, good.state.context)


def _changed(field: DraftField, changes: Mapping[str, str]) -> DraftField:
    value, statements = field.value, field.statements
    for old, new in changes.items():
        if isinstance(value, str):
            value = value.replace(old, new)
        statements = tuple(replace(one, text=one.text.replace(old, new)) for one in statements)
    return replace(field, value=value, statements=statements)


def pass_by(reading: ReviewSession, id: StopId) -> None:
    """Read a stop and confirm it."""
    reading.seen(id)
    reading.confirm(id)


def read_all(reading: ReviewSession) -> None:
    """Read and confirm everything that is open."""
    while (id := reading.progress.next) is not None:
        pass_by(reading, id)
