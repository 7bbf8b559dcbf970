"""Drafts by another engine, beside the reading: what is wanted, by which model, one at a time.

The draft by rules is there at once. What is made here is never put in its place by itself:
`read_work.ReadWork.renew` decides what may change.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from dokuhelfer.config.load import Configuration
from dokuhelfer.config.schema import EngineChoice, Settings, WordingChoice
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.model import Draft
from dokuhelfer.draft.template.model import Template
from dokuhelfer.engine import language_speeds
from dokuhelfer.engine.models import (
    LanguageModel,
    find_language_model,
    language_models,
    model_roots,
)
from dokuhelfer.engine.turns import Turns
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.transcript.model import Transcript
from dokuhelfer.ui.lane import Lane


class By(StrEnum):
    """Who drafts."""

    RULES = "rules"
    QUOTED = "quoted"
    """A model says what goes where; every word is as it was dictated."""
    PHRASED = "phrased"
    """It also puts running text into sentences."""


def allowed(configuration: Configuration) -> frozenset[By]:
    """What may be chosen: where the organisation has set one of them, no more than that."""
    settings = configuration.settings
    if configuration.locked("draft.engine") and settings.draft_engine is EngineChoice.RULES:
        return frozenset({By.RULES})
    quoted = settings.draft_wording is WordingChoice.QUOTED
    if configuration.locked("draft.wording") and quoted:
        return frozenset({By.RULES, By.QUOTED})
    return frozenset(By)


@dataclass(frozen=True, slots=True)
class Source:
    """What a draft was made from."""

    transcript: Transcript
    template: Template
    context: Context


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be drafted again.

    Attributes:
        field: one text field only, as it stands in ``draft``; "" for the whole sheet.
        remark: a wish for that field's sentences.
        asked: by a person; else it is offered beside the first draft.
    """

    source: Source
    by: By
    field: str = ""
    remark: str = ""
    draft: Draft | None = None
    asked: bool = True


@dataclass(eq=False)
class _Job:
    order: Order
    done: Callable[[Draft], None]
    failed: Callable[[DokuError], None]
    cancel: threading.Event = field(default_factory=threading.Event)
    again: bool = False
    """It was ended for a person who waits, and comes after that."""


class SecondWording(QObject):
    """One draft after the other, in a lane of its own; what a person asked for comes first.

    Args:
        turns: the window's; while something is heard, the model waits.

    Signals:
        progressed: how many statements are decided, of how many.
    """

    progressed = Signal(int, int)

    def __init__(self, settings: Settings, turns: Turns, parent: QObject) -> None:
        super().__init__(parent)
        self._turns = turns
        self._settings = settings
        self._lane = Lane("wording", self)
        self._waiting: deque[_Job] = deque()
        self._running: _Job | None = None

    @property
    def is_wanted(self) -> bool:
        """Whether a model's draft is to be offered beside the rules' one at all."""
        return self._settings.draft_engine is not EngineChoice.RULES

    @property
    def insists(self) -> bool:
        """Whether the settings name a model, so that its want is to be told."""
        return self._settings.draft_engine is EngineChoice.LLM

    @property
    def by(self) -> By:
        """How the settings want a model to draft."""
        phrased = self._settings.draft_wording is WordingChoice.PHRASED
        return By.PHRASED if phrased else By.QUOTED

    def make(
        self, order: Order, done: Callable[[Draft], None], failed: Callable[[DokuError], None]
    ) -> None:
        """Draft again; one of ``done`` and ``failed`` is called in the end."""
        job = _Job(order, done, failed)
        if order.asked:
            self._waiting.appendleft(job)
            if self._running is not None and not self._running.order.asked:
                self._running.again = True
                self._running.cancel.set()
        else:
            self._waiting.append(job)
        self._next()

    def cancel(self) -> None:
        """End what a person asked for; it fails with `CANCELLED`."""
        asked = [job for job in self._waiting if job.order.asked]
        for job in asked:
            self._waiting.remove(job)
            job.failed(DokuError(Code.CANCELLED))
        if self._running is not None and self._running.order.asked:
            self._running.cancel.set()

    def close(self) -> None:
        """End it; what is not there yet is not offered any more."""
        self._waiting.clear()
        if self._running is not None:
            self._running.cancel.set()
        self._lane.close()

    # --- one after the other ---------------------------------------------------------------

    def _next(self) -> None:
        if self._running is not None or not self._waiting:
            return
        job = self._running = self._waiting.popleft()
        self._lane.run(
            lambda: self._made(job.order, job.cancel),
            lambda draft: self._ended(job, lambda: job.done(draft)),
            lambda error: self._lost(job, error),
        )

    def _lost(self, job: _Job, error: Exception) -> None:
        known = error if isinstance(error, DokuError) else DokuError(Code.INTERNAL, where="draft")
        if job.again and known.code is Code.CANCELLED:
            self._waiting.append(_Job(job.order, job.done, job.failed))
            self._ended(job, lambda: None)
        else:
            self._ended(job, lambda: job.failed(known))

    def _ended(self, job: _Job, tell: Callable[[], None]) -> None:
        self._running = None
        tell()
        self._next()

    # --- in the lane -----------------------------------------------------------------------

    def _made(self, order: Order, cancel: threading.Event) -> Draft:
        source = order.source
        if cancel.is_set():
            raise DokuError(Code.CANCELLED)
        from dokuhelfer import pipeline  # see `warming`

        if order.by is By.RULES:
            return _by_rules(order)
        model = self._model(order)
        models = {model.id: model.sha256}
        with pipeline.by_language_model(
            model, self.progressed.emit, phrases=order.by is By.PHRASED, cancel=cancel,
            turns=self._turns,
        ) as engine:  # fmt: skip
            if order.draft is None:
                return pipeline.structure(
                    source.transcript, source.template, source.context, engine, models
                )
            made = pipeline.phrase_field(
                order.draft, order.field, order.remark, source.template, source.context, engine
            )
        return replace(made, meta=replace(made.meta, models={**made.meta.models, **models}))

    def _model(self, order: Order) -> LanguageModel:
        roots = model_roots(self._settings.model_folders)
        if order.asked or self.insists:
            return find_language_model(None, roots)
        quick = language_speeds.load().choose(language_models(roots))
        if quick is None:
            raise DokuError(Code.MODEL_MISSING)
        return quick


def _by_rules(order: Order) -> Draft:
    from dokuhelfer import pipeline

    source = order.source
    if order.draft is not None:
        return pipeline.quote_field(order.draft, order.field)
    return pipeline.structure(
        source.transcript, source.template, source.context, pipeline.by_rules()
    )
