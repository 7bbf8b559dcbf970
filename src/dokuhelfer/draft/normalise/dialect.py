"""Dialect-coloured words outside quotation marks → standard German; spans stay (R06)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dokuhelfer.draft.normalise import numerals
from dokuhelfer.draft.normalise.model import Token
from dokuhelfer.draft.normalise.runs import Hit, ends_sentence, quoted, rewrite, word
from dokuhelfer.draft.normalise.tables import dialect as table
from dokuhelfer.draft.normalise.tables import numerals as numeral_table


def dialect(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Conservative: only words of the table, in small letters or opening a sentence."""
    inside = quoted(tokens)

    def match(run: Sequence[Token], at: int) -> Hit | None:
        return None if inside[at] else _match_pair(run, at) or _match_word(run, at)

    return rewrite(tokens, match)


def _match_pair(tokens: Sequence[Token], at: int) -> Hit | None:
    standard = table.PAIRS.get((word(tokens, at), word(tokens, at + 1)))
    if standard is None:
        return None
    first, second = tokens[at], tokens[at + 1]
    return Hit(2, (_as(first, standard[0]), _as(second, standard[1])))


def _match_word(tokens: Sequence[Token], at: int) -> Hit | None:
    standard = (
        _hour(tokens, at) or table.WORDS.get(word(tokens, at)) or _participle(word(tokens, at))
    )
    if standard is None or word(tokens, at - 1) in numeral_table.NAME_TITLES:
        return None
    opens = at == 0 or ends_sentence(tokens[at - 1])
    if not tokens[at].text.islower() and not opens:
        return None
    return Hit(1, (_as(tokens[at], standard),))


def _hour(tokens: Sequence[Token], at: int) -> str | None:
    if word(tokens, at) in table.HALF:
        following = word(tokens, at + 1)
        return "halb" if following in table.HOURS or numerals.cardinal(following) else None
    introduced = word(tokens, at - 1) in table.BEFORE_HOUR
    return table.HOURS.get(word(tokens, at)) if introduced else None


def _participle(said: str) -> str | None:
    """„gsagt“, „anghabt“, „gstohle“, „jemacht“ → the participle as it is written."""
    elided = table.ELIDED.fullmatch(said)
    if elided is not None:
        stem = f"{_prefix(elided[1])}ge{elided[2]}"
        if stem.endswith("hn"):
            return stem[:-1] + "en"
        return stem + "n" if stem.endswith("e") else stem if stem.endswith(("t", "en")) else None
    berlin = None if said in table.NOT_BERLIN else table.BERLIN.fullmatch(said)
    return None if berlin is None else f"{_prefix(berlin[1])}ge{berlin[2]}"


def _prefix(said: str | None) -> str:
    return table.PREFIXES.get(said or "", said or "")


def _as(token: Token, standard: str) -> Token:
    text = standard[:1].upper() + standard[1:] if token.text[:1].isupper() else standard
    return replace(token, text=text)
