"""The part of ``dokuhelfer bench`` that is about language models."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dokuhelfer.bench.gguf import SHAPES, write_shape
from dokuhelfer.bench.language import LanguageFigures, language_path
from dokuhelfer.bench.measure import Json
from dokuhelfer.cli.console import Console
from dokuhelfer.cli.drafting import WITHOUT_MODEL
from dokuhelfer.config.schema import Settings
from dokuhelfer.draft.template.model import Template
from dokuhelfer.engine import language_speeds
from dokuhelfer.engine.language_speeds import LanguageSpeed
from dokuhelfer.engine.models import (
    Kind,
    LanguageModel,
    find_language_model,
    language_models,
    load_catalogue,
    model_roots,
)
from dokuhelfer.engine.selftest import measure
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.files import is_disk_full

_MEGABYTE = 1024**2
_PROMPT_MB = 700
"""Beside the weights: 4096 tokens of a 4B model, and what a step needs."""


@dataclass(frozen=True, slots=True)
class Language:
    """What was measured: speeds of all, the whole path of the one that was asked for."""

    speeds: tuple[LanguageSpeed, ...] = ()
    path: LanguageFigures | None = None


def is_language(id: str | None) -> bool:
    """Whether the catalogue has a language model of that id."""
    model = None if id is None else load_catalogue().get(id)
    return model is not None and model.kind is Kind.LANGUAGE


def of_models(id: str | None, template: Template, settings: Settings, console: Console) -> Language:
    """The self-test of those that are here and fit; of one that is named the whole path.

    What cannot be measured is told, and the others are: nobody asked for it by name.
    """
    roots = model_roots(settings.model_folders)
    if id is not None:
        path = language_path(find_language_model(id, roots), template)
        return Language((path.speed,), path)
    try:
        models = language_models(roots)
    except DokuError as error:
        _tell(error, console)
        return Language()
    found: list[LanguageSpeed] = []
    for model in models:
        try:
            found.append(measure(model))
        except DokuError as error:
            _tell(error, console)
    return Language(tuple(found))


def _tell(error: DokuError, console: Console) -> None:
    """That none is there is nothing to tell."""
    if error.code not in WITHOUT_MODEL:
        raise error
    if error.code is not Code.MODEL_MISSING:
        console.warn("language_failed", reason=console.catalogue.error(error).text)


def of_shape(size: str, template: Template) -> Language:
    """The whole path of a model of that size that is not here.

    Raises:
        DokuError: as `language_path`; `DISK_FULL`.
    """
    with tempfile.TemporaryDirectory(prefix="dokuhelfer-shape-") as folder:
        file = Path(folder) / f"{size}.gguf"
        try:
            write_shape(file, SHAPES[size])
        except OSError as error:
            full = is_disk_full(error)
            raise DokuError(Code.DISK_FULL if full else Code.TARGET_NOT_WRITABLE) from None
        with file.open("rb") as stream:
            sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
        needed = file.stat().st_size // _MEGABYTE + _PROMPT_MB
        model = LanguageModel(f"shape-{size}", file, needed, thinks=False, sha256=sha256)
        path = language_path(model, template)
    return Language((path.speed,), path)


def keep(speeds: Iterable[LanguageSpeed]) -> None:
    """Keep what was measured, for ``auto``; where that fails only the choice is lost."""
    new = tuple(speeds)
    if new:
        with suppress(OSError, DokuError):
            language_speeds.save(language_speeds.load().with_more(new))


def show(measured: Language, console: Console) -> None:
    """One line a figure."""
    say = console.catalogue.text
    for speed in measured.speeds:
        console.say(say("bench", "language", model=speed.model, threads=speed.threads))
        rates = {"reads": _decimal(speed.reads, console), "writes": _decimal(speed.writes, console)}
        console.say(f"  {say('bench', 'tokens', **rates)}")
        key = "enough" if speed.is_enough else "too_slow"
        console.say(f"  {say('bench', key, seconds=_decimal(speed.seconds, console))}")
    if measured.path is not None:
        for key, value in _seconds(measured.path):
            console.say(f"  {say('bench', key, seconds=_decimal(value, console))}")
        console.say(f"  {say('bench', 'memory', megabytes=measured.path.megabytes)}")


def to_json(measured: Language) -> Sequence[Json]:
    """An object a model."""
    return [
        {
            "model": speed.model,
            "threads": speed.threads,
            "reads_per_second": round(speed.reads, 2),
            "writes_per_second": round(speed.writes, 2),
            "seconds_for_a_minute": round(speed.seconds, 1),
            "fast_enough": speed.is_enough,
            **(_path_json(measured.path) if measured.path is not None else {}),
        }
        for speed in measured.speeds
    ]


def _path_json(path: LanguageFigures) -> Json:
    return {
        **{f"{key}_seconds": round(value, 2) for key, value in _seconds(path)},
        "written_tokens": path.spoken.tokens,
        "written_steps": path.spoken.steps,
        "peak_mb": path.megabytes,
    }


def _seconds(path: LanguageFigures) -> tuple[tuple[str, float], ...]:
    return (
        ("prefix_computed", path.prefix_computed),
        ("prefix_restored", path.prefix_restored),
        ("speaking", path.spoken.speaking),
        ("first", path.spoken.first),
        ("quoted", path.spoken.quoted),
        ("phrased", path.spoken.phrased),
    )


def _decimal(value: float, console: Console) -> str:
    text = f"{value:.1f}"
    return text.replace(".", ",") if console.catalogue.language == "de" else text
