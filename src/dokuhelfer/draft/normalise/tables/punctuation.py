"""Spoken punctuation. Source: domain.md §4, rows "Satzzeichenbefehle" and "Zitate"."""

from __future__ import annotations

from types import MappingProxyType

from dokuhelfer.draft.normalise.tables import phrases, words

ALWAYS = MappingProxyType(
    {
        "doppelpunkt": ":",
        "semikolon": ";",
        "strichpunkt": ";",
        "fragezeichen": "?",
        "ausrufezeichen": "!",
        "ausrufungszeichen": "!",
        "gedankenstrich": "–",
        "bindestrich": "-",
        "schrägstrich": "/",
        "klammer auf": "(",
        "klammer zu": ")",
        "neue zeile": "\n",
        "nächste zeile": "\n",
        "zeilenumbruch": "\n",
        "neuer absatz": "\n",
        "nächster absatz": "\n",
        "leerzeile": "\n",
        "neuer abschnitt": "\n",
        "nächster abschnitt": "\n",
        "spiegelstrich": "\n",
        "aufzählungspunkt": "\n",
        "neuen absatz": "\n",
        "anführungszeichen unten": "„",
        "anführungszeichen auf": "„",
        "anführungszeichen anfang": "„",
        "anführungsstriche unten": "„",
        "anführungsstriche auf": "„",
        "anführungszeichen oben": "“",
        "anführungszeichen zu": "“",
        "anführungszeichen ende": "“",
        "anführungsstriche oben": "“",
        "anführungsstriche zu": "“",
        "anführungsstriche ende": "“",
        "zitat ende": "“",
        "ende zitat": "“",
        "ende des zitats": "“",
        "zitat anfang": "„",
    }
)
"""Commands that hardly ever are content; a determiner before them still makes them words."""

ALWAYS_PHRASES = phrases("|".join(ALWAYS))

TOGGLE = frozenset({"anführungszeichen", "anführungsstriche", "gänsefüßchen"})
"""Opens when no quotation is open, else closes."""

AMBIGUOUS = MappingProxyType({"punkt": ".", "komma": ",", "absatz": "\n"})
"""Commands that are ordinary nouns as well: decided by what stands around them."""

MASCULINE = words(
    "der den dem des ein einen einem eines kein keinen keinem dieser diesen diesem jeder jeden "
    "jedem mancher welcher welchen welchem solcher meinen meinem deinen deinem seinen seinem ihren "
    "ihrem unseren unserem jener jenen jenem zum am beim im vom"
)
"""Determiners that agree with „Punkt“ and „Absatz“; „keine Punkt“ cannot be a noun phrase."""

NEUTER = words(
    "das ein kein dem einem keinem dieses diesem jedes jedem ohne beim zum am im vom mit"
)
"""Determiners that agree with „Komma“, „Fragezeichen“ and their like."""

FEMININE = words("die der eine einer keine keiner diese dieser jede jeder zur in")

PARTICLE_ARTICLES = frozenset({"ein", "am", "mit", "ohne"})
"""A verb's particle looks like an article („er schläft schlecht ein Punkt“, „sie teilte mit
Komma“): density decides."""

PERSONS = words("ich er sie es wir man ihr")
ABSOLUTE = words("ein einen einem keinen keinem den dem das dieses diesen")
"""Behind a subject these may be the whole object: „Rollator hat sie keinen Punkt“."""

ATTRIBUTES = words("nächster erster zweiter dritter letzter weiterer wichtiger offener wunder")
"""Before „Punkt“ without an article: „Nächster Punkt: Mobilität“."""

SIDES = words("rechte rechten rechtem rechter linke linken linkem linker andere anderen")

DENSE = 3
"""So many commands beside the doubtful one make it clear that the speaker dictates punctuation."""

SPEECH_VERBS = words(
    "sagt sagte gesagt sage sag meint meinte gemeint fragt fragte gefragt antwortet antwortete "
    "ruft rief schreit schrie erzählt erzählte äußert äußerte geäußert wörtlich zitat"
)
"""Before a colon: what follows may be direct speech."""

FIRST_PERSON = words(
    "ich mich mir mein meine meinen meinem meiner wir uns unser unsere du dich dir"
)
"""Direct speech behind a colon is recognised by one of these near its start."""
