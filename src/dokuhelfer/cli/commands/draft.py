"""``dokuhelfer draft``: recording, text or transcript → checked draft."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dokuhelfer import pipeline
from dokuhelfer.audio.source import FileSource
from dokuhelfer.cli.console import (
    STANDARD_OUTPUT,
    Console,
    forbid_files,
    require_targets,
    spare_inputs,
)
from dokuhelfer.cli.drafting import WITHOUT_MODEL, Engine, Models, choose_engine, draft
from dokuhelfer.cli.inputs import is_written, read_context, read_dictation
from dokuhelfer.cli.recognising import choose_model, keep_partial, read_words, recognise
from dokuhelfer.cli.showing import show_draft, show_left_over
from dokuhelfer.config.load import Configuration
from dokuhelfer.config.schema import Settings
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.drafting import Structurer
from dokuhelfer.draft.json import drafts_to_json, to_json
from dokuhelfer.draft.model import Drafts
from dokuhelfer.draft.template.load import list_templates, load_template
from dokuhelfer.draft.template.model import Release, Template
from dokuhelfer.errors import Code, DokuError, Exit
from dokuhelfer.files import stands
from dokuhelfer.transcript.model import Transcript

AUTO = "auto"


@dataclass(frozen=True, slots=True)
class _Plan:
    """What drafts are made with; ``chosen`` is None where the dictation is to be cut."""

    context: Context
    templates: Mapping[str, Template]
    chosen: Template | None


def run(options: argparse.Namespace, configuration: Configuration, console: Console) -> Exit:
    """Order of checks: usage, input, policy, models (design, "Exit status")."""
    settings = configuration.settings
    _check_usage(options)
    if is_written(options.input):
        transcript = read_dictation(options.input)
        _refuse_empty(transcript, options.input)
        if not transcript.complete:
            console.warn("transcript_incomplete")
        plan = _read_rest(options, read_context(options.context), settings, console)
        engine = choose_engine(options.engine, settings, console)
        require_targets(options.json, options.docx)
        drafts = _structure(transcript, plan, engine, {}, console)
    else:
        drafts, plan = _from_audio(options, settings, console)
    _hand_over(drafts, plan, options, console)
    return Exit.DONE


def _check_usage(options: argparse.Namespace) -> None:
    read = (options.input, options.context, options.vocabulary)
    spare_inputs(read, options.json, options.docx)
    if options.docx is None:
        return
    if str(options.docx) == STANDARD_OUTPUT:
        raise DokuError(Code.USAGE)
    several = _numbered(options.docx) if options.template == AUTO else ()
    if not options.force and any(stands(path) for path in (options.docx, *several)):
        raise DokuError(Code.TARGET_EXISTS)
    if options.json not in (None, STANDARD_OUTPUT):
        answer = Path(options.json)
        collides = options.template == AUTO and _is_numbered(answer, options.docx)
        if answer == options.docx or collides:
            raise DokuError(Code.USAGE)


def _numbered(target: Path) -> tuple[Path, ...]:
    """Files beside the target that one of several drafts would be written to."""
    try:
        beside = list(target.parent.iterdir())
    except OSError:
        return ()
    return tuple(path for path in beside if _is_numbered(path, target))


def _is_numbered(path: Path, target: Path) -> bool:
    pattern = rf"{re.escape(target.stem)}-[1-9][0-9]*{re.escape(target.suffix)}"
    same_folder = path.parent.absolute() == target.parent.absolute()
    return same_folder and re.fullmatch(pattern, path.name) is not None


def _refuse_empty(transcript: Transcript, name: str) -> None:
    if not transcript.has_words:
        spoken = Path(name).suffix.lower() == ".json"
        raise DokuError(Code.NO_SPEECH if spoken else Code.INPUT_EMPTY)


def _read_rest(
    options: argparse.Namespace, context: Context, settings: Settings, console: Console
) -> _Plan:
    if options.template == AUTO:
        plan = _Plan(context, _offered(settings), None)
    else:
        template = load_template(options.template, settings.template_folders)
        if _held_back(template, settings):
            console.warn("template_held_back", id=template.id)
        plan = _Plan(context, {template.id: template}, template)
    forbid_files(settings.files_allowed, options.json, options.docx)
    return plan


def _offered(settings: Settings) -> dict[str, Template]:
    """The templates that a dictation may be cut into: those that lists show."""
    found = {
        template.id: template
        for template in list_templates(settings.template_folders)
        if not _held_back(template, settings)
    }
    if not found:
        raise DokuError(Code.TEMPLATE_UNKNOWN)
    return found


def _held_back(template: Template, settings: Settings) -> bool:
    after = template.release is Release.AFTER_CLEARANCE
    return after and template.id not in settings.cleared_templates


def _structure(
    transcript: Transcript, plan: _Plan, engine: Engine, models: Models, console: Console
) -> Drafts:
    def make(structurer: Structurer, used: Models) -> Drafts:
        all_models = {**models, **used}
        if plan.chosen is None:
            return pipeline.structure_collective(
                transcript, plan.templates, plan.context, structurer, all_models
            )
        one = pipeline.structure(transcript, plan.chosen, plan.context, structurer, all_models)
        return Drafts((one,))

    console.step("drafting")
    drafts = draft(engine, make, console)
    console.done()
    return drafts


def _from_audio(
    options: argparse.Namespace, settings: Settings, console: Console
) -> tuple[Drafts, _Plan]:
    context = read_context(options.context)
    words = read_words(options.vocabulary, context.unit, settings)
    with FileSource.open(Path(options.input)) as source:
        source.probe()
        plan = _read_rest(options, context, settings, console)
        engine = choose_engine(options.engine, settings, console)
        model = choose_model(options.model, settings, console)
        require_targets(options.json, options.docx)
        transcript = recognise(source, model, words, settings, console)
    if not transcript.complete:
        raise keep_partial(transcript, (options.json, options.docx), console)
    try:
        drafts = _structure(transcript, plan, engine, {model.id: model.sha256}, console)
    except DokuError as error:
        if error.code in WITHOUT_MODEL:
            keep_partial(transcript, (options.json, options.docx), console)
        raise
    return drafts, plan


def _hand_over(drafts: Drafts, plan: _Plan, options: argparse.Namespace, console: Console) -> None:
    if options.docx is not None:
        _write(drafts, plan, options, console)
    if options.json is not None:
        single = plan.chosen is not None
        console.json(to_json(drafts.drafts[0]) if single else drafts_to_json(drafts), options.json)
    elif options.docx is None:
        for one in drafts.drafts:
            show_draft(one, plan.templates[one.template], console)
        show_left_over(drafts, console)


def _write(drafts: Drafts, plan: _Plan, options: argparse.Namespace, console: Console) -> None:
    """One document at the target; several are numbered, so that no name names a person."""
    console.step("writing")
    for number, one in enumerate(drafts.drafts, start=1):
        target: Path = options.docx
        if len(drafts.drafts) > 1:
            target = target.with_name(f"{target.stem}-{number}{target.suffix}")
        template = plan.templates[one.template]
        pipeline.write_unreviewed(one, template, target, force=options.force)
    console.done()
