"""Words addressed to the program. Source: domain.md §4 "Anweisung an die App", "streich das"."""

from __future__ import annotations

from dokuhelfer.draft.normalise.tables import crossed, phrases, words

_LATER = "später|nachher|noch|dann|morgen|gleich|hinterher|am schluss|am ende|bei gelegenheit"
_FIELD = "das feld|dieses feld|den punkt|diesen punkt|die zeile|das kästchen"

LEAVE_OPEN = phrases(
    "|".join(
        (
            crossed(f"|das|{_FIELD}", "lass|lasse", "ich", "|erstmal|mal|noch", "offen|leer|frei"),
            crossed(f"|das|{_FIELD}", "lassen wir", "|erstmal|mal|noch", "offen|leer|frei"),
            crossed("das feld|dieses feld|feld", "bleibt", "|erstmal|noch", "leer|offen|frei"),
            crossed("das feld|feld", "|bitte", "leer|offen|frei", "lassen"),
            crossed("das feld|feld", "|bitte", "leerlassen|freilassen|offenlassen|überspringen"),
            crossed("lass", "das feld|dieses feld", "|bitte", "offen|leer|frei"),
            crossed(f"|das|{_FIELD}", "trag|trage", "ich", f"{_LATER}|später noch", "ein|nach"),
            crossed(f"|das|{_FIELD}", "füll|fülle", "ich", _LATER, "aus"),
            crossed(f"|das|{_FIELD}", "trag|trage|reich|reiche", "ich", "nach"),
            crossed(f"|das|{_FIELD}", "trag|trage|tragen", "wir", _LATER, "ein|nach"),
            crossed(f"|das|{_FIELD}", "ergänz|ergänze", "ich", "später|nachher|noch|dann"),
            crossed("das feld|dieses feld", "mach|mache", "ich", "später|nachher|dann"),
            crossed("das feld", "überspring|überspringe", "ich", "|erstmal"),
            crossed("das feld", "|bitte", "später", "ausfüllen|eintragen|ergänzen"),
            crossed(
                "schreib|schreibe|trag|trage|diktier|diktiere",
                "ich",
                "|jetzt|hier",
                "nichts|nichts weiter",
                "rein|ein|hin",
            ),
            "diktat ende|ende des diktats|diktat beenden|ende diktat",
        )
    )
)
"""Dropped as commands wherever they stand."""

LEAVING = words(
    "lass lasse lassen trag trage tragen füll fülle reich reiche ergänz ergänze schreib schreibe "
    "diktier diktiere"
)
"""Commands that open with one of these need a field before them, or stand alone."""

FIELD_NAMED = phrases("das feld|dieses feld|feld|beim feld|bei feld|zum feld|im feld")
"""May stand before the name of the field: „das Feld Nachtruhe lass ich offen“."""

FIELD_LEFT = phrases(
    "|".join(
        (
            crossed("bleibt|bleiben", "|erstmal|noch", "leer|offen|frei"),
            crossed("|bitte", "leer|offen|frei", "lassen"),
            crossed("|bitte", "leerlassen|freilassen|offenlassen|überspringen"),
            crossed("|bitte", "später", "ausfüllen|eintragen|ergänzen"),
            crossed("nichts", "eintragen|reinschreiben"),
        )
    )
)
"""Commands behind the name of a field."""

FIELD_SKIPPED = phrases(
    "|".join(
        (
            crossed("lass|lasse", "ich", "|jetzt|mal", "weg|aus"),
            crossed("lassen", "wir", "|jetzt|mal", "weg|aus"),
        )
    )
)
"""Commands behind the name of a field that is filled in with values."""

SPARED = phrases(crossed("das|die sache|die geschichte", "mit", "dem|der|den|ihrem|seinem"))
SPARING = phrases(
    "|".join(
        (
            crossed("lass|lassen sie", "bitte|mal bitte|bitte mal|lieber bitte", "weg|raus"),
            crossed("bitte", "weglassen|rauslassen"),
            crossed("schreib|schreiben sie", "bitte", "nicht", "|mit", "auf|rein"),
        )
    )
)
"""„Das mit …“ and one of these: the speaker wants something left out."""

PRIVATE = phrases(
    crossed(
        "|bitte|das bitte",
        "nicht",
        "|mit",
        "ins protokoll|in die akte|in die doku|in den bericht|aufschreiben|dokumentieren|notieren",
    )
)
"""Behind one of these and a colon stands what is not to be written."""

NAMED_BY = words("bei beim zu zum zur unter")
"""„Bei Wirkung schreib ich nichts rein.“"""

OPENED = words(
    "tür türe tor fenster balkontür zimmertür haustür terrassentür licht vorhang vorhänge rollo "
    "rollladen jalousie wunde gitter bettgitter schrank kühlschrank jacke hemd bluse frage fragen"
)
"""„Fenster lass ich offen“ tells what was done."""

TO_COME = phrases("kommt noch|das kommt noch|folgt noch|kommt später|das kommt später")
"""Commands right behind the name of a field; else steps that are still to be done."""

TO_DO = phrases(crossed("mach|mache", "ich", "später|nachher|gleich|morgen|dann"))
"""Commands behind the name of a field of the form itself: „Unterschrift mach ich später“."""

OWN_FIELDS = words("feld uhrzeit datum name rest unterschrift aktenzeichen wert werte vitalwerte")
"""Fields of the form itself, nothing that is done for somebody."""

FIELDS = words(
    "feld puls rr blutdruck temperatur gewicht bz blutzucker nrs besd sättigung spo2 atemfrequenz "
    "uhrzeit datum name größe vitalwerte wert werte rest unterschrift aktenzeichen"
)
"""„Gewicht trag ich später ein“: the name of the field belongs to the command."""

BEGINNERS = words(
    "ich er sie es wir man das die der den da dann und aber am im bei um nach ihre sein"
)
"""May begin what follows a command without a mark between them."""
