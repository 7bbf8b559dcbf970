"""Does a sentence say what its quote says and nothing else? Asked before the check.

The check is made for people, who may sum up and say it in other words. A model may neither: its
words have to be those of the quote, in the same form and order (inference.md §4: strict lexical
grounding is right for care notes). What may differ is listed here and in `one_clause`. Whatever
is in doubt is refused, which costs no more than the quote staying as it was spoken.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest
from unicodedata import normalize

from dokuhelfer.draft.llm import closed_words as words
from dokuhelfer.draft.llm.one_clause import is_passive, is_reordered, read

_TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:-[^\W\d_]+)*|\S")
_FULL_STOP = frozenset(".!…")


def is_grounded(text: str, quote: str, person: str) -> bool:
    """Whether ``text`` says with its words what ``quote`` says with the same.

    Words count with their number, form and order, numbers and signs within too. May differ:
    capitals, the sign at the end, fillers left out, the comma before „dass“; in a single clause
    the verbs' and one more group's place; „ich habe … gewaschen“ may become „… wurde gewaschen“.

    Args:
        person: whom the draft is about, title included; settles whether „sie“ is one person.
    """
    own, said = _tokens(text), _tokens(quote)
    written, spoken = _plain(own), _plain(said)
    nouns = _nouns(said, own)
    clear = tuple(_without_fillers(spoken, nouns))
    if written in (spoken, clear):
        return True
    clause = read(clear, nouns)
    if clause is None:
        return False
    about_her = "frau" in _plain(_tokens(person))
    return is_reordered(written, clause) or is_passive(written, clause, about_her=about_her)


def _tokens(text: str) -> tuple[str, ...]:
    """Words, numbers and signs; those that only end the text left out."""
    found = _TOKEN.findall(normalize("NFC", text))
    while found and found[-1] in _FULL_STOP:
        found.pop()
    return tuple(found)


def _plain(tokens: Sequence[str]) -> tuple[str, ...]:
    """In small letters, with one sign for the end of a sentence and no comma before „dass“."""
    return tuple(
        "." if one in _FULL_STOP else one.lower()
        for one, follows in zip_longest(tokens, tokens[1:], fillvalue="")
        if not (one == "," and follows.lower() in words.COMMA_BEFORE)
    )


def _without_fillers(spoken: Sequence[str], nouns: Collection[str]) -> Iterator[str]:
    opening = True
    for word, follows in zip_longest(spoken, spoken[1:], fillvalue=""):
        if word not in nouns and _is_filler(word, follows, opening=opening):
            continue
        if word == "," and opening:
            continue
        yield word
        opening = word == "."


def _is_filler(word: str, follows: str, *, opening: bool) -> bool:
    if word in words.FILLERS:
        return True
    if opening and word in words.OPENING_FILLERS:
        return follows == "," or follows in words.PRONOUNS or follows in words.FILLERS
    return word == "so" and follows in words.DEFINITE


def _nouns(said: Sequence[str], own: Sequence[str]) -> frozenset[str]:
    """The quote's words with a capital; its first word unless the text has it in small letters,
    or it is one that is none."""
    inside = {one.lower() for one in said[1:] if one[0].isupper()}
    first = {one.lower() for one in said[:1]} - {one for one in own if one[0].islower()}
    return frozenset((inside - words.PRONOUNS) | {one for one in first if not _is_known(one)})


def _is_known(word: str) -> bool:
    """Whether it is no noun although it has a capital where it begins a sentence."""
    closed = (words.FINITE, words.PREPOSITIONS, words.OPENERS, words.PRONOUNS, words.TIMES)
    fillers = words.FILLERS | words.OPENING_FILLERS
    return word in fillers or any(word in some for some in closed) or words.is_participle(word)
