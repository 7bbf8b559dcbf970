"""The engine ``llm``: typed fields, persons and groups as the rules find them, every other
clause where the model points; sentences in its words only where the check bears them out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dokuhelfer.draft.context import Context
from dokuhelfer.draft.llm.interview import Interview, Progress
from dokuhelfer.draft.llm.language import Language
from dokuhelfer.draft.llm.phrasing import Phrasing, Writing, phrase
from dokuhelfer.draft.llm.placing import PlacingByModel
from dokuhelfer.draft.model import Draft, DraftField
from dokuhelfer.draft.rules import draft_rules
from dokuhelfer.draft.template.model import Template

if TYPE_CHECKING:
    from dokuhelfer.draft.prepared import Prepared


class LlmEngine:
    """Drafts with a language model.

    Args:
        language: the model; it may fail with `DokuError` at any time, and so may drafting.
        progress: hears how many clauses are decided.
        phrases: whether fields of running text are put into sentences („ausformuliert“) or
            everything is quoted („wörtlich“).
        writing: hears each field's sentences as they are written, before they are checked.
        interview: one to go on with; None: each draft begins a new one.
    """

    name = "llm"

    def __init__(
        self,
        language: Language,
        progress: Progress = lambda done, total: None,
        *,
        phrases: bool = False,
        writing: Writing = lambda field, text: None,
        interview: Interview | None = None,
    ) -> None:
        self._language = language
        self._progress = progress
        self._phrases = phrases
        self._writing = writing
        self._going_on = interview
        self._interview = interview

    def structure(
        self, prepared: Prepared, template: Template, context: Context
    ) -> Mapping[str, DraftField]:
        """The filled fields, all of the template present."""
        self._interview = self._new(template, prepared)
        placing = PlacingByModel(self._interview)
        return draft_rules(prepared.clauses, prepared.facts, template, context, placing)

    def finish(
        self, draft: Draft, template: Template, context: Context, prepared: Prepared
    ) -> Draft:
        """The draft with its fields of running text in sentences, where that is asked for."""
        if not self._phrases:
            return draft
        interview = self._interview or self._new(template, prepared)
        return phrase(draft, Phrasing(interview, template, context, prepared, self._writing))

    def redo(
        self,
        draft: Draft,
        field: str,
        remark: str,
        template: Template,
        context: Context,
        prepared: Prepared,
    ) -> Draft:
        """One text field anew, whatever its template says: its quotes put into sentences as
        ``remark`` wishes (one line; empty: no wish), and checked. What a person has written
        stays."""
        interview = self._new(template, prepared)
        work = Phrasing(interview, template, context, prepared, self._writing)
        return phrase(draft, work, field, remark)

    def _new(self, template: Template, prepared: Prepared) -> Interview:
        interview = self._going_on or Interview(self._language, template, self._progress)
        interview.hear(prepared.clauses)
        return interview
