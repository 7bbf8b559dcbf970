"""``dokuhelfer models list | verify | import``."""

from __future__ import annotations

import argparse

from dokuhelfer.cli.console import Console, forbid_files, require_targets
from dokuhelfer.config.load import Configuration
from dokuhelfer.config.schema import Settings
from dokuhelfer.engine import memory
from dokuhelfer.engine.models import (
    CatalogueModel,
    FileFlaw,
    Installed,
    bring_in,
    installed,
    load_catalogue,
    model_roots,
    user_root,
    verify,
)
from dokuhelfer.errors import Exit

Json = dict[str, object]


def run(options: argparse.Namespace, configuration: Configuration, console: Console) -> Exit:
    """One of the three actions."""
    settings = configuration.settings
    forbid_files(settings.files_allowed, options.json)
    require_targets(options.json)
    if options.action == "list":
        return _list(options, settings, console)
    if options.action == "verify":
        return _verify(options, settings, console)
    return _import(options, settings, console)


def _list(options: argparse.Namespace, settings: Settings, console: Console) -> Exit:
    here = {one.model.id: one for one in installed(model_roots(settings.model_folders))}
    catalogue = load_catalogue()
    if options.json is not None:
        known = [_listed(model, here.get(model.id)) for model in catalogue.models]
        console.json({"models": known}, options.json)
        return Exit.DONE
    say = console.catalogue.text
    for model in catalogue.models:
        state = say("models", _state(here.get(model.id)))
        needs = say("doctor", "needs", count=model.memory_mb)
        console.say(f"{model.id:<28} {state}, {needs}, {model.licence}")
        console.say(f"  {model.note[console.catalogue.language]}")
    return Exit.DONE


def _state(found: Installed | None) -> str:
    if found is None:
        return "absent"
    return "present" if found.flaw is None else "broken"


def _listed(model: CatalogueModel, found: Installed | None) -> Json:
    return {
        "id": model.id,
        "kind": model.kind.value,
        "demo": model.is_demo,
        "licence": model.licence,
        "source": model.source,
        "revision": model.revision,
        "memory_mb": model.memory_mb,
        "fits": memory.suffices(model.memory_mb),
        "files": [
            {"name": file.name, "bytes": file.bytes, "sha256": file.sha256} for file in model.files
        ],
        "present": found is not None,
        "path": None if found is None else str(found.path),
        "flaw": None if found is None or found.flaw is None else _flaw(found.flaw),
    }


def _flaw(flaw: FileFlaw) -> Json:
    return {"file": flaw.file, "flaw": flaw.flaw.value}


def _verify(options: argparse.Namespace, settings: Settings, console: Console) -> Exit:
    """Reads every file of every model that is here; ends 65 on a defect."""
    here = installed(model_roots(settings.model_folders))
    found: list[tuple[Installed, tuple[FileFlaw, ...]]] = []
    console.step("verifying")
    for number, one in enumerate(here):
        console.progress("verifying", number, len(here), unit="models")
        found.append((one, verify(one.model, one.path)))
    console.done()
    _tell_verified(found, options.json, console)
    return Exit.BAD_INPUT if any(flaws for _, flaws in found) else Exit.DONE


def _tell_verified(
    found: list[tuple[Installed, tuple[FileFlaw, ...]]], target: str | None, console: Console
) -> None:
    if target is not None:
        models = [
            {
                "id": one.model.id,
                "path": str(one.path),
                "sound": not flaws,
                "flaws": [_flaw(flaw) for flaw in flaws],
                "unpinned": list(one.model.unpinned),
            }
            for one, flaws in found
        ]
        console.json({"models": models}, target)
        return
    say = console.catalogue.text
    if not found:
        console.say(say("models", "none"))
    for one, flaws in found:
        console.say(f"{one.model.id:<28} {say('models', 'broken' if flaws else 'sound')}")
        for flaw in flaws:
            console.say(f"  {flaw.file}: {say('models', f'flaw_{flaw.flaw.value}')}")
        for name in () if flaws else one.model.unpinned:
            console.say(f"  {name}: {say('models', 'unpinned')}")


def _import(options: argparse.Namespace, settings: Settings, console: Console) -> Exit:
    """Into the first folder of the settings, else the user's own."""
    roots = settings.model_folders or (user_root(),)
    console.step("copying")
    brought = bring_in(options.path, roots[0])
    console.done()
    if options.json is not None:
        answer = {
            "id": brought.model.id,
            "path": str(brought.path),
            "copied": brought.copied,
        }
        console.json(answer, options.json)
        return Exit.DONE
    key = "imported" if brought.copied else "was_there"
    console.say(console.catalogue.text("models", key, id=brought.model.id))
    return Exit.DONE
