"""Spoken punctuation and spoken quotation marks → the marks themselves.

„Punkt acht Uhr“, „der wunde Punkt“ and „null Komma fünf“ stay words: decided by determiners and
numbers around the word and by how many commands the dictation holds (domain.md §4).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dokuhelfer.draft.normalise import numerals
from dokuhelfer.draft.normalise.model import Token, TokenKind
from dokuhelfer.draft.normalise.runs import (
    Hit,
    cover,
    low,
    phrase_width,
    rewrite,
    same_segment,
    word,
)
from dokuhelfer.draft.normalise.tables import punctuation as table

TOGGLE_MARK = '"'
_MERGING = frozenset({".", ",", ";", ":", "?", "!", "…"})
_ADJECTIVE = re.compile(r"[a-zäöüß]{2,}e[rnms]?")


def spoken_punctuation(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Commands become PUNCT, QUOTE and BREAK tokens; a mark written beside one melts into it."""
    commands = _count_commands(tokens)

    def match(run: Sequence[Token], at: int) -> Hit | None:
        return _match_fixed(run, at) or _match_ambiguous(run, at, commands)

    return _closed_up(_merge_doubles(rewrite(tokens, match)))


def _closed_up(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """No blank behind a hyphen or a slash that was said between two words."""
    return tuple(
        replace(token, glue=True) if at and _joins(tokens[at - 1]) else token
        for at, token in enumerate(tokens)
    )


def _joins(token: Token) -> bool:
    return token.kind is TokenKind.PUNCT and token.text in ("-", "/") and _is_spoken(token)


def _count_commands(tokens: Sequence[Token]) -> int:
    """How many words could be commands at all; linear, one look per token."""
    return sum(
        1
        for at in range(len(tokens))
        if _fixed(tokens, at) is not None or word(tokens, at) in table.AMBIGUOUS
    )


def _fixed(tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
    """Width and mark of a command that is hardly ever content."""
    width = phrase_width(tokens, at, table.ALWAYS_PHRASES)
    if not width or not same_segment(tokens, at, at + width):
        return None
    return width, table.ALWAYS[" ".join(word(tokens, at + step) for step in range(width))]


def _match_fixed(tokens: Sequence[Token], at: int) -> Hit | None:
    found = _fixed(tokens, at)
    if found is None:
        return _match_toggle(tokens, at)
    width, mark = found
    if _is_noun_phrase(tokens, at, _gender(mark)):
        return None
    return Hit(width, (_mark(mark, tokens[at : at + width]),))


def _gender(mark: str) -> frozenset[str]:
    if mark in ":-–/":
        return table.MASCULINE
    return table.FEMININE if mark in "()" else table.NEUTER


def _match_toggle(tokens: Sequence[Token], at: int) -> Hit | None:
    """A bare „Anführungszeichen“: which way it turns is settled by `balance_quotes`."""
    if word(tokens, at) not in table.TOGGLE or word(tokens, at - 1) in ("in", "die", "mit"):
        return None
    return Hit(1, (replace(tokens[at], text=TOGGLE_MARK, kind=TokenKind.QUOTE_OPEN),))


def _match_ambiguous(tokens: Sequence[Token], at: int, commands: int) -> Hit | None:
    mark = table.AMBIGUOUS.get(word(tokens, at))
    if mark is None:
        return None
    dense = commands > table.DENSE
    keep = {".": _keeps_point, ",": _keeps_comma, "\n": _keeps_paragraph}[mark]
    if keep(tokens, at, dense):
        return None
    return Hit(1, (_mark(mark, tokens[at : at + 1]),))


def _keeps_point(tokens: Sequence[Token], at: int, dense: bool) -> bool:
    if _is_number(tokens, at + 1) and (not dense or word(tokens, at - 1) in ("um", "pünktlich")):
        return True
    if word(tokens, at - 1) in table.ATTRIBUTES:
        return True
    return _is_noun_phrase(tokens, at, table.MASCULINE, dense)


def _keeps_comma(tokens: Sequence[Token], at: int, dense: bool) -> bool:
    if _is_number(tokens, at - 1) and _is_number(tokens, at + 1):
        return word(tokens, at + 1) != "und"
    return _is_noun_phrase(tokens, at, table.NEUTER, dense)


def _keeps_paragraph(tokens: Sequence[Token], at: int, dense: bool) -> bool:
    if _is_number(tokens, at + 1) and (
        not dense or _is_number(tokens, at - 1) or low(tokens, at - 1)[:1] in "0123456789"
    ):
        return True
    if word(tokens, at - 1) in ("mit", "ohne", "hohem", "hohen", "nach", "laut"):
        return True
    beside_mark = at > 0 and tokens[at - 1].kind is TokenKind.PUNCT
    after_point = word(tokens, at - 1) == "punkt"
    if not (dense or beside_mark or after_point):
        return True
    return _is_noun_phrase(tokens, at, table.MASCULINE, dense)


def _is_noun_phrase(
    tokens: Sequence[Token], at: int, determiners: frozenset[str], dense: bool = False
) -> bool:
    before = word(tokens, at - 1)
    if before in determiners:
        return not (dense and _stands_alone(tokens, at - 1))
    if word(tokens, at - 2) in determiners and tokens[at - 1].text[:1].islower():
        shaped = _ADJECTIVE.fullmatch(before) is not None
        return shaped and not (dense and _is_elliptic(tokens, at - 1))
    return False


def _stands_alone(tokens: Sequence[Token], at: int) -> bool:
    """A determiner that is none: a particle, or „Gründe hat er keinen“ with its noun before."""
    if word(tokens, at) in table.PARTICLE_ARTICLES:
        return True
    pronoun = word(tokens, at - 1) in table.PERSONS
    return pronoun and word(tokens, at) in table.ABSOLUTE


def _is_elliptic(tokens: Sequence[Token], at: int) -> bool:
    """„am besten“, „es ist der rechte“: an adjective without a noun behind it."""
    superlative = word(tokens, at - 1) == "am" and word(tokens, at).endswith("sten")
    return superlative or word(tokens, at) in table.SIDES


def _is_number(tokens: Sequence[Token], at: int) -> bool:
    text = word(tokens, at)
    return bool(text) and (numerals.is_numeral_part(text) or text[0].isdigit())


def _mark(mark: str, covered: Sequence[Token]) -> Token:
    span = cover(covered)
    if mark == "\n":
        return Token("\n", TokenKind.BREAK, span)
    if mark == "„":
        return Token("„", TokenKind.QUOTE_OPEN, span)
    if mark == "“":
        return Token("“", TokenKind.QUOTE_CLOSE, span, glue=True)
    return Token(mark, TokenKind.PUNCT, span, glue=mark not in "(–")


def _merge_doubles(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """„Punkt.“ is one full stop: recognisers write marks beside spoken ones."""
    result: list[Token] = []
    for token in tokens:
        last = result[-1] if result else None
        if last is not None and _is_double(last, token):
            result[-1] = replace(_stronger(last, token), span=cover((last, token)))
        else:
            result.append(token)
    return tuple(result)


def _is_double(first: Token, second: Token) -> bool:
    """Whether two marks in a row stand for one, because at least one of them was spoken."""
    if first.span.segment != second.span.segment:
        return False
    if first.kind is TokenKind.BREAK:
        return second.kind is TokenKind.BREAK or (_is_spoken(first) and second.text in (".", ","))
    if not (_is_spoken(first) or _is_spoken(second)):
        return False
    marks = first.text in _MERGING and second.text in _MERGING
    return marks and first.kind is second.kind is TokenKind.PUNCT


def _is_spoken(token: Token) -> bool:
    """A mark that was said covers a word; one that was typed covers itself."""
    return token.span.end - token.span.start > 3


def _stronger(first: Token, second: Token) -> Token:
    """The mark that was spoken; of two spoken ones the first."""
    return first if _is_spoken(first) else second
