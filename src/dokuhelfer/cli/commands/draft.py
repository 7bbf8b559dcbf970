"""``dokuhelfer draft``: recording, text or transcript → checked draft."""

from __future__ import annotations

import argparse
from pathlib import Path

from dokuhelfer import pipeline
from dokuhelfer.audio.source import FileSource
from dokuhelfer.cli.console import STANDARD_OUTPUT, Console, forbid_files, require_targets
from dokuhelfer.cli.inputs import is_written, read_context, read_dictation
from dokuhelfer.cli.recognising import choose_model, keep_partial, read_words, recognise
from dokuhelfer.cli.showing import show_draft
from dokuhelfer.config.load import Configuration
from dokuhelfer.config.schema import EngineChoice, Settings
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.drafting import Structurer
from dokuhelfer.draft.json import to_json
from dokuhelfer.draft.model import Draft
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.draft.template.model import Release, Template
from dokuhelfer.errors import Code, DokuError, Exit
from dokuhelfer.files import stands
from dokuhelfer.transcript.model import Transcript


def run(options: argparse.Namespace, configuration: Configuration, console: Console) -> Exit:
    """Order of checks: usage, input, policy, models (design, "Exit status")."""
    settings = configuration.settings
    _check_usage(options)
    if is_written(options.input):
        transcript = read_dictation(options.input)
        _refuse_empty(transcript, options.input)
        template, context = _read_rest(options, settings, console)
        engine = _engine(options, settings)
        draft = pipeline.structure(transcript, template, context, engine)
    else:
        draft, template = _from_audio(options, settings, console)
    _hand_over(draft, template, options, console)
    return Exit.DONE


def _check_usage(options: argparse.Namespace) -> None:
    if options.docx is not None and not options.force and stands(options.docx):
        raise DokuError(Code.TARGET_EXISTS)
    if options.json not in (None, STANDARD_OUTPUT) and options.docx == Path(options.json):
        raise DokuError(Code.USAGE)


def _refuse_empty(transcript: Transcript, name: str) -> None:
    if not transcript.has_words:
        spoken = Path(name).suffix.lower() == ".json"
        raise DokuError(Code.NO_SPEECH if spoken else Code.INPUT_EMPTY)


def _read_rest(
    options: argparse.Namespace, settings: Settings, console: Console
) -> tuple[Template, Context]:
    context = read_context(options.context)
    template = load_template(options.template, settings.template_folders)
    held_back = template.release is Release.AFTER_CLEARANCE
    if held_back and template.id not in settings.cleared_templates:
        console.warn("template_held_back", id=template.id)
    forbid_files(settings.files_allowed, options.json, options.docx)
    return template, context


def _engine(options: argparse.Namespace, settings: Settings) -> Structurer:
    chosen = settings.draft_engine if options.engine is None else EngineChoice(options.engine)
    return pipeline.choose_engine(chosen)


def _from_audio(
    options: argparse.Namespace, settings: Settings, console: Console
) -> tuple[Draft, Template]:
    words = read_words(options.vocabulary)
    with FileSource.open(Path(options.input)) as source:
        source.probe()
        template, context = _read_rest(options, settings, console)
        engine = _engine(options, settings)
        model = choose_model(options.model, settings, console)
        require_targets(options.json, options.docx)
        transcript = recognise(source, model, words, settings, console)
    if not transcript.complete:
        raise keep_partial(transcript, (options.json, options.docx), console)
    console.step("drafting")
    draft = pipeline.structure(transcript, template, context, engine, {model.id: model.sha256})
    console.done()
    return draft, template


def _hand_over(
    draft: Draft, template: Template, options: argparse.Namespace, console: Console
) -> None:
    if options.docx is not None:
        console.step("writing")
        pipeline.write_unreviewed(draft, template, options.docx, force=options.force)
        console.done()
    if options.json is not None:
        console.json(to_json(draft), options.json)
    elif options.docx is None:
        show_draft(draft, template, console)
