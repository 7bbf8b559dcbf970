"""Figures of language models: kept for one machine and one file, and what they choose."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dokuhelfer.engine import language_speeds
from dokuhelfer.engine.language_speeds import LanguageSpeed, LanguageSpeeds
from dokuhelfer.engine.models import LanguageModel
from dokuhelfer.engine.selftest import measure
from dokutest.languages import ROOMY

BIG = LanguageModel("big", Path("/big.gguf"), 3000, thinks=False, sha256="a" * 64)
SMALL = LanguageModel("small", Path("/small.gguf"), 1000, thinks=False, sha256="b" * 64)


def speed(model: LanguageModel, reads: float, writes: float = 10.0) -> LanguageSpeed:
    return LanguageSpeed(model.id, model.sha256, 1, reads, writes)


def test_nobody_is_made_to_wait_for_a_model_that_was_not_measured() -> None:
    assert LanguageSpeeds().choose((BIG, SMALL)) is None
    assert LanguageSpeeds((speed(SMALL, 60),)).choose((BIG, SMALL)) == SMALL


def test_the_best_one_that_is_fast_enough_is_chosen() -> None:
    both = LanguageSpeeds((speed(BIG, 36), speed(SMALL, 92, 22)))
    assert both.choose((BIG, SMALL)) == BIG
    slow = LanguageSpeeds((speed(BIG, 8, 2), speed(SMALL, 92, 22)))
    assert slow.choose((BIG, SMALL)) == SMALL
    assert LanguageSpeeds((speed(BIG, 8, 2),)).choose((BIG, SMALL)) is None


def test_another_file_of_the_same_name_was_not_measured() -> None:
    known = LanguageSpeeds((speed(BIG, 36),))
    assert known.choose((replace(BIG, sha256="c" * 64),)) is None


def test_figures_are_kept_and_new_ones_take_the_place_of_old(tmp_path: Path) -> None:
    file = tmp_path / "kept" / "speeds.json"
    language_speeds.save(LanguageSpeeds((speed(BIG, 8), speed(SMALL, 50))), file)
    more = language_speeds.load(file).with_more((speed(BIG, 40),))
    assert set(more.measured) == {speed(BIG, 40), speed(SMALL, 50)}


@pytest.mark.parametrize(
    "change",
    [
        {"machine": "another"},
        {"format": "dokuhelfer.language-speeds/2"},
        {"speeds": [{"model": "big"}]},
        {"speeds": [{"model": 1, "sha256": None, "threads": 1, "reads": 1, "writes": 1}]},
        {"speeds": [{"model": "b", "sha256": None, "threads": 1, "reads": 0, "writes": 1}]},
        {"speeds": [{"model": "b", "sha256": None, "threads": 1, "reads": 1, "writes": "x"}]},
        {"speeds": 7},
    ],
)
def test_a_file_of_elsewhere_or_of_nonsense_counts_as_none(
    tmp_path: Path, change: dict[str, object]
) -> None:
    file = tmp_path / "speeds.json"
    language_speeds.save(LanguageSpeeds((speed(BIG, 8),)), file)
    assert language_speeds.load(file).measured
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | change), "utf-8")
    assert language_speeds.load(file) == LanguageSpeeds()


def test_without_a_file_there_are_none(tmp_path: Path) -> None:
    assert language_speeds.load(tmp_path / "none.json") == LanguageSpeeds()


@pytest.mark.llama
@pytest.mark.program
def test_the_self_test_reads_and_writes(random_language: LanguageModel) -> None:
    found = measure(random_language, ROOMY)
    assert (found.model, found.sha256, found.threads) == ("random", random_language.sha256, 1)
    assert found.reads > 1
    assert found.writes > 1
    assert found.seconds > 0
