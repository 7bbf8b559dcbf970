"""Drinks, meals, creditors, sizes and times: typed members from what was said, nothing computed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from dokuhelfer.draft.model import DraftField

Drafter = Callable[..., Mapping[str, DraftField]]


def rows(fields: Mapping[str, DraftField], group: str) -> list[dict[str, Any]]:
    value = fields[group].value
    return [
        {key: member for key, member in row.items() if member is not None} for row in value or ()
    ]


@pytest.mark.parametrize(
    ("said", "row"),
    [
        (
            "Um acht Uhr 200 Milliliter Tee getrunken",
            {"uhrzeit": "08:00", "art": "Tee", "getrunken_ml": 200},
        ),
        ("Kaffee 150, ausgetrunken", {"art": "Kaffee", "angeboten_ml": 150, "getrunken_ml": 150}),
        (
            "Wasser 200 angeboten, davon 120 getrunken",
            {"art": "Wasser", "angeboten_ml": 200, "getrunken_ml": 120},
        ),
        (
            "Saft 200 angeboten, davon hat sie höchstens die Hälfte getrunken",
            {
                "art": "Saft",
                "angeboten_ml": 200,
                "bemerkung": "Davon hat sie höchstens die Hälfte getrunken.",
            },
        ),
        ("Einen Becher Milch getrunken", {"art": "Milch", "bemerkung": "Einen Becher."}),
    ],
)
def test_a_drink(draft: Drafter, said: str, row: dict[str, Any]) -> None:
    fields = draft(f"Trinkprotokoll Frau Kern. {said}.", "trink_ernaehrung", shift="frueh")
    (found,) = rows(fields, "getraenke")
    found.pop("bemerkung", None) if "bemerkung" not in row else None
    assert found == row
    assert fields["trinkmenge_gesamt_ml"].value is None


@pytest.mark.parametrize(
    ("said", "row"),
    [
        (
            "Zum Frühstück ein Brötchen mit Marmelade, alles aufgegessen",
            {"mahlzeit": "Frühstück", "speise": "Brötchen mit Marmelade", "menge": "alles"},
        ),
        (
            "Mittagessen: Kartoffeln mit Fisch, drei viertel",
            {"mahlzeit": "Mittagessen", "speise": "Kartoffeln mit Fisch", "menge": "3/4"},
        ),
        (
            "Abends Brot mit Käse, höchstens die Hälfte",
            {"mahlzeit": "Abendessen", "speise": "Brot mit Käse, höchstens die Hälfte"},
        ),
        ("Mittag hat sie nichts gegessen", {"mahlzeit": "Mittagessen", "menge": "nichts"}),
    ],
)
def test_a_meal(draft: Drafter, said: str, row: dict[str, Any]) -> None:
    fields = draft(f"Essprotokoll Frau Kern. {said}.", "trink_ernaehrung")
    assert rows(fields, "mahlzeiten") == [row]


def test_nothing_is_added_up(draft: Drafter) -> None:
    fields = draft(
        "Trinkprotokoll Frau Kern. Tee 200 getrunken. Kaffee 150 getrunken. Wasser 100 getrunken.",
        "trink_ernaehrung",
    )
    assert [row["getrunken_ml"] for row in rows(fields, "getraenke")] == [200, 150, 100]
    assert fields["trinkmenge_gesamt_ml"].value is None
    assert "450" not in str([field.value for field in fields.values()])


def test_amounts_that_were_said_of_the_day(draft: Drafter) -> None:
    fields = draft(
        "Trinkprotokoll Frau Kern. Zielmenge sind 1500. Bis jetzt 850 ml. Ausfuhr 600 ml.",
        "trink_ernaehrung",
    )
    names = ("zielmenge_ml", "trinkmenge_gesamt_ml", "ausfuhr_ml")
    assert [fields[name].value for name in names] == [1500, 850, 600]


def test_a_word_about_swallowing_is_no_drink(draft: Drafter) -> None:
    fields = draft("Trinkprotokoll Frau Kern. Tee 150 getrunken. Verschluckt hat sie sich nicht.",
                   "trink_ernaehrung")  # fmt: skip
    assert fields["besonderheiten"].value == "Verschluckt hat sie sich nicht."
    assert len(rows(fields, "getraenke")) == 1


@pytest.mark.parametrize(
    ("said", "sizes"),
    [
        ("3,2 mal 2 Zentimeter", (3.2, 2, None)),
        ("Länge 4, Breite 3, Tiefe 0,5 Zentimeter", (4, 3, 0.5)),
        ("Sie ist vier Zentimeter lang und zwei breit", (4, 2, None)),
        ("Letztes Mal waren es 5 mal 3 Zentimeter", (None, None, None)),
        ("Bei 3 Uhr eine Tasche", (None, None, None)),
    ],
)
def test_sizes_of_a_wound(
    draft: Drafter, said: str, sizes: tuple[float | None, float | None, float | None]
) -> None:
    fields = draft(f"Wunddokumentation Herr Brandt. Ferse rechts. {said}.", "wunddokumentation")
    found = tuple(fields[name].value for name in ("laenge_cm", "breite_cm", "tiefe_cm"))
    assert found == sizes


def test_when_it_happened_and_when_it_was_noticed(draft: Drafter) -> None:
    fields = draft(
        "Medikamentenereignis bei Frau Ostwald. Um 8 Uhr Ramipril 5 mg doppelt gegeben. "
        "Um 8 Uhr 40 bemerkt. Um neun Uhr Hausärztin informiert.",
        "medikamentenereignis",
        shift="frueh",
    )
    assert fields["uhrzeit_ereignis"].value == "08:00"
    assert fields["uhrzeit_bemerkt"].value == "08:40"
    assert fields["ereignisart"].value == "doppelt gegeben"
    only = draft("Frau Ostwald. Um 8 Uhr 40 ist die Tablette aufgefallen.", "medikamentenereignis",
                 shift="frueh")  # fmt: skip
    assert only["uhrzeit_ereignis"].value is None
    assert only["uhrzeit_bemerkt"].value == "08:40"


def test_creditors(draft: Drafter) -> None:
    fields = draft(
        "Schuldnerberatung Frau M. Schulden insgesamt etwa 18.000 Euro. Netto 1.650 Euro. "
        "Sparkasse, Ratenkredit, 9.400 Euro, tituliert. Stadtwerke, Stromschulden, 800 Euro.",
        "beratung_schulden",
    )
    assert rows(fields, "glaeubiger") == [
        {
            "name": "Sparkasse",
            "art": "Ratenkredit",
            "forderung_eur": "9.400 €",
            "stand": "tituliert",
        },
        {"name": "Stadtwerke", "art": "Stromschulden", "forderung_eur": "800 €"},
    ]
    assert fields["gesamtschulden_eur"].value == 18000
    assert fields["netto_eur"].value == 1650
    assert fields["miete_warm_eur"].value is None


def test_a_period_is_quoted_not_computed(draft: Drafter) -> None:
    fields = draft(
        "Verlaufseintrag Herr Timm. Hausbesuch von 9 bis 10 Uhr 30.",
        "teilhabe_verlauf",
        shift="frueh",
    )
    assert fields["zeitraum"].value == "09:00 bis 10:30 Uhr"


def test_every_member_has_its_own_words(draft: Drafter) -> None:
    text = "Trinkprotokoll Frau Kern. Um neun Uhr Wasser 200 angeboten, davon 120 getrunken."
    fields = draft(text, "trink_ernaehrung", shift="frueh")
    said = {
        note.path.rsplit("/", 1)[1]: [text[span.start : span.end] for span in note.evidence]
        for note in fields["getraenke"].statements
    }
    assert said["getrunken_ml"] == ["120"]
    assert said["angeboten_ml"] == ["200"]
    assert said["art"] == ["Wasser"]
    assert "neun" in said["uhrzeit"][0]


def test_dishes_without_time_and_one_left_alone(draft: Drafter) -> None:
    text = "Frau Kern. Frühstück um 8: Toast, alles. Mittags Reis halb, Salat gar nicht."
    fields = draft(text, "trink_ernaehrung")
    found = [(m["speise"], m["menge"]) for m in fields["mahlzeiten"].value]
    assert found == [("Toast", "alles"), ("Reis", "1/2"), ("Salat", "nichts")]
    assert fields["besonderheiten"].value is None


def test_what_is_only_told_of_a_drink_is_none(draft: Drafter) -> None:
    fields = draft("Frau Kern. Sie sagt, sie mag kein Wasser mehr.", "trink_ernaehrung")
    assert fields["getraenke"].value is None
    assert "kein Wasser" in fields["besonderheiten"].value


def test_a_glass_says_nothing_beside_its_amount(draft: Drafter) -> None:
    fields = draft("Frau Kern. Um 20 Uhr noch ein Glas Wasser, 100.", "trink_ernaehrung")
    assert fields["getraenke"].value[0]["bemerkung"] is None


@pytest.mark.parametrize(
    ("text", "offered", "drunk"),
    [
        ("um zehn Wasser 200 hingestellt davon 120 getrunken", 200, 120),
        ("um zehn Wasser angeboten 200 getrunken 150", 200, 150),
        ("um zehn Wasser 200 250 getrunken", None, None),
    ],
)
def test_two_amounts_in_one_breath(
    draft: Any, text: str, offered: int | None, drunk: int | None
) -> None:
    entry = draft(text, "trink_ernaehrung")["getraenke"].value[0]
    assert (entry["angeboten_ml"], entry["getrunken_ml"]) == (offered, drunk)
