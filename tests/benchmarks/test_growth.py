"""Growth as counts and ratios within one run. Times are printed."""

from __future__ import annotations

import cProfile
import sys
import time

import pytest

from dokuhelfer.bench.dictation import dictation
from dokuhelfer.bench.text import text_path
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.drafting import make_draft
from dokuhelfer.draft.normalise import normalise
from dokuhelfer.draft.rules import RulesEngine
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.draft.template.model import Template
from dokuhelfer.transcript.json import from_text

MOST_CALLS = 12.0
"""Calls for 3,000 words in multiples of those for 300: linear is 10, the same on each machine."""
MOST_TIME = 25.0
"""Processor time likewise, for loops that call nothing. A busy machine adds a half to the ten, by
its caches; a quadratic step would make it 100."""


@pytest.mark.parametrize("template", ["pflegebericht", "beratungsprotokoll", "schichtuebergabe"])
def test_ten_times_the_words_take_about_ten_times_as_long(
    template: str, capsys: pytest.CaptureFixture[str]
) -> None:
    step = text_path(load_template(template), (300, 3000), runs=3, clock=time.process_time)
    calls = [_calls(load_template(template), size) for size in (300, 3000)]
    times = ", ".join(f"{row.size}: {row.milliseconds:.0f} ms" for row in step.rows)
    with capsys.disabled():
        sys.stdout.write(f"\n{template}: {times}; calls {calls[1] / calls[0]:.1f} times\n")
    assert calls[1] <= MOST_CALLS * calls[0]
    assert step.rows[-1].ratio <= MOST_TIME


def _calls(template: Template, size: int) -> int:
    """How many functions are called on the way from so many words to the checked draft."""
    spoken = dictation(size)
    profile = cProfile.Profile()
    profile.runcall(make_draft, spoken, template, Context(), RulesEngine())
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize(
    "said",
    [
        "RR 136 zu 85, nein, 95, ",
        "um zehn, nein um elf, ",
        "links, Quatsch, rechts, ",
        "nein ",
        "zehn äh elf ",
        "um acht und ",
        "Er sagt: Ich komme. ",
        "streich das. ",
        "eins ",
        "siebenunddreißig zwei ",
        "„Ja“ ",
    ],
)
def test_the_normaliser_stays_linear_on_what_repeats(said: str) -> None:
    times = [_seconds(said, size) for size in (1000, 8000)]
    assert times[1] <= 16 * times[0]


def _seconds(said: str, size: int) -> float:
    transcript = from_text(said * (size // len(said)))
    took = []
    for _ in range(3):
        began = time.process_time()
        normalise(transcript, Context())
        took.append(time.process_time() - began)
    return min(took)


@pytest.mark.parametrize("words", [1, 300, 3000])
def test_a_dictation_has_as_many_words_as_asked_for(words: int) -> None:
    assert len(dictation(words).segments[0].text.split()) == words


def test_a_dictation_hardly_repeats_itself() -> None:
    sentences = dictation(3000).segments[0].text.split(". ")
    assert len(set(sentences)) > 0.6 * len(sentences)
