"""One dictation in the window, from its first word to the signed text.

A `Work` is used in the lane only (`ui.lane`); what leaves it are values. What drafts and checks is
imported there, where it is first needed: the window stands before all of it is loaded (`warming`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from uuid import uuid4

from dokuhelfer import jsonio
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.model import Draft
from dokuhelfer.draft.template.model import Template
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.review.decision import Refusal, Refused
from dokuhelfer.review.signed import VersionKind
from dokuhelfer.store.model import About
from dokuhelfer.transcript.model import Transcript
from dokuhelfer.ui.read_work import ReadWork, Shown
from dokuhelfer.ui.said import Said
from dokuhelfer.ui.unfinished import kept_in, kept_with

if TYPE_CHECKING:
    from dokuhelfer.draft.collective.apart import OwnDraft
    from dokuhelfer.ui.cutting import Cutting

__all__ = ["AUTO", "Plan", "Shown", "Work"]

AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Plan:
    """What was chosen beside speaking; may change at any time before signing.

    Attributes:
        template: id, or `AUTO`.
    """

    template: str
    context: Context

    @property
    def about(self) -> About:
        """For the store's list."""
        return About(person=self.context.person or "", template=self.template)


@dataclass
class Work(ReadWork):
    """See the module.

    Attributes:
        sound_id: of the work whose recording it came from; its own unless one of several.
    """

    plan: Plan
    id: str = field(default_factory=lambda: uuid4().hex)
    transcript: Transcript | None = None
    models: Mapping[str, str | None] = field(default_factory=dict)
    sound_id: str = ""

    def __post_init__(self) -> None:
        self.sound_id = self.sound_id or self.id

    @property
    def person(self) -> str:
        """Whose it is, as far as known."""
        if self.plan.context.person:
            return self.plan.context.person
        if self.session is not None:
            content = self.session.draft.fields.get("person")
            if content is not None and isinstance(content.value, str):
                return content.value
        return ""

    # --- drafting --------------------------------------------------------------------------

    def draft(self, templates: Mapping[str, Template]) -> Cutting | None:
        """Draft by rules. Where it is about several persons, a person looks at the cuts first.

        Raises:
            DokuError: `NO_SPEECH`.
        """
        from dokuhelfer import pipeline
        from dokuhelfer.ui.cutting import Cutting

        assert self.transcript is not None  # noqa: S101 - the caller has heard it
        if self.plan.template != AUTO:
            template = templates[self.plan.template]
            made = pipeline.structure(
                self.transcript, template, self.plan.context, pipeline.by_rules(), self.models
            )
            self._open(made, template)
            return None
        cutting = Cutting(self.transcript, templates, self.plan.context, self.models)
        if cutting.is_needed:
            return cutting
        draft = cutting.single()
        self._open(draft, templates[draft.template])
        return None

    def divide(self, drafts: Sequence[OwnDraft], templates: Mapping[str, Template]) -> list[Work]:
        """The entries of a round: the first is this work, the others are returned.

        Each has the words of its entry alone; all are heard from the one recording.
        """
        others = [Work(self.plan, models=self.models, sound_id=self.sound_id) for _ in drafts[1:]]
        for work, own in zip((self, *others), drafts, strict=True):
            work.transcript = own.draft.transcript
            work.plan = Plan(own.draft.template, own.context)
            work._open(own.draft, templates[own.draft.template])
        return others

    def undivide(self, transcript: Transcript | None, plan: Plan) -> None:
        """As before `divide`: it could not be kept."""
        self.transcript, self.plan, self.session = transcript, plan, None

    def type_instead(self, templates: Mapping[str, Template]) -> None:
        """An empty sheet, no model involved."""
        from dokuhelfer.review.signing import empty_draft

        id = self.plan.template if self.plan.template != AUTO else next(iter(templates))
        template = templates[id]
        self._open(empty_draft(template, self.plan.context), template)

    def _open(self, draft: Draft, template: Template) -> None:
        from dokuhelfer.review.session import ReviewSession

        self.session = ReviewSession(
            draft, template, self.plan.context, before=self.before, kind=self.kind
        )
        self.cursor = self._first_open()

    def take_up(self, kept: object, templates: Mapping[str, Template]) -> None:
        """Go on where the reading was left (`review.saved`).

        Raises:
            DokuError: it cannot be read, or its template is gone.
        """
        from dokuhelfer.review import saved

        named = str(kept["draft"]["template"]) if isinstance(kept, dict) else ""
        if named not in templates:
            raise DokuError(Code.TEMPLATE_UNKNOWN)
        state = saved.from_json(kept, templates[named])
        is_correction = self.kind is VersionKind.CORRECTION and self.before
        self._open(self.before[-1].draft if is_correction else state.draft, templates[named])
        self._session.take_up(state)
        self.unfinished = kept_in(kept)
        # What the sheet was made for; what was chosen after that was not kept with it.
        self.plan = Plan(named, state.context)
        self.cursor = self._first_open()

    def further(self, kind: VersionKind, context: Context) -> Work:
        """The next version of what was signed: a Nachtrag is empty, a correction as it stood."""
        from dokuhelfer.review.signing import empty_draft

        assert self.signed is not None  # noqa: S101 - only then it is asked for
        template = self._session.template
        before = (*self.before, self.signed)
        context = replace(context, person=self.person or None)
        plan = Plan(template.id, context)
        work = Work(plan, id=self.id, models=self.models, before=before, kind=kind)
        is_addendum = kind is VersionKind.ADDENDUM
        work._open(empty_draft(template, context) if is_addendum else self.signed.draft, template)
        return work

    def put_away(self) -> bytes:
        """The reading as the store keeps it."""
        from dokuhelfer.review import saved

        return jsonio.dump(kept_with(saved.to_json(self._session.state), self.unfinished))

    def choose(self, plan: Plan, templates: Mapping[str, Template]) -> Shown | None:
        """Another template, person or shift; None while there is no draft yet."""
        if self.session is None:
            self.plan = plan
            return None
        return self.replan(plan, templates)

    def replan(self, plan: Plan, templates: Mapping[str, Template]) -> Shown:
        """Another template, person or shift was chosen: what hands did stays."""
        session = self._session
        template = templates.get(plan.template, session.template)

        def change() -> None:
            session.change(self._redraft, template=template, context=plan.context)

        return self._planned(lambda: self._done(change))

    def put_right(self, said: Said, words: tuple[int, int], text: str) -> Shown:
        """Words of the dictation as it was shown were heard wrongly; what hands did stays."""
        span = said.span_of(*words)

        def put() -> object:
            if span is None or self.said().text != said.text:
                raise Refused(Refusal.CHANGED_MEANWHILE)
            return self._session.put_right(span, text, self._redraft)

        return self._done(put)

    def _redraft(self, transcript: Transcript, to: Template, context: Context) -> Draft:
        from dokuhelfer import pipeline
        from dokuhelfer.review.signing import empty_draft

        if not transcript.has_words:
            return empty_draft(to, context)
        return pipeline.structure(transcript, to, context, pipeline.by_rules(), self.models)

    def undo(self) -> Shown:
        """The last step back, the choice of a person or template too."""
        return self._planned(lambda: self._stepping(self._session.undo))

    def redo(self) -> Shown:
        """The step again."""
        return self._planned(lambda: self._stepping(self._session.redo))

    def _planned(self, step: Callable[[], Shown]) -> Shown:
        """What is planned is what the sheet was made for, after each step that changes that."""
        before = self._made_for
        shown = step()
        if self._made_for != before:
            self.plan = self._made_for
        return replace(shown, replanned=self._made_for != before)

    @property
    def _made_for(self) -> Plan:
        return Plan(self._session.template.id, self._session.state.context)
