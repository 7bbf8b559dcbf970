"""Transcript + template → checked draft, with one of two engines behind one interface."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from dokuhelfer import __version__
from dokuhelfer.draft.bausteine import insert_bausteine, spoken_bausteine, without_unknown
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
    spoken = spoken_bausteine(transcript, template)
    prepared = prepare(without_unknown(spoken), context)
    # The check also looks at the words of Bausteine nobody knows; mostly there are none.
    heard = prepare(spoken.rest, context) if spoken.unknown else prepared
    recorded = None if context.recorded is None else context.recorded.isoformat()
    draft = Draft(
        template=template.id,
        template_version=template.version,
        engine=engine.name,
        meta=Meta(recorded=recorded, app=__version__, models=dict(models or {})),
        head=make_head(context, prepared.clauses, prepared.facts),
        transcript=transcript,
        fields=insert_bausteine(engine.structure(prepared, template, context), spoken, template),
    )
    return check_draft(draft, template, context, heard)
