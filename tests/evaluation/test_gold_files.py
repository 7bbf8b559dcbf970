"""Gold files are read strictly where a key is there; what is absent is not measured."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.evaluation.gold import cases_of, gold_files, read_gold

LEAST = {"id": "c1", "template": "freitext", "dictation": "Guten Tag."}


def test_the_least_a_case_needs(tmp_path: Path) -> None:
    (case,) = cases_of([LEAST], "mine", tmp_path)
    assert (case.id, case.file, case.template, case.dictation) == (
        "c1",
        "mine",
        "freitext",
        "Guten Tag.",
    )
    assert case.gold is None
    assert case.audio is None


def test_a_recording_lies_beside_or_below(tmp_path: Path) -> None:
    (case,) = cases_of([{"id": "a", "template": "freitext", "audio": "ton/a.ogg"}], "m", tmp_path)
    assert case.audio == tmp_path / "ton" / "a.ogg"
    assert case.dictation is None


def test_part_and_group_are_the_same(tmp_path: Path) -> None:
    cases = cases_of([{**LEAST, "part": "x"}, {**LEAST, "id": "c2", "group": "y"}], "m", tmp_path)
    assert [case.part for case in cases] == ["x", "y"]


@pytest.mark.parametrize(
    ("value", "place"),
    [
        ({}, "[]"),
        ([1], "0"),
        ([LEAST, {**LEAST}], "1/id"),
        ([{**LEAST, "id": ""}], "0/id"),
        ([{**LEAST, "template": 3}], "0/template"),
        ([{"id": "a", "template": "freitext"}], "0/dictation"),
        ([{**LEAST, "dictation": "  "}], "0/dictation"),
        ([{**LEAST, "audio": "../a.ogg"}], "0/audio"),
        ([{**LEAST, "audio": "/a.ogg"}], "0/audio"),
        ([{**LEAST, "gold": []}], "0/gold"),
        ([{**LEAST, "exact": ["puls"]}], "0/gold"),
        ([{**LEAST, "must_contain": ["a"]}], "0/must_contain"),
        ([{**LEAST, "must_contain": {"*": "a"}}], "0/must_contain"),
        ([{**LEAST, "must_not_contain": [1]}], "0/must_not_contain"),
        ([{**LEAST, "counts": {"a": "2"}}], "0/counts"),
        ([{**LEAST, "counts": {"a": True}}], "0/counts"),
        ([{**LEAST, "counts": {"a": 1.5}}], "0/counts"),
        ([{**LEAST, "tags": "a"}], "0/tags"),
    ],
)
def test_a_wrong_part_is_refused_with_its_place(value: Any, place: str, tmp_path: Path) -> None:
    with pytest.raises(DokuError) as raised:
        cases_of(value, "m", tmp_path)
    assert raised.value.code is Code.JSON_WRONG_FORMAT
    assert raised.value.params == {"place": place}


def test_a_context_without_offset_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DokuError) as raised:
        cases_of([{**LEAST, "context": {"recorded": "2026-11-17T08:10:00"}}], "m", tmp_path)
    assert raised.value.code is Code.CONTEXT_BROKEN


def test_files_come_sorted_and_others_are_left_alone(tmp_path: Path) -> None:
    for name in ("b.json", "a.json", "readme.md"):
        (tmp_path / name).write_text(json.dumps([LEAST]), "utf-8")
    assert [path.name for path in gold_files(tmp_path)] == ["a.json", "b.json"]
    assert [case.file for path in gold_files(tmp_path) for case in read_gold(path)] == ["a", "b"]


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_text("", "utf-8")
    for folder in (tmp_path, tmp_path / "fehlt", file):
        with pytest.raises(DokuError) as raised:
            gold_files(folder)
        assert raised.value.code is Code.GOLD_MISSING


def test_a_dictation_about_several_persons_names_drafts_and_no_template(tmp_path: Path) -> None:
    drafts = [{"person": None, "template": "freitext", "facts": ["Tag"]}]
    case = {"id": "r", "dictation": "Guten Tag.", "drafts": drafts, "uncovered": ["Lift"]}
    (read,) = cases_of([case], "m", tmp_path)
    assert read.template == "auto"
    assert read.drafts is not None
    assert [(d.person, d.template, d.facts) for d in read.drafts] == [(None, "freitext", ("Tag",))]
    assert read.uncovered == ("Lift",)
    with pytest.raises(DokuError) as raised:
        cases_of([{**case, "drafts": [{"person": 1}]}], "m", tmp_path)
    assert raised.value.params == {"place": "0/drafts/0/person"}
