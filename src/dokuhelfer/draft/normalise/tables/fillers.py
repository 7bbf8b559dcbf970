"""Words that carry no content. Sources: domain.md §4 "Füllwörter"; peers.md §7 row 6 (loss-free).

„um“, „also“, „ja“, „eben“, „halt“ and hedges („so um die“) stay wherever they mean something.
"""

from __future__ import annotations

from dokuhelfer.draft.normalise.tables import phrases, words

ANYWHERE = phrases(
    "sozusagen|wie gesagt|wie schon gesagt|ja genau|gewissermaßen|sag ich mal|sag ich jetzt mal"
)
"""Dropped wherever they stand."""

TAGS = phrases(
    "gell|gelle|gelt|gella|gellese|nicht wahr|nich wahr|net wahr|weeßte|woisch|weißte|ne|nä|wa|"
    "weißt du|weißt|verstehst du|verstehste|nech|newa|tja|naja|na ja|nun ja|ach ja|ach so|ja mei|"
    "jo mei|mei|genau|ja genau"
)
"""Ask for assent, or sigh, and say nothing; dropped where a mark stands on either side."""

TAGS_UNMARKED = words("ne nä gell gelle gelt wa nech")
ARTICLES = words("der die das")

OPENING = phrases(
    "also|ja also|also ja|also gut|so|na ja|naja|tja|ach|ach ja|ach so|ja gut|gut also|okay|ok|"
    "na gut|ja genau|so also|und ja|ja so|na"
)
"""Dropped at the start of a sentence when a comma or full stop follows."""

OPENING_BARE = phrases("also|ja also|so also|also ja|naja|na ja")
"""Dropped at the start of a sentence without a comma, too."""

AFTER_YES = words("und also dann so gut genau allgemein ansonsten sonst jetzt")
"""„Ja, und …“ goes on talking; „Ja, im Knie.“ is an answer and stays."""

PARTICLE = "halt"
PARTICLE_AFTER = words(
    "ist war sind waren hat hatte habe hab haben wird wurde kann konnte will wollte muss musste "
    "das dann und aber weil da nicht auch mal ja jetzt"
)
"""„die ist halt müde“; behind other words „halt“ may be a verb („ich halt die Hand“)."""

CONJUNCTIONS = words(
    "weil dass daß aber und oder denn sondern wenn obwohl damit da als bevor nachdem sobald falls "
    "während der die das was wie wo"
)
"""Before one of these a comma stays where a filler fell out."""
