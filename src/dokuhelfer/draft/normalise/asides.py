"""What is said beside a dictation leaves it: to the recorder, to oneself, to somebody who comes in.

„Stopp Aufnahme“, „Wo war ich?“, „Moment, ich komm gleich, Frau Huber.“ Only whole sentences, or
pieces between marks, that consist of known phrases and nothing else; where somebody's words are
reported („Sie ruft: Ich komm gleich“) they are content (domain.md §4 "Meta/Störung").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto

from dokuhelfer.draft.normalise.model import DropReason, Token, TokenKind
from dokuhelfer.draft.normalise.runs import (
    ends_clause,
    ends_sentence,
    is_kind,
    low,
    phrase_width,
    quoted,
    unmarked,
    word,
)
from dokuhelfer.draft.normalise.tables import asides as table
from dokuhelfer.draft.normalise.tables import numerals as numeral_table
from dokuhelfer.draft.normalise.work import Work, pieces

LONGEST = 16
"""Longer pieces are not looked at: nobody says so much beside a dictation."""
SPEECH_REACH = 4
"""Among so many words before it a verb of speaking makes what follows content."""
TEST_REACH = 6
PLAIN = 3
"""Without marks a phrase has at least so many words."""
_DEPENDENT = frozenset({"dass", "ob", "wie", "was", "wo", "wer", "wann", "warum", "wenn", "weil"})


class _Sort(Enum):
    """What a piece between marks is."""

    CONTENT = auto()
    BETWEEN = auto()
    """A word or a name that says nothing alone."""
    BESIDE = auto()
    """An aside where others are."""
    SOLE = auto()
    """An aside where it is the whole sentence, or beside others."""
    ASIDE = auto()


def asides(work: Work) -> Work:
    """Leave out what is said beside the dictation."""
    gone = set(_gone(work.tokens))
    if not gone:
        return work
    kept = tuple(token for at, token in enumerate(work.tokens) if at not in gone)
    dropped = tuple(
        piece
        for first, last in _runs(gone)
        for piece in pieces(work.tokens[first:last], DropReason.COMMAND)
    )
    return Work(kept, work.dropped + dropped)


def _gone(tokens: Sequence[Token]) -> Iterator[int]:
    """The places of all tokens to leave out."""
    inside = quoted(tokens)
    behind = False
    start = 0
    while start < len(tokens):
        end = start
        while end < len(tokens) and not ends_sentence(tokens[end]):
            end += 1
        end = min(end + 1, len(tokens))
        out: tuple[range, ...] = ()
        if not any(inside[start:end]) and not _reported(tokens, start):
            out = _of_sentence(tokens, start, end, behind=behind)
        for taken in out:
            yield from taken
        behind = out == (range(start, end),)
        start = end


def _runs(places: set[int]) -> Iterator[tuple[int, int]]:
    for first in sorted(at for at in places if at - 1 not in places):
        last = first
        while last in places:
            last += 1
        yield first, last


def _reported(tokens: Sequence[Token], at: int, reach: int = SPEECH_REACH) -> bool:
    """Whether somebody is said to speak right before, so that these are his words."""
    before = {low(tokens, place) for place in range(max(0, at - reach - 1), at)}
    return bool(before & table.SPEAKING) or low(tokens, at - 1) == ":"


def _of_sentence(
    tokens: Sequence[Token], start: int, end: int, *, behind: bool
) -> tuple[range, ...]:
    """What goes of one sentence; ``behind``: whether the one before it went as a whole."""
    if _asks(tokens, start, end):
        return (range(start, end),)
    parts = [(part, _sort(tokens, part)) for part in _parts(tokens, start, end)]
    sorts = {sort for _, sort in parts}
    aside = sorts & {_Sort.ASIDE, _Sort.SOLE} or (behind and _Sort.BESIDE in sorts)
    if aside and _Sort.CONTENT not in sorts:
        return (range(start, end),)
    return (
        *_opening(tokens, start, end),
        *_single(tokens, parts),
        *_phrases(tokens, start, end),
    )


def _parts(tokens: Sequence[Token], start: int, end: int) -> Iterator[range]:
    """The pieces between marks, without their marks."""
    first = start
    for at in range(start, end + 1):
        if at == end or ends_clause(tokens[at]):
            if at > first:
                yield range(first, at)
            first = at + 1


def _sort(tokens: Sequence[Token], part: range) -> _Sort:
    """What a piece is, read from left to right as known phrases."""
    if len(part) > LONGEST:
        return _Sort.CONTENT
    if _promises(tokens, part):
        return _Sort.ASIDE
    found = _Sort.BETWEEN
    at = part.start
    while at < part.stop:
        width, sort = _next(tokens, at)
        if not width or at + width > part.stop:
            return _Sort.CONTENT
        found = max(found, sort, key=lambda one: one.value)
        at += width
    return found


def _promises(tokens: Sequence[Token], part: range) -> bool:
    """„ich bring Ihnen gleich den Kaffee“: to somebody who stands there."""
    opens = next((at for at in part if word(tokens, at) not in table.BETWEEN), part.start)
    said = {low(tokens, at) for at in part}
    addressed = any(tokens[at].text == "Ihnen" for at in part) or "dir" in said
    return word(tokens, opens) == "ich" and addressed and bool(said & {"gleich", "sofort"})


def _next(tokens: Sequence[Token], at: int) -> tuple[int, _Sort]:
    for known, sort in _TABLES:
        width = phrase_width(tokens, at, known)
        if width:
            return width, sort
    if word(tokens, at) in table.BETWEEN or _counts_up(tokens, at):
        return 1, _Sort.BETWEEN
    return _name(tokens, at), _Sort.BETWEEN


_TABLES = (
    (table.RECORDER, _Sort.ASIDE),
    (table.SOMEBODY, _Sort.ASIDE),
    (table.SELF_TALK, _Sort.ASIDE),
    (table.SOLE, _Sort.SOLE),
    (table.BESIDE, _Sort.BESIDE),
)


def _counts_up(tokens: Sequence[Token], at: int) -> bool:
    """„Test, eins, zwei, drei“."""
    if not is_kind(tokens, at, TokenKind.NUMBER):
        return False
    return any(word(tokens, place) == "test" for place in range(at - TEST_REACH, at))


def _name(tokens: Sequence[Token], at: int) -> int:
    """„Frau Huber“ as somebody is addressed; 0 for none."""
    titled = word(tokens, at) in numeral_table.NAME_TITLES
    named = is_kind(tokens, at + 1, TokenKind.WORD) and tokens[at + 1].text[:1].isupper()
    return 2 if titled and named else 0


def _asks(tokens: Sequence[Token], start: int, end: int) -> bool:
    """„Kevin, hast du die Frau Lange schon gewaschen?“: a colleague is asked."""
    if low(tokens, end - 1) != "?" or end - start > LONGEST:
        return False
    words = [word(tokens, at) for at in range(start, end - 1)]
    first = next((at for at, said in enumerate(words) if said in table.ASKED), None)
    if first is None or any(low(tokens, start + at) == ":" for at in range(first)):
        return False
    addressed = first == 0 or low(tokens, start + first - 1) == ","
    return addressed and (words[first].endswith("ste") or "du" in words[first : first + 3])


def _opening(tokens: Sequence[Token], start: int, end: int) -> tuple[range, ...]:
    """„Schreib mal: …“, „Neuer Eintrag …“, and a greeting at the very beginning."""
    lead = phrase_width(tokens, start, table.LEADS)
    marked = is_kind(tokens, start + lead, TokenKind.PUNCT)
    if lead and (marked or word(tokens, start) not in table.NEEDS_MARK):
        return (range(start, start + lead + marked),)
    greeting = phrase_width(tokens, start, table.AT_FIRST) if start == 0 else 0
    if greeting and is_kind(tokens, greeting, TokenKind.PUNCT) and greeting + 1 <= end:
        return (range(start, greeting + 1),)
    return ()


def _single(tokens: Sequence[Token], parts: Sequence[tuple[range, _Sort]]) -> Iterator[range]:
    """Asides between the pieces of a sentence that is content; one of their commas goes too."""
    for number, (part, sort) in enumerate(parts):
        if sort is not _Sort.ASIDE or _reported(tokens, part.start, LONGEST):
            continue
        if word(tokens, part.stop + 1) in _DEPENDENT:
            continue
        last = number == len(parts) - 1
        yield range(part.start - last, part.stop) if last else range(part.start, part.stop + 1)


def _phrases(tokens: Sequence[Token], start: int, end: int) -> Iterator[range]:
    """About how words are written, and asides where nobody sets marks."""
    for at in range(start, end):
        width = phrase_width(tokens, at, table.FORMATTING)
        if width and (at == start or tokens[at].text.islower()):  # „Herrn Groß geschrieben“
            yield range(at, at + width)
            continue
        width = phrase_width(tokens, at, table.RECORDER)
        plain = width >= PLAIN - 1 and unmarked(tokens, at)
        if plain and not _reported(tokens, at):
            yield range(at, at + width)
