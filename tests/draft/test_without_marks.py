"""Dictations without punctuation and capitals: how far drafts fall behind those that have them.

Some recognisers, and people who type in a hurry, leave marks out. A sample of the open gold is
drafted as it stands and without them; the limits are what is reached, less a few facts.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dokuhelfer.draft.rules import RulesEngine
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.evaluation.gold import Case, read_gold
from dokuhelfer.evaluation.report import total
from dokuhelfer.evaluation.run import Evaluation, Figures
from dokuhelfer.evaluation.score import Ratio
from dokuhelfer.transcript.model import Transcript
from dokutest.open_gold import open_gold

ONE_IN = 24
WORDS_PER_MARK = 25
"""With fewer marks a dictation was written without them already."""
_MARK = re.compile(r"(?<!\d)[.,;:!?]|[.,;:!?](?!\d)|(?<= )[–—-](?= )|…")
_OF_DATE = re.compile(
    r"(\d)\.(?= +(?:Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|\d))|(\.\d{1,2})\.(?= )"
)


def without_marks(text: str) -> str:
    """The text in lower case less its marks; those within numbers, times and dates stay."""
    kept = _OF_DATE.sub(lambda found: f"{found[1] or found[2]}\0", text)
    return " ".join(_MARK.sub("", kept).replace("\0", ".").split()).lower()


def sample() -> Iterator[Case]:
    for path in open_gold():
        for case in read_gold(path):
            if case.dictation is None or case.drafts is not None or case.must_contain is None:
                continue
            marks = len(_MARK.findall(case.dictation))
            number = int(hashlib.sha256(f"{path.stem}{case.id}".encode()).hexdigest(), 16)
            if marks * WORDS_PER_MARK >= len(case.dictation.split()) and not number % ONE_IN:
                yield case


@pytest.fixture(scope="module")
def figures() -> tuple[Figures, Figures]:
    """As the dictations stand, and without marks."""

    def no_recording(path: Path) -> Transcript:
        raise AssertionError(path.suffix)

    evaluation = Evaluation(RulesEngine(), load_template, {}, no_recording)
    cases = list(sample())
    bare = [replace(case, dictation=without_marks(case.dictation or "")) for case in cases]
    return total(map(evaluation.run, cases)), total(map(evaluation.run, bare))


def rate(ratio: Ratio) -> float:
    assert ratio.rate is not None
    return ratio.rate


def test_marks_within_values_stay() -> None:
    text = "Am 3. November, 8.30 Uhr: RR 136/85, Temperatur 37,8. Gut geschlafen!"
    assert without_marks(text) == "am 3. november 8.30 uhr rr 136/85 temperatur 37,8 gut geschlafen"


def test_the_sample_is_large_enough(figures: tuple[Figures, Figures]) -> None:
    marked, bare = figures
    assert marked.cases == bare.cases >= 15
    assert marked.score.placed.of >= 150


def test_nothing_is_lost_without_marks(figures: tuple[Figures, Figures]) -> None:
    _, bare = figures
    assert rate(bare.score.recall) >= 0.98


def test_most_still_finds_its_field(figures: tuple[Figures, Figures]) -> None:
    marked, bare = figures
    assert rate(marked.score.placed) >= 0.82
    assert rate(bare.score.placed) >= 0.68


def test_typed_values_hold(figures: tuple[Figures, Figures]) -> None:
    _, bare = figures
    assert rate(bare.score.exact) >= 0.90


def test_correct_statements_are_seldom_blocked(figures: tuple[Figures, Figures]) -> None:
    _, bare = figures
    assert rate(bare.check.false_alarms) <= 0.07
