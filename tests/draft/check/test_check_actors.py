"""What the writer does is not written as done by the client, nor the other way round."""

from __future__ import annotations

import pytest

from dokucheck.running import Check


def kinds(checked: Check, dictation: str, written: str) -> set[str]:
    found = checked("beratungsprotokoll", dictation, {"vereinbarungen": written}).findings
    return {f.kind.value for f in found}


ANSWER = "Klientin Frau L. Ich beantworte dem Amt den Brief, wenn sie es erlaubt."
FORMS = "Klient Herr K. Ich bestelle die Formulare, und er unterschreibt die Vollmacht."


@pytest.mark.parametrize(
    ("dictation", "wrong", "right"),
    [
        (
            ANSWER,
            "Klientin beantwortet den Brief, wenn sie es erlaubt.",
            "Beraterin beantwortet den Brief, wenn Klientin es erlaubt.",
        ),
        (FORMS, "Berater unterschreibt die Vollmacht.", "Klient unterschreibt die Vollmacht."),
        (FORMS, "Klient bestellt die Formulare.", "Berater bestellt die Formulare."),
    ],
)
def test_the_other_of_the_two(checked: Check, dictation: str, wrong: str, right: str) -> None:
    assert "person" in kinds(checked, dictation, wrong)
    assert "person" not in kinds(checked, dictation, right)


def test_who_gets_something_is_no_actor(checked: Check) -> None:
    said = "Klient Herr K. Ich schicke die Formulare mit der Post."
    assert "person" not in kinds(checked, said, "Klient bekommt die Formulare mit der Post.")
