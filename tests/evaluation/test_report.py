"""Groups of cases and what goes into the JSON."""

from __future__ import annotations

from pathlib import Path

from dokuhelfer.draft.rules import RulesEngine
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.evaluation.report import Grouping, groups, to_json, total
from dokuhelfer.evaluation.run import Evaluation, Result
from dokuhelfer.transcript.json import from_text
from dokuhelfer.transcript.model import Transcript

from .conftest import MakeCase


def run(make_case: MakeCase, heard: str | None = None, **given: object) -> Result:
    def recognise(path: Path) -> Transcript:
        assert path.name == "a.ogg"
        return from_text(heard or "")

    evaluation = Evaluation(RulesEngine(), load_template, {}, recognise, per_fault=1)
    return evaluation.run(make_case(**given))


def test_a_case_is_in_each_of_its_groups(make_case: MakeCase) -> None:
    wanted = {"*": ["Puls"]}
    results = [
        run(make_case, id="c1", tags=["a", "b", "a"], form="x", must_contain=wanted),
        run(make_case, id="c2", tags=["b"], part="late", must_contain=wanted),
    ]
    assert {n: f.cases for n, f in groups(results, Grouping.TAG).items()} == {"a": 1, "b": 2}
    assert list(groups(results, Grouping.FORM)) == ["x"]
    assert list(groups(results, Grouping.PART)) == ["cases: late"]
    assert groups(results, Grouping.FILE)["cases"] == total(results)
    assert total(results).score.recall.of == 2


def test_a_recording_counts_word_errors_and_the_check_goes_by_what_was_meant(
    make_case: MakeCase,
) -> None:
    gold = {"beobachtung": "Kein Fieber."}
    result = run(make_case, "ein Fieber", audio="a.ogg", dictation="Kein Fieber.", gold=gold)
    assert (result.figures.word_errors.hit, result.figures.word_errors.of) == (1, 2)
    assert result.figures.check.false_alarms.hit == 0


def test_silence_is_an_empty_draft(make_case: MakeCase) -> None:
    result = run(make_case, " ", audio="a.ogg", must_contain={"*": ["Puls"]})
    assert result.figures.score.recall.hit == 0
    assert result.figures.score.recall.of == 1
    assert result.figures.word_errors.rate == 1.0


def test_json_names_what_was_missed(make_case: MakeCase) -> None:
    result = run(make_case, gold={"beobachtung": "Kein Husten."}, must_contain={"*": ["Fieber"]})
    answer = to_json([result], "rules", {})
    (case,) = answer["cases"]  # type: ignore[misc]
    assert case["notes"] == ["missing *: Fieber"]
    assert case["gold_findings"][0]["severity"] == "block"
    assert {missed["kind"] for missed in case["missed"]} >= {"negation_dropped"}
