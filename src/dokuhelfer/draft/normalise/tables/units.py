"""Units: spoken form → written form. Source: domain.md §4 "Einheiten", §3 R08 (never converted)."""

from __future__ import annotations

from types import MappingProxyType

from dokuhelfer.draft.normalise.tables import words

MEASURES = MappingProxyType(
    {
        "milligramm": "mg",
        "mg": "mg",
        "mikrogramm": "µg",
        "mikro": "µg",
        "µg": "µg",
        "μg": "µg",
        "mcg": "µg",
        "gramm": "g",
        "g": "g",
        "kilogramm": "kg",
        "kilo": "kg",
        "kilos": "kg",
        "kg": "kg",
        "milliliter": "ml",
        "millilitern": "ml",
        "milli": "ml",
        "ml": "ml",
        "deziliter": "dl",
        "dl": "dl",
        "liter": "l",
        "litern": "l",
        "l": "l",
        "millimeter": "mm",
        "millimetern": "mm",
        "mm": "mm",
        "zentimeter": "cm",
        "zentimetern": "cm",
        "cm": "cm",
        "meter": "m",
        "metern": "m",
        "m": "m",
        "kilometer": "km",
        "kilometern": "km",
        "km": "km",
        "quadratmeter": "m²",
        "prozent": "%",
        "%": "%",
        "euro": "€",
        "euros": "€",
        "eur": "€",
        "€": "€",
        "millimol": "mmol",
        "mmol": "mmol",
        "mval": "mval",
        "einheiten": "IE",
        "einheit": "IE",
        "ie": "IE",
        "i.e.": "IE",
        "internationale einheiten": "IE",
        "mmhg": "mmHg",
        "kalorien": "kcal",
        "kilokalorien": "kcal",
        "kcal": "kcal",
        "mg/dl": "mg/dl",
        "mmol/l": "mmol/l",
        "l/min": "l/min",
        "ml/h": "ml/h",
        "ml/min": "ml/min",
        "/min": "/min",
        "°c": "°C",
        "°": "°",
    }
)
"""Written as a symbol. „ein“ before one of these is the number 1."""

DOSES = MappingProxyType(
    {
        name.lower(): name
        for name in sorted(
            words(
                "Tropfen Hub Hübe Hüben Tablette Tabletten Kapsel Kapseln Ampulle Ampullen "
                "Sprühstoß Sprühstöße Messlöffel Zäpfchen Pflaster Beutel"
            )
        )
    }
)
"""Dosage forms, kept as words. „eine“ before one of these is written 1."""

DURATIONS = MappingProxyType(
    {
        name.lower(): name
        for name in sorted(
            words(
                "Sekunde Sekunden Minute Minuten Stunde Stunden Tag Tage Tagen Woche Wochen "
                "Monat Monate Monaten Jahr Jahre Jahren Std. Min. Cent"
            )
        )
    }
    | {"min": "min", "h": "h", "std": "Std"}
)
"""Lengths of time, kept as words; „eine Stunde“ keeps its word too, with the value 1."""

ARTICLE_IS_ONE = words(
    "milligramm mikrogramm gramm kilogramm kilo milliliter liter zentimeter millimeter meter "
    "prozent euro millimol einheit ie mg ml g kg cm mm l uhr"
)

GLUED = words("mg µg μg mcg g kg ml dl l mm cm m km % € mmol ie mmhg kcal h min °c ° x std")
"""What recognisers write without a blank after the digits („500mg“)."""

PER = MappingProxyType(
    {
        "minute": "min",
        "min": "min",
        "stunde": "h",
        "liter": "l",
        "deziliter": "dl",
        "milliliter": "ml",
        "tag": "Tag",
        "kilogramm": "kg",
    }
)
"""„Liter pro Minute“ → l/min, „Milligramm pro Deziliter“ → mg/dl."""

TEMPERATURE_CUES = words(
    "temperatur temp temp. temperaturen fieber körpertemperatur celsius fiebert tempert"
)
ANGLE_CUES = words(
    "lagerung seitenlagerung oberkörperhochlagerung oberkörper lage schräglage gelagert winkel "
    "hochlagerung positionierung seitlage seitenlage mikrolagerung"
)

NOT_INTERNATIONAL = words(
    "ek eks ffp tk blut blutkonserve betreuung therapie ergotherapie physiotherapie logopädie "
    "sport alkohol unterricht beratung fls erythrozytenkonzentrat training"
)
"""„zwei Einheiten EK“: not international units."""
