"""``dokuhelfer bench``: how fast this machine is with what is installed."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from dokuhelfer.bench.measure import Step, to_json
from dokuhelfer.bench.text import text_path
from dokuhelfer.cli.console import Console, forbid_files, require_targets
from dokuhelfer.config.load import Configuration
from dokuhelfer.draft.template.load import load_template, shipped_folder
from dokuhelfer.errors import Exit

TEMPLATE = "pflegebericht"
"""As shipped: an institution's own form would make figures that nobody can compare."""


def run(options: argparse.Namespace, configuration: Configuration, console: Console) -> Exit:
    """Ends 0 however long it takes. Order of checks: usage, policy."""
    forbid_files(configuration.settings.files_allowed, options.json)
    require_targets(options.json)
    console.step("measuring")
    steps = (text_path(load_template(TEMPLATE, (shipped_folder(),))),)
    console.done()
    _show(steps, console)
    if options.json is not None:
        console.json(to_json(steps, {}), options.json)
    return Exit.DONE


def _show(steps: Sequence[Step], console: Console) -> None:
    say = console.catalogue.text
    for step in steps:
        console.say(say("bench", step.name))
        for row in step.rows:
            ratio = f"{row.ratio:.1f}"
            if console.catalogue.language == "de":
                ratio = ratio.replace(".", ",")
            line = say(
                "bench",
                step.unit,
                size=row.size,
                milliseconds=round(row.milliseconds),
                ratio=ratio,
            )
            console.say(f"  {line}")
