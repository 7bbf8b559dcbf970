"""Self-corrections: the marker and what it takes back leave the text, remembered as withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dokuhelfer.draft.normalise.model import Dropped, DropReason, Token, TokenKind
from dokuhelfer.draft.normalise.postposed import without_marks
from dokuhelfer.draft.normalise.repairs import find_repair
from dokuhelfer.draft.normalise.runs import (
    ends_clause,
    ends_sentence,
    is_kind,
    low,
    phrase_width,
    quoted,
    word,
)
from dokuhelfer.draft.normalise.scene import Repair, Scene
from dokuhelfer.draft.normalise.tables import corrections as table
from dokuhelfer.draft.normalise.work import Work, pieces

LOOK_AHEAD = 12
FRAGMENT = 3
MOST_PHRASES = 4
"""„nein, Moment, ich korrigiere“: more in a row is no marker but somebody saying no."""
_SET_OFF = frozenset({",", "–", "…", "-", "."})
_SET_OFF_BEHIND = frozenset({",", "–", "…", ":", "-", "!"})


@dataclass(frozen=True, slots=True)
class Marker:
    """A run of correction words from ``start`` to ``end``, punctuation around it included.

    Attributes:
        words: where the words themselves begin.
        strong: whether the words hardly ever are content.
        values_only: nothing sets the marker off, or it opens a sentence: then it may be content
            („hat Quatsch gemacht“) and only takes values back.
        immediate: no mark stands behind it.
        alone: it is a sentence of its own.
    """

    start: int
    words: int
    end: int
    strong: bool
    values_only: bool
    immediate: bool
    alone: bool


def corrections(work: Work) -> Work:
    """Apply every correction from left to right; unclear ones leave all words standing."""
    inside = quoted(work.tokens)
    kept: list[Token] = []
    dropped: list[Dropped] = []
    queue = list(work.tokens)
    at = 0
    while at < len(queue):
        marker = None if inside[at] else _marker(queue, at, kept)
        repair = None if marker is None else _repair(queue, marker, kept)
        if marker is None or repair is None:
            kept.append(queue[at])
            at += 1
            continue
        start = marker.start
        parted = start < marker.words and (repair.apart or not _completes(queue, marker))
        if repair.last < len(kept) and parted:
            # Something said in between stays: so does the mark that parts it from the new words.
            between = queue[start : marker.words]
            start = marker.words
        else:
            between = []
        dropped.extend(pieces(queue[start : marker.end + repair.lead], DropReason.CORRECTION))
        opened = not between and _opens(kept, repair)
        dropped.extend(_take_back(kept, repair))
        kept.extend(between)
        at = _put_in_place(queue, marker, repair)
        if opened:
            queue[at] = _capital(queue[at])
        elif marker.alone and not between and low(queue, at) in table.LEADS:
            queue[at] = replace(queue[at], text=low(queue, at))
    return Work(without_marks(kept), work.dropped + tuple(dropped))


def _marker(tokens: Sequence[Token], at: int, kept: Sequence[Token]) -> Marker | None:
    """The marker starting here, with the comma, dash or full stop before it."""
    start = at
    if is_kind(tokens, at, TokenKind.PUNCT):
        if tokens[at].text not in _SET_OFF:
            return None
        at += 1
    words_end, strong = _phrases(tokens, at)
    if words_end == at or _is_content(tokens, kept, at, words_end):
        return None
    end = words_end
    while is_kind(tokens, end, TokenKind.PUNCT) and tokens[end].text in _SET_OFF_BEHIND:
        end += 1
    alone = low(tokens, start) == "." == low(tokens, end)
    strong = strong or (alone and low(tokens, at) == "falsch")
    end += alone
    set_off = at > start or _hesitated(tokens, at) or kept[-1].text.endswith("-")
    values_only = not set_off or tokens[start].text == "."
    return Marker(start, at, end, strong, values_only, end == words_end, alone)


def _hesitated(tokens: Sequence[Token], at: int) -> bool:
    """Whether an „äh“ fell out right before: the gap is wider than a blank."""
    if at == 0 or tokens[at].span.segment != tokens[at - 1].span.segment:
        return False
    return tokens[at].span.start - tokens[at - 1].span.end > 2


def _phrases(tokens: Sequence[Token], at: int) -> tuple[int, bool]:
    """End of the marker words, and whether one is strong or there are several."""
    strong, count = False, 0
    end = at
    while count < MOST_PHRASES:
        step = 1 if count and low(tokens, end) in (",", "–") else 0
        width, is_strong = _longest(tokens, end + step)
        if not width:
            break
        end += step + width
        strong, count = strong or is_strong, count + 1
    return end, strong or count > 1


def _longest(tokens: Sequence[Token], at: int) -> tuple[int, bool]:
    strong, weak = (phrase_width(tokens, at, known) for known in (table.STRONG, table.WEAK))
    if not strong and not weak:
        return _set_off_width(tokens, at) or _short_no(tokens, at), False
    if strong >= weak:
        return strong, True
    needs_hesitation = phrase_width(tokens, at, table.AFTER_HESITATION) == weak
    return (0, False) if needs_hesitation and not _hesitated(tokens, at) else (weak, False)


def _short_no(tokens: Sequence[Token], at: int) -> int:
    """„um sieben ne um acht“: before a preposition, a side or, set off, a time it is no article."""
    valued = _is_value(tokens, at - 1) or is_kind(tokens, at - 1, TokenKind.UNIT)
    set_off = low(tokens, at - 1) == "," or valued  # „84,3 ne 83,4“
    if low(tokens, at) == "ne" and set_off and _is_value(tokens, at + 1):
        return 1
    follows = word(tokens, at + 1)
    free = follows in table.PLACE_PREPOSITIONS or follows in table.CLASSES
    noun = at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper()
    return int(word(tokens, at) == "ne" and free and not noun and not follows.endswith("e"))


def _is_value(tokens: Sequence[Token], at: int) -> bool:
    kinds = (TokenKind.TIME, TokenKind.DATE, TokenKind.NUMBER)
    return any(is_kind(tokens, at, kind) for kind in kinds)


def _set_off_width(tokens: Sequence[Token], at: int) -> int:
    """„zwölf Einheiten, halt, vierzehn“: with a mark on either side."""
    width = phrase_width(tokens, at, table.SET_OFF)
    marked = low(tokens, at - 1) in _SET_OFF and low(tokens, at + width) in _SET_OFF_BEHIND
    return width if width and marked else 0


def _is_content(tokens: Sequence[Token], kept: Sequence[Token], at: int, end: int) -> bool:
    """„hat gesagt nein“, „nein danke“, and anything at the very beginning or end."""
    if not kept or end >= len(tokens):
        return True
    before = kept[-1]
    closing = before.text.lower() == "mit" and low(tokens, at - 1) == ","  # „bringt … mit, nein“
    if before.text in (":", "?", "„"):
        return True
    if before.text.lower() in table.NO_MARKER_AFTER and not closing:
        return True
    return word(tokens, end) in table.NO_MARKER_BEFORE or _is_cited(tokens, end)


def _is_cited(tokens: Sequence[Token], at: int) -> bool:
    """„…, stopp, schreit sie“: behind the words it is told who said them."""
    at += is_kind(tokens, at, TokenKind.PUNCT)
    if word(tokens, at) not in table.SAYING or not is_kind(tokens, at + 1, TokenKind.WORD):
        return False
    who = low(tokens, at + 1)
    return who in table.PRONOUNS | table.ARTICLES or tokens[at + 1].text[:1].isupper()


def _repair(tokens: Sequence[Token], marker: Marker, kept: Sequence[Token]) -> Repair | None:
    lowest = max(0, len(kept) - table.REACH)
    # „… mit J., nein, …“: the dot of an initial with a comma behind it ends no sentence.
    floor = len(kept) - (low(tokens, marker.start) == "," and low(kept, len(kept) - 1) == ".")
    while floor > lowest and not _is_border(kept[floor - 1]):
        floor -= 1
    after: list[Token] = []
    for token in tokens[marker.end : marker.end + LOOK_AHEAD]:
        after.append(token)
        if _is_border(token):
            break
    return find_repair(
        Scene(
            *(kept, floor, after, marker.strong, marker.values_only, marker.immediate),
            alone=marker.alone,
        )
    )


def _is_border(token: Token) -> bool:
    return ends_sentence(token) or token.kind in (TokenKind.QUOTE_OPEN, TokenKind.QUOTE_CLOSE)


def _completes(queue: Sequence[Token], marker: Marker) -> bool:
    """„Gewaschen um acht. Nein, um neun.“: a fragment belongs to the sentence it corrects."""
    following = queue[marker.end : marker.end + FRAGMENT + 1]
    short = any(ends_sentence(token) for token in following) or len(following) <= FRAGMENT
    return queue[marker.start].text == "." and short


def _opens(kept: Sequence[Token], repair: Repair) -> bool:
    """Whether a sentence loses its first word, so that the next one opens it."""
    if repair.last < len(kept) or not kept[repair.first].text[:1].isupper():
        return False
    return repair.first == 0 or ends_sentence(kept[repair.first - 1])


def _capital(token: Token) -> Token:
    if token.kind is not TokenKind.WORD:
        return token
    return replace(token, text=token.text[:1].upper() + token.text[1:])


def _take_back(kept: list[Token], repair: Repair) -> tuple[Dropped, ...]:
    taken = kept[repair.first : repair.last]
    del kept[repair.first : repair.last]
    gone = pieces(taken, DropReason.WITHDRAWN, [*(repair.also or taken)])
    hanging = _hanging(kept, repair.first)
    return gone if hanging is None else gone + pieces([kept.pop(hanging)], DropReason.CORRECTION)


def _hanging(kept: Sequence[Token], at: int) -> int | None:
    """The mark left over at the start of a clause, where words were taken out."""
    mark = is_kind(kept, at, TokenKind.PUNCT) and ends_clause(kept[at])
    if not mark or (at and not ends_clause(kept[at - 1])):
        return None
    return at - 1 if at and low(kept, at - 1) == "," and ends_sentence(kept[at]) else at


def _put_in_place(queue: list[Token], marker: Marker, repair: Repair) -> int:
    """Write the changed and carried tokens over what the marker freed; the next place to read."""
    start = marker.end + repair.lead
    place = marker.end + repair.place
    if repair.change is not None:
        queue[place] = repair.change
    if not repair.carried:
        return start
    # Carried tokens need room behind the new value: the run before it moves into the freed place.
    room = len(repair.carried)
    moved = [*queue[start : place + 1], *repair.carried]
    queue[start - room : place + 1] = moved
    return start - room
