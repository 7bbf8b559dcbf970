"""„Ausformuliert“: a language model phrases what the rules quoted, beside the reading.

The draft by rules is there at once; what the model says otherwise is offered at its stop when
it is there, and never put in its place.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

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


@dataclass(frozen=True, slots=True)
class Source:
    """What a draft was made from."""

    transcript: Transcript
    template: Template
    context: Context


class SecondWording(QObject):
    """One draft after the other, in a lane of its own, where the settings want it.

    Args:
        turns: the window's; while something is heard, the model waits.
    """

    def __init__(self, settings: Settings, turns: Turns, parent: QObject) -> None:
        super().__init__(parent)
        self._turns = turns
        self._settings = settings
        self._cancel = threading.Event()
        self._lane: Lane | None = None

    @property
    def is_wanted(self) -> bool:
        """Whether sentences of a model are to be offered at all."""
        settings = self._settings
        by_model = settings.draft_engine is not EngineChoice.RULES
        return by_model and settings.draft_wording is WordingChoice.PHRASED

    def make(self, source: Source, done: Callable[[Draft], None]) -> None:
        """Phrase a draft's words; ``done`` is not called where no model can."""
        if self._lane is None:
            self._lane = Lane("wording", self)
        # Without a model, or with one that is lost, the draft by rules is all there is.
        self._lane.run(lambda: self._phrased(source), done, lambda _: None)

    def close(self) -> None:
        """End it; what is not there yet is not offered any more."""
        self._cancel.set()
        if self._lane is not None:
            self._lane.close()

    def _phrased(self, source: Source) -> Draft:
        if self._cancel.is_set():
            raise DokuError(Code.CANCELLED)
        from dokuhelfer import pipeline  # see `warming`

        model = self._model()
        with pipeline.by_language_model(
            model, lambda *_: None, phrases=True, cancel=self._cancel, turns=self._turns
        ) as engine:
            return pipeline.structure(
                source.transcript, source.template, source.context, engine,
                {model.id: model.sha256},
            )  # fmt: skip

    def _model(self) -> LanguageModel:
        roots = model_roots(self._settings.model_folders)
        if self._settings.draft_engine is EngineChoice.LLM:
            return find_language_model(None, roots)
        quick = language_speeds.load().choose(language_models(roots))
        if quick is None:
            raise DokuError(Code.MODEL_MISSING)
        return quick
