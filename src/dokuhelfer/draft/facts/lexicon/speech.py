"""Words that turn a statement: negation, plan, attempt, done.

Source: domain.md §3 (R02, R04) and §4; own knowledge of spoken German.
Phrases are tuples of lower-case words; ``*`` at the end of a word stands for any ending.
"""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.phrases import Phrases

NEGATIVE_ARTICLES = words(
    """
    kein keine keinen keinem keiner keines keinerlei keins
    koi koin koine koinen koiner koins koa koan koane koaner koana koans kaa kan kane kaner kana
    keen keene keenen keener keenem keens keenes kee
    """
)
NEGATIVE_WORDS = frozenset(
    {
        "nicht",
        "nie",
        "niemals",
        "nichts",
        "nix",
        "niemand",
        "niemanden",
        "niemandem",
        "nirgends",
        "weder",
        "verneint",
        "verneinte",
        "net",
        "nich",
        "nimmer",
        "ned",
        "nit",
        "nischt",
        "nüscht",
        "nirgendwo",
        "nirgendwohin",
        "keinesfalls",
        "keineswegs",
        "nee",
    }
)
WITHOUT = "ohne"

NOT_NEGATIVE = Phrases.of(
    (
        ("nicht", "nur"),
        ("nicht", "wahr"),
        ("nicht", "zuletzt"),
    )
)

PLAN_WORDS = frozenset(
    {
        "bitte",
        "soll",
        "sollen",
        "sollte",
        "sollten",
        "sollt",
        "muss",
        "müssen",
        "müsste",
        "müssten",
        "geplant",
        "ausstehend",
        "vereinbart",
        "wiedervorlage",
    }
)

FUTURE_WORDS = frozenset({"morgen", "übermorgen", "nachher", "später", "demnächst", "künftig"})
"""With a present-tense verb they make a plan: „ruf ich nachher an“."""

FIRST_PERSON_PRESENT = words(
    """
    rufe ruf frage frag gebe geb sage sag schreibe schreib spreche sprech bespreche besprech kläre
    klär prüfe prüf hole hol bestelle bestell schaue schau messe mess kontrolliere kontrollier melde
    meld schicke schick sende vereinbare organisiere kümmere beantrage informiere informier
    bereite leite begleite biete beantworte warte trage trag lasse lass reiche reich
    faxe fax maile mail versuche versuch mache mach nehme nehm bringe bring stelle stell leite lege
    """
)
"""„ruf ich an“: the speaker's own step, still to come."""

DOING = words(
    """
    macht machen trägt schreibt holt bestellt ruft klärt fragt schickt bringt kümmert meldet
    informiert kommt kommen organisiert übernimmt übernehmen erledigt prüft besorgt vereinbart
    faxt mailt liefert schaut guckt kontrolliert misst wiegt wechselt spricht versucht probiert
    nimmt gibt wäscht duscht badet begleitet fährt legt stellt dokumentiert bespricht holen
    """
)
"""What others do; with a word for what is still to come a plan: „macht sie auch noch“."""

STILL_TO_COME = frozenset({"noch", "nachher", "demnächst", "später", "nachholen"})
WEEKDAYS = words("montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag")
PRETERITES = words(
    "kam kamen gab ging rief sagte meinte machte nahm brachte stand lag saß schrieb fragte"
)
"""What was, not what will be: „am Montag kam …“."""

WILL_WORDS = frozenset({"werde", "werden", "wird"})
"""A plan only with a participle or infinitive („wird informiert“); „wird rot“ is none."""

PLAN_PHRASES = Phrases.of(
    (
        ("noch", "offen"),
        ("noch", "eine", "mail"),
        ("noch", "ein", "fax"),
        ("noch", "bescheid"),
        ("wird", "noch"),
        ("werden", "noch"),
        ("muss", "noch"),
        ("steht", "aus"),
        ("stehen", "aus"),
        ("bleibt", "offen"),
        ("kommt", "um"),
        ("kommt", "noch"),
        ("kommt", "morgen"),
        ("kommt", "heute"),
        ("kommen", "heute"),
        ("kommen", "morgen"),
        ("steht", "noch", "aus"),
        ("stehen", "noch", "aus"),
        ("noch", "nicht", "zurück"),
        ("noch", "nicht", "erledigt"),
        ("noch", "zu", "*"),
        ("ist", "zu", "*"),
        ("sind", "zu", "*"),
        ("in", "beobachtung"),
        ("weiter", "beobachten"),
        ("hat", "vor"),
        ("habe", "vor"),
        ("wir", "probieren", "wieder"),
    )
)

ATTEMPTS = Phrases.of(
    (
        ("nicht", "erreicht"),
        ("nicht", "erreichbar"),
        ("nicht", "zu", "erreichen"),
        ("niemand*", "erreicht"),
        ("keinen", "erreicht"),
        ("niemand*", "ran"),
        ("niemand*", "rangegangen"),
        ("niemand*", "drangegangen"),
        ("keiner", "ran"),
        ("keiner", "rangegangen"),
        ("nicht", "ran"),
        ("nicht", "rangegangen"),
        ("nicht", "drangegangen"),
        ("nicht", "abgenommen"),
        ("niemand", "abgenommen"),
        ("anrufbeantworter",),
        ("mailbox",),
        ("ab", "gesprochen"),
        ("besetzt",),
        ("versucht",),
        ("versuchte",),
        ("vergeblich",),
        ("wollte",),
        ("wollten",),
    )
)

DONE_AUXILIARIES = frozenset(
    {
        "hab",
        "habe",
        "haben",
        "hat",
        "hatte",
        "hatten",
        "wurde",
        "wurden",
        "worden",
        "ist",
        "sind",
        "war",
        "waren",
        "bin",
    }
)

DONE_PHRASES = Phrases.of(
    (
        ("weiß", "bescheid"),
        ("wissen", "bescheid"),
        ("weiß", "davon"),
        ("bescheid", "gegeben"),
        ("bescheid", "gesagt"),
        ("ist", "informiert"),
        ("sind", "informiert"),
    )
)
