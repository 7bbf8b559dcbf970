"""What is told of somebody else, kept in a record of its own, stays out of this one (R13)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

Drafter = Callable[..., Mapping[str, Any]]


def elsewhere(fields: Mapping[str, Any], word: str) -> bool:
    """Whether a word stands among what is unassigned, and nowhere else."""
    left = " ".join(fields["nicht_zugeordnet"].value or ())
    rest = (str(field.value) for id, field in fields.items() if id != "nicht_zugeordnet")
    return word in left and not any(word in text for text in rest)


@pytest.mark.parametrize(
    ("text", "template", "word"),
    [
        (
            "Vitalwerte Frau Kern. RR 120 zu 70. Ihr Sohn wollte auch mal messen, der hatte 151 zu "
            "82, das kommt extra in seine Mappe.",
            "vitalwerte",
            "151",
        ),
        ("Vitalwerte Frau Kern. Puls 72. Ihr Mann hatte Puls 96.", "vitalwerte", "96"),
        (
            "frau Kern hat gut geschlafen um zwei hab ich ihr tee gebracht ihre zimmernachbarin "
            "frau Ruf hat gehustet und hat hustensaft bekommen das schreib ich bei ihr extra",
            "pflegebericht",
            "Hustensaft",
        ),
        (
            "Frau Kern hat gut gegessen. Der Sohn von nebenan hatte sich gestoßen, das steht in "
            "seinem eigenen Bericht.",
            "pflegebericht",
            "gestoßen",
        ),
        (
            "Beratung mit Frau Sommer, persönlich. Sie sucht eine Wohnung. Ihr Kumpel Timo hat "
            "auch gefragt, der soll selber vorbeikommen.",
            "beratungsprotokoll",
            "Timo",
        ),
    ],
)
def test_another_persons_facts_are_kept_apart(
    draft: Drafter, text: str, template: str, word: str
) -> None:
    assert elsewhere(draft(text, template), word)


@pytest.mark.parametrize(
    ("text", "template", "word"),
    [
        (
            "Frau Kern war wach. Die Tochter weiß Bescheid. Das Protokoll schreib ich extra.",
            "pflegebericht",
            "Tochter",
        ),
        ("Frau Kern. Ihr Mann hat 140 zu 80 gemessen.", "vitalwerte", "Mann"),
        ("Herr Kern war wach. Sein Mitbewohner hat ihn geschubst.", "pflegebericht", "geschubst"),
        (
            "Beratung mit Frau Sommer. Ihr Mann soll selber anrufen.",
            "beratungsprotokoll",
            "anrufen",
        ),
        (
            "Beratung mit Frau Sommer. Der Partner ist einverstanden, Elterngeld machen wir extra.",
            "beratungsprotokoll",
            "Elterngeld",
        ),
    ],
)
def test_relatives_of_the_record_stay(draft: Drafter, text: str, template: str, word: str) -> None:
    fields = draft(text, template)
    assert word not in " ".join(fields["nicht_zugeordnet"].value or ())
    assert any(word in str(field.value) for field in fields.values())
