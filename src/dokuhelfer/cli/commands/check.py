"""``dokuhelfer check``: a draft, whoever wrote it, against the dictation."""

from __future__ import annotations

import argparse

from dokuhelfer import jsonio
from dokuhelfer.cli.console import Console, forbid_files, spare_inputs
from dokuhelfer.cli.inputs import read_context, read_dictation
from dokuhelfer.cli.showing import show_findings
from dokuhelfer.config.load import Configuration
from dokuhelfer.draft.check import check, plain_draft
from dokuhelfer.draft.json import finding_to_json, uncovered_to_json
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.errors import Code, DokuError, Exit
from dokuhelfer.files import read_input


def run(options: argparse.Namespace, configuration: Configuration, console: Console) -> Exit:
    """Ends 0 whatever it finds."""
    settings = configuration.settings
    spare_inputs((options.transcript, options.draft, options.context), options.json)
    transcript = read_dictation(str(options.transcript))
    plain = plain_draft(jsonio.parse(read_input(options.draft)))
    if plain is None:
        raise DokuError(Code.JSON_WRONG_FORMAT, place="format, template, fields")
    context = read_context(options.context)
    template = load_template(plain.template, settings.template_folders)
    forbid_files(settings.files_allowed, options.json)
    result = check(transcript, template, plain.fields, context, stated=plain.stated)
    if options.json is None:
        show_findings(result.findings, result.uncovered, console)
        return Exit.DONE
    answer = {
        "findings": [finding_to_json(finding) for finding in result.findings],
        "uncovered": [uncovered_to_json(item) for item in result.uncovered],
    }
    console.json(answer, options.json)
    return Exit.DONE
