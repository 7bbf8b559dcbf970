"""Help plans and participation: each side's view, goals, and whose doing it was."""

from __future__ import annotations

import pytest

from .conftest import draft_text

PLAN = (
    "Hilfeplangespräch für Lena, 14, Tagesgruppe. Anwesend waren Lena, ihr Vater Herr Brunner, "
    "Frau Dahl vom Jugendamt und ich. "
)


def _of(sentence: str, field: str) -> str:
    return str(draft_text(PLAN + sentence, "hilfeplangespraech")[field].value or "")


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("Lena möchte mehr Zeit im Garten.", "sicht_junger_mensch"),
        ("Herr Brunner findet mehr Zeit im Garten gut.", "sicht_eltern"),
        ("Der Vater ist gegen mehr Zeit im Garten, er hat Angst.", "sicht_eltern"),
        ("Frau Dahl hält mehr Zeit im Garten für richtig.", "sicht_jugendamt"),
        ("Aus meiner Sicht hilft ihr mehr Zeit im Garten.", "sicht_fachkraft"),
        ("Ich erlebe, dass mehr Zeit im Garten ihr hilft.", "sicht_fachkraft"),
    ],
)
def test_each_view_stands_in_its_own_field(sentence: str, field: str) -> None:
    assert "Zeit im Garten" in _of(sentence, field)
    others = {"sicht_junger_mensch", "sicht_eltern", "sicht_jugendamt", "sicht_fachkraft"} - {field}
    drafted = draft_text(PLAN + sentence, "hilfeplangespraech")
    assert all("Garten" not in str(drafted[other].value) for other in others)


def test_a_pronoun_goes_on_with_the_view_before() -> None:
    text = _of("Der Vater sagt, es läuft besser. Er wünscht sich mehr Besuche.", "sicht_eltern")
    assert "mehr Besuche" in text


def test_who_took_part_and_who_the_plan_is_for() -> None:
    drafted = draft_text(PLAN, "hilfeplangespraech")
    assert drafted["person"].value == "Lena, 14"
    assert "Frau Dahl" in str(drafted["teilnehmende"].value)
    assert "Tagesgruppe" in str(drafted["hilfeart"].value)
    assert drafted["nicht_zugeordnet"].value is None


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("Ziel eins, morgens aufstehen, ist teilweise erreicht.", "zielueberpruefung"),
        ("Das Ziel morgens aufstehen wurde nicht erreicht.", "zielueberpruefung"),
        ("Neues Ziel ist morgens aufstehen.", "neue_ziele"),
        ("Beim Aufstehen gibt es keine Einigung, das morgens aufstehen ist strittig.", "dissens"),
        ("Vereinbart ist, Herr Brunner meldet sie bis Mai zum morgens aufstehen an.",
         "vereinbarungen"),
    ],
)  # fmt: skip
def test_goals_reviewed_or_new_and_where_they_differ(sentence: str, field: str) -> None:
    assert "morgens aufstehen" in _of(sentence, field)


@pytest.mark.parametrize(
    "sentence",
    [
        "Es bleibt bei 6 Fachleistungsstunden pro Woche.",
        "Die Hilfe läuft 6 Monate weiter.",
        "Die Hilfe wird um 6 Monate verlängert.",
    ],
)
def test_how_much_help_for_how_long(sentence: str) -> None:
    assert "6" in _of(sentence, "umfang_hilfe")


def test_somebody_not_reached_by_telephone_is_no_goal() -> None:
    assert not _of("Die Schule habe ich telefonisch nicht erreicht.", "zielueberpruefung")


DAY = "Verlauf Herr Ott, 9 Uhr bis 10 Uhr 30, Kochgruppe. "


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("Die Zwiebeln hat er geschnitten.", "selbst_geleistet"),
        ("Die Zwiebeln habe ich geschnitten.", "unterstuetzung"),
        ("Die Zwiebeln haben wir zusammen geschnitten.", "unterstuetzung"),
        ("Hilfreich war das Messer für die Zwiebeln.", "foerder_barrierefaktoren"),
        ("Gut war, dass er für die Zwiebeln Zeit hatte.", "foerder_barrierefaktoren"),
    ],
)
def test_whose_doing_it_was(sentence: str, field: str) -> None:
    drafted = draft_text(DAY + sentence, "teilhabe_verlauf")
    assert "Zwiebeln" in str(drafted[field].value)


def test_the_opening_line_is_cut_into_its_parts() -> None:
    drafted = draft_text(DAY, "teilhabe_verlauf")
    assert drafted["zeitraum"].value == "09:00 Uhr bis 10:30 Uhr"
    assert "Kochgruppe" in str(drafted["leistung"].value)


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("Die bisherigen Ziele: morgens aufstehen klappt, Sport ist teilweise erreicht.",
         "zielueberpruefung"),
        ("Bis zum Sommer nehmen wir uns vor, dass Lena morgens aufstehen übt.", "neue_ziele"),
    ],
)  # fmt: skip
def test_headings_and_absences_of_a_plan(sentence: str, field: str) -> None:
    assert "aufstehen" in _of(sentence, field)


def test_a_pronoun_behind_the_verb_goes_on_with_the_view() -> None:
    text = "Lena sagt, sie mag die Gruppe. Beim Vater fühlt sie sich oft allein."
    assert "oft allein" in _of(text, "sicht_junger_mensch")


def test_a_wish_with_a_deadline_is_the_next_step_and_not_done_yet() -> None:
    drafted = draft_text(DAY + "Bis Freitag will er den Herd allein putzen.", "teilhabe_verlauf")
    assert "Herd" in str(drafted["vereinbarung"].value)
    assert drafted["selbst_geleistet"].value is None


CASE = "Kollegiale Beratung zu Frau M. Den Fall hat Ina eingebracht. Sie lebt allein. "


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("Olaf meint, dass sie vielleicht den Bruder vermisst.", "hypothesen"),
        ("Könnte sein, dass der Bruder dahintersteckt, vermutet Olaf.", "hypothesen"),
        ("Vorgeschlagen wurde ein Besuch beim Bruder.", "vorschlaege"),
        ("Vorschläge gab es zwei. Ina will den Bruder lieber selbst fragen.", "entscheidung"),
        ("Die Frage war, ob Ina den Bruder fragen soll.", "fragestellung"),
        ("Ina ruft bis Montag den Bruder an.", "massnahmen"),
    ],
)
def test_suppositions_suggestions_and_the_decision_stay_apart(sentence: str, field: str) -> None:
    drafted = draft_text(CASE + sentence, "fallbesprechung")
    kinds = {"hypothesen", "vorschlaege", "entscheidung", "massnahmen", "fragestellung"}
    assert "Bruder" in str(drafted[field].value)
    assert all("Bruder" not in str(drafted[other].value) for other in kinds - {field})


def test_sides_are_told_apart_without_any_mark() -> None:
    text = (
        "Hilfeplangespräch für Lena vierzehn Jahre Tagesgruppe da waren Lena ihr Vater Herr Braun "
        "Frau Dahl vom Jugendamt und ich Lena möchte gern länger bleiben der Vater findet dass es "
        "besser läuft zu Hause gibt es aber noch Streit neues Ziel ist dass sie schwimmen lernt"
    )
    drafted = draft_text(text, "hilfeplangespraech")
    assert "länger bleiben" in str(drafted["sicht_junger_mensch"].value)
    assert "besser läuft" in str(drafted["sicht_eltern"].value)
    assert "schwimmen" in str(drafted["neue_ziele"].value)
    assert drafted["vereinbarungen"].value is None


def test_own_words_behind_said_are_an_utterance() -> None:
    drafted = draft_text(DAY + "Er hat gesagt ich hab keine Angst gehabt.", "teilhabe_verlauf")
    assert "keine Angst" in str(drafted["aeusserung"].value)


def test_what_comes_next_time_is_not_done_yet_in_its_later_clauses_either() -> None:
    text = DAY + "Er war müde. Nächste Woche warte ich draußen, und er geht allein hinein."
    drafted = draft_text(text, "teilhabe_verlauf")
    assert drafted["selbst_geleistet"].value is None


def test_a_pronoun_s_wish_for_the_child_is_not_the_child_s_view() -> None:
    text = _of("Die Mutter schreibt, sie möchte, dass Lena zu Hause bleibt.", "sicht_eltern")
    assert "zu Hause bleibt" in text
