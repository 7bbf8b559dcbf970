"""``dokuhelfer eval``: drafts and the check against gold dictations, with these models."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from dokuhelfer.audio.source import FileSource
from dokuhelfer.cli.commands.evaluate_table import show
from dokuhelfer.cli.console import Console, forbid_files, require_targets
from dokuhelfer.cli.drafting import Models, choose_engine, draft
from dokuhelfer.cli.recognising import choose_model, recognise
from dokuhelfer.config.load import Configuration
from dokuhelfer.config.schema import Settings
from dokuhelfer.draft.drafting import Structurer
from dokuhelfer.draft.template.load import list_templates, load_template
from dokuhelfer.draft.template.model import Release, Template
from dokuhelfer.engine.models import SpeechModel
from dokuhelfer.errors import Code, DokuError, Exit
from dokuhelfer.evaluation.gold import Case, gold_files, read_gold
from dokuhelfer.evaluation.report import to_json
from dokuhelfer.evaluation.run import PER_FAULT, Evaluation, Result
from dokuhelfer.transcript.model import Transcript


def run(options: argparse.Namespace, configuration: Configuration, console: Console) -> Exit:
    """Ends 0 whatever it finds. Order of checks: usage, input, policy, models."""
    settings = configuration.settings
    cases = _read(options.folder, console)
    recordings = [case.audio for case in cases if case.audio is not None]
    for path in recordings:
        with FileSource.open(path) as source:
            source.probe()
    forbid_files(settings.files_allowed, options.json)
    engine = choose_engine(options.engine, settings, console)
    model = choose_model(options.model, settings, console) if recordings else None
    require_targets(options.json)

    def scored(structurer: Structurer, used: Models) -> tuple[list[Result], str, Models]:
        evaluation = Evaluation(
            engine=structurer,
            load=lambda id: load_template(id, settings.template_folders),
            offered=_offered(settings),
            recognise=lambda path: _recognised(path, model, settings, console),
            per_fault=PER_FAULT if options.mutations else 0,
        )
        return _evaluated(cases, evaluation, console), structurer.name, used

    results, name, used = draft(engine, scored, console)
    show(results, console)
    if options.json is not None:
        models = dict(used) if model is None else {model.id: model.sha256, **used}
        console.json(to_json(results, name, models), options.json)
    return Exit.DONE


def _read(folder: Path, console: Console) -> list[Case]:
    cases: list[Case] = []
    for path in gold_files(folder):
        try:
            cases += read_gold(path)
        except DokuError:
            console.warn("gold_file", name=path.name)
            raise
    if not cases:
        raise DokuError(Code.GOLD_MISSING)
    return cases


def _offered(settings: Settings) -> dict[str, Template]:
    """As for ``draft --template auto``: what is held back is for nobody to be cut into."""
    return {
        template.id: template
        for template in list_templates(settings.template_folders)
        if template.release is Release.ALWAYS or template.id in settings.cleared_templates
    }


def _evaluated(cases: Sequence[Case], evaluation: Evaluation, console: Console) -> list[Result]:
    results: list[Result] = []
    console.step("evaluating")
    for done, case in enumerate(cases):
        console.progress("evaluating", done, len(cases), unit="cases")
        results.append(evaluation.run(case))
    console.done()
    return results


def _recognised(
    path: Path, model: SpeechModel | None, settings: Settings, console: Console
) -> Transcript:
    assert model is not None  # noqa: S101 - chosen where there are recordings
    with FileSource.open(path) as source:
        transcript = recognise(source, model, (), settings, console)
    if not transcript.complete:
        raise DokuError(Code.WORKER_LOST)
    return transcript
