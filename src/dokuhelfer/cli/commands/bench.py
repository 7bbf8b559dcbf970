"""``dokuhelfer bench``: how fast this machine is with what is installed."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import suppress

from dokuhelfer.bench.measure import Json, Step, to_json
from dokuhelfer.bench.shapes import shape
from dokuhelfer.bench.speech import SpeechFigures, sample_sound, speech_path
from dokuhelfer.bench.text import text_path
from dokuhelfer.cli.commands import bench_language
from dokuhelfer.cli.commands.bench_language import Language
from dokuhelfer.cli.console import Console, forbid_files, require_targets
from dokuhelfer.config.load import Configuration
from dokuhelfer.config.schema import Settings
from dokuhelfer.draft.template.load import load_template, shipped_folder
from dokuhelfer.engine import memory, speeds
from dokuhelfer.engine.models import SpeechModel, find_speech_model, model_roots, speech_models
from dokuhelfer.engine.shapes import SHAPES
from dokuhelfer.errors import DokuError, Exit

TEMPLATE = "pflegebericht"
"""As shipped: an institution's own form would make figures that nobody can compare."""


def run(options: argparse.Namespace, configuration: Configuration, console: Console) -> Exit:
    """Ends 0 however long it takes. Order of checks: usage, policy, model."""
    forbid_files(configuration.settings.files_allowed, options.json)
    require_targets(options.json)
    settings = configuration.settings
    console.step("measuring")
    steps, speech, language = _measured(options, settings, console)
    console.done()
    _show(steps, console)
    _show_speech(speech, console)
    bench_language.show(language, console)
    if options.json is not None:
        models = {one.model.id: one.model.sha256 for one in speech}
        models |= {one.model: one.sha256 for one in language.speeds}
        report = to_json(steps, models)
        report["speech"] = [_speech_json(one) for one in speech]
        report["language"] = bench_language.to_json(language)
        console.json(report, options.json)
    if options.shape is None:
        _keep(speech)
        bench_language.keep(language.speeds)
    return Exit.DONE


def _measured(
    options: argparse.Namespace, settings: Settings, console: Console
) -> tuple[tuple[Step, ...], list[SpeechFigures], Language]:
    template = load_template(TEMPLATE, (shipped_folder(),))
    if options.shape in SHAPES:
        return (), [_of_shape(options.shape, settings)], Language()
    if options.shape is not None:
        return (), [], bench_language.of_shape(options.shape, template)
    text = (text_path(template),)
    if bench_language.is_language(options.model):
        return text, [], bench_language.of_models(options.model, template, settings, console)
    speech = _of_models(_chosen_models(options.model, settings), settings)
    if options.model is not None:
        return text, speech, Language()
    return text, speech, bench_language.of_models(None, template, settings, console)


def _chosen_models(id: str | None, settings: Settings) -> tuple[SpeechModel, ...]:
    """The one named, or all real ones that are here and fit; without any, none: the figures
    of the demo model say nothing about work."""
    roots = model_roots(settings.model_folders)
    if id is not None:
        return (find_speech_model(id, roots),)
    here = speech_models(roots)
    return tuple(one for one in here if not one.is_demo and memory.suffices(one.memory_mb))


def _of_models(models: Sequence[SpeechModel], settings: Settings) -> list[SpeechFigures]:
    if not models:
        return []
    sound = sample_sound()
    return [speech_path(model, sound, settings.speech_threads) for model in models]


def _of_shape(size: str, settings: Settings) -> SpeechFigures:
    with shape(size) as model:
        return speech_path(model, sample_sound(), settings.speech_threads)


def _keep(speech: Sequence[SpeechFigures]) -> None:
    """Keep what was measured, for the choice of model and beam.

    Where the profile cannot be written, only the choice is lost: the report was shown.
    """
    new = [speed for one in speech if not one.model.is_demo for speed in one.speeds()]
    if new:
        with suppress(OSError, DokuError):
            speeds.save(speeds.load().with_more(new))


def _show(steps: Sequence[Step], console: Console) -> None:
    say = console.catalogue.text
    for step in steps:
        console.say(say("bench", step.name))
        for row in step.rows:
            line = say(
                "bench",
                step.unit,
                size=row.size,
                milliseconds=round(row.milliseconds),
                ratio=_decimal(row.ratio, 1, console),
            )
            console.say(f"  {line}")


def _show_speech(speech: Sequence[SpeechFigures], console: Console) -> None:
    say = console.catalogue.text
    for one in speech:
        console.say(say("bench", "speech", model=one.model.id, threads=one.threads))
        for beam in one.beams:
            factor = _decimal(beam.factor, 2, console)
            line = say("bench", "beam", beam=beam.beam, factor=factor, megabytes=beam.megabytes)
            console.say(f"  {line}")
        encoder = say("bench", "encoder", milliseconds=round(one.encoder * 1000))
        console.say(f"  {encoder}")
        if one.delay is None:
            console.say(f"  {say('bench', 'no_live')}")
        else:
            console.say(f"  {say('bench', 'live', seconds=_decimal(one.delay, 1, console))}")


def _decimal(value: float, places: int, console: Console) -> str:
    text = f"{value:.{places}f}"
    return text.replace(".", ",") if console.catalogue.language == "de" else text


def _speech_json(one: SpeechFigures) -> Json:
    return {
        "model": one.model.id,
        "threads": one.threads,
        "sound_seconds": round(one.sound, 1),
        "encoder_seconds": round(one.encoder, 3),
        "live_delay_seconds": None if one.delay is None else round(one.delay, 2),
        "beams": [
            {
                "beam": beam.beam,
                "seconds": round(beam.seconds, 2),
                "real_time_factor": round(beam.factor, 3),
                "peak_mb": beam.megabytes,
            }
            for beam in one.beams
        ],
    }
