"""The main clause within a piece of evidence: where a plan counts as a plan."""

from __future__ import annotations

from collections.abc import Iterator

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.speech import PLAN_WORDS, WILL_WORDS
from dokuhelfer.draft.facts.lexicon.verbs import FINITE, SUBORDINATORS
from dokuhelfer.draft.normalise.model import TokenKind
from dokuhelfer.draft.rules.item import Item

_TELLS = words(
    """
    erklärt erläutert gesagt sagt sagte sagen hingewiesen informiert aufgeklärt besprochen
    berichtet erzählt meint meinte gemeint angst befürchtet weiß wusste wissen fragt gefragt
    frage fragestellung hypothese idee vorschlag vermutung vermutet
    glaubt hofft findet denkt schreibt geschrieben behauptet versteht verstanden empfohlen geraten
    """
)
_JOINTS = frozenset({"und", "aber", "oder"})


def plans(item: Item) -> bool:
    """Whether the plan of a clause stands in its main clause.

    „Ich habe ihm erklärt, dass er das Formular ausfüllen muss“ tells; „er muss das Formular
    ausfüllen“ plans. A plan without any word for it („anrufen.“) is one.
    """
    low = set(item.text)
    marks = low & (PLAN_WORDS | WILL_WORDS)
    if not marks:
        return not {"noch", "nicht"} <= low
    if not low & _TELLS:
        return True
    return any(marks & set(piece) for piece in main_pieces(item))


def main_pieces(item: Item) -> Iterator[list[str]]:
    """The parts of a clause between commas that no subordinating word opens."""
    piece: list[str] = []
    for word in [*item.view.low, ","]:
        if word in {",", ":"}:
            if piece and not _is_subordinate(piece):
                yield _before_subordinator(piece)
            piece = []
        else:
            piece.append(word)


def _is_subordinate(piece: list[str]) -> bool:
    first = next((word for word in piece if word not in _JOINTS), "")
    return first in SUBORDINATORS


def _before_subordinator(piece: list[str]) -> list[str]:
    """Without marks the subordinate clause begins at „dass“ or its like."""
    for at, word in enumerate(piece[1:], start=1):
        if word in {"dass", "ob", "weil", "wenn"}:
            return piece[:at]
    return piece


def obliged(item: Item) -> bool:
    """„Sie muss bis Mai raus“: somebody else's duty, not the speaker's nor agreed on."""
    low = set(item.text)
    duty = low & {"muss", "müssen", "soll", "sollen", "wird", "werden"}
    return bool(duty) and not low & {"ich", "wir", "vereinbart", "abgemacht", "bitte"}


def heads_clause(item: Item, at: int) -> bool:
    """„Vereinbart er ruft morgen an“: behind it a main clause has all it needs."""
    if any(kind is TokenKind.PUNCT for kind in map(item.view.kind, range(len(item.view) - 1))):
        return False
    return item.view.word(at) in _SUBJECTS and item.view.word(at + 1) in FINITE


_SUBJECTS = frozenset({"ich", "er", "sie", "es", "wir", "man"})
