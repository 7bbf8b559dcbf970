"""``dokuhelfer transcribe``: a recording becomes text with times."""

from __future__ import annotations

import argparse

from dokuhelfer.audio.source import FileSource
from dokuhelfer.cli.console import (
    STANDARD_OUTPUT,
    Console,
    forbid_files,
    require_targets,
    spare_inputs,
)
from dokuhelfer.cli.recognising import choose_model, keep_partial, read_words, recognise
from dokuhelfer.config.load import Configuration
from dokuhelfer.errors import Exit
from dokuhelfer.transcript.json import to_json
from dokuhelfer.transcript.model import Transcript


def run(options: argparse.Namespace, configuration: Configuration, console: Console) -> Exit:
    """Order of checks: usage, input, policy, model (design, "Exit status")."""
    settings = configuration.settings
    spare_inputs((options.audio, options.vocabulary), options.json)
    words = read_words(options.vocabulary, None, settings)
    with FileSource.open(options.audio) as source:
        source.probe()
        forbid_files(settings.files_allowed, options.json)
        model = choose_model(options.model, settings, console)
        require_targets(options.json)
        transcript = recognise(source, model, words, settings, console)
    if not transcript.complete:
        error = keep_partial(transcript, (options.json,), console)
        if options.json == STANDARD_OUTPUT:
            console.json(to_json(transcript), STANDARD_OUTPUT)
        elif options.json is None:
            _show(transcript, console)
        raise error
    if options.json is not None:
        console.json(to_json(transcript), options.json)
    else:
        _show(transcript, console)
    return Exit.DONE


def _show(transcript: Transcript, console: Console) -> None:
    lines = [(segment.start or 0.0, segment.text.strip()) for segment in transcript.segments]
    lines += [
        (
            piece.start,
            f"[{console.catalogue.text('output', 'skipped')}: "
            f"{console.catalogue.text('output', f'skip_{piece.reason.value}')}]",
        )
        for piece in transcript.skipped
    ]
    for start, text in sorted(lines):
        console.say(f"{int(start) // 60:02d}:{int(start) % 60:02d}  {text}")
    if not transcript.has_words:
        console.say(console.catalogue.text("output", "nothing_said"))
