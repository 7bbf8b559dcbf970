"""``dokuhelfer demo``: a bundled sample dictation through the whole path, unattended."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from dokuhelfer import jsonio, pipeline
from dokuhelfer.audio.source import FileSource
from dokuhelfer.cli.console import Console, forbid_files
from dokuhelfer.cli.inputs import read_context
from dokuhelfer.cli.recognising import choose_model, keep_partial, recognise
from dokuhelfer.cli.showing import show_draft
from dokuhelfer.config.load import Configuration
from dokuhelfer.draft.json import to_json as draft_to_json
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.errors import Code, DokuError, Exit
from dokuhelfer.files import replacing, require_writable, stands
from dokuhelfer.resources import data_path
from dokuhelfer.transcript.json import to_json as transcript_to_json

DEMO_MODEL = "demo-speech"
SAMPLE = "pflegebericht"
"""The sample shown; it is named after its template."""


def run(options: argparse.Namespace, configuration: Configuration, console: Console) -> Exit:
    """Writes mitschrift.json, entwurf.json and entwurf.docx into a folder of their own."""
    settings = configuration.settings
    folder = _new_folder(options.out, options.force)
    forbid_files(settings.files_allowed, folder)
    samples = data_path("models", DEMO_MODEL, "samples")
    template = load_template(SAMPLE, ())
    context = read_context(samples / f"{SAMPLE}.context.json")
    audio = samples / f"{SAMPLE}.ogg"
    console.say(f"{console.catalogue.text('output', 'sample')}: {audio.name} ({template.title})")
    with FileSource.open(audio) as source:
        model = choose_model(DEMO_MODEL, settings, console)
        _require_room(folder)
        transcript = recognise(source, model, (), settings, console)
    _make(folder)
    if not transcript.complete:
        raise keep_partial(transcript, (folder / "mitschrift.json",), console)
    for segment in transcript.segments:
        console.say(f"  {segment.text.strip()}")
    console.step("drafting")
    engine = pipeline.by_rules()
    draft = pipeline.structure(transcript, template, context, engine, {model.id: model.sha256})
    console.done()
    console.say()
    show_draft(draft, template, console)
    console.step("writing")
    document = folder / "entwurf.docx"
    pipeline.write_unreviewed(draft, template, document, force=options.force)
    _write_json(folder / "mitschrift.json", transcript_to_json(transcript))
    _write_json(folder / "entwurf.json", draft_to_json(draft))
    console.done()
    console.say()
    for name in ("mitschrift.json", "entwurf.json", "entwurf.docx"):
        console.say(console.catalogue.text("output", "written", path=str(folder / name)))
    return Exit.DONE


def _new_folder(wanted: Path | None, force: bool) -> Path:
    if wanted is not None:
        if stands(wanted) and not (force and os.path.isdir(wanted)):
            raise DokuError(Code.TARGET_EXISTS)
        return wanted
    folder, number = Path("dokuhelfer-demo"), 1
    while stands(folder):
        number += 1
        folder = Path(f"dokuhelfer-demo-{number}")
    return folder


def _require_room(folder: Path) -> None:
    """Folders above that are missing are made, so the nearest existing one counts."""
    target = folder.absolute() / "entwurf.docx"
    while not stands(target.parent):
        target = target.parent
    require_writable(target)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise DokuError(Code.TARGET_NOT_WRITABLE) from None


def _write_json(path: Path, value: object) -> None:
    with replacing(path) as stream:
        stream.write(jsonio.dump(value))
