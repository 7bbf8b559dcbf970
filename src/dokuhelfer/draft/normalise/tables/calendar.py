"""Month names and words around dates. Source: domain.md §3 R09."""

from __future__ import annotations

from types import MappingProxyType

from dokuhelfer.draft.normalise.tables import words

MONTHS = MappingProxyType(
    {
        "januar": 1,
        "jänner": 1,
        "jan": 1,
        "februar": 2,
        "feber": 2,
        "feb": 2,
        "märz": 3,
        "april": 4,
        "mai": 5,
        "juni": 6,
        "juno": 6,
        "juli": 7,
        "julei": 7,
        "august": 8,
        "aug": 8,
        "september": 9,
        "sept": 9,
        "oktober": 10,
        "okt": 10,
        "november": 11,
        "nov": 11,
        "dezember": 12,
        "dez": 12,
    }
)

DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

DATE_PREPOSITIONS = words(
    "am vom zum bis den der dem seit ab montag dienstag mittwoch donnerstag freitag samstag "
    "sonnabend sonntag datum"
)
"""Before „siebzehnten elften“: two ordinals are a date only after one of these."""

ORDINAL_CUES = words("am der die das dem den zum zur beim im jeden jeder seit ab vom bis ersten")
"""„am 3. Tag“: a dot after digits behind one of these makes an ordinal, not a sentence end."""

SENTENCE_OPENERS = words(
    "frau herr ich er sie es wir der die das den dem ihr ihre sein seine am im um bei nach mit "
    "danach dann heute gestern morgen bitte sonst kein keine"
)
"""Written with a capital behind a date they begin a sentence, so that its dot ends one."""
