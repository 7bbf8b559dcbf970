"""Words of a fall: that somebody fell, was found, and who was there.

Source: own knowledge of fall reports (domain.md §1.4).
"""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words

FOUND = words(
    """
    aufgefunden gefunden vorgefunden entdeckt angetroffen fand fanden auffinden
    vorfand vorfanden antraf antrafen auffand auffanden auffindet
    """
)
"""Somebody was found, whoever saw what had happened."""
CAME = words(
    "lag liegend saß dazugekommen reingekommen hingekommen hinzugekommen dazu hingelaufen hin"
)
FELL = words(
    """
    gestürzt stürzte gefallen fiel hingefallen sturz ausgerutscht gerutscht rutschte umgefallen
    umgekippt gestolpert stolperte runtergerutscht runtergefallen weggerutscht herausgefallen
    rausgefallen gekippt zusammengesackt weggesackt hingeknallt hingeschlagen abgerutscht
    heruntergefallen gestrauchelt gesunken hinstürzte umkippte hinfiel umfiel stolpert stürzt
    ausrutschte ausgeglitten geplumpst rutschten kippte sackte hingeplumpst
    hingestürzt umgeknickt weggeknickt eingeknickt abgeglitten
    """
)

PERCEIVED = words("gesehen mitbekommen mitgekriegt beobachtet gehört sah hörte miterlebt bezeugt")
THERE = words("daneben dabei anwesend nebenan nachbarzimmer gegenüber dazwischen")
BEING = words("war waren saß saßen stand standen ist")
NOT_THEN = words("zuletzt erst später nachher")
"""With one of these a clause tells of another time."""
