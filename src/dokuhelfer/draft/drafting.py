"""Transcript + template → checked draft, with one of two engines behind one interface."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from dokuhelfer import __version__
from dokuhelfer.draft.bausteine import (
    Spoken,
    insert_bausteine,
    spoken_bausteine,
    without_unknown,
)
from dokuhelfer.draft.check import check_draft
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.head import make_head
from dokuhelfer.draft.model import Draft, DraftField, Meta
from dokuhelfer.draft.prepared import Prepared, prepare
from dokuhelfer.draft.template.model import Template
from dokuhelfer.transcript.model import Transcript


class Structurer(Protocol):
    """A drafting engine: assigns clauses to fields and writes the statements."""

    @property
    def name(self) -> str:
        """Id of the engine as it goes into the draft: ``rules`` or ``llm``."""

    def structure(
        self, prepared: Prepared, template: Template, context: Context
    ) -> Mapping[str, DraftField]:
        """The filled fields, all of the template present."""

    def finish(
        self, draft: Draft, template: Template, context: Context, prepared: Prepared
    ) -> Draft:
        """The checked draft as it is handed over, perhaps in other words, and checked again."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A dictation as drafting takes it.

    Attributes:
        spoken: the calls for Bausteine in it, and what is left.
        drafted: what an engine gets; words of Bausteine nobody knows are not in it.
        checked: what the check gets, those words included.
    """

    spoken: Spoken
    drafted: Prepared
    checked: Prepared


def hear(transcript: Transcript, template: Template, context: Context) -> Heard:
    """Make a dictation ready for an engine and the check."""
    spoken = spoken_bausteine(transcript, template)
    prepared = prepare(without_unknown(spoken), context)
    # Mostly there are no unknown Bausteine.
    checked = prepare(spoken.rest, context) if spoken.unknown else prepared
    return Heard(spoken, prepared, checked)


def make_draft(
    transcript: Transcript,
    template: Template,
    context: Context,
    engine: Structurer,
    models: Mapping[str, str | None] | None = None,
) -> Draft:
    """The checked draft.

    Args:
        models: ids of the models used and their SHA-256 (None where not known), for ``meta``.
    """
    heard = hear(transcript, template, context)
    prepared = heard.drafted
    recorded = None if context.recorded is None else context.recorded.isoformat()
    draft = Draft(
        template=template.id,
        template_version=template.version,
        engine=engine.name,
        meta=Meta(recorded=recorded, app=__version__, models=dict(models or {})),
        head=make_head(context, prepared.clauses, prepared.facts),
        transcript=transcript,
        fields=insert_bausteine(
            engine.structure(prepared, template, context), heard.spoken, template
        ),
    )
    checked = check_draft(draft, template, context, heard.checked)
    return engine.finish(checked, template, context, heard.checked)
