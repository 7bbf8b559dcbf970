"""Two-number idioms. Source: domain.md §4, rows "Blutdruck" and "Dezimal"."""

from __future__ import annotations

from dokuhelfer.draft.normalise.tables import words

PRESSURE_CUES = words(
    "rr blutdruck blutdruckwert blutdruckwerte blutdruckmessung rr-wert rr-werte rr-messung "
    "rr-kontrolle blutdruckkontrolle systolisch druck"
)
SPLIT_HUNDRED_CUES = PRESSURE_CUES | words("bz blutzucker puls zucker")
"""„eins sechsunddreißig“ = 136 only with one of these near (domain.md §4)."""

PRESSURE_JOINERS = frozenset({"zu", "auf", "über", "durch", "/", ":"})
SYSTOLIC = (60, 280)
DIASTOLIC = (20, 160)
"""Values a cuff can show; only to recognise the idiom, never to judge the value."""

WEIGHT_CUES = words("gewicht körpergewicht wiegt gewogen wog kg")
TEMPERATURE = (34, 42)
TEMPERATURE_SITES = words(
    "rektal axillar axillär sublingual oral ohr achsel achselhöhle zunge stirn po popo gemessen"
)
SITE_REACH = 4
"""How many words behind a temperature the place where it was taken may stand."""
WEIGHT = (30, 250)
SIZE_JOINERS = frozenset({"mal", "x", "×", "*"})
CUE_REACH = 12
"""How many words before the numbers a cue may stand."""

EMERGENCY = ("116117", "112", "110")
"""Numbers that are said digit by digit: medical on-call service, rescue, police."""
SIZE_CUES = words("größe wundgröße maße ausmaß ausmaße wundmaße misst fläche")
"""With one of these before it „2 auf 1,5“ is a size without its unit."""
