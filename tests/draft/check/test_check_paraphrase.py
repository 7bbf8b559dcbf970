"""Other words for the same pass; what turns the same sentence round does not."""

from __future__ import annotations

from typing import Any

import pytest

from dokucheck.running import Check
from dokuhelfer.draft.model import Finding, Severity

CASES = [
    # what was not given was left out; nobody says it was given
    ("Das Insulin hab ich ihm nicht gegeben.", "Insulin ausgelassen.", "Insulin verabreicht."),
    # „lag“ and „Lagerung“, „Seite“ and „Seitenlage“ only sound alike
    ("Sie ist zur Seite gegangen und hat den Zettel gefunden.", "Zettel gefunden.",
     "Lagerung alle zwei Stunden."),
    # „lt.“ ends no sentence and names a source like „laut“
    ("Der Fuß ist laut Podologin seit Mai entzündet.", "Fuß lt. Podologin seit Mai entzündet.",
     "Fuß seit Mai entzündet."),
    # a word of an office and an everyday one
    ("Sie hat hinten am Hintern einen blauen Fleck.", "Am Gesäß ein Hämatom.",
     "Am Gesäß eine Platzwunde."),
    ("Den Antrag hat er pünktlich hingeschickt.", "Antrag fristgerecht eingereicht.",
     "Antrag nicht eingereicht."),
    ("Er röchelt und hat Schleim im Mund.", "Rasselnde Atmung, Sekret im Mund.",
     "Rasselnde Atmung, kein Sekret im Mund."),
    # a condition that opens with its verb, and one as a noun
    ("Wenn der Husten bis Sonntag bleibt, rufen wir die Ärztin.",
     "Bleibt der Husten bis Sonntag, Anruf bei der Ärztin.", "Ärztin angerufen."),
    # what somebody is able to say has no source; what he says has
    ("Das Alter konnte sie sagen.", "Nannte ihr Alter.", "Nannte ihr Alter nicht."),
    # a thing and „nein“
    ("Husten nein, Fieber nein.", "Kein Husten, kein Fieber.", "Husten und Fieber."),
    # advice against
    ("Ich hab ihr geraten, keinen Vertrag abzuschließen.", "Vom Vertragsabschluss abgeraten.",
     "Zum Vertragsabschluss geraten."),
    # the short name of a gas
    ("Sie bekommt zwei Liter Sauerstoff.", "O2-Gabe mit 2 l.", "O2-Gabe mit 3 l."),
    # the dot of an abbreviated unit
    ("Nach zehn Minuten war er ruhig.", "Nach 10 Min. ruhig.", "Nach 20 Min. ruhig."),
    # runs without a mark: each predicate has its own negation
    (
        "am Rücken hab ich gesehen dass die Haut trocken ist offen ist nix jucken tuts auch nicht",
        "Haut am Rücken trocken. Nicht offen, juckt nicht.",
        "Haut am Rücken nicht trocken.",
    ),
    (
        "gegeben hab ich ihr nichts nur gesagt sie soll viel trinken",
        "Nichts gegeben. Gesagt, sie soll viel trinken.",
        "Medikament gegeben.",
    ),
    # „darauf achten“ is no eighth
    ("Bitte schauen, dass er nicht so lang liegt.",
     "Bitte darauf achten, dass er nicht so lang liegt.",
     "Bitte darauf achten, dass er 8 Stunden liegt."),
    # an inverted condition
    ("Sollte er wieder Fieber haben, den Hausarzt anrufen.",
     "Bei Fieber Hausarzt anrufen, falls es wieder auftritt.", "Hausarzt angerufen."),
    # an open question is no denial of the step that answers it
    ("ob er Marcumar nimmt weiß ich nicht muss ich nachschauen", "Marcumar nachschauen.",
     "Nimmt Marcumar."),
    # the estimate is of the first value
    ("Schulden rund 12.000 Euro bei 4 Banken.", "Rund 12.000 € Schulden bei 4 Banken.",
     "12.000 € Schulden bei 4 Banken."),
    # „laut …“ reaches to the next comma
    ("Laut Pass ist sie 1950 geboren, die Brille hatte sie nicht dabei.", "Brille nicht dabei.",
     "Brille dabei."),
    # infinitives that begin with „ge“
    ("Der Becher muss morgen früh mit.", "Becher morgen früh mitgeben.", "Becher verloren."),
]  # fmt: skip


def blocked(checked: Check, dictation: str, text: str) -> list[Finding]:
    found = checked("pflegebericht", dictation, {"beobachtung": text}, shift="frueh").findings
    return [finding for finding in found if finding.severity is Severity.BLOCK]


@pytest.mark.parametrize(("dictation", "right", "wrong"), CASES)
def test_the_same_in_other_words_passes(
    checked: Check, dictation: str, right: str, wrong: str
) -> None:
    assert blocked(checked, dictation, right) == []
    assert blocked(checked, dictation, wrong)


def test_a_level_said_in_letters_and_words(checked: Check) -> None:
    assert blocked(checked, "Sie hat C eins bestanden.", "C1 bestanden.") == []
    assert blocked(checked, "Sie hat C eins bestanden.", "C2 bestanden.")


def test_an_hour_fills_a_field_in_minutes(checked: Check) -> None:
    fields: dict[str, Any] = {"dauer_min": 60}
    said = "Beratung mit Frau Ott, Dauer war eine Stunde."
    assert checked("beratungsprotokoll", said, fields).findings[:1] != ()
    kinds = [f.path for f in checked("beratungsprotokoll", said, fields).findings]
    assert "/dauer_min" not in kinds
    wrong = checked("beratungsprotokoll", said, {"dauer_min": 45}).findings
    assert "/dauer_min" in [f.path for f in wrong]


def test_millimetres_fill_a_field_in_centimetres(checked: Check) -> None:
    said = "Wunddokumentation Frau Ott. Ferse rechts, Tiefe 3 Millimeter, Breite 2 Zentimeter."
    right = checked("wunddokumentation", said, {"tiefe_cm": 0.3}).findings
    assert "/tiefe_cm" not in [f.path for f in right]
    for value in (3.0, 0.4):
        wrong = checked("wunddokumentation", said, {"tiefe_cm": value}).findings
        assert "/tiefe_cm" in [f.path for f in wrong]


def test_a_part_of_a_clause_is_listed_alone(checked: Check) -> None:
    said = "Sie hat gut gegessen ich hab ihr das Fenster geöffnet und den Vorhang zugezogen."
    fields = {"beobachtung": "Gut gegessen.", "massnahme": "Fenster geöffnet."}
    missing = checked("pflegebericht", said, fields, shift="frueh").uncovered
    assert [item.text for item in missing] == ["und den Vorhang zugezogen."]
    fields["massnahme"] = "Fenster geöffnet, Vorhang zugezogen."
    assert checked("pflegebericht", said, fields, shift="frueh").uncovered == ()


@pytest.mark.parametrize(
    "aside", ["Das war ihr wichtig.", "Mehr ging nicht.", "Vereinbart:", "Die Tochter sagt,"]
)
def test_what_only_leads_in_is_not_missed(checked: Check, aside: str) -> None:
    said = f"Sie hat gut gegessen. {aside} Das Knie tut ihr weh."
    fields = {"beobachtung": "Gut gegessen. Schmerzen im Knie."}
    assert checked("pflegebericht", said, fields, shift="frueh").uncovered == ()


def test_a_denial_is_not_covered_by_what_affirms(checked: Check) -> None:
    said = "Eine Pfändung gibt es bisher nicht. Das Konto will sie umwandeln, wenn gepfändet wird."
    fields = {"situation": "Umwandlung des Kontos, wenn gepfändet wird."}
    missing = checked("beratungsprotokoll", said, fields).uncovered
    assert any("Pfändung gibt es bisher nicht" in item.text for item in missing)


def test_a_period_without_a_word_is_found_by_its_values(checked: Check) -> None:
    said = "Teilhabe für Herrn Ott, von acht bis zwölf in der Werkstatt, er hat Schrauben sortiert."
    right = checked("teilhabe_verlauf", said, {"zeitraum": "08:00–12:00"}).findings
    assert "/zeitraum" not in [f.path for f in right]
    wrong = checked("teilhabe_verlauf", said, {"zeitraum": "08:00–13:00"}).findings
    assert "/zeitraum" in [f.path for f in wrong]


def test_what_was_not_eaten_is_no_denial_of_its_name(checked: Check) -> None:
    said = "Mittag gab es Suppe, die hat sie ganz gegessen, den Salat wollte sie nicht."
    meals = [{"mahlzeit": "Mittagessen", "speise": "Salat", "menge": "nichts"}]
    found = checked("trink_ernaehrung", said, {"mahlzeiten": meals}).findings
    assert "/mahlzeiten/0/speise" not in [f.path for f in found]


def test_a_number_in_the_label_of_a_field_covers(checked: Check) -> None:
    said = "Die Bescheinigung nach 903 braucht er nicht."
    fields = {"bescheinigung_903_zpo": "Nicht nötig."}
    assert checked("beratung_schulden", said, fields).uncovered == ()


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("Sie hat sich bei der Kasse nicht abgemeldet.", "Keine Absage bei der Kasse."),
        ("Die Stelle am Rücken nässt ein wenig.", "Rücken: geringe Exsudation."),
        ("Wir haben das Geld für den Roller zurückgezahlt.", "Rückzahlung für den Roller erfolgt."),
        ("Es zieht ihm mehr als gestern im Nacken.", "Zieht ihm im Nacken mehr als am Vortag."),
    ],
)
def test_a_step_as_a_noun(checked: Check, said: str, right: str) -> None:
    assert not blocked(checked, said, right)


def test_a_noun_of_another_family_needs_a_source(checked: Check) -> None:
    assert blocked(checked, "Die Stelle am Rücken nässt ein wenig.", "Rücken: geringe Blutung.")
