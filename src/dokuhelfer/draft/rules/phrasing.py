"""From clauses to a written statement: quoted, capitalised, closed – nothing added."""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.model import FactKind, FactName
from dokuhelfer.draft.model import Origin, Span, Statement
from dokuhelfer.draft.normalise.model import Token, TokenKind, join
from dokuhelfer.draft.rules.frame import leading_words
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.people import names, same_person

_CLOSING = frozenset({".", "!", "?", "…"})
_OPENING_CUT = frozenset({",", ";", ":", "–", "."})


def statement(
    items: Sequence[Item], main: str | None = None, path: str = "", skip: int = 0
) -> Statement | None:
    """One statement from clauses that follow each other; None when nothing is left to say.

    Args:
        main: the record's person, whose name at the beginning is left out where the
            sentence stands without it.
        path: JSON pointer for members of groups.
        skip: tokens of the first clause that announce a field and are no content.
    """
    start = _content_start(items[0], main, skip)
    tokens = [*items[0].clause.tokens[start:]]
    for item in items[1:]:
        tokens.extend(item.clause.tokens)
    text = written(tokens)
    if not text:
        return None
    return Statement(text, tuple(_spans(items, start)), Origin.RULES, path=path)


def written(tokens: Sequence[Token]) -> str:
    """Tokens as a sentence: capital at the beginning, a full stop at the end."""
    kept = list(tokens)
    while kept and kept[0].text in _OPENING_CUT:
        kept.pop(0)
    while kept and kept[-1].kind is TokenKind.PUNCT and kept[-1].text not in _CLOSING | {")"}:
        kept.pop()
    if not any(token.kind is not TokenKind.PUNCT for token in kept):
        return ""
    text = join(kept)
    if kept[-1].text not in _CLOSING and not _closed_quote(kept):
        text += "."
    return _capitalised(text)


def _closed_quote(tokens: Sequence[Token]) -> bool:
    return (
        len(tokens) > 1 and tokens[-1].kind is TokenKind.QUOTE_CLOSE and tokens[-2].text in _CLOSING
    )


def _capitalised(text: str) -> str:
    for index, letter in enumerate(text):
        if letter.isalpha():
            return text[:index] + letter.upper() + text[index + 1 :]
        if letter.isdigit():
            return text
    return text


def _spans(items: Sequence[Item], start: int) -> list[Span]:
    first = items[0]
    spans = [first.view.span(start, len(first.view))] if start < len(first.view) else []
    spans.extend(item.clause.span for item in items[1:])
    return spans


def _content_start(item: Item, main: str | None, skip: int) -> int:
    start = leading_words(item, skip)
    for fact in item.of(FactKind.PERSON):
        if fact.name is FactName.ZIMMER and fact.tokens[0] == start and main is not None:
            named = _behind_name(item, leading_words(item, fact.tokens[1]), main)
            return start if named is None else leading_words(item, named)
    after = _behind_name(item, start, main)
    return leading_words(item, after) if after is not None else start


def _behind_name(item: Item, start: int, main: str | None) -> int | None:
    """Index behind the person's name where the sentence stands without it."""
    if main is None:
        return None
    for fact in names(item):
        if fact.tokens[0] != start or not same_person(fact.text, main):
            continue
        end = fact.tokens[1]
        following = item.view.word(end)
        if following in FINITE or following in {",", ":"}:
            return end if end < len(item.view) - 1 else None
    return None
