"""Closed classes of German words that settle what may move in a clause, and how it turns passive.

Lists, not the check's lexicon: the check looks for the same thing said otherwise, these are for
seeing that nothing was said otherwise.
"""

from __future__ import annotations

import re

from dokuhelfer.draft.facts.lexicon import words

FILLERS = words("äh ähm öh öhm hm halt also")
"""Say nothing wherever they stand."""

OPENING_FILLERS = words("so ja")
"""Say nothing at the beginning only: „Schmerzen ja“, „so 200 ml“."""

DEFINITE = words("der die das den dem")
"""„So den Tee getrunken“ is the tea; „so ein Tee“ is one of a kind."""

PREPOSITIONS = words(
    "ab am an ans auf aufs aus außer bei beim bis durch durchs für fürs gegen hinter hinterm im in "
    "ins laut mit mithilfe nach neben ohne seit statt trotz über überm übers um unter unterm vom "
    "von vor vorm während wegen zu zum zur zwischen"
)

CONJUNCTIONS = words(
    "und oder aber sondern als wie denn doch sowie sowohl weder noch entweder beziehungsweise bzw "
    "dass weil wenn ob obwohl damit falls bevor nachdem sobald solange sodass indem"
)
"""Where one stands there may be two clauses, or two things compared: nothing moves."""

COMMA_BEFORE = words("dass ob weil wenn obwohl")
"""Have a comma in front whatever they mean, so that a speech engine's slip is put right."""

OPENERS = words(
    "der die das den dem des ein eine einen einem einer eines "
    "kein keine keinen keinem keiner keines nicht nie niemals nichts "
    "mein meine meinen meinem meiner unser unsere unseren unserem unserer "
    "sein seine seinen seinem seiner ihre ihren ihrem ihrer "
    "dieser diese dieses diesen diesem jeder jede jedes jeden jedem "
    "alle alles allen beide beiden einige manche mehrere viel viele wenig wenige etwas "
    "mehr weniger nur auch erst schon kaum fast sehr ganz zu etwa circa ca ungefähr rund genau "
    "besonders ziemlich recht gar überhaupt immer wieder höchstens mindestens "
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf halb halbe halben halber halbes "
    "ml l mg g kg cm mm mmol ie stück"
)
"""Belong to the word behind them and go where it goes."""

SCOPES = words(
    "kein keine keinen keinem keiner keines nicht nie niemals nichts nur auch erst schon kaum fast "
    "noch mehr immer wieder"
)
"""Say something else where another word has come between: nothing moves past them."""

TIMES = words(
    "heute gestern vorgestern morgen übermorgen morgens vormittags mittags nachmittags abends "
    "nachts tagsüber jetzt später anschließend danach vorher zuvor zuerst zuletzt dann"
)

PRONOUNS = words(
    "ich mir mich wir uns du dir dich ihr euch er ihn ihm sie ihnen es man sich "
    "jemand jemanden jemandem niemand niemanden niemandem wer wen wem"
)
POSSESSIVES = words("sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer")
OURS = words("ich mir mich wir uns sich")

TITLES = words("frau herr herrn doktor dr")

FINITE = words(
    "habe hab haben hat hatte hatten bin ist sind war waren wurde wurden wird werden "
    "will wollen wollte wollten kann können konnte konnten muss müssen musste mussten "
    "soll sollen sollte sollten darf dürfen durfte durften mag möchte möchten"
)
"""Verbs by which a clause is known to be whole; exactly one makes it one clause."""

NO_PASSIVE = words("gehabt gewesen geworden bekommen erhalten gekonnt gewollt gemusst")

_PARTICIPLE = re.compile(r"(?:\w*ge|be|emp|ent|er|ver|zer|miss)\w{2,}(?:t|en)|\w+iert")
_PERSON = re.compile(
    r"\w*(?:tochter|töchter|sohn|söhne|mutter|vater|eltern|schwester|bruder|tante|onkel|oma|opa|"
    r"enkel(?:in)?|kind|kinder|nichte|neffe|frau|mann|partner|freund|nachbar|kollege|kollegen|"
    r"arzt|ärztin|bewohner|klient|klienten|patient|patienten|pfleger|betreuer|vermieter|therapeut|"
    r"berater|lehrer|chef|herr|herrn)(?:in|innen|s|n|en)?"
)


def is_participle(word: str) -> bool:
    """Whether it looks like one; more do than are, which only keeps words in their order."""
    return word not in PREPOSITIONS and _PARTICIPLE.fullmatch(word) is not None


def is_person(word: str) -> bool:
    """Whether it names somebody, or stands for somebody."""
    return word in PRONOUNS or word in POSSESSIVES or _PERSON.fullmatch(word) is not None
