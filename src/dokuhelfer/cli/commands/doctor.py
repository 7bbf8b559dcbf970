"""``dokuhelfer doctor``: what this device can do and what is missing. Ends 0 always."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from dokuhelfer import __version__
from dokuhelfer.cli.commands.doctor_devices import (
    microphone_state,
    store_state,
    tell_devices,
)
from dokuhelfer.cli.commands.templates import available
from dokuhelfer.cli.console import Console, forbid_files
from dokuhelfer.config.load import Configuration
from dokuhelfer.config.schema import DECLARED, Settings
from dokuhelfer.engine import memory
from dokuhelfer.engine.capabilities import Machine, inspect
from dokuhelfer.engine.models import CatalogueModel, Installed, Kind, installed, model_roots
from dokuhelfer.engine.models import load_catalogue as models_known
from dokuhelfer.errors import Exit

Report = dict[str, object]


def run(options: argparse.Namespace, configuration: Configuration, console: Console) -> Exit:
    """Look, then tell."""
    if options.json is not None:
        forbid_files(configuration.settings.files_allowed, options.json)
    machine = inspect()
    settings = configuration.settings
    report: Report = {
        "version": __version__,
        "cpu": {
            "flags": machine.cpu_flags and list(machine.cpu_flags),
            "missing_for_speech": list(machine.missing_for_speech),
            "missing_for_language": list(machine.missing_for_language),
            "physical_cores": machine.physical_cores,
            "threads": machine.threads,
            "compute_types": list(machine.compute_types),
        },
        "memory": {"total_mb": machine.memory_mb, "available_mb": machine.available_mb},
        "libraries": machine.libraries,
        "models": _models(settings),
        "templates": [template.id for template in available(settings)],
        "store": store_state(),
        "microphones": microphone_state(),
        "settings": _settings(configuration),
    }
    if options.json is not None:
        console.json(report, options.json)
    else:
        _tell(report, machine, console)
    return Exit.DONE


def _models(settings: Settings) -> list[Report]:
    catalogue = models_known()
    here = {one.model.id: one for one in installed(model_roots(settings.model_folders), catalogue)}
    return [_model(model, here.get(model.id)) for model in catalogue.models]


def _model(model: CatalogueModel, found: Installed | None) -> Report:
    return {
        "id": model.id,
        "kind": model.kind.value,
        "demo": model.is_demo,
        "memory_mb": model.memory_mb,
        "present": found is not None,
        "sound": found is not None and found.flaw is None,
        "fits": memory.suffices(model.memory_mb),
    }


def _settings(configuration: Configuration) -> list[Report]:
    settings = configuration.settings
    return [
        {
            "key": key,
            "value": _plain(getattr(settings, name)),
            "origin": configuration.origins[key].value,
        }
        for key, (name, _) in DECLARED.items()
    ]


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [str(item) if isinstance(item, Path) else item for item in value]
    return value.value if isinstance(value, StrEnum) else value


def _tell(report: Mapping[str, object], machine: Machine, console: Console) -> None:
    say = console.catalogue.text
    console.say(say("doctor", "title", version=__version__))
    missing = " ".join(sorted({*machine.missing_for_speech, *machine.missing_for_language}))
    told = say("doctor", "cpu_missing", flags=missing) if missing else say("doctor", "cpu_ok")
    console.say(f"{say('doctor', 'cpu')}: {told}")
    console.say(f"{say('doctor', 'cores')}: {machine.physical_cores or '?'}/{machine.threads}")
    free, total = (
        say("doctor", "megabytes", count=count)
        for count in (machine.available_mb, machine.memory_mb)
    )
    console.say(f"{say('doctor', 'memory')}: {free} / {total}")
    console.say(f"{say('doctor', 'engines')}:")
    for name in ("av", "ctranslate2", "faster_whisper", "onnxruntime", "llama_cpp"):
        version = machine.libraries.get(name, say("doctor", "engine_absent"))
        console.say(f"  {name:<16} {version}")
    _tell_models(report, console)
    templates = report["templates"]
    assert isinstance(templates, list)  # noqa: S101 - narrows the type only
    console.say(f"{say('doctor', 'templates')}: {', '.join(templates)}")
    tell_devices(report, console)
    _tell_settings(report, console)


def _tell_models(report: Mapping[str, object], console: Console) -> None:
    say = console.catalogue.text
    models = report["models"]
    assert isinstance(models, list)  # noqa: S101 - narrows the type only
    for kind, title in ((Kind.SPEECH, "speech_models"), (Kind.LANGUAGE, "language_models")):
        console.say(f"{say('doctor', title)}:")
        for model in models:
            if model["kind"] == kind.value:
                needs = say("doctor", "needs", count=model["memory_mb"])
                room = say("doctor", "fits" if model["fits"] else "fits_not")
                console.say(f"  {model['id']:<28} {say('doctor', _state(model))}, {needs}, {room}")


def _state(model: Mapping[str, object]) -> str:
    if not model["present"]:
        return "absent"
    if not model["sound"]:
        return "broken"
    return "demo_only" if model["demo"] else "present"


def _tell_settings(report: Mapping[str, object], console: Console) -> None:
    say = console.catalogue.text
    console.say(f"{say('doctor', 'settings')}:")
    settings = report["settings"]
    assert isinstance(settings, list)  # noqa: S101 - narrows the type only
    for setting in settings:
        origin = say("doctor", f"layer_{setting['origin']}")
        value = "–" if setting["value"] in (None, []) else setting["value"]
        console.say(f"  {setting['key']:<20} {value} ({origin})")
