"""The engine ``llm``: typed fields, persons and groups as the rules find them, every other
clause where the model points. It quotes; nothing the model says becomes text of a draft."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dokuhelfer.draft.context import Context
from dokuhelfer.draft.llm.interview import Interview, Progress
from dokuhelfer.draft.llm.language import Language
from dokuhelfer.draft.llm.placing import PlacingByModel
from dokuhelfer.draft.model import DraftField
from dokuhelfer.draft.rules import draft_rules
from dokuhelfer.draft.template.model import Template

if TYPE_CHECKING:
    from dokuhelfer.draft.prepared import Prepared


class LlmEngine:
    """Drafts with a language model.

    Args:
        language: the model; it may fail with `DokuError` at any time, and so may drafting.
        progress: hears how many clauses are decided.
    """

    name = "llm"

    def __init__(self, language: Language, progress: Progress = lambda done, total: None) -> None:
        self._language = language
        self._progress = progress

    def structure(
        self, prepared: Prepared, template: Template, context: Context
    ) -> Mapping[str, DraftField]:
        """The filled fields, all of the template present."""
        interview = Interview(self._language, template, prepared.clauses, self._progress)
        placing = PlacingByModel(interview)
        return draft_rules(prepared.clauses, prepared.facts, template, context, placing)
