"""Events in care: where, when, who saw it, what kind it was, who was told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

Drafter = Callable[..., Mapping[str, Any]]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Frau Kern ist in der Wohnküche am Tisch gestürzt.", "In der Wohnküche am Tisch."),
        ("Sturz von Herrn Voss. 9 Uhr, Speisesaal im Erdgeschoss. Er fiel.", "Speisesaal im"),
        ("Ich hab Frau Kern vor ihrem Bett gefunden. Ich war im Dienstzimmer.", "Vor ihrem Bett."),
        ("Herr Voss ist gestürzt. Die Brille lag auf dem Nachttisch.", None),
        ("Herr Voss ist gestürzt. Ich hab ihn ins Bad gebracht.", None),
    ],
)
def test_the_place_is_that_of_the_event(draft: Drafter, text: str, place: str | None) -> None:
    value = draft(text, "sturzprotokoll")["ort"].value
    assert value is None if place is None else str(value).startswith(place)


@pytest.mark.parametrize(
    ("text", "fell", "found"),
    [
        ("Herr Voss. 16 Uhr im Flur. Er ist hingefallen, ich war dabei.", "16:00", None),
        ("Herr Voss. 16 Uhr im Flur. Um 16.10 Uhr hab ich ihn gefunden.", "16:00", "16:10"),
        ("Herr Voss. Ich hab ihn um 16.10 Uhr gefunden.", None, "16:10"),
        ("Herr Voss. 16 Uhr im Flur. Wann er gefallen ist, weiß ich nicht.", None, None),
        ("Herr Voss. Die Küchenhilfe hat mich um 16.10 Uhr gerufen.", None, "16:10"),
    ],
)
def test_the_time_of_a_fall_is_never_that_of_finding(
    draft: Drafter, text: str, fell: str | None, found: str | None
) -> None:
    fields = draft(text, "sturzprotokoll", shift="spaet")
    assert (fields["uhrzeit_sturz"].value, fields["uhrzeit_auffinden"].value) == (fell, found)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Frau Kern ist gestürzt. Ich hab's gesehen.", "ja"),
        ("Frau Kern ist gestürzt. Die Küchenhilfe stand daneben.", "ja"),
        ("Frau Kern ist gestürzt. Gesehen hat den Sturz leider niemand.", "nein"),
        ("Frau Kern ist gestürzt. Keiner von uns hat das gesehen.", "nein"),
        ("Frau Kern ist gestürzt. Am Arm hab ich eine Schürfung gesehen.", None),
    ],
)
def test_whether_a_fall_was_seen(draft: Drafter, text: str, seen: str | None) -> None:
    assert draft(text, "sturzprotokoll")["beobachtet"].value == seen


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Frau Kern ist gestürzt. In die Klinik musste sie nicht.", "nein"),
        ("Frau Kern ist gestürzt. Die Sanitäter haben sie mitgenommen.", "ja"),
        ("Frau Kern ist gestürzt. Ins Krankenhaus wurde sie um 9 Uhr gefahren.", "ja"),
        ("Frau Kern ist gestürzt. Über das Krankenhaus muss der Arzt entscheiden.", None),
        ("Frau Kern ist gestürzt. Wenn es schlimmer wird, soll sie ins Krankenhaus.", None),
    ],
)
def test_whether_somebody_went_to_hospital(draft: Drafter, text: str, value: str | None) -> None:
    assert draft(text, "sturzprotokoll")["krankenhaus"].value == value


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Herr Voss ist gestürzt. Praktikantin Lea war daneben.", "Lea"),
        ("Herr Voss ist vom Stuhl gerutscht, Praktikantin Lea stand daneben.", "Lea"),
        ("Herr Voss ist gestürzt. Frau Albers aus der Küche hat alles mitbekommen.", "Albers"),
        ("Herr Voss ist gestürzt. Frau Albers hat ihn zuletzt um 8 Uhr gesehen.", None),
        ("Herr Voss ist gestürzt. Frau Albers hat nichts gesehen.", None),
    ],
)
def test_witnesses_are_who_was_there(draft: Drafter, text: str, names: str | None) -> None:
    value = draft(text, "sturzprotokoll")["zeugen"].value
    assert value is None if names is None else names in str(value)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Beim Waschen hat mich Frau Kern am Arm gekratzt.", "Gewalt gegen Mitarbeitende"),
        ("Herr Voss hat die Pflegerin getreten.", "Gewalt gegen Mitarbeitende"),
        ("Herr Voss hat Herrn Adam geschubst.", "Gewalt zwischen Bewohnern/Klienten"),
        ("Frau Kern hat ihre Zimmernachbarin gehauen.", "Gewalt zwischen Bewohnern/Klienten"),
        ("Der Sohn hat Frau Kern geschlagen.", "Gewalt gegen Bewohner/Klient"),
        ("Frau Kern sagt, der Sohn hat sie geschlagen.", None),
        ("Ich hab Frau Kern aus dem Zimmer gezogen.", None),
        ("Herr Voss hat niemanden geschlagen.", None),
    ],
)
def test_the_kind_of_violence_is_who_did_it_to_whom(
    draft: Drafter, text: str, kind: str | None
) -> None:
    assert draft(text, "besonderes_vorkommnis")["art"].value == kind


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Ich hab die Rötung der Tochter gezeigt.", "information_an"),
        ("Dr. Weiß meint, die Beine sollen hoch.", "information_an"),
        ("Den Sohn auf die Mailbox gesprochen.", "weiteres_vorgehen"),
        ("Den Hausarzt hab ich noch um 17 Uhr informiert.", "information_an"),
        ("Der Hausarzt ist noch nicht informiert.", "weiteres_vorgehen"),
        ("Den Plan schreibt die Kollegin noch um.", "weiteres_vorgehen"),
        ("Die Wundmanagerin kommt am Mittwoch.", "weiteres_vorgehen"),
    ],
)
def test_told_ordered_and_still_to_do(draft: Drafter, text: str, field: str) -> None:
    assert draft(f"Frau Kern. {text}", "pflegebericht")[field].value is not None


def test_what_reached_nobody_stays_where_the_template_says_so(draft: Drafter) -> None:
    text = "Frau Kern. Die Heimleitung hab ich nicht erreicht."
    fields = draft(text, "besonderes_vorkommnis")
    assert "nicht erreicht" in fields["information_an"].value
    assert fields["folgemassnahmen"].value is None


def test_the_one_informed_answers_in_the_next_sentence(draft: Drafter) -> None:
    text = "Frau Kern. Den Hausarzt hab ich angerufen. Der sagt, wir sollen nichts geben."
    assert "nichts geben" in draft(text, "pflegebericht")["information_an"].value


def test_a_source_stays_with_what_was_said(draft: Drafter) -> None:
    fields = draft("Frau Kern. Übel ist ihr nicht, sagt sie.", "pflegebericht")
    assert fields["aeusserung"].value == "Übel ist ihr nicht, sagt sie."


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Das Knie tut weh, 6 von 10.", 6),
        ("Bauchschmerzen gibt sie mit einer 3 an.", 3),
        ("Der Rücken schmerzt, auf der Skala eine 5.", 5),
        ("Schmerzen hat sie seit 4 Tagen.", None),
        ("Der Arm tut weh, sie hat 2 Tabletten.", None),
    ],
)
def test_a_number_on_the_pain_scale(draft: Drafter, text: str, value: int | None) -> None:
    assert draft(f"Frau Kern. {text}", "vitalwerte")["schmerz_nrs"].value == value


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Sturzprotokoll, Herr Ndugu Abara. Er fiel.", "Herr Ndugu Abara"),
        ("Frau Kern Blutdruck. Sie fiel.", "Frau Kern"),
    ],
)
def test_two_names_behind_an_address(draft: Drafter, text: str, person: str) -> None:
    assert draft(text, "sturzprotokoll")["person"].value == person


def test_what_was_given_is_no_measure_of_a_report_about_giving(draft: Drafter) -> None:
    text = "Herr Voss. Um 8 Uhr hat er statt Lantus Novorapid bekommen. Pens hab ich vertauscht."
    fields = draft(text, "medikamentenereignis")
    assert "Novorapid bekommen" in fields["gegeben"].value
    assert fields["massnahmen"].value is None


@pytest.mark.parametrize("text", ["Angehörige noch nicht.", "Den Sohn konnte ich nicht erreichen."])
def test_who_is_still_to_be_told_is_open(draft: Drafter, text: str) -> None:
    assert draft(f"Frau Kern. {text}", "pflegebericht")["weiteres_vorgehen"].value == text


def test_what_one_asked_of_the_other_is_no_plan(draft: Drafter) -> None:
    text = "Herr Voss und Herr Adam. Herr Adam hat ihn angeschrien, er soll leise sein."
    assert draft(text, "besonderes_vorkommnis")["folgemassnahmen"].value is None


def test_an_order_behind_a_colon_is_a_clause_of_its_own(draft: Drafter) -> None:
    text = "Frau Kern. Dr. Weiß angerufen, Anordnung: stündlich messen."
    fields = draft(text, "medikamentenereignis")
    assert fields["anordnung"].value == "Stündlich messen."
    assert "Weiß" in fields["information_an"].value


@pytest.mark.parametrize(
    ("text", "kind", "clock"),
    [
        ("Er hat Levodopa statt um 7 erst um 9.30 Uhr gekriegt.", "falsche Zeit", "09:30"),
        ("Sie wollte um 12 Uhr die Tabletten nicht nehmen.", "Einnahme abgelehnt", "12:00"),
        ("Ich hab versehentlich zwei gegeben.", "falsche Dosis", None),
    ],
)
def test_kind_and_time_of_a_mishap(draft: Drafter, text: str, kind: str, clock: str | None) -> None:
    fields = draft(f"Frau Kern. {text}", "medikamentenereignis", shift="frueh")
    assert (fields["ereignisart"].value, fields["uhrzeit_ereignis"].value) == (kind, clock)
