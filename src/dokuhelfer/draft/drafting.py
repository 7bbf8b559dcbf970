"""Transcript + template → checked draft, with one of two engines behind one interface."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from dokuhelfer import __version__
from dokuhelfer.draft.bausteine import insert_bausteine, spoken_bausteine, without_unknown
from dokuhelfer.draft.check import check_draft
from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.clauses import cut
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.facts import extract_all
from dokuhelfer.draft.facts.model import Fact
from dokuhelfer.draft.head import make_head
from dokuhelfer.draft.model import Draft, DraftField, Meta
from dokuhelfer.draft.normalise import normalise
from dokuhelfer.draft.normalise.model import Normalised
from dokuhelfer.draft.template.model import Template
from dokuhelfer.transcript.model import Transcript


@dataclass(frozen=True, slots=True)
class Prepared:
    """A dictation made ready for an engine.

    ``facts[i]`` are the facts of ``clauses[i]``.
    """

    normalised: Normalised
    clauses: tuple[Clause, ...]
    facts: tuple[tuple[Fact, ...], ...]


class Structurer(Protocol):
    """A drafting engine: assigns clauses to fields and writes the statements."""

    @property
    def name(self) -> str:
        """Id of the engine as it goes into the draft: ``rules`` or ``llm``."""

    def structure(
        self, prepared: Prepared, template: Template, context: Context
    ) -> Mapping[str, DraftField]:
        """The filled fields, all of the template present."""


def prepare(transcript: Transcript, context: Context) -> Prepared:
    """Normalise, cut, extract: what both engines and the check start from."""
    normalised = normalise(transcript, context)
    clauses = cut(normalised)
    return Prepared(normalised, clauses, extract_all(clauses))


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
    return check_draft(draft, template, context)
