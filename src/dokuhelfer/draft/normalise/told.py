"""Whether words are somebody's of whom the dictation tells, or about what a record is about.

Clients and relatives say what a speaker says beside a dictation, too: „Ich muss überlegen, sagte
sie.“ What is reported, answered or names a drug, a value, a time or a person is content.
"""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.normalise.model import Token, TokenKind
from dokuhelfer.draft.normalise.runs import ends_clause, ends_sentence, is_kind, low, word
from dokuhelfer.draft.normalise.tables import asides as table
from dokuhelfer.draft.normalise.tables import numerals as numeral_table

REACH = 4
"""Among so many words before it a verb of speaking makes even talk to the recorder content."""
LONGEST = 16
"""Longer pieces are not looked at: nobody says so much beside a dictation."""
_BEFORE = table.SPEAKING | table.PERCEIVING | {":"}
_VALUES = (TokenKind.NUMBER, TokenKind.TIME, TokenKind.DATE, TokenKind.UNIT)


def right_before(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody is said to speak right before."""
    before = {low(tokens, place) for place in range(max(0, at - REACH - 1), at)}
    return bool(before & (table.SPEAKING | table.SAYING_THAT)) or low(tokens, at - 1) == ":"


def beside(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the sentence before, or what follows, tells of somebody who speaks."""
    return _speaks_before(tokens, start) or _speaks_behind(tokens, end)


def _speaks_before(tokens: Sequence[Token], start: int) -> bool:
    for at in range(start - 1, max(-1, start - LONGEST - 1), -1):
        if low(tokens, at) in _BEFORE:
            return True
        if at < start - 1 and ends_sentence(tokens[at]):
            return False
    return False


def _speaks_behind(tokens: Sequence[Token], end: int) -> bool:
    """In the rest of its own sentence, or in the first words of the next."""
    next_sentence = end > 0 and ends_sentence(tokens[end - 1])
    for at in range(end, min(end + (REACH if next_sentence else LONGEST), len(tokens))):
        if low(tokens, at) in table.SPEAKING:
            return True
        if ends_sentence(tokens[at]):
            return False
    return False


def told_behind(tokens: Sequence[Token], end: int) -> bool:
    """„…, sagt der Arzt“: whether somebody else says it; „das weiß ich nicht“ is the speaker."""
    opening = [low(tokens, at) for at in range(end + 1, end + 4)]
    own = "ich" in opening
    return low(tokens, end) == "," and not own and bool(set(opening[:2]) & table.SPEAKING)


def answered(tokens: Sequence[Token], end: int) -> bool:
    """Whether the sentence that begins at ``end`` answers the question before it."""
    for at in range(end, min(end + LONGEST, len(tokens))):
        if low(tokens, at) in table.ANSWERS:
            return True
        if ends_sentence(tokens[at]):
            return False
    return False


def charged(tokens: Sequence[Token], part: range) -> bool:
    """Whether it names a value, a time, a drug or a person: what a record is about."""
    return any(
        is_kind(tokens, at, *_VALUES)
        or word(tokens, at) in table.CHARGED
        or (at > part.start and _bare_noun(tokens, at))
        for at in part
    )


def _bare_noun(tokens: Sequence[Token], at: int) -> bool:
    """A noun with no small word before it: a name, or a drug („hast du Ramipril gestellt“)."""
    capital = is_kind(tokens, at, TokenKind.WORD) and tokens[at].text[:1].isupper()
    polite = tokens[at].text in ("Sie", "Ihnen", "Ihren", "Ihre", "Ihr")
    return capital and not polite and word(tokens, at - 1) not in table.DETERMINERS


def asks_colleague(tokens: Sequence[Token], start: int, end: int) -> bool:
    """„Marie, hast du den Wagen geholt?“: nothing but a name before it, and no answer behind."""
    if low(tokens, end - 1) != "?" or end - start > LONGEST:
        return False
    first = start + addressed(tokens, start)
    part = range(first, end - 1)
    said = [word(tokens, at) for at in part]
    if not said or said[0] not in table.ASKED:
        return False
    if not (said[0].endswith("ste") or "du" in said[1:3]):
        return False
    if first == start and not table.CASUAL & set(said):
        return False
    inner = any(ends_clause(tokens[at]) for at in part)
    return not (inner or charged(tokens, part) or answered(tokens, end))


def addressed(tokens: Sequence[Token], start: int) -> int:
    """„Kevin,“ or „Frau Huber,“ as somebody is addressed: how many tokens; 0 for none."""
    titled = word(tokens, start) in numeral_table.NAME_TITLES
    name = start + titled
    named = is_kind(tokens, name, TokenKind.WORD) and tokens[name].text[:1].isupper()
    if not named or low(tokens, name + 1) != ",":
        return 0
    return name + 2 - start
