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


@pytest.mark.parametrize(
    ("text", "template", "id"),
    [
        ("Frau Kern, Puls 80 nee stimmt nicht muss ich nochmal gucken.", "vitalwerte", "puls"),
        ("Frau Kern, Temperatur 38,4 rektal, das war falsch.", "vitalwerte", "temperatur_ort"),
        ("Frau Kern, Gewicht 70 Kilo, nein Quatsch, die Waage war aus.", "vitalwerte", "gewicht"),
    ],
)
def test_a_value_that_may_have_been_taken_back_fills_nothing(
    draft: Drafter, text: str, template: str, id: str
) -> None:
    fields = draft(text, template)
    assert fields[id].value is None
    said = " ".join(str(field.value) for field in fields.values())
    assert any(mark in said for mark in ("stimmt nicht", "falsch", "Quatsch"))


def test_a_weak_no_that_goes_on_keeps_the_value(draft: Drafter) -> None:
    assert draft("Frau Kern, NRS 3, nein, Fieber hat sie nicht.", "vitalwerte")["schmerz_nrs"].value


def test_an_addition_in_a_round_goes_to_whom_it_names(draft: Drafter) -> None:
    text = (
        "Zimmer 5, Frau Kern: gut geschlafen. Zimmer 8, Herr Alt, hat gefrühstückt. Frau Kern war "
        "beim Röntgen. Und für Herrn Alt kommt um vier die Betreuerin Frau Quast."
    )
    first, second = draft(text, "schichtuebergabe", shift="frueh")["eintraege"].value
    assert "Quast" in str(second)
    assert "Quast" not in str(first)
