"""Times of events, orders that go on, circumstances in headings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Drafter = Callable[..., Mapping[str, Any]]


def test_the_refusal_is_the_event_not_what_was_taken_before(draft: Drafter) -> None:
    drafted = draft(
        "Medikamentenereignis Frau Alt. Um 12 Uhr hat sie die Tablette verweigert, Ramipril 5 mg. "
        "Pantoprazol hatte sie um 7 Uhr genommen.",
        "medikamentenereignis",
        shift="frueh",
    )
    assert drafted["uhrzeit_ereignis"].value == "12:00"


def test_what_struck_somebody_was_noticed(draft: Drafter) -> None:
    drafted = draft(
        "Medikamentenereignis Herr Ott. Beim Stellen um 14.20 Uhr fiel mir auf, dass eine fehlt.",
        "medikamentenereignis",
        shift="spaet",
    )
    assert drafted["uhrzeit_bemerkt"].value == "14:20"


def test_an_order_goes_on_behind_its_comma(draft: Drafter) -> None:
    drafted = draft(
        "Medikamentenereignis Herr Ott. Dr. Weiß hat um 15 Uhr zurückgerufen und gesagt, er soll "
        "viel trinken und in einer Stunde messen.",
        "medikamentenereignis",
    )
    assert "trinken" in drafted["anordnung"].value
    assert "messen" in drafted["anordnung"].value


def test_fasting_in_the_heading_is_said_of_the_sugar(draft: Drafter) -> None:
    drafted = draft("Vitalwerte Frau Alt, 7 Uhr, nüchtern. BZ 110 mg.", "vitalwerte")
    assert drafted["blutzucker_zeitpunkt"].value == "nüchtern"
    weighed = draft("Vitalwerte Frau Alt, 7 Uhr, nüchtern. Gewicht 60 kg.", "vitalwerte")
    assert weighed["blutzucker_zeitpunkt"].value is None


def test_what_happened_is_the_fall_where_a_fall_is_reported(draft: Drafter) -> None:
    text = "Sturzprotokoll Frau Alt. Passiert ist es um 15 Uhr im Hof. Ich kam um 15.10 Uhr dazu."
    assert draft(text, "sturzprotokoll")["uhrzeit_sturz"].value == "15:00"
