"""Where a dictation announces what kind of document follows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.collective import lexicon as lex
from dokuhelfer.draft.facts.lexicon.measures import MEASURES
from dokuhelfer.draft.facts.lexicon.people import (
    ADDRESS,
    CLIENT_TITLES,
    SHIFT_ROLES,
    SHORTHAND,
)
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.view import View
from dokuhelfer.draft.normalise.model import TokenKind

_NAMES: tuple[tuple[str, str], ...] = (
    ("sturzprotokoll_ausfuehrlich", r"ausführliches sturzprotokoll"),
    ("schichtuebergabe", r"(schicht|dienst)?übergabe(protokoll)?"),
    ("sturzprotokoll", r"sturz(protokoll|meldung|bericht|ereignis)?"),
    ("vitalwerte", r"vital(werte?|zeichen)(runde|kontrolle|liste|protokoll)?|werterunde|werte"),
    (
        "trink_ernaehrung",
        r"(trink|einfuhr|ernährungs|ess|bilanz)-?(und)?-?(ess|ernährungs|trink)?-?"
        r"(protokolle?|mengen?|liste|runde)|einfuhr|bilanzierung",
    ),
    ("pflegebericht", r"pflegeberichte?|berichteblatt|verlaufsberichte?|pflegedokumentation"),
    ("wunddokumentation", r"wund(dokumentation|protokoll|doku|bericht)"),
    ("medikamentenereignis", r"medikamenten(ereignis|fehler)|medikationsfehler"),
    ("besonderes_vorkommnis", r"(besonderes )?vorkommnis|gewaltvorfall"),
    (
        "beratungsprotokoll",
        r"beratungsprotokolle?|erstgespräch|[a-zäöüß]*beratung(en|sgespräche?)?",
    ),
    (
        "aktenvermerk",
        r"(akten)?vermerke?|fallnotiz|telefonat|notiz|gesprächsnotiz|telefonnotiz|telefonvermerk",
    ),
    ("hilfeplangespraech", r"hilfeplangespräch|hpg"),
    ("teilhabe_verlauf", r"verlaufseintrag|teilhabeverlauf"),
    ("freitext", r"freies diktat|freitext"),
)
"""Spoken names of the documents (domain.md §6.2), by template id; the first that fits counts."""

_MEASURED = re.compile(
    r"(blutzucker|blutdruck|bz|rr|gewichts?|temperatur|puls|sättigung)-?"
    r"(werte|kontrollen?|messung|runde|e|en)?"
)
"""A measurement said before a person begins a list of it: „Blutzucker: Frau …, Herr …“."""
_PATTERNS = tuple((id, re.compile(rf"(?:{names})")) for id, names in _NAMES)
_DOCUMENT = re.compile(r".*(protokoll|bericht|vermerk|notiz|doku)")
VITALS = "vitalwerte"
LISTS = frozenset({VITALS, "trink_ernaehrung"})
"""Kinds that are dictated person after person under one heading."""
_LEADING = frozenset(
    {"so", "jetzt", "nun", "dann", "und", "noch", "ein", "eine", "einen", "der", "die", "das",
     "es", "folgt", "folgen", "kommt", "kommen", "zum", "zur", "zu", "den", "als", "nächstes",
     "neuer", "neues", "ich", "diktiere", "beginne", "mit", "dem", "bitte", "weiter", "ach", "für",
     "hier", "guten", "morgen", "tag", "abend", "hallo", "kurze", "kurzer", "kurzes", "okay",
     "außerdem", "besonderes", "mach", "mache", "also", "wir", "machen", "danach", "anschließend",
     "einmal"}
)  # fmt: skip
_FOLLOWING = frozenset(
    {"für", "von", "vom", "zu", "zur", "zum", "über", "um", "wegen", "der", "des", "bei", "heute",
     "aus", "runde", "zimmer", "mit", "wohnbereich", "station", "am", "betrifft", "betreff"}
)  # fmt: skip
_MEASURE_WORDS = frozenset(name[0] for measure in MEASURES for name in measure.names)


@dataclass(frozen=True, slots=True)
class Heading:
    """An announced kind: half-open range of tokens, opening words included."""

    start: int
    end: int
    kind: str
    measured: bool = False
    """Whether it names a measurement, which then belongs to each person's value."""


def kind_of_words(words: Sequence[str]) -> tuple[str, int] | None:
    """Template id and number of words of a document's name at the beginning of ``words``."""
    for length in (2, 1):
        text = " ".join(words[:length])
        for id, pattern in _PATTERNS:
            if len(words) >= length and pattern.fullmatch(text):
                return id, length
    return None


def find_headings(
    clause: Clause, starts: Sequence[int], openings: Collection[tuple[int, int]]
) -> Iterator[Heading]:
    """The headings of a sentence.

    Args:
        starts: token indices where clauses begin.
        openings: ranges of names that open a part; a heading may stand directly behind.
    """
    view = View.of(clause)
    if _passes_shift(view):
        yield Heading(0, 1, "schichtuebergabe")
    index = 0
    while index < len(view):
        measured = _begins_list(view, index)
        found = (VITALS, 1) if measured else kind_of_words(view.low[index : index + 2])
        noun = view.capital(index) or view.word(index) in {"besonderes", "freies"}
        if found is None or not noun:
            index += 1
            continue
        kind, length = found
        start = _start(view, index, starts, openings)
        if start is not None and (measured or _heads(view, index, index + length, kind)):
            yield Heading(start, index + length, kind, measured)
        index += length


def _passes_shift(view: View) -> bool:
    """„Nachtdienst an Frühdienst“ at the beginning."""
    at = next((i for i, word in enumerate(view.low[:3]) if word in SHIFT_ROLES), None)
    if at is None or view.word(at + 1) != "an":
        return False
    return view.word(at + 2) in SHIFT_ROLES or view.word(at + 2) in {"früh", "spät", "nacht", "tag"}


def _begins_list(view: View, index: int) -> bool:
    if not _MEASURED.fullmatch(view.word(index)):
        return False
    at = index + 1
    while view.word(at) in {":", ",", "heute", "von", "bei", "nüchtern", "morgens"}:
        at += 1
    return view.word(at) in ADDRESS or view.word(at) == "zimmer"


def is_document(text: Sequence[str]) -> bool:
    """Whether a clause names a written document („Aktenvermerk“), not only a meeting."""
    return any(_DOCUMENT.fullmatch(word) and kind_of_words([word]) for word in text)


def measured_list(clause: Clause) -> Heading | None:
    """A clause that only names a measurement: the heading of a list of it."""
    low = View.of(clause).low
    words = [index for index, word in enumerate(low) if word[:1].isalnum()]
    named = [index for index in words if _MEASURED.fullmatch(low[index])]
    rest = [low[index] for index in words if index not in named]
    if len(named) != 1 or not all(word in _LEADING | lex.FRAME for word in rest):
        return None
    return Heading(0, named[0] + 1, VITALS, measured=True)


def measures(text: Sequence[str]) -> bool:
    """Whether a heading names a measurement."""
    return any(_MEASURED.fullmatch(word) for word in text)


def _start(
    view: View, index: int, starts: Sequence[int], openings: Collection[tuple[int, int]]
) -> int | None:
    """Where a heading begins; None when other words stand before it."""
    floor = max(start for start in starts if start <= index)
    at = index
    while at > floor and _may_lead(view.word(at - 1)):
        at -= 1
    if at == floor:
        return at
    for first, end in openings:
        gap = view.low[end:index]
        if first < index and end <= index and set(gap) <= {",", ":", "–", "die", "das", "der"}:
            return end
    if _begins_list(view, index):
        return at
    spoken = set(view.low[at:index])
    if spoken & {"jetzt", "nun", "nächstes", "folgt", "dann"}:
        return at
    if view.word(index) == "telefonat" and view.word(index + 1) == "mit" and at == index:
        return None if view.word(index - 1) in lex.PREPOSITIONS else at
    # without any mark the name of a document is a heading where a person follows directly
    following = view.word(index + 1)
    if following in {"für", "zu", "von", "bei"}:
        following = view.word(index + 2)
    named = following in ADDRESS or following in {"zimmer"} | SHORTHAND | CLIENT_TITLES
    return at if named and _DOCUMENT.fullmatch(view.word(index)) else None


def _may_lead(word: str) -> bool:
    return word in _LEADING or word in SHIFT_ROLES or word in {",", ":"}


def _heads(view: View, index: int, end: int, kind: str) -> bool:
    """Whether what follows a document's name shows that it is a heading."""
    word = view.word(end)
    if kind == "sturzprotokoll" and view.word(index) == "sturz":
        return word in {":", "–"} or word in ADDRESS or word == "zimmer"
    if view.word(index) == "werte":
        return word in {":", "–"}
    if word in FINITE or word in {"nicht", "durch", "wurde"}:
        return False
    if view.kind(end) in {None, TokenKind.PUNCT, TokenKind.TIME, TokenKind.DATE}:
        return True
    if word in ADDRESS or word in SHIFT_ROLES or word in SHORTHAND or word in CLIENT_TITLES:
        return True
    if word in _FOLLOWING or (kind in LISTS and word in _MEASURE_WORDS):
        return True
    return _DOCUMENT.fullmatch(view.word(index)) is not None or view.capital(end)


def only_heading(low: Sequence[str], taken: Collection[int]) -> bool:
    """Whether a clause has no words beside ``taken`` ones that are more than framing."""
    return all(
        index in taken
        or _MEASURED.fullmatch(word) is not None
        or not word[:1].isalnum()
        or word in _LEADING
        or word in _FOLLOWING
        or word in SHIFT_ROLES
        or word in lex.OPENERS
        or word in lex.FRAME
        or word.isdecimal()
        for index, word in enumerate(low)
    )
