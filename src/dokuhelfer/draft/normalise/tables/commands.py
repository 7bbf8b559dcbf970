"""Words addressed to the program. Source: domain.md §4 "Anweisung an die App", "streich das"."""

from __future__ import annotations

from dokuhelfer.draft.normalise.tables import phrases, words

LEAVE_OPEN = phrases(
    "das feld lass ich offen|das feld lasse ich offen|das feld lass ich leer|das feld bleibt leer|"
    "das feld bleibt offen|das feld lasse ich leer|das lass ich offen|das lasse ich offen|"
    "lass ich offen|lasse ich offen|feld bleibt leer|feld bleibt offen|lass das feld offen|"
    "trag ich später ein|trage ich später ein|trag ich noch ein|trage ich noch ein|"
    "trag ich nach|trage ich nach|das trag ich später ein|das trage ich später ein|"
    "das trag ich nach|das trage ich nach|ergänze ich später|das ergänze ich später|"
    "reiche ich nach|reich ich nach|diktat ende|ende des diktats|diktat beenden|ende diktat"
)
"""Dropped as commands wherever they stand."""

TO_COME = phrases("kommt noch|das kommt noch|folgt noch|kommt später|das kommt später")
"""Commands only as a piece of their own, or behind the name of a field."""

FIELDS = words(
    "feld puls rr blutdruck temperatur gewicht bz blutzucker nrs besd sättigung spo2 atemfrequenz "
    "uhrzeit datum name größe vitalwerte wert werte rest unterschrift aktenzeichen"
)
"""„Gewicht trag ich später ein“: the name of the field belongs to the command."""

STRIKE = phrases(
    "streich das|streiche das|streich das bitte|das streichen|bitte streichen|das bitte streichen|"
    "streich den satz|streich den letzten satz|streiche den letzten satz|letzten satz streichen|"
    "letzten satz löschen|lösche den letzten satz|lösch den letzten satz|lösch das|lösche das|"
    "das löschen|den letzten satz streichen|den letzten satz löschen|streich das wieder|"
    "nochmal von vorn|noch mal von vorn|noch einmal von vorn|nochmal von vorne|nochmal neu|"
    "ich fang nochmal an|ich fange nochmal an|ich fang nochmal von vorn an"
)
"""Withdraw the sentence they end, or the one before when they stand alone (design, "check")."""

BEGINNERS = words(
    "ich er sie es wir man das die der den da dann und aber am im bei um nach ihre sein"
)
"""May begin what follows a command without a mark between them."""

ARTICLES = words("der die das den dem ein eine einen")

REFUSALS = words("nein nee ach quatsch moment stopp halt ja äh doch bitte also")
"""„Nein, streich das.“ says nothing itself: the sentence before is meant."""
