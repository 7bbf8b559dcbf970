"""Capital letters for dictations whose nouns come without: nouns and names get theirs back.

Some recognisers, and people who type in a hurry, write „frau kern hat schmerzen im knie“, or give
a capital to names alone. In German a capital tells nouns and names from everything else, and every
later stage relies on it. Where nouns have capitals of their own nothing is touched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dokuhelfer.draft.facts.lexicon.drugs import DRUGS
from dokuhelfer.draft.facts.lexicon.people import GIVEN_NAMES, NAME_PARTICLES
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.normalise.model import Token, TokenKind
from dokuhelfer.draft.normalise.runs import word
from dokuhelfer.draft.normalise.tables import capitals as table
from dokuhelfer.draft.normalise.tables.nouns import NO_HEADS, NO_NOUNS, NOUNS

LEAST_WORDS = 6
"""Shorter texts may well hold no noun at all."""
_SHARE = 0.02
"""Words with a capital in a text that counts as written without: a stray „OK“ is no noun."""
LEAST_NOUNS = 3
_SHARE_OF_NOUNS = 0.15
"""So many small nouns, and so few with a capital among them, show that nouns come without."""
_SHORTEST_HEAD = 4
_SHORTEST_FIRST_PART = 3
_ADJECTIVES = 2


def capitals(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Tokens with nouns, names and spoken letters in capitals, if hardly a noun has one."""
    if not _all_small(tokens) and not _nouns_small(tokens):
        return tuple(tokens)
    return tuple(
        replace(token, text=_written(tokens, at)) if token.kind is TokenKind.WORD else token
        for at, token in enumerate(tokens)
    )


def _all_small(tokens: Sequence[Token]) -> bool:
    said = [token.text for token in tokens if token.text[:1].isalpha()]
    upper = sum(text[0].isupper() for text in said)
    return len(said) >= LEAST_WORDS and upper <= _SHARE * len(said)


def _nouns_small(tokens: Sequence[Token]) -> bool:
    """„frau Kern hat schmerzen im knie“: capitals only where names or sentences begin."""
    small = large = 0
    for at, token in enumerate(tokens):
        if token.kind is not TokenKind.WORD or token.text.lower() not in NOUNS:
            continue
        if token.text.islower():
            small += 1
        elif word(tokens, at - 1) not in table.BEFORE_NAMES:
            large += 1
    return small >= LEAST_NOUNS and large <= _SHARE_OF_NOUNS * small


def _written(tokens: Sequence[Token], at: int) -> str:
    text = tokens[at].text
    if not text[:1].islower():
        return text
    if text in table.LETTERS:
        return table.LETTERS[text]
    if _is_initial(tokens, at) or _is_name(tokens, at) or _is_noun(tokens, at):
        return "-".join(part[:1].upper() + part[1:] for part in text.split("-"))
    return text


def _is_initial(tokens: Sequence[Token], at: int) -> bool:
    return len(tokens[at].text) == 1 and word(tokens, at - 1) in table.BEFORE_NAMES


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    """„frau el amin“, „doktor lang“, „der jannik“: whatever follows an address is a name."""
    text = word(tokens, at)
    if text in NAME_PARTICLES:
        return False
    if text in GIVEN_NAMES and text not in table.NO_GIVEN_NAMES:
        return True
    before = at - 1
    while word(tokens, before) in NAME_PARTICLES and at - before <= _ADJECTIVES:
        before -= 1
    if word(tokens, before) in table.BEFORE_NAMES:
        return text not in table.NO_NAMES and text not in FINITE
    titled = word(tokens, at - 1) in table.STAFF
    return titled and not _is_lower(text) and word(tokens, at + 1) in FINITE


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    text = word(tokens, at)
    if text in table.DAY_PARTS:
        return word(tokens, at - 1) in table.DAYS or _determined(tokens, at)
    if text in table.TWO_SIDED:
        return _determined(tokens, at)
    if text in table.OF_MINE and "ich" in {word(tokens, at - 1), word(tokens, at + 1)}:
        return False
    if is_known_noun(text):
        return True
    if _is_lower(text) or _describes(tokens, at):
        return False
    return _determined(tokens, at) or _governed(tokens, at)


def is_known_noun(text: str) -> bool:
    """Whether a word is listed, ends in a listed noun or has the ending of one."""
    if text in NOUNS or text in DRUGS:
        return True
    if text in NO_NOUNS or len(text) < _SHORTEST_HEAD + _SHORTEST_FIRST_PART:
        return False
    if _inflected(text):
        return False
    return text.endswith(table.NOUN_ENDINGS) or any(
        text[start:] in NOUNS
        for start in range(_SHORTEST_FIRST_PART, len(text) - _SHORTEST_HEAD + 1)
        if text[start:] not in NO_HEADS and text[:start] not in table.VERB_PARTICLES
    )


def _inflected(text: str) -> bool:
    """„abgeklungen“, „außergerichtlichen“: participles and adjectives whatever they end in."""
    stem = text.removesuffix("n").removesuffix("r").removesuffix("s").removesuffix("m")
    return _PARTICIPLE.fullmatch(text) is not None or stem.removesuffix("e").endswith(
        table.SMALL_ENDINGS
    )


_PARTICIPLE = re.compile(
    rf"(?:{'|'.join(sorted(table.VERB_PARTICLES))})?(?:ge|ver|be|er|ent|zer|miss)\w{{2,}}(?:t|en)"
)


def _is_lower(text: str) -> bool:
    """Words that are never, or hardly ever, nouns."""
    return text in table.SMALL or text in FINITE or _inflected(text)


def _determined(tokens: Sequence[Token], at: int) -> bool:
    """Whether an article or a contracted preposition stands before, adjectives between."""
    for step in range(1, _ADJECTIVES + 2):
        before = word(tokens, at - step)
        if before in table.DETERMINERS:
            return True
        if not before.endswith(table.INFLECTED) or before in table.SMALL | FINITE:
            return False
        if is_known_noun(before):
            return False
    return False


def _governed(tokens: Sequence[Token], at: int) -> bool:
    """„wegen durchfall“, „drei gläubiger“: right behind a preposition or a number of them."""
    before = word(tokens, at - 1)
    return len(word(tokens, at)) >= _SHORTEST_HEAD and before in table.GOVERNING


def _describes(tokens: Sequence[Token], at: int) -> bool:
    """„im neuen (zimmer)“: an inflected word with a noun behind it is an adjective."""
    if not word(tokens, at).endswith(table.INFLECTED):
        return False
    following = word(tokens, at + 1)
    return is_known_noun(following) or (bool(following) and not _is_lower(following))
