"""Negations and what they cover."""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.speech import (
    NEGATIVE_ARTICLES,
    NEGATIVE_WORDS,
    NOT_NEGATIVE,
    WITHOUT,
)
from dokuhelfer.draft.facts.model import Fact, FactKind
from dokuhelfer.draft.facts.view import View
from dokuhelfer.draft.normalise.model import TokenKind

FUNCTION_WORDS = words(
    """
    ab aber alle alles als also am an auch auf aus bei beim bin bis da dann das dass dem den denn
    der des die dies diese dieser doch dort du durch ein eine einem einen einer eines er es etwas
    für gar haben habe hab hat hatte hatten ich ihm ihn ihnen ihr ihre ihrem ihren im in ins ist ja
    je jetzt man mehr mein mich mir mit nach noch nun nur ob oder schon sehr sein seine selbst sich
    sie sind so um und uns unter vom von vor war waren was weil wenn werden wie wieder wir wird
    wurde wurden zu zum zur über überhaupt dabei davon daran dafür damit hier
    """
)
"""Words without content of their own."""


def find_negations(view: View) -> list[Fact]:
    """NEGATION facts: the negating word and the content words it covers."""
    facts: list[Fact] = []
    for index, word in enumerate(view.low):
        if view.kind(index) is not TokenKind.WORD:
            continue
        if NOT_NEGATIVE.longest(view.low, index) is not None:
            continue
        scope = _scope(view, index, word)
        if scope is not None:
            facts.append(view.fact(FactKind.NEGATION, index, index + 1, text=word, scope=scope))
    return facts


def content_words(view: View, start: int, end: int) -> tuple[str, ...]:
    """The lower-case words with content between two indices; numbers and times count."""
    return tuple(
        view.word(index)
        for index in range(start, end)
        if view.kind(index)
        in {TokenKind.WORD, TokenKind.NUMBER, TokenKind.TIME, TokenKind.DATE, TokenKind.UNIT}
        and view.word(index) not in FUNCTION_WORDS
    )


def _scope(view: View, index: int, word: str) -> tuple[str, ...] | None:
    if word == WITHOUT:
        return content_words(view, index + 1, min(_piece_end(view, index), index + 5))
    if word in NEGATIVE_ARTICLES:
        after = content_words(view, index + 1, _list_end(view, index))
        return after or content_words(view, _piece_start(view, index), index)
    if word in NEGATIVE_WORDS:
        start, end = _piece_start(view, index), _piece_end(view, index)
        return tuple(w for w in content_words(view, start, end) if w != word)
    return None


def _piece_start(view: View, index: int) -> int:
    while index > 0 and view.word(index - 1) not in {",", ";", ":", ".", "–"}:
        index -= 1
    return index


def _piece_end(view: View, index: int) -> int:
    while index < len(view) and view.word(index) not in {",", ";", ":", ".", "–", "aber"}:
        index += 1
    return index


def _list_end(view: View, index: int) -> int:
    """End of „keine Rötung, Schwellung oder Druckstelle“: commas belong, „aber“ ends it."""
    while index < len(view) and view.word(index) not in {";", ":", ".", "–", "aber"}:
        index += 1
    return index
