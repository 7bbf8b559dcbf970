"""Handovers without marks, several claims in one sentence, denied observations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

Drafter = Callable[..., Mapping[str, Any]]


def test_the_shift_in_the_heading_makes_no_colleague_of_the_first_resident(draft: Drafter) -> None:
    text = (
        "guten morgen übergabe nachtdienst herr brandt hat gut geschlafen dann frau okoro zimmer "
        "neun die hat zweimal geklingelt und über kopfschmerzen geklagt"
    )
    entries = draft(text, "schichtuebergabe")["eintraege"].value
    assert [entry["person"] for entry in entries] == ["Herr Brandt", "Frau Okoro"]


def test_a_nurse_named_behind_her_shift_is_none_of_the_residents(draft: Drafter) -> None:
    text = "Übergabe Nachtdienst, Frau Falk. Herr Brandt hat gut geschlafen."
    entries = draft(text, "schichtuebergabe")["eintraege"].value
    assert "Herr Brandt" in [entry["person"] for entry in entries]


@pytest.mark.parametrize(
    "text",
    [
        "Forderung von der Sparkasse, Ratenkredit, 4.000 Euro, und das Finanzamt, Steuerschulden, "
        "850 Euro.",
        "Da ist noch die Sparkasse mit rund viertausend, ein Ratenkredit, und das Finanzamt, "
        "Steuerschulden, 850 Euro.",
    ],
)
def test_two_claims_of_one_sentence_are_two_entries(draft: Drafter, text: str) -> None:
    claims = draft(f"Schuldnerberatung Frau Kern. {text}", "beratung_schulden")["glaeubiger"].value
    amounts = {claim["name"]: claim["forderung_eur"] for claim in claims}
    assert amounts["Sparkasse"].startswith("4.000")
    assert amounts["Finanzamt"] == "850 €"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Der Sturz wurde von niemandem gesehen.", "nein"),
        ("Den Sturz hat keiner von uns gesehen.", "nein"),
        ("Die Betreuerin hat den Sturz gesehen.", "ja"),
        ("Zuletzt gesehen hat ihn die Nachtwache um 3 Uhr.", None),
    ],
)
def test_who_saw_the_fall(draft: Drafter, text: str, seen: str | None) -> None:
    fields = draft(f"Sturzprotokoll Herr Kern. {text}", "sturzprotokoll")
    assert fields["beobachtet"].value == seen


def test_a_stranger_in_a_run_of_words_stays_out(draft: Drafter) -> None:
    text = (
        "frau seidel hat mittags alles gegessen und danach im garten gesessen ach so und beim "
        "herrn lorenz müssen noch die einlagen bestellt werden"
    )
    fields = draft(text, "pflegebericht")
    assert "Einlagen" not in (fields["weiteres_vorgehen"].value or "")
    assert any("Einlagen" in note for note in fields["nicht_zugeordnet"].value)
