"""German number words. Source: domain.md §4, rows "Zahlen lang", "Dezimal", "Blutdruck"."""

from __future__ import annotations

from types import MappingProxyType

from dokuhelfer.draft.normalise.tables import words

ONES = MappingProxyType(
    {
        "ein": 1,
        "eins": 1,
        "zwei": 2,
        "zwo": 2,
        "drei": 3,
        "vier": 4,
        "fünf": 5,
        "sechs": 6,
        "sieben": 7,
        "acht": 8,
        "neun": 9,
    }
)

TEENS = MappingProxyType(
    {
        "zehn": 10,
        "elf": 11,
        "zwölf": 12,
        "dreizehn": 13,
        "vierzehn": 14,
        "fünfzehn": 15,
        "sechzehn": 16,
        "siebzehn": 17,
        "achtzehn": 18,
        "neunzehn": 19,
    }
)

TENS = MappingProxyType(
    {
        "zwanzig": 20,
        "dreißig": 30,
        "vierzig": 40,
        "fünfzig": 50,
        "sechzig": 60,
        "siebzig": 70,
        "achtzig": 80,
        "neunzig": 90,
    }
)

COLLOQUIAL = (
    # How recognisers and speakers colour the standard words (domain.md §4: „vierzich“ fails
    # in public speech stacks [Q27]); replaced one after the other before parsing.
    ("fuffz", "fünfz"),
    ("fuenf", "fünf"),
    ("fümf", "fünf"),
    ("zwoelf", "zwölf"),
    ("zwölwe", "zwölf"),
    ("dreissi", "dreißi"),
    ("undreißi", "unddreißi"),
    ("undreisi", "unddreißi"),
    ("siebenzehn", "siebzehn"),
    ("siebenzig", "siebzig"),
    ("sechszehn", "sechzehn"),
    ("sechszig", "sechzig"),
    ("zich", "zig"),
    ("ßich", "ßig"),
    ("zisch", "zig"),
    ("ßisch", "ßig"),
)

RECENT_YEARS = range(2001, 2036)
"""„zweitausendneunzehn“ without anything that it counts is a year."""

INDEFINITE = frozenset({"ein", "eine", "einen", "einem", "einer", "eines", "'ne", "ne", "'nen"})
"""The article that is also the number one."""

QUARTERS = MappingProxyType({"einviertel": "0.25", "dreiviertel": "0.75"})
"""„eineinviertel Stunden“, „zweidreiviertel Jahre“: quarters behind a whole number, in one word."""

HALVES = MappingProxyType({"anderthalb": "1.5", "anderthalbe": "1.5", "eineinhalbe": "1.5"})

IRREGULAR_ORDINALS = MappingProxyType({"erste": 1, "dritte": 3, "siebte": 7, "achte": 8})

TIMES_WORDS = tuple(
    f"{count}mal"
    for count in (
        "null",
        "ein",
        "zwei",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
        "elf",
        "zwölf",
    )
)
"""Written form of „zwei Mal“; from thirteen on „13-mal“."""

SCALES = MappingProxyType(
    {"million": 10**6, "millionen": 10**6, "mio": 10**6, "milliarde": 10**9, "milliarden": 10**9}
)

FRACTION_NOUNS = MappingProxyType(
    {
        "drittel": 3,
        "viertel": 4,
        "fünftel": 5,
        "sechstel": 6,
        "achtel": 8,
        "zehntel": 10,
        "dritteln": 3,
        "vierteln": 4,
        "fünfteln": 5,
        "achteln": 8,
        "zehnteln": 10,
    }
)

NAME_TITLES = words("frau herr herrn fr hr doktor dr dr. fr. hr. familie schwester pfleger")
"""After these a number word is a name („Herr Sieben“)."""

NOT_A_NUMBER_BEFORE = MappingProxyType(
    # The word itself → words after it that make it something else.
    {
        "acht": frozenset({"geben", "gegeben", "gibt", "gab", "zu"}),
        "tausend": frozenset({"dank"}),
        "sieben": frozenset({"sachen"}),
    }
)

NOT_A_NUMBER_AFTER = MappingProxyType(
    {"acht": frozenset({"in", "außer"}), "eins": frozenset({"mit"})}
)

YEAR_CUES = words(
    "jahr jahre jahres seit anfang ende mitte von bis vor nach ab jahrgang geboren im sommer "
    "winter herbst frühjahr januar februar märz april mai juni juli august september "
    "oktober november dezember geb. geb in"
)
"""Words beside a number 1900–2099 that make it a year: written without the thousands dot."""
