"""What ``bench`` measured, and what follows from it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dokuhelfer.engine import speeds
from dokuhelfer.engine.speeds import KEEPS_UP, Speed, Speeds

QUICK, SLOW = KEEPS_UP / 2, KEEPS_UP * 2


def speed(model: str, beam: int, factor: float, sha256: str | None = "a") -> Speed:
    return Speed(model, sha256, beam, threads=1, factor=factor)


def test_the_widest_search_that_keeps_up() -> None:
    measured = Speeds((speed("m", 1, QUICK), speed("m", 5, KEEPS_UP)))
    assert measured.beam("m", "a") == 5


def test_a_narrow_search_where_the_wide_one_is_too_slow() -> None:
    assert Speeds((speed("m", 1, QUICK), speed("m", 5, SLOW))).beam("m", "a") == 1
    assert Speeds((speed("m", 1, SLOW), speed("m", 5, 2 * SLOW))).beam("m", "a") == 1


def test_of_another_file_nothing_is_known() -> None:
    assert Speeds((speed("m", 1, QUICK),)).beam("m", "b") is None


@pytest.mark.parametrize(
    ("factors", "chosen"),
    [
        ({"good": QUICK, "small": QUICK / 2}, "good"),
        ({"good": SLOW, "small": QUICK}, "small"),
        ({"good": 2 * SLOW, "small": SLOW}, "small"),
        ({"small": QUICK}, None),
        ({"good": SLOW}, None),
        ({}, None),
    ],
)
def test_the_best_model_that_keeps_up(factors: dict[str, float], chosen: str | None) -> None:
    measured = Speeds(tuple(speed(model, 5, factor) for model, factor in factors.items()))
    assert measured.model([("good", "a"), ("small", "a")]) == chosen


def test_another_version_of_a_model_was_not_measured() -> None:
    measured = Speeds((speed("good", 5, SLOW, "old"), speed("small", 5, QUICK)))

    assert measured.model([("good", "new"), ("small", "a")]) is None
    assert measured.model([("good", "old"), ("small", "a")]) == "small"


def test_new_figures_replace_those_of_the_same_model(tmp_path: Path) -> None:
    file = tmp_path / "new" / "speeds.json"
    speeds.save(Speeds((speed("m", 5, SLOW), speed("n", 1, SLOW))), file)
    speeds.save(speeds.load(file).with_more([speed("m", 1, QUICK)]), file)
    assert set(speeds.load(file).measured) == {speed("m", 1, QUICK), speed("n", 1, SLOW)}


@pytest.mark.parametrize(
    "change",
    [
        {"machine": "another"},
        {"format": "dokuhelfer.speeds/9"},
        {"speeds": [{"model": "m"}]},
        {"speeds": [{"model": "m", "sha256": None, "beam": 7, "threads": 1, "factor": 1.0}]},
        {"speeds": [{"model": "m", "sha256": None, "beam": 5, "threads": 1, "factor": -1.0}]},
        {"speeds": 3},
    ],
)
def test_what_does_not_fit_counts_as_nothing(change: dict[str, object], tmp_path: Path) -> None:
    file = tmp_path / "speeds.json"
    speeds.save(Speeds((speed("m", 5, QUICK),)), file)
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | change), "utf-8")
    assert speeds.load(file) == Speeds()


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff", b"{" * 100_000])
def test_a_broken_file_counts_as_nothing(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "speeds.json"
    file.write_bytes(content)
    assert speeds.load(file) == Speeds()
    assert speeds.load(tmp_path / "missing") == Speeds()
