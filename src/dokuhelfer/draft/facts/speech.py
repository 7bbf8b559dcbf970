"""Quotes, sources, conditions and estimates."""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon.qualifiers import CONDITIONS, ESTIMATES, SOURCES
from dokuhelfer.draft.facts.model import Fact, FactKind
from dokuhelfer.draft.facts.view import View
from dokuhelfer.draft.normalise.model import Clock, TokenKind

_SAYING = frozenset({"sagt", "sagte", "meint", "meinte", "gesagt", "wörtlich", "ruft", "rief"})


def find_speech(view: View) -> list[Fact]:
    """QUOTE, SOURCE, CONDITION and ESTIMATE facts of a clause."""
    return [*_quotes(view), *_sources(view), *_conditions(view), *_estimates(view)]


def _quotes(view: View) -> list[Fact]:
    facts: list[Fact] = []
    start: int | None = None
    for index in range(len(view)):
        kind = view.kind(index)
        if kind is TokenKind.QUOTE_OPEN:
            start = index + 1
        elif kind is TokenKind.QUOTE_CLOSE and start is not None:
            if index > start:
                facts.append(view.fact(FactKind.QUOTE, start, index, text=view.text(start, index)))
            start = None
    if start is not None and start < len(view):
        facts.append(view.fact(FactKind.QUOTE, start, len(view), text=view.text(start, len(view))))
    return facts or _after_colon(view)


def _after_colon(view: View) -> list[Fact]:
    """„Er sagt: Ich mach die Briefe nicht auf.“: verbatim speech without quotation marks."""
    for index in range(1, len(view) - 1):
        if view.word(index) == ":" and view.word(index - 1) in _SAYING:
            text = view.text(index + 1, len(view))
            return [view.fact(FactKind.QUOTE, index + 1, len(view), text=text)]
    return []


def _sources(view: View) -> list[Fact]:
    facts: list[Fact] = []
    for start, end, phrase in view.find(SOURCES):
        if phrase[0] == "gibt" and ("an" not in view.low[start:] or _there_is(view, start)):
            continue
        if phrase == ("laut",) and not view.capital(end) and not view.capital(end + 1):
            continue
        last = end
        if phrase[0] in _NAMING and not _OWN.intersection(phrase):
            while last < min(len(view), end + 2) and view.kind(last) is TokenKind.WORD:
                last += 1
                if view.capital(last - 1):
                    break
        text = view.text(start, last).lower() if last == end else view.text(start, last)
        facts.append(view.fact(FactKind.SOURCE, start, last, text=text))
    return facts


_NAMING = frozenset({"laut", "lt", "lt.", "nach", "aus"})
_OWN = frozenset({"eigenen", "eigener", "eigenem", "ihren", "seinen", "ihr", "ihm", "ihnen"})
"""„Nach eigenen Angaben Schmerzen“: who says it is named already, what follows is said."""


def _there_is(view: View, start: int) -> bool:
    """„da gibt's an Bescheid“ (an: einen, in dialect), „es gibt an der Tür …“: nobody says so."""
    around = view.low[max(0, start - 1) : start + 2]
    said = view.text(start, start + 1).lower()
    return said != "gibt" or bool({"es", "'s", "’s"}.intersection(around))


def _conditions(view: View) -> list[Fact]:
    return [
        view.fact(FactKind.CONDITION, start, end, text=" ".join(phrase))
        for start, end, phrase in view.find(CONDITIONS)
    ]


def _estimates(view: View) -> list[Fact]:
    facts = [
        view.fact(FactKind.ESTIMATE, start, end, text=" ".join(phrase))
        for start, end, phrase in view.find(ESTIMATES)
        if phrase != ("um", "die") or view.number(end) is not None
    ]
    for index, token in enumerate(view.tokens):
        if isinstance(token.value, Clock) and token.value.hedged:
            facts.append(view.fact(FactKind.ESTIMATE, index, index + 1, text="gegen"))
    return facts
