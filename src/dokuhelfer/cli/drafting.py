"""Drafting as the command line shows it: which engine, its progress, what if a model is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from dokuhelfer import pipeline
from dokuhelfer.cli.console import Console
from dokuhelfer.config.schema import EngineChoice, Settings, WordingChoice
from dokuhelfer.draft.drafting import Structurer
from dokuhelfer.engine import language_speeds
from dokuhelfer.engine.models import (
    LanguageModel,
    find_language_model,
    language_models,
    model_roots,
)
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
        phrases: running text in sentences of the model instead of quotes.
    """

    model: LanguageModel | None
    required: bool
    phrases: bool = False


def choose_engine(option: str | None, settings: Settings, console: Console) -> Engine:
    """The engine asked for on the command line, else the one of the settings.

    ``auto`` takes a language model where there is one that fits and is known to be fast enough
    on this machine. That none is installed is nothing to tell; that one is and is not used is.

    Raises:
        DokuError: as `find_language_model`, where a language model was asked for.
    """
    choice = settings.draft_engine if option is None else EngineChoice(option)
    required = choice is EngineChoice.LLM
    if choice is EngineChoice.RULES:
        return Engine(None, required)
    phrases = settings.draft_wording is WordingChoice.PHRASED
    roots = model_roots(settings.model_folders)
    try:
        if required:
            return Engine(find_language_model(None, roots), required, phrases)
        return Engine(_quick_one(language_models(roots), console), required, phrases)
    except DokuError as error:
        if required or error.code not in WITHOUT_MODEL:
            raise
        if error.code is not Code.MODEL_MISSING:
            _tell(error, console)
        return Engine(None, required)


def _quick_one(models: Sequence[LanguageModel], console: Console) -> LanguageModel | None:
    """The best of the models that is fast enough here; says why there is none."""
    known = language_speeds.load()
    chosen = known.choose(models)
    if chosen is None:
        measured = any(known.of(model) is not None for model in models)
        console.warn("language_slow" if measured else "language_unmeasured")
    return chosen


@contextmanager
def opened(engine: Engine, console: Console) -> Iterator[tuple[Structurer, Models]]:
    """The engine itself, and the models it uses."""
    model = engine.model
    if model is None:
        yield pipeline.by_rules(), {}
        return

    def show(done: int, total: int) -> None:
        console.progress("drafting", done, total, unit="statements")

    with pipeline.by_language_model(model, show, phrases=engine.phrases) as structurer:
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
