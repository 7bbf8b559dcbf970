"""„Streich das“: the last sentence is withdrawn (design.md, "check"), the command is no content.

Where marks were dictated or written the sentence is theirs. Without marks it is the last main
clause, or what reaches back to the words that are said again behind the command.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dokuhelfer.draft.normalise.labelled import label, labelled
from dokuhelfer.draft.normalise.model import Dropped, DropReason, Token, TokenKind
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
from dokuhelfer.draft.normalise.tables import corrections as correction_table
from dokuhelfer.draft.normalise.tables import strikes as table
from dokuhelfer.draft.normalise.told import told_behind
from dokuhelfer.draft.normalise.work import Work, pieces

REACH = 30
"""So many tokens back a clause without marks is looked for."""
SAID_ANEW = 3
"""Among so many words behind the command stands what is said again."""
ANEW_REACH = 60
"""So many tokens back „nochmal von vorn“ goes at most."""
NAME_WORDS = 3


@dataclass(frozen=True, slots=True)
class _Strike:
    """A command to take back: its tokens, and whether the speaker begins anew."""

    end: int
    anew: bool
    marked: bool


def strikes(work: Work) -> Work:
    """Commands to take back leave the text, and what they take back with them."""
    inside = quoted(work.tokens)
    kept: list[Token] = []
    dropped: list[Dropped] = []
    at = 0
    while at < len(work.tokens):
        strike = None if inside[at] else _strike(work.tokens, at)
        struck = None if strike or inside[at] else _struck_label(work.tokens, at)
        said = struck and labelled(kept, struck[1], None)
        if struck and said:
            end = struck[0]
            dropped.extend(pieces(work.tokens[at:end], DropReason.COMMAND))
            dropped.extend(_strike_label(kept, said))
            doubled = bool(kept) and low(kept, len(kept) - 1) == "," == low(work.tokens, end)
            dropped.extend(pieces(work.tokens[end : end + doubled], DropReason.COMMAND))
            at = end + doubled
            continue
        if strike is None:
            kept.append(work.tokens[at])
            at += 1
            continue
        start = _start(kept, work.tokens[strike.end : strike.end + SAID_ANEW], strike)
        dropped.extend(pieces(work.tokens[at : strike.end], DropReason.COMMAND))
        if start < len(kept):
            dropped.extend(pieces(kept[start:], DropReason.WITHDRAWN, kept[start:]))
        del kept[start:]
        at = strike.end
        if kept and low(kept, len(kept) - 1) == "," == low(work.tokens, at):
            dropped.extend(pieces(work.tokens[at : at + 1], DropReason.COMMAND))
            at += 1
    return Work(tuple(kept), work.dropped + tuple(dropped))


def _struck_label(tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
    """Where „streich den Puls“ ends, and what it names; None if it is no such command."""
    if word(tokens, at) not in table.LABELS or word(tokens, at + 1) not in table.ARTICLES:
        return None
    name = label(tokens, at + 2)
    end = at + 3 + (word(tokens, at + 3) in ("wieder", "bitte", "wert"))
    alone = _starts_piece(tokens, at) and _ends_piece(tokens, end)
    return (end, name) if name and alone else None


def _strike_label(kept: list[Token], said: tuple[int, int]) -> tuple[Dropped, ...]:
    """What was said there leaves ``kept``, with one of two commas that would meet."""
    start, end = said
    end += low(kept, start - 1) == "," == low(kept, end)
    taken = kept[start:end]
    del kept[start:end]
    return pieces(taken, DropReason.WITHDRAWN, taken)


def _strike(tokens: Sequence[Token], at: int) -> _Strike | None:
    """The command here, further ones right behind it included."""
    first = _one(tokens, at)
    if first is None:
        return None
    last = first
    while further := _one(tokens, last.end):
        last = further
    return _Strike(last.end, first.anew or last.anew, first.marked)


def _one(tokens: Sequence[Token], at: int) -> _Strike | None:
    anew = phrase_width(tokens, at, table.ANEW)
    width = anew or phrase_width(tokens, at, table.CLEAR)
    alone = _starts_piece(tokens, at) and _ends_piece(tokens, at + width)
    if not width:
        anew = phrase_width(tokens, at, table.ANEW_ALONE)
        width = anew or phrase_width(tokens, at, table.ALONE)
        alone = width > 0 and _whole_sentence(tokens, at, at + width)
        if not alone or _named_before(tokens, at):
            return None
    elif told_behind(tokens, at + width) or not (alone or _set_down(tokens, at, at + width)):
        return None
    end = at + width + _about(tokens, at + width)
    closed = (
        alone or _starts_piece(tokens, at) or (end < len(tokens) and ends_sentence(tokens[end]))
    )
    while closed and is_kind(tokens, end, TokenKind.PUNCT):
        end += 1
    return _Strike(end, anew > 0, alone and end > at + width)


def _about(tokens: Sequence[Token], at: int) -> int:
    """„streich das mit dem Tanzen“: how many tokens say what it was about."""
    if word(tokens, at) != "mit":
        return 0
    width = 2 + (word(tokens, at + 1) in table.ARTICLES)
    return width if _ends_piece(tokens, at + width) else 0


def _set_down(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a command may stand here with no mark, or on one side only."""
    free = _starts_piece(tokens, at) or _ends_piece(tokens, end) or unmarked(tokens, at)
    return free and _addressed(tokens, at, end)


def _addressed(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the words speak to the program and tell of nothing."""
    before = word(tokens, at - 1)
    if before in table.NO_STRIKE_AFTER or word(tokens, end) in table.NO_STRIKE_BEFORE:
        return False
    told = before in correction_table.NO_MARKER_AFTER
    spread = word(tokens, end - 1) == "das" and is_kind(tokens, end, TokenKind.WORD)
    return not told and not (spread and tokens[end].text[:1].isupper())


def _starts_piece(tokens: Sequence[Token], at: int) -> bool:
    return at == 0 or ends_clause(tokens[at - 1])


def _whole_sentence(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether it is a sentence, with at most „nein“ or „das war gestern“ before it."""
    start = at
    while start > 0 and not ends_sentence(tokens[start - 1]):
        start -= 1
    opens = start == at or (ends_clause(tokens[at - 1]) and _refers_back(tokens[:at], start))
    return opens and (end >= len(tokens) or ends_sentence(tokens[end]))


def _named_before(tokens: Sequence[Token], at: int) -> bool:
    """„Ramipril 5 mg. Streichen.“: the sentence before is but a name, and to go itself."""
    end = at - 1
    start = end
    while start > 0 and not ends_clause(tokens[start - 1]):
        start -= 1
    said = [token.text for token in tokens[start : max(end, 0)] if token.kind is TokenKind.WORD]
    refused = {text.lower() for text in said} <= table.REFUSALS
    return not refused and all(text[:1].isupper() or text in table.ARTICLES for text in said)


def _ends_piece(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or ends_clause(tokens[at])


def _start(kept: list[Token], following: Sequence[Token], strike: _Strike) -> int:
    """Where what is taken back begins."""
    if strike.anew:
        begun = _begun(kept, following)
        if begun is not None:
            return begun
    if strike.marked or (kept and ends_clause(kept[-1])):
        return _last_sentence(kept)
    refused = _refused(kept)
    if refused is not None:
        return refused
    said = _said_before(kept, following)
    return _last_clause(kept) if said is None else said


def _refused(kept: Sequence[Token]) -> int | None:
    """„…, sie war laut, nein, vergiss das“: the clause between the commas goes."""
    at = len(kept)
    while at and (word(kept, at - 1) in table.REFUSALS or low(kept, at - 1) == ","):
        at -= 1
    if at == len(kept):
        return None
    lowest, said = max(0, at - REACH), at
    while at > lowest and not ends_clause(kept[at - 1]):
        at -= 1
    return at if at and ends_clause(kept[at - 1]) else _last_clause(kept[:said])


def _last_sentence(kept: list[Token]) -> int:
    start = len(kept)
    while start > 0 and ends_sentence(kept[start - 1]):
        start -= 1
    while start > 0 and not ends_sentence(kept[start - 1]):
        start -= 1
    return _last_sentence(kept[:start]) if start and _refers_back(kept, start) else start


def _refers_back(kept: Sequence[Token], start: int) -> bool:
    """Whether a sentence says nothing itself, or only why the one before it goes."""
    said = {token.text.lower() for token in kept[start:] if token.kind is TokenKind.WORD}
    at = start
    while at < len(kept) and (low(kept, at) in table.REFUSALS or low(kept, at) == ","):
        at += 1
    return said <= table.REFUSALS or phrase_width(kept, at, table.POINTING) > 0


def _begun(kept: Sequence[Token], following: Sequence[Token]) -> int | None:
    """Where the speaker began the first time: the same two words, or the same noun or name."""
    first, second = word(following, 0), word(following, 1)
    lowest = max(0, len(kept) - ANEW_REACH)
    for at in range(lowest, len(kept)):
        opens = at == 0 or ends_sentence(kept[at - 1]) or not ends_clause(kept[at - 1])
        if opens and first and (word(kept, at), word(kept, at + 1)) == (first, second):
            return _with_hesitation(kept, at)
    return None


def _with_hesitation(kept: Sequence[Token], at: int) -> int:
    """„Frau Engel Herr Engel“: a name said twice in a row was corrected without a word."""
    same = word(kept, at - 1) == word(kept, at + 1) != ""
    return at - 2 if same and word(kept, at - 2) in table.TITLES else at


def _said_before(kept: list[Token], following: Sequence[Token]) -> int | None:
    """Without marks: where what is said again stood."""
    nouns = {token.text.lower() for token in following if token.text[:1].isupper()}
    again = {token.text.lower() for token in following if token.kind is TokenKind.WORD}
    lowest = max(0, len(kept) - REACH)
    for at in range(len(kept) - 1, lowest - 1, -1):
        if ends_sentence(kept[at]):
            return at + 1
        if word(kept, at) in nouns:
            article = at > lowest and word(kept, at - 1) in table.ARTICLES
            return at - article
        window = {word(kept, place) for place in range(at, at + SAID_ANEW)}
        if len(again) == SAID_ANEW and window == again:
            return at
    return None


def _last_clause(kept: Sequence[Token]) -> int:
    """Where the last main clause begins: at the constituent before its finite verb."""
    lowest = max(0, len(kept) - REACH)
    for at in range(len(kept) - 1, lowest - 1, -1):
        if at and ends_clause(kept[at - 1]):
            return at
        if _is_finite(kept, at):
            return _front(kept, at, lowest)
    return lowest


def _is_finite(kept: Sequence[Token], at: int) -> bool:
    if word(kept, at) in table.VERBS:
        return True
    beside = {word(kept, at - 1), word(kept, at + 1)} & table.FIRSTS
    return word(kept, at) in table.OR_PARTICIPLES and bool(beside)


def _front(kept: Sequence[Token], verb: int, lowest: int) -> int:
    at = verb - 1
    if at < lowest:
        return verb
    start = _named(kept, at, lowest)
    if start is None and kept[at].text[:1].isupper():
        start = at - (at > lowest and word(kept, at - 1) in table.ARTICLES)
    if start is None:
        single = word(kept, at) in table.FIRSTS or word(kept, verb + 1) in table.FIRSTS
        start = at if single and word(kept, at) else verb
    while start > lowest and word(kept, start - 1) in table.CONNECTORS:
        start -= 1
    return start


def _named(kept: Sequence[Token], at: int, lowest: int) -> int | None:
    """„Herr Krüger ist …“, „die Frau Yang Zimmer 31 hat …“: where the name begins."""
    last = at - (word(kept, at) in table.ARTICLES)
    for back in range(last, max(lowest, at - NAME_WORDS) - 1, -1):
        if word(kept, back) in table.TITLES:
            return back - (back > lowest and word(kept, back - 1) in table.ARTICLES)
        if kept[back].text[:1].islower():
            return None
    return None
