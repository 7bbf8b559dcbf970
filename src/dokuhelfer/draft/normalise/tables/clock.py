"""Clock phrases. Source: domain.md §4 row "Uhrzeit", §5 for the shifts' hours."""

from __future__ import annotations

from types import MappingProxyType

from dokuhelfer.draft.normalise.tables import words

TIME_PREPOSITIONS = frozenset({"um", "gegen"})
"""A bare hour after these is a time, unless something is counted."""

OPENERS = frozenset({"halb", "viertel", "dreiviertel", "mitternacht"})
"""Words a clock phrase may begin with besides a number."""

HEDGES = words("gegen ca ca. circa zirka ungefähr etwa kurz so rund schätzungsweise knapp die")
"""Before a time: the time is roughly meant (R12); the words stay."""

CHANGE_VERBS = tuple(
    sorted(
        words(
            "erhöh reduzier verringer senk gesenk steiger gesteiger kürz gekürz zugenomm abgenomm "
            "zunahm abnahm gestieg gefall gesunk angehob verlänger verschob geht ging handel "
            "kümmer bitt gebet bat dreh"
        )
    )
)
"""„um vier erhöht“, „es geht um vier Kinder“: „um“ counts and names no time."""

GOING = words("geht ging")
GOING_REACH = 3
"""„es geht um vier“; „geht morgen zum Augenarzt um vier“ names a time."""

DAY_PARTS = MappingProxyType(
    # word → minutes after midnight, half-open; beyond 1440 runs into the next day
    {
        "morgens": (60, 720),
        "früh": (60, 720),
        "frühmorgens": (60, 600),
        "vormittags": (360, 750),
        "vormittag": (360, 750),
        "mittags": (660, 900),
        "mittag": (660, 900),
        "nachmittags": (720, 1140),
        "nachmittag": (720, 1140),
        "abends": (1020, 1470),
        "abend": (1020, 1470),
        "nachts": (1200, 1920),
        "nacht": (1200, 1920),
        "frühstück": (300, 720),
        "mittagessen": (660, 900),
        "abendbrot": (960, 1260),
        "abendessen": (960, 1260),
        "gefrühstückt": (300, 720),
        "mitternachts": (1320, 1560),
    }
)

DAY_PART_COMPOUNDS = (
    ("vormittag", "vormittag"),
    ("nachmittag", "nachmittag"),
    ("mittag", "mittag"),
    ("abend", "abend"),
    ("frühstück", "frühstück"),
    ("morgen", "morgens"),
)
"""First parts of nouns that name a part of the day, the longer first."""

NO_DAY_PART = ("dienst", "schicht", "rot", "land", "land-", "stern", "luft", "rock", "mantel")
"""Ends of nouns that name another thing: a shift, „Morgenmantel“."""

DAY_WORDS = words(
    "heute heut gestern vorgestern morgen übermorgen montag dienstag mittwoch donnerstag freitag "
    "samstag sonnabend sonntag diesen jeden jede jeder am in der letzte letzter dieser ganze zur"
)
"""„Abend“, „Nacht“ … as nouns are a part of the day only behind one of these."""

MORNING_AFTER = words(
    "heute heut gestern vorgestern übermorgen montag dienstag mittwoch donnerstag freitag samstag "
    "sonnabend sonntag am diesen jeden gegen"
)
"""„heute Morgen“ is the forenoon, „morgen“ alone the next day."""

SHIFTS = MappingProxyType({"frueh": (300, 900), "spaet": (750, 1350), "nacht": (1200, 1890)})
"""Früh about 05–15, Spät about 12:30–22:30, Nacht about 20–07:30 (minutes after midnight)."""

FUTURE = words(
    "kommt kommen soll sollen sollte bitte wird werden morgen übermorgen nächste nächsten nächster "
    "nächstes termin muss müssen geplant vereinbart kontrollieren wiederkommen will möchte ruft "
    "rufe ruf schaut schaue anrufen vorstellen kommende kommenden darf dürfen"
)
"""What lies ahead: then the next reading after the recording is meant, not the last before it."""

PAST = words(
    "war waren hat hatte hatten hab habe haben ist sind wurde wurden kam ging lag saß stand "
    "erbrochen "
    "gegeben gegessen getrunken geschlafen gemessen gestürzt gefallen gefunden gelagert geklingelt "
    "bekommen erhalten informiert angerufen gesehen gewesen gemacht"
)
"""What has happened already lies before its dictation."""

TOLD = PAST - words("hat ist sind habe hab haben") | words("letzten letzte letzter vorigen")
"""Of these those that a present state or an appointment is never told with."""

OTHER_DAY = words(
    "gestern vorgestern morgen übermorgen montag dienstag mittwoch donnerstag freitag samstag "
    "sonnabend sonntag woche wochen nächsten nächste nächster montags dienstags mittwochs "
    "donnerstags freitags samstags sonntags täglich"
)
"""Then the time of recording says nothing about the hour."""

WEEKDAYS = words("montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag")
"""„Besuch am Mittwoch um zehn“: an appointment, unless words tell that it is past."""
