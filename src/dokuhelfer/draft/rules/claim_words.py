"""Words that stand around a creditor's name and are no part of it, by their kind."""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.verbs import FINITE

_SMALL = words(
    """
    der dem den die das des d' ein eine einen einem einer bei von vom beim mit in aus über für seit
    und dann noch auch da jetzt nicht so davon sowie außerdem weiterhin sie er höhe weiter erstens
    zweitens drittens viertens fünftens schließlich zuletzt zwei drei vier fünf sind's er's sie's
    """
)
_HEDGES = words("etwa ca ca. circa ungefähr rund knapp gut wohl vielleicht schätzungsweise über")
_OWING = words(
    """
    schuldet schulden läuft laufen liegt liegen steht stehen offen fordert fordern verlangt
    verlangen will möchte kriegt kriegen bekommt bekommen kennt weiß wurde wird hat haben ist sind
    """
)
_CLAIMS = words(
    """
    gläubiger gläubigerin gläubigern hauptgläubiger hauptgläubigerin forderung forderungen
    hauptforderung schulden pfändung rechnung rechnungen rückstand rückstände raten rate konto
    betrag beträge rest steuer steuern inkasso mahnung mahnungen brief briefe monat woche jahr
    """
)
_KINDS = words(
    """
    größter größte größten größeren meisten kleiner kleine kleinen weitere weiterer weiteren
    anderer andere anderen alte alter altes alten neue neuer offene offener letzte letzter
    """
)

AROUND_NAME = _SMALL | _HEDGES | _OWING | _CLAIMS | _KINDS | frozenset(FINITE)
