"""The path from text to a checked draft, by rules: no model takes part."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from dokuhelfer.bench.dictation import dictation
from dokuhelfer.bench.measure import Step, measured
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.drafting import make_draft
from dokuhelfer.draft.rules import RulesEngine
from dokuhelfer.draft.template.model import Template

SIZES = (300, 1000, 3000)
"""Words: a long Pflegebericht, a Hilfeplangespräch, a whole round."""
RUNS = 5


def text_path(
    template: Template,
    sizes: Sequence[int] = SIZES,
    runs: int = RUNS,
    clock: Callable[[], float] = time.perf_counter,
) -> Step:
    """A dictation normalised, drafted and checked."""

    def work(size: int) -> Callable[[], None]:
        spoken = dictation(size)

        def draft() -> None:
            make_draft(spoken, template, Context(), RulesEngine())

        return draft

    return measured("text", "words", sizes, runs, work, clock)
