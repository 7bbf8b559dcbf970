"""Speed as ratios within one run: what a slow or busy machine cannot change. Times are printed."""

from __future__ import annotations

import sys
import time

import pytest

from dokuhelfer.bench.dictation import dictation
from dokuhelfer.bench.text import text_path
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.normalise import normalise
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.transcript.json import from_text

LARGEST_RATIO = 14.0
"""3,000 words against 300: linear is 10; a quadratic step would make it 100."""


@pytest.mark.parametrize("template", ["pflegebericht", "beratungsprotokoll", "schichtuebergabe"])
def test_ten_times_the_words_take_about_ten_times_as_long(
    template: str, capsys: pytest.CaptureFixture[str]
) -> None:
    step = text_path(load_template(template), (300, 3000), runs=3, clock=time.process_time)
    times = ", ".join(f"{row.size}: {row.milliseconds:.0f} ms" for row in step.rows)
    with capsys.disabled():
        sys.stdout.write(f"\n{template}: {times}\n")
    assert step.rows[-1].ratio <= LARGEST_RATIO


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
