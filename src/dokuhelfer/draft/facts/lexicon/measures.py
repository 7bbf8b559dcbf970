"""Names of measurements, their units, and the words for where and how they were taken.

Source: domain.md §1.6, §1.8 and §6 (`vitalwerte`); abbreviations §4. The bounds are the
"hard checks" of §1.8: they tell a measurement from another number near its name, and
never judge a value.
"""

from __future__ import annotations

from dataclasses import dataclass

from dokuhelfer.draft.facts.model import FactName


@dataclass(frozen=True, slots=True)
class Measure:
    """One kind of measurement.

    Attributes:
        names: spoken names, lower case, each a tuple of words.
        units: written or spoken units that may follow the value.
        low, high: bounds outside of which a number near the name is something else.
        after: nouns that may follow the value instead („16 Atemzüge“).
    """

    fact: FactName
    names: tuple[tuple[str, ...], ...]
    units: frozenset[str]
    low: float
    high: float
    after: frozenset[str] = frozenset()


_PER_MINUTE = frozenset(
    {"/min", "pro minute", "min", "schläge", "schlägen", "atemzüge", "mal", "x", "/minute"}
)

MEASURES = (
    Measure(
        FactName.RR_SYSTOLISCH,
        (("rr",), ("blutdruck",), ("blutdruckwert",), ("riva", "rocci"), ("druck",)),
        frozenset({"mmhg", "mm"}),
        50,
        280,
    ),
    Measure(
        FactName.PULS,
        (("puls",), ("herzfrequenz",), ("hf",), ("pulsfrequenz",), ("herzschlag",)),
        _PER_MINUTE,
        20,
        250,
    ),
    Measure(
        FactName.TEMPERATUR,
        (
            ("temperatur",),
            ("temp",),
            ("temp.",),
            ("körpertemperatur",),
            ("fieber",),
            ("ohrtemperatur",),
        ),
        frozenset({"°c", "°", "grad", "celsius", "grad celsius"}),
        30,
        43,
    ),
    Measure(
        FactName.ATEMFREQUENZ,
        (("atemfrequenz",), ("af",), ("atmung",), ("atemzüge",)),
        _PER_MINUTE,
        4,
        60,
        frozenset({"atemzüge", "atemzügen"}),
    ),
    Measure(
        FactName.SPO2,
        (
            ("spo2",),
            ("spo₂",),
            ("sättigung",),
            ("sauerstoffsättigung",),
            ("o2-sättigung",),
            ("sauerstoff",),
            ("s", "p", "o", "2"),
            ("sp", "o2"),
        ),
        frozenset({"%", "prozent"}),
        40,
        100,
        frozenset({"sättigung", "sauerstoffsättigung"}),
    ),
    Measure(
        FactName.BLUTZUCKER,
        (("bz",), ("blutzucker",), ("zucker",), ("blutzuckerwert",), ("bz-wert",), ("zuckerwert",)),
        frozenset({"mg/dl", "mmol/l", "mmol", "millimol", "mg%", "mg", "milligramm"}),
        0.5,
        900,
    ),
    Measure(
        FactName.GEWICHT,
        (
            ("gewicht",),
            ("körpergewicht",),
            ("wiegt",),
            ("wog",),
            ("gewogen",),
            ("kg",),
        ),
        frozenset({"kg", "kilo", "kilogramm"}),
        20,
        300,
    ),
    Measure(
        FactName.GROESSE,
        (("körpergröße",), ("größe",)),
        frozenset({"cm", "m", "zentimeter", "meter"}),
        1,
        250,
    ),
    Measure(
        FactName.NRS,
        (
            ("nrs",),
            ("schmerzskala",),
            ("schmerzstärke",),
            ("numerische", "rating", "skala"),
            ("numerischen", "rating", "skala"),
            ("skala",),
        ),
        frozenset(),
        0,
        10,
    ),
    Measure(FactName.BESD_RUHE, (("besd",), ("besd-wert",), ("besd-skala",)), frozenset(), 0, 10),
)
"""RR stands as its systolic, BESD as its resting value; `facts.vitals` makes the second one."""

PAIN_WORDS = frozenset(
    {
        "schmerz",
        "schmerzen",
        "schmerzt",
        "schmerzstärke",
        "schmerzhaft",
        "weh",
        "wehtut",
        "wehgetan",
        "brennt",
        "sticht",
    }
)
PAIN_ENDINGS = ("schmerz", "schmerzen", "schmerzes")
"""„Kopfschmerzen“, „Wundschmerz“: the ending tells."""
PAIN_LEADS = frozenset(
    {
        "eine",
        "ne",
        "einer",
        "mit",
        "auf",
        "bei",
        "so",
        "stärke",
        "stufe",
        "etwa",
        "ca",
        "circa",
        "zahl",
        "wert",
        "skala",
        "schmerzskala",
        "schmerzstärke",
        "schmerzwert",
        "schmerzzahl",
    }
)
"""Words before a bare number on the scale: „eine 4“, „Stärke 6“, „gibt sie mit 3 an“."""
PAIN_SCALE_TAIL = ("von", "10")
"""„Schmerzen 4 von 10“ is a number on the scale; „Schmerzen seit 4 Tagen“ is not."""

BESD_ACTIVE = frozenset(
    {
        "aktivität",
        "bewegung",
        "belastung",
        "mobilisieren",
        "mobilisation",
        "mobilisierung",
        "lagern",
        "lagerung",
        "umlagern",
        "pflege",
        "waschen",
        "transfer",
        "drehen",
    }
)
BESD_REST = frozenset({"ruhe", "liegen"})

TEMPERATURE_SITES = {
    "ohr": "Ohr",
    "ohrthermometer": "Ohr",
    "ohrtemperatur": "Ohr",
    "aurikulär": "Ohr",
    "tympanal": "Ohr",
    "axillar": "axillar",
    "axillär": "axillar",
    "achsel": "axillar",
    "achselhöhle": "axillar",
    "achseln": "axillar",
    "arm": "axillar",
    "sublingual": "sublingual",
    "zunge": "sublingual",
    "mund": "sublingual",
    "oral": "sublingual",
    "rektal": "rektal",
    "po": "rektal",
    "stirn": "Stirn",
    "stirnthermometer": "Stirn",
}
"""Where a temperature was taken. „unterm Arm“ is axillar; a bare side never is a site."""

SUGAR_TIMES = (
    (("nüchtern",), "nüchtern"),
    (("vor", "essen"), "vor dem Essen"),
    (("vor", "frühstück"), "vor dem Essen"),
    (("vor", "mittagessen"), "vor dem Essen"),
    (("vor", "abendessen"), "vor dem Essen"),
    (("vor", "der", "mahlzeit"), "vor dem Essen"),
    (("nach", "essen"), "nach dem Essen"),
    (("nach", "frühstück"), "nach dem Essen"),
    (("nach", "mittagessen"), "nach dem Essen"),
    (("nach", "abendessen"), "nach dem Essen"),
    (("nach", "der", "mahlzeit"), "nach dem Essen"),
    (("vor", "dem", "essen"), "vor dem Essen"),
    (("vorm", "essen"), "vor dem Essen"),
    (("vor", "dem", "frühstück"), "vor dem Essen"),
    (("vorm", "frühstück"), "vor dem Essen"),
    (("vor", "dem", "mittagessen"), "vor dem Essen"),
    (("vorm", "mittagessen"), "vor dem Essen"),
    (("vorm", "mittag"), "vor dem Essen"),
    (("vor", "dem", "abendessen"), "vor dem Essen"),
    (("vorm", "abendessen"), "vor dem Essen"),
    (("vorm", "abendbrot"), "vor dem Essen"),
    (("vor", "der", "mahlzeit"), "vor dem Essen"),
    (("präprandial",), "vor dem Essen"),
    (("nach", "dem", "essen"), "nach dem Essen"),
    (("nachm", "essen"), "nach dem Essen"),
    (("nach", "dem", "frühstück"), "nach dem Essen"),
    (("nachm", "frühstück"), "nach dem Essen"),
    (("nach", "dem", "mittagessen"), "nach dem Essen"),
    (("nach", "dem", "mittag"), "nach dem Essen"),
    (("nach", "dem", "abendessen"), "nach dem Essen"),
    (("nach", "dem", "abendbrot"), "nach dem Essen"),
    (("nach", "der", "mahlzeit"), "nach dem Essen"),
    (("postprandial",), "nach dem Essen"),
)

SUGAR_UNITS = {
    "mg/dl": "mg/dl",
    "mg%": "mg/dl",
    "milligramm pro deziliter": "mg/dl",
    "mmol/l": "mmol/l",
    "mmol": "mmol/l",
    "millimol": "mmol/l",
}
