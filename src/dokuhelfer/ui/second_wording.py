"""Drafts by another engine, beside the reading: what is wanted, by which model, one at a time.

The draft by rules is there at once. What is made here is never put in its place by itself:
`read_work.ReadWork.renew` decides what may change. What is being spoken is read meanwhile
(`ahead`).
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal

from dokuhelfer.config.schema import EngineChoice, Settings, WordingChoice
from dokuhelfer.draft.model import Draft
from dokuhelfer.engine import language_speeds
from dokuhelfer.engine.models import (
    LanguageModel,
    find_language_model,
    language_models,
    model_roots,
)
from dokuhelfer.engine.turns import Turns
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.ui.ahead import Ahead
from dokuhelfer.ui.lane import Lane
from dokuhelfer.ui.orders import By, Order, Source


@dataclass(eq=False)
class _Job:
    order: Order
    done: Callable[[Draft], None]
    failed: Callable[[DokuError], None]
    cancel: threading.Event = field(default_factory=threading.Event)
    again: bool = False
    """It was ended for a person who waits, and comes after that."""


@dataclass
class _Spoken:
    """A dictation whose draft is to be offered.

    Attributes:
        source: as far as it is said.
        due: the model has not read all of that.
        given_up: it is drafted from nothing, when it is over.
    """

    source: Source
    due: bool = True
    given_up: bool = False

    def more_than(self, read: Source) -> int:
        """Utterances that came since; all of them where the template is another now."""
        now = self.source
        known = len(read.transcript.segments) if now.template is read.template else 0
        return len(now.transcript.segments) - known


class SecondWording(QObject):
    """One draft after the other, in a lane of its own; what a person asked for comes first.

    What is being spoken is read there in between. So no two models are in memory.

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
        phrases = self.by is By.PHRASED
        self._ahead = Ahead(lambda: self._model(asked=False), turns, phrases=phrases)
        self._spoken: dict[str, _Spoken] = {}
        self._read = ""
        self._yields = threading.Event()

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
            self._make_way()
        else:
            self._waiting.append(job)
            if order.work == self._read:
                self._yields.set()
        self._next()

    def _make_way(self) -> None:
        """For what a person asked for."""
        if self._running is None:
            self._ahead.cancel()
        elif not self._running.order.asked:
            self._running.again = True
            self._stop()

    def _stop(self) -> None:
        """End what runs."""
        if self._running is not None:
            self._running.cancel.set()
        self._ahead.cancel()

    def read_along(self, work: str, source: Source) -> None:
        """Somebody speaks this dictation; ``source`` is what was said so far.

        It is read until its draft is made (`make`), or until it is forgotten.
        """
        spoken = self._spoken.setdefault(work, _Spoken(source))
        spoken.source, spoken.due = source, True
        self._next()

    def forget(self, work: str) -> None:
        """No draft of that dictation will be wanted."""
        if self._spoken.pop(work, None) is None:
            return
        if self._read == work:
            self._ahead.cancel()
        self._lane.run(lambda: self._ahead.leave(work))
        self._next()

    def drop(self, work: str) -> None:
        """That dictation is destroyed: nothing of it is held or made any more."""
        for job in [one for one in self._waiting if one.order.work == work]:
            self._waiting.remove(job)
        if self._running is not None and self._running.order.work == work:
            self._running.again = False
            self._stop()
        self.forget(work)

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
        self._spoken.clear()
        self._ahead.close()
        self._stop()
        self._lane.run(self._ahead.end)
        self._lane.close()

    # --- one after the other ---------------------------------------------------------------

    def _next(self) -> None:
        if self._running is not None or self._read:
            return
        job = self._running = self._take()
        if job is None:
            self._read_on()
            return
        self._lane.run(
            lambda: self._made(job.order, job.cancel),
            lambda draft: self._ended(job, lambda: job.done(draft)),
            lambda error: self._lost(job, error),
        )

    def _take(self) -> _Job | None:
        """What is spoken now comes before what is offered for another dictation."""
        spoken = self._in_front()
        for job in self._waiting:
            if job.order.asked or spoken in ("", job.order.work):
                self._waiting.remove(job)
                return job
        return None

    def _in_front(self) -> str:
        """The dictation that is read ahead; the next one waits until its draft is made."""
        return next((id for id, one in self._spoken.items() if not one.given_up), "")

    def _read_on(self) -> None:
        id = self._in_front()
        if not id or not self._spoken[id].due:
            return
        spoken = self._spoken[id]
        source, spoken.due = spoken.source, False
        self._read = id
        self._yields.clear()
        self._lane.run(
            lambda: self._ahead.add(
                id, source, lambda: not self._yields.is_set(), lambda: spoken.more_than(source)
            ),
            lambda begun: self._has_read(id, given_up=not begun),
            lambda error: self._was_cut_short(id, error),
        )

    def _has_read(self, id: str, *, given_up: bool) -> None:
        self._read = ""
        if id in self._spoken:
            self._spoken[id].given_up = given_up
        self._next()

    def _was_cut_short(self, id: str, error: Exception) -> None:
        """Cancelled for something else, it is read again after that."""
        if id in self._spoken:
            self._spoken[id].due = True
        self._has_read(id, given_up=not _is_cancelled(error))

    def _lost(self, job: _Job, error: Exception) -> None:
        known = error if isinstance(error, DokuError) else DokuError(Code.INTERNAL, where="draft")
        if job.again and _is_cancelled(known):
            self._waiting.append(_Job(job.order, job.done, job.failed))
            self._ended(job, lambda: None, settled=False)
        else:
            self._ended(job, lambda: job.failed(known))

    def _ended(self, job: _Job, tell: Callable[[], None], *, settled: bool = True) -> None:
        self._running = None
        if settled and not job.order.asked:
            self._spoken.pop(job.order.work, None)
        for one in self._spoken.values():
            one.due = True  # the model was let go
        tell()
        self._next()

    # --- in the lane -----------------------------------------------------------------------

    def _made(self, order: Order, cancel: threading.Event) -> Draft:
        source = order.source
        if cancel.is_set():
            raise DokuError(Code.CANCELLED)
        draft = None if order.asked else self._ahead.finish(order.work, source)
        if draft is not None:
            return draft
        self._ahead.end()
        from dokuhelfer import pipeline  # see `warming`

        if order.by is By.RULES:
            return _by_rules(order)
        model = self._model(asked=order.asked)
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

    def _model(self, *, asked: bool) -> LanguageModel:
        roots = model_roots(self._settings.model_folders)
        if asked or self.insists:
            return find_language_model(None, roots)
        quick = language_speeds.load().choose(language_models(roots))
        if quick is None:
            raise DokuError(Code.MODEL_MISSING)
        return quick


def _is_cancelled(error: Exception) -> bool:
    return isinstance(error, DokuError) and error.code is Code.CANCELLED


def _by_rules(order: Order) -> Draft:
    from dokuhelfer import pipeline

    source = order.source
    if order.draft is not None:
        return pipeline.quote_field(order.draft, order.field)
    return pipeline.structure(
        source.transcript, source.template, source.context, pipeline.by_rules()
    )
