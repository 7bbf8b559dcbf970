"""Drafting as the command line shows it: which engine, its progress, what if a model is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from dokuhelfer import pipeline
from dokuhelfer.cli.console import Console
from dokuhelfer.config.schema import EngineChoice, Settings
from dokuhelfer.draft.drafting import Structurer
from dokuhelfer.engine.models import LanguageModel, find_language_model, model_roots
from dokuhelfer.errors import Code, DokuError

Made = TypeVar("Made")
Models = Mapping[str, str | None]
"""Ids of models and their SHA-256, as they go into a draft's ``meta``."""

WITHOUT_MODEL = frozenset(
    {
        Code.CPU_TOO_OLD, Code.DICTATION_TOO_LONG, Code.ENGINE_MISSING, Code.INTERNAL,
        Code.LANGUAGE_LOST, Code.MODEL_DEFECT, Code.MODEL_INCOMPLETE, Code.MODEL_MISSING,
        Code.MODEL_UNSUITED, Code.OUT_OF_MEMORY, Code.TOO_LITTLE_MEMORY, Code.WORKER_UNRESPONSIVE,
    }
)  # fmt: skip
"""What can be wrong with a language model; the rules need none."""


@dataclass(frozen=True, slots=True)
class Engine:
    """What drafts are made with.

    Attributes:
        model: the language model; None: by rules.
        required: asked for by name, so that its loss is an error and no reason to go on.
    """

    model: LanguageModel | None
    required: bool


def choose_engine(option: str | None, settings: Settings, console: Console) -> Engine:
    """The engine asked for on the command line, else the one of the settings.

    ``auto`` takes a language model where there is one that fits. That none is installed is
    nothing to tell; that one is and cannot be used is.

    Raises:
        DokuError: as `find_language_model`, where a language model was asked for.
    """
    choice = settings.draft_engine if option is None else EngineChoice(option)
    required = choice is EngineChoice.LLM
    if choice is EngineChoice.RULES:
        return Engine(None, required)
    try:
        return Engine(find_language_model(None, model_roots(settings.model_folders)), required)
    except DokuError as error:
        if required or error.code not in WITHOUT_MODEL:
            raise
        if error.code is not Code.MODEL_MISSING:
            _tell(error, console)
        return Engine(None, required)


@contextmanager
def opened(engine: Engine, console: Console) -> Iterator[tuple[Structurer, Models]]:
    """The engine itself, and the models it uses."""
    model = engine.model
    if model is None:
        yield pipeline.by_rules(), {}
        return

    def show(done: int, total: int) -> None:
        console.progress("drafting", done, total, unit="statements")

    with pipeline.by_language_model(model, show) as structurer:
        yield structurer, {model.id: model.sha256}


def draft(engine: Engine, make: Callable[[Structurer, Models], Made], console: Console) -> Made:
    """``make`` what is drafted, all of it by one engine; by rules where a language model nobody
    insisted on is lost."""
    try:
        with opened(engine, console) as (structurer, models):
            return make(structurer, models)
    except DokuError as error:
        if engine.model is None or engine.required or error.code not in WITHOUT_MODEL:
            raise
        _tell(error, console)
    return make(pipeline.by_rules(), {})


def _tell(error: DokuError, console: Console) -> None:
    console.warn("drafted_by_rules", reason=console.catalogue.error(error).text)
