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
    assert "4.000" in amounts["Sparkasse"]
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


def test_a_man_spoken_of_is_returned_to_by_his_pronoun(draft: Drafter) -> None:
    text = (
        "Zimmer 4, Herr Brandt, hat seine Tabletten ausgespuckt. Sie liegen im Dienstzimmer auf "
        "dem Medikamentenwagen. Wenn er schläft, bitte nicht wecken."
    )
    entry = draft(text, "schichtuebergabe")["eintraege"].value[0]
    assert "nicht wecken" in str(entry["empfehlung"])


def test_whoever_comes_to_mind_again_is_turned_to(draft: Drafter) -> None:
    text = (
        "übergabe frau okoro zimmer drei hat gut gegessen dann herr brandt zimmer vier der "
        "klingelt nicht sondern ruft ach ja frau okoro der sohn hat gesagt er kommt morgen"
    )
    entries = draft(text, "schichtuebergabe")["eintraege"].value
    sons = {entry["person"]: "Sohn" in str(entry) for entry in entries}
    assert sons == {"Frau Okoro": True, "Herr Brandt": False}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Den Sohn um 17:10 Uhr nicht erreicht, um 17:30 Uhr dann doch.", True),
        ("Die Tochter mittags nicht erreicht, abends dann doch.", True),
        ("Den Sohn um 17:10 Uhr nicht erreicht.", False),
    ],
)
def test_who_was_reached_in_the_end_was_told(draft: Drafter, text: str, told: bool) -> None:
    fields = draft(f"Sturzprotokoll Herr Kern. {text}", "sturzprotokoll")
    assert (fields["information_an"].value is not None) is told


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Um 16:40 Uhr beim Vorbeigehen ein Stöhnen aus dem Zimmer gehört.", "16:40"),
        ("Der Azubi hörte um 13:05 Uhr ein lautes Poltern.", "13:05"),
        ("Um 16:40 Uhr hat er noch Radio gehört.", None),
    ],
)
def test_what_was_heard_led_to_the_person(draft: Drafter, text: str, time: str | None) -> None:
    fields = draft(f"Sturzprotokoll Herr Kern. {text}", "sturzprotokoll")
    assert fields["uhrzeit_auffinden"].value == time


def test_behind_an_announced_statement_stands_what_was_said(draft: Drafter) -> None:
    text = "Sturzprotokoll Herr Kern. Aussage von ihm: Ich muss zum Zug und will noch packen."
    assert "zum Zug" in draft(text, "sturzprotokoll")["angabe_person"].value
