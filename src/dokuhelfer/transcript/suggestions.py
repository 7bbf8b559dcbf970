"""Words that sound like one of the lists and are written otherwise: suggested, never replaced.

Looked at are single words and up to three in a row, because recognition splits what it does not
know („Rama pril“). What is ordinary German is left alone, unless it follows a title and sounds
exactly like a listed name („Herr Bäcker“ for Becker): a suggestion too many costs more trust
than one too few.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dokuhelfer.transcript.model import Segment, Suggestion, Transcript
from dokuhelfer.transcript.ordinary import is_ordinary
from dokuhelfer.transcript.wordindex import LONGEST, SHORTEST, TITLES, Near, WordIndex

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_GAP = re.compile(r"[ \u00a0]|[-‐‑]")
_MOST_WORDS = 3

_SHARE = 0.2
"""Steps per sound up to which a word may be a mishearing of another."""

_SHARE_OF_LOWER_CASE = 0.14
"""For what was not written like a name: recognition gives nouns their capital."""

_SHARE_OF_SURE = 0.14
_SHARE_BESIDE_ORDINARY = 0.14
_SURE = 0.9
"""Words that the model was sure of (their probability) are changed for close ones only."""

_SAME_SOUND = 0.08
"""Steps per sound that leave no difference to the ear (ä for e)."""

_TAILS = re.compile(
    r"(?:tabletten?|tropfen|salbe|creme|gel|spritzen?|kapseln?|pflaster|spray|saft|gaben?|dosis)$"
)


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int
    p: float | None
    is_open: bool
    """Neither listed nor ordinary: it may be a mishearing."""
    follows_title: bool


@dataclass(frozen=True, slots=True)
class _Found:
    first: int
    last: int
    end: int
    near: Near

    @property
    def order(self) -> tuple[float, int]:
        """The closest first, of equals the longest."""
        return self.near.steps / len(self.near.listed.sounds), self.first - self.last


def with_suggestions(transcript: Transcript, words: Sequence[str]) -> Transcript:
    """The transcript with what may have been one of ``words``; its text stays as it is.

    Takes time in proportion to the transcript, whatever the length of the list.
    """
    if not words:
        return transcript
    index = WordIndex(words)
    found = (one for segment in transcript.segments for one in suggest(segment, index))
    return replace(transcript, suggestions=tuple(found))


def suggest(segment: Segment, index: WordIndex) -> list[Suggestion]:
    """The suggestions for one segment, in the order of its text."""
    tokens = _tokens(segment, index)
    taken: set[int] = set()
    chosen: list[_Found] = []
    for found in sorted(_near(segment.text, tokens, index), key=lambda one: one.order):
        covered = set(range(found.first, found.last + 1))
        if not covered & taken:
            taken |= covered
            chosen.append(found)
    chosen.sort(key=lambda one: one.first)
    return [_suggestion(segment, tokens, one) for one in chosen]


def _suggestion(segment: Segment, tokens: Sequence[_Token], found: _Found) -> Suggestion:
    start = tokens[found.first].start
    closeness = 1 - found.near.steps / len(found.near.listed.sounds)
    heard = segment.text[start : found.end]
    offered = found.near.listed.text
    return Suggestion(segment.id, start, found.end, heard, offered, round(closeness, 2))


# --- the words of a segment --------------------------------------------------------------------


def _tokens(segment: Segment, index: WordIndex) -> list[_Token]:
    tokens: list[_Token] = []
    chances = _probabilities(segment)
    before = ""
    for match in _WORD.finditer(segment.text):
        text = match[0]
        titled = before in TITLES and text[0].isupper()
        is_open = len(text) <= LONGEST and not (index.knows(text) or is_ordinary(text))
        chance = chances.get(match.start())
        tokens.append(_Token(text, match.start(), match.end(), chance, is_open, titled))
        before = text.lower()
    return tokens


def _probabilities(segment: Segment) -> dict[int, float]:
    """Place of each letter that a recognised word begins with or holds → its probability."""
    found: dict[int, float] = {}
    place = 0
    for word in segment.words:
        start = segment.text.find(word.text, place)
        if start < 0:
            continue
        place = start + len(word.text)
        found |= dict.fromkeys(range(start, place), word.p)
    return found


# --- what sounds like a listed word ------------------------------------------------------------


def _near(text: str, tokens: Sequence[_Token], index: WordIndex) -> Iterator[_Found]:
    for place, token in enumerate(tokens):
        if token.is_open:
            yield from _near_alone(place, token, index)
        elif token.follows_title and not index.knows(token.text):
            near = index.nearest(token.text, _SAME_SOUND)
            if near is not None:
                yield _Found(place, place, token.end, near)
        for last in range(place + 1, min(place + _MOST_WORDS, len(tokens))):
            if _GAP.fullmatch(text[tokens[last - 1].end : tokens[last].start]) is None:
                break
            heard = text[token.start : tokens[last].end]
            yield from _near_together(heard, place, tokens[place : last + 1], index)


def _near_alone(place: int, token: _Token, index: WordIndex) -> Iterator[_Found]:
    share = _share(token.text, token.p)
    for word in _with_and_without_tail(token.text):
        near = index.nearest(word, share) if len(word) >= SHORTEST else None
        if near is not None and not _is_written_so(near, word):
            yield _Found(place, place, token.start + len(word), near)
            return


def _with_and_without_tail(word: str) -> Iterator[str]:
    yield word
    stem = _TAILS.sub("", word)
    if stem != word:
        yield stem


def _near_together(
    heard: str, first: int, row: Sequence[_Token], index: WordIndex
) -> Iterator[_Found]:
    """Several words as one; never one that stands in the list."""
    if any(index.knows(token.text) for token in row):
        return
    share = _share_together(row)
    near = index.nearest("".join(token.text for token in row), share) if share else None
    if near is not None and not _is_written_so(near, heard):
        yield _Found(first, first + len(row) - 1, row[-1].end, near)


def _is_written_so(near: Near, heard: str) -> bool:
    """A hyphen for a blank is no other word."""
    return near.listed.text.lower().replace("-", " ") == heard.lower().replace("-", " ")


def _share_together(row: Sequence[_Token]) -> float:
    """Words of which none is strange have to sound exactly like a listed one, and be written
    like a name („Grüne Wald“)."""
    if not any(token.is_open for token in row):
        named = row[0].follows_title or len(row[0].text) >= SHORTEST
        return _SAME_SOUND if named and all(one.text[0].isupper() for one in row) else 0.0
    chances = [token.p for token in row if token.p is not None]
    share = _share(row[0].text, min(chances) if chances else None)
    return share if all(token.is_open for token in row) else min(share, _SHARE_BESIDE_ORDINARY)


def _share(word: str, p: float | None) -> float:
    if word[0].islower():
        return _SHARE_OF_LOWER_CASE
    return _SHARE_OF_SURE if p is not None and p >= _SURE else _SHARE
