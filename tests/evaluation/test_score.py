"""The figures of the gold format on drafts made by hand, worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from dokuhelfer.evaluation.score import Ratio, Score, contains, flat, mentions, pick, same, score

from .conftest import MakeCase

GROUP = {
    "eintraege": [
        {"person": "Frau Abel", "situation": "schläft", "menge_ml": 200},
        {"person": "Herr Abel-Koch", "situation": None, "menge_ml": 1.5},
    ]
}


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("*", GROUP),
        ("*ohne:eintraege", {}),
        ("eintraege", GROUP["eintraege"]),
        ("fehlt", None),
        ("eintraege[person~abel].situation", "schläft"),
        ("eintraege[person~koch].menge_ml", 1.5),
        ("eintraege[person~Koch].*", GROUP["eintraege"][1]),
        ("eintraege[person~Niemand].situation", None),
        ("fehlt[person~Abel].situation", None),
    ],
)
def test_a_path_names_its_value(path: str, found: Any) -> None:
    assert pick(GROUP, path) == found


def test_a_decimal_is_found_with_comma_and_with_point() -> None:
    assert flat({"a": 37.8, "b": [1, 2.0]}) == "37,8 37.8 1 2.0"
    assert contains(GROUP, "1,5")
    assert contains(GROUP, "1.5")


@pytest.mark.parametrize(
    ("value", "wanted", "found"),
    [
        ("Kein  FIEBER,\nmüde", "kein fieber", True),
        ("fieberfrei", "kein Fieber | fieberfrei", True),
        ("Straße", "STRASSE", True),
        ("fiebrig", "Fieber", False),
        (None, "Fieber", False),
    ],
)
def test_a_wanted_text_may_stand_within_a_word(value: Any, wanted: str, found: bool) -> None:
    assert contains(value, wanted) is found


@pytest.mark.parametrize(
    ("value", "word", "found"),
    [
        ("Der Arzt kam.", "arzt", True),
        ("Der Hausarzt kam.", "Arzt", False),
        ("um 19:30 Uhr", "9:30", False),
        ("6 Bier", "6 Bier", True),
        ("36 Bier", "6 Bier", False),
        ([{"a": "x"}, {"a": "Arzt"}], "Arzt", True),
    ],
)
def test_a_forbidden_text_is_a_word_of_its_own(value: Any, word: str, found: bool) -> None:
    assert mentions(value, word) is found


@pytest.mark.parametrize(
    ("got", "want", "equal"),
    [
        (37.8, 37.8, True),
        ("37,8", 37.8, True),
        ("72", 72, True),
        (None, 72, False),
        ("etwa 72", 72, False),
        ("08:30", "08:30", True),
        ("8:30", "08:30", False),
        (None, None, True),
        ("Nüchtern ", "nüchtern", True),
        (True, True, True),
    ],
)
def test_exact_fields_meet_by_value(got: Any, want: Any, equal: bool) -> None:
    assert same(got, want) is equal


def test_all_figures_of_one_draft(make_case: MakeCase) -> None:
    case = make_case(
        gold={"uhrzeit": "08:00", "puls": 72},
        exact=["uhrzeit", "puls"],
        must_contain={"beobachtung": ["müde", "blass"], "*": ["Tochter"], "fehlt": ["müde"]},
        must_not_contain=["Arzt", "Fieber"],
        must_not_contain_in={"beobachtung": ["Tochter"], "massnahme": ["Tochter"]},
        empty_fields=["wirkung", "massnahme", "fehlt"],
        counts={"eintraege": 2, "andere": 0, "fehlt": 1},
    )
    draft = {
        "uhrzeit": "08:00",
        "puls": 27,
        "beobachtung": "Müde. Kein Fieber. Tochter da.",
        "massnahme": "Hausarzt verständigt.",
        "wirkung": [],
        "eintraege": [{}, {}],
        "andere": None,
    }
    found = score(case, draft)
    assert found.recall == Ratio(3, 4)
    assert found.placed == Ratio(1, 3)
    assert found.exact == Ratio(1, 2)
    assert found.forbidden == 2
    assert found.wrong_fill == Ratio(1, 3)
    assert found.counts == Ratio(2, 3)
    assert len(found.notes) == 2 + 1 + 2 + 1 + 1


def test_an_empty_draft_finds_nothing_and_fills_nothing(make_case: MakeCase) -> None:
    case = make_case(
        gold={"puls": 72}, exact=["puls"], must_contain={"*": ["72"]}, empty_fields=["wirkung"]
    )
    found = score(case, {})
    assert (found.recall, found.exact, found.wrong_fill) == (Ratio(0, 1), Ratio(0, 1), Ratio(0, 1))
    assert found.placed.rate is None


def test_figures_add_up(make_case: MakeCase) -> None:
    one = Score(recall=Ratio(1, 2), forbidden=1, notes=("a",))
    assert one + one == Score(recall=Ratio(2, 4), forbidden=2, notes=("a", "a"))
