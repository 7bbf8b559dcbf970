"""Names of measurements, their units, and the words for where and how they were taken.

Source: domain.md §1.6, §1.8 and §6 (`vitalwerte`); abbreviations §4. The bounds are the
"hard checks" of §1.8: they tell a measurement from another number near its name, and
never judge a value.
"""

from __future__ import annotations

from dataclasses import dataclass

from dokuhelfer.draft.facts.lexicon import words
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
        (
            ("puls",),
            ("herzfrequenz",),
            ("hf",),
            ("pulsfrequenz",),
            ("p",),
            ("pulsschlag",),
            ("herzschlag",),
        ),
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
            ("sauerstoffgehalt",),
            ("sätt",),
            ("sätt.",),
            ("o2",),
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
            ("waage",),
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

BESD_ACTIVE = words(
    """
    aktivität aktiv bewegung bewegen belastung mobilisieren mobilisation mobilisierung lagern
    lagerung umlagern umlagerung pflege waschen wäsche transfer drehen umdrehen anziehen aufsetzen
    aufstehen hinsetzen gehen laufen essen berührung handling verbandwechsel verbandswechsel
    """
)
BESD_ACTIVE_ENDINGS = ("versorgung", "pflege", "mobilisation", "lagerung", "wechsel")
BESD_REST = words("ruhe liegen ruhezustand ruhelage schlaf schlafen sitzen ruhend liegend sitzend")

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

_MEALS = ("essen", "frühstück", "mittagessen", "abendessen", "abendbrot", "vesper")
"""A time of day, and what is done besides, says nothing about a meal."""
_MEALS_WITH_ARTICLE = ("mittag", "kaffee")
"""„vor dem Mittag“ is the meal, „vor Mittag“ the time of day."""
_BEFORE_AFTER = (
    ("vor", "vor dem Essen", ("vor", "vor dem", "vorm", "vor'm")),
    ("nach", "nach dem Essen", ("nach", "nach dem", "nachm", "nach'm")),
)

SUGAR_TIMES = (
    (("nüchtern",), "nüchtern"),
    (("präprandial",), "vor dem Essen"),
    (("postprandial",), "nach dem Essen"),
    *(((preposition, "der", "mahlzeit"), moment) for preposition, moment, _ in _BEFORE_AFTER),
    *(
        ((*form.split(), meal), moment)
        for _, moment, forms in _BEFORE_AFTER
        for form in forms
        for meal in (*_MEALS, *(() if form in {"vor", "nach"} else _MEALS_WITH_ARTICLE))
    ),
)
"""When a blood sugar was taken, by the words that say it."""

SUGAR_UNITS = {
    "mg/dl": "mg/dl",
    "mg%": "mg/dl",
    "mg": "mg/dl",
    "milligramm": "mg/dl",
    "milligramm pro deziliter": "mg/dl",
    "mmol/l": "mmol/l",
    "mmol": "mmol/l",
    "millimol": "mmol/l",
}

PRESSURE_HALVES = {
    phrase: name
    for name, phrases in (
        (
            FactName.RR_SYSTOLISCH,
            ("systolisch", "systolische", "systolischer wert", "systole", "oberer wert"),
        ),
        (
            FactName.RR_DIASTOLISCH,
            ("diastolisch", "diastolische", "diastolischer wert", "diastole", "unterer wert"),
        ),
    )
    for phrase in (tuple(text.split()) for text in phrases)
}
"""Names of the two halves of a blood pressure."""
