"""What values are said of, under all their names. Source: domain.md §4 "Abkürzungen", §1.8."""

from __future__ import annotations

from types import MappingProxyType

from dokuhelfer.draft.normalise.tables import words

SAME = MappingProxyType(
    {
        name: names.split()[0]
        for names in (
            "rr blutdruck blutdruckwert druck",
            "puls pulsschlag herzfrequenz hf",
            "temperatur temp fieber körpertemperatur",
            "sättigung sauerstoffsättigung spo2 sauerstoff o2-sättigung",
            "bz blutzucker zucker blutzuckerwert bz-wert",
            "atemfrequenz af atmung atemzüge",
            "gewicht körpergewicht",
            "nrs schmerz schmerzen schmerzskala",
            "termin folgetermin",
            "miete warmmiete",
            "netto nettoeinkommen einkommen gehalt lohn",
            "schulden gesamtschulden",
        )
        for name in names.split()
    }
)
"""Names of one thing, by the first of them."""

UNITS = MappingProxyType(
    {
        "rr": words("mmhg"),
        "puls": words("/min schläge"),
        "temperatur": words("°c ° grad"),
        "sättigung": words("%"),
        "bz": words("mg/dl mmol/l mg mmol mg%"),
        "atemfrequenz": words("/min atemzüge züge"),
        "gewicht": words("kg g"),
        "nrs": words("punkte"),
        "insulin": words("ie"),
    }
)
"""Which units a value of that name can have."""

JOINTS = words(
    "war waren ist sind lag liegt beträgt betrug lautet lautete hatte hat jetzt doch nur "
    "eigentlich bei auf um von am der die mit gemessen also heute zuletzt nochmal bekommt heißt "
    "nicht richtig"
)
"""May stand between a noun and its value."""

PERSONS = words("frau herr herrn bewohnerin bewohner klientin klient familie")
