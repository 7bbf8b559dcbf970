"""What is said anew behind nothing but a hesitation: „sechsundsechzig, äh, achtundsechzig“ (R03).

Without a word such as „nein“ only a value right behind one of its kind corrects; what goes on
with „und“ or „oder“ is a list, and a number that counts something of its own is another number.
A word broken off („durch- äh trocken“, „Schuf- Schufa“) never was content.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dokuhelfer.draft.normalise import numerals
from dokuhelfer.draft.normalise.broken import broken_values
from dokuhelfer.draft.normalise.labelled import other_kind
from dokuhelfer.draft.normalise.like_by_like import category, counted
from dokuhelfer.draft.normalise.model import Clock, DropReason, Number, Token, TokenKind
from dokuhelfer.draft.normalise.restated import phrase_end
from dokuhelfer.draft.normalise.runs import capital, is_kind, low, phrase_width, quoted, word
from dokuhelfer.draft.normalise.tables import corrections as table
from dokuhelfer.draft.normalise.tables.idioms import PRESSURE_JOINERS
from dokuhelfer.draft.normalise.tables.labels import JOINTS
from dokuhelfer.draft.normalise.work import Work, pieces

_SHARED = frozenset({"und", "oder", "sowie", "bzw", "bzw.", "bis", "beziehungsweise", "noch"})
"""Before one of these a word with a hyphen shares its end with the next."""
SHARED_REACH = 4
MOST_WORDS = 3
"""Most tokens from a preposition to its noun."""
_PREPOSITIONS = table.PLACE_PREPOSITIONS | {"mit", "in", "an", "von", "zu"}
_PLACING = frozenset({"vor", "neben", "hinter", "unter", "über", "auf", "an", "in", "im", "am"})
_TITLES = frozenset({"frau", "herr", "herrn"})
NAME_STEM = 2
"""Letters two tries at one name share."""
_LISTING = frozenset({"und", "oder", "sowie", ","})
_LINKS = frozenset({"und", "oder", "bis", "sowie", "zu", "auf", "x", "mal", "von", "/"})


@dataclass(frozen=True, slots=True)
class _Anew:
    """Half-open range of tokens that are taken back."""

    first: int
    last: int


def hesitant_values(work: Work) -> Work:
    """The earlier of two such values leaves the text, remembered as withdrawn."""
    pauses = {(piece.span.segment, piece.span.start) for piece in work.dropped}
    inside = quoted(work.tokens)
    gone: set[int] = set()
    dropped = list(work.dropped)
    for at in range(1, len(work.tokens)):
        if inside[at] or at in gone:
            continue
        anew = _anew(work.tokens, at, pauses) or _said_anew(work.tokens, at, pauses)
        broken = None if anew is not None else _broken(work.tokens, at, pauses)
        found = anew or broken
        if found is None or found.first in gone:
            continue
        taken = work.tokens[found.first : found.last]
        meant = broken_values(taken[0], work.tokens[at]) if broken is not None else ()
        gone.update(range(found.first, found.last))
        dropped.extend(pieces(taken, DropReason.WITHDRAWN, meant or taken))
        if anew is not None and word(work.tokens, at + 1) == "also":
            # „äh, sechs also“: it says that the new value counts.
            gone.add(at + 1)
            dropped.extend(pieces(work.tokens[at + 1 : at + 2], DropReason.CORRECTION))
    kept = tuple(token for at, token in enumerate(work.tokens) if at not in gone)
    return Work(kept, tuple(dropped))


def _broken(tokens: Sequence[Token], new: int, pauses: set[tuple[int, int]]) -> _Anew | None:
    """The word broken off before ``new``; „Vor- und Nachmittag“ leaves one out on purpose."""
    old = new - 1 - (low(tokens, new - 1) == ",")
    stem = word(tokens, old)[:-1]
    if len(stem) < 2 or not word(tokens, old).endswith("-"):
        return None
    if word(tokens, new) in _SHARED or tokens[new].span.segment != tokens[old].span.segment:
        return None
    if broken_values(tokens[old], tokens[new]):
        return _Anew(old, new)
    repeated = _repeated(tokens, old, new)
    if word(tokens, new + repeated).startswith(stem):
        whole = not word(tokens, new + repeated).startswith(f"{stem}-")
        return _Anew(old - repeated, new) if whole else None
    said = word(tokens, new) and numerals.cardinal(stem) is None
    if said and _paused(tokens[old], tokens[new], pauses):
        return _Anew(old, new)
    return _Anew(old - _articled(tokens, old, new), new) if _left_off(tokens, old, new) else None


def _left_off(tokens: Sequence[Token], old: int, new: int) -> bool:
    """„die Toch-, der Sohn“: a comma behind the broken word, and no list that shares an end."""
    marked = any(phrase_width(tokens, new, known) for known in (table.STRONG, table.WEAK))
    if low(tokens, new - 1) != "," or marked or phrase_width(tokens, new, table.SET_OFF):
        return False
    ahead = range(new, min(new + SHARED_REACH, len(tokens)))
    return not any(low(tokens, at) in _SHARED or low(tokens, at).endswith("-") for at in ahead)


def _articled(tokens: Sequence[Token], old: int, new: int) -> bool:
    return word(tokens, old - 1) in table.ARTICLES and word(tokens, new) in table.ARTICLES


def _repeated(tokens: Sequence[Token], old: int, new: int) -> int:
    """„Frau Mül- Frau Müller“: how many words before the broken one are said again behind it."""
    for count in (2, 1):
        before = [word(tokens, at) for at in range(old - count, old)]
        if all(before) and before == [word(tokens, at) for at in range(new, new + count)]:
            return count
    return 0


def _anew(tokens: Sequence[Token], new: int, pauses: set[tuple[int, int]]) -> _Anew | None:
    """What the value at ``new`` takes back."""
    listed = _number_in_phrase(tokens, new, pauses)
    if listed is not None:
        return listed
    lead = 1 if word(tokens, new - 1) in table.LEADS else 0
    comma = low(tokens, new - 1 - lead) == ","
    last = new - 1 - lead - comma
    old = last - (low(tokens, last) == "uhr")
    if old < 0 or not _paused(tokens[last], tokens[new - lead], pauses):
        return None
    if low(tokens, last) in PRESSURE_JOINERS and _paired(tokens[new]) and not lead:
        # „160 zu, äh, 150 zu 90“
        return _Anew(last - 1, new) if category(tokens, last - 1) == "NUMBER" else None
    if lead and low(tokens, old - 1) != low(tokens, new - 1):
        return None
    if not _alike(tokens, old, new, comma=comma):
        return None
    return _Anew(old - lead, new - lead)


def _number_in_phrase(
    tokens: Sequence[Token], new: int, pauses: set[tuple[int, int]]
) -> _Anew | None:
    """„in die Linie 17, äh, in die 71“: the phrase begins again, its noun is meant for both."""
    if category(tokens, new) != "NUMBER" or counted(tokens, new):
        return None
    for lead in (2, 1):
        comma = low(tokens, new - 1 - lead) == ","
        old = new - 1 - lead - comma
        if old <= lead or category(tokens, old) != "NUMBER":
            continue
        noun = tokens[old - 1].text[:1].isupper()
        words = [word(tokens, at) for at in range(new - lead, new)]
        said = [word(tokens, at) for at in range(old - noun - lead, old - noun)]
        if noun and all(words) and words == said and words[0] in _PREPOSITIONS:
            return _Anew(old, new) if _paused(tokens[old], tokens[new - lead], pauses) else None
    return None


def _said_anew(tokens: Sequence[Token], new: int, pauses: set[tuple[int, int]]) -> _Anew | None:
    return (
        _title_anew(tokens, new, pauses)
        or _name_anew(tokens, new, pauses)
        or _count_anew(tokens, new, pauses)
        or _phrase_anew(tokens, new, pauses)
    )


def _phrase_anew(tokens: Sequence[Token], new: int, pauses: set[tuple[int, int]]) -> _Anew | None:
    """„mit dem Taxi, äh, mit dem Bus“: the same preposition with another noun."""
    preposition = word(tokens, new)
    if preposition not in _PREPOSITIONS | _PLACING:
        return None
    last = new - 1 - (low(tokens, new - 1) == ",")
    if last < 1 or not _paused(tokens[last], tokens[new], pauses):
        return None
    width = phrase_end(tokens, new)
    if not width or low(tokens, new + width + 1) in _LISTING:
        return None
    same_noun = low(tokens, last) == low(tokens, new + width)
    for old in range(last - 1, max(0, last - MOST_WORDS) - 1, -1):
        if word(tokens, old) == preposition:
            return _Anew(old, new) if _same_shape(tokens, old, last, new) else None
        if same_noun and word(tokens, old) in _PLACING:
            return _Anew(old, new)  # „vor dem Bett, äh, neben dem Bett“
    return None


def _same_shape(tokens: Sequence[Token], old: int, last: int, new: int) -> bool:
    """Whether both phrases have the same article, or none, and a noun or a name."""
    between = tokens[old + 1 : last]
    plain = all(token.text.islower() or word([token], 0) in _TITLES for token in between)
    if not plain or not tokens[last].text[:1].isupper():
        return False
    return not between or low(tokens, old + 1) == low(tokens, new + 1)


def _count_anew(tokens: Sequence[Token], new: int, pauses: set[tuple[int, int]]) -> _Anew | None:
    """„drei Kinder äh vier Kinder“: the same is counted anew."""
    old = new - 2
    if old < 0 or category(tokens, new) != "NUMBER" or category(tokens, old) != "NUMBER":
        return None
    same = counted(tokens, old) == counted(tokens, new) != ""
    linked = low(tokens, old - 1) in _LINKS or low(tokens, new + 2) in _LINKS
    paused = _paused(tokens[new - 1], tokens[new], pauses)
    return _Anew(old, new) if same and paused and not linked else None


def _title_anew(tokens: Sequence[Token], new: int, pauses: set[tuple[int, int]]) -> _Anew | None:
    """„Frau Vogel, äh, Herr Vogel“: a name with its title said anew."""
    comma = low(tokens, new - 1) == ","
    old = new - 2 - comma
    titled = word(tokens, new) in _TITLES and word(tokens, old) in _TITLES
    if not titled or not word(tokens, new + 1):
        return None  # „Frau Vogel, äh, Frau“: the name does not come
    if not _paused(tokens[old + 1], tokens[new], pauses):
        return None
    if low(tokens, new + 2) in _LISTING or low(tokens, old - 1) in _LISTING - {","}:
        return None
    same_name = low(tokens, old + 1) == low(tokens, new + 1)
    same_title = low(tokens, old) == low(tokens, new)
    alike = _sounds_alike(tokens[old + 1], tokens[new + 1])
    return _Anew(old, new) if same_name or (same_title and (alike or not comma)) else None


def _name_anew(tokens: Sequence[Token], new: int, pauses: set[tuple[int, int]]) -> _Anew | None:
    """„Frau Schmidt, äh, Schmitz“: another try at the name."""
    old = new - 1 - (low(tokens, new - 1) == ",")
    if word(tokens, old - 1) not in _TITLES or not _sounds_alike(tokens[old], tokens[new]):
        return None
    if low(tokens, new) == low(tokens, old) or not _paused(tokens[old], tokens[new], pauses):
        return None
    return _Anew(old, new)


def _sounds_alike(one: Token, other: Token) -> bool:
    names = one.text[:1].isupper() and other.text[:1].isupper()
    return names and one.text[:NAME_STEM].lower() == other.text[:NAME_STEM].lower()


def _paused(before: Token, after: Token, pauses: set[tuple[int, int]]) -> bool:
    """Whether somebody hesitated between two tokens."""
    if before.span.segment != after.span.segment:
        return False
    gap = range(before.span.end, min(after.span.start, before.span.end + 12))
    return any((before.span.segment, place) in pauses for place in gap)


def _alike(tokens: Sequence[Token], old: int, new: int, *, comma: bool) -> bool:
    kind, was = category(tokens, new), category(tokens, old)
    began = kind == "DATE" and numerals.ordinal(word(tokens, old)) is not None
    if not kind or not (kind == was or began) or low(tokens, old) == low(tokens, new):
        return False
    if _paired(tokens[old]) != _paired(tokens[new]) or other_kind(tokens, old, new):
        return False
    if low(tokens, new + 1) in _LINKS or _linked(tokens, old):
        return False
    if not comma and _other_thing(tokens, old, new):
        return False
    listed = low(tokens, new + 1) == "," and bool(category(tokens, new + 2))
    measured = is_kind(tokens, new + 1, TokenKind.UNIT) and not capital(tokens, new + 2)
    near = _near(tokens[old], tokens[new], new_has_unit=measured)
    own = comma and counted(tokens, new) and not near
    return not listed and not (own and not _unnamed(tokens, old))


def _other_thing(tokens: Sequence[Token], old: int, new: int) -> bool:
    """„Puls 80 äh 3 Scheiben Brot“: the first has its name before it, the other its noun behind."""
    noun = bool(counted(tokens, new)) and tokens[new + 1].kind is TokenKind.WORD
    if category(tokens, new + 2):
        return False  # „Puls 80 äh 82 Temperatur 37,5“: the noun names the next value
    return noun and not counted(tokens, old) and tokens[old - 1].text[:1].isupper()


def _unnamed(tokens: Sequence[Token], old: int) -> bool:
    """„braucht zwei, äh, drei Pflegekräfte“: nothing before the number says what it is of."""
    before = word(tokens, old - 1)
    plain = bool(before) and tokens[old - 1].text.islower()
    return plain and before not in JOINTS | table.PLACE_PREPOSITIONS


def _near(old: Token, new: Token, *, new_has_unit: bool) -> bool:
    """„62,4, äh, 63,4 kg“: a value with a unit that the one before, said barely, misses by little.

    A time has no unit of its own; a share of a hundred is another thing than what stands before.
    """
    if isinstance(old.value, Clock):
        return True
    if not (isinstance(old.value, Number) and isinstance(new.value, Number)):
        return False
    one, other = old.value.value, new.value.value
    exact = max(-int(value.as_tuple().exponent) for value in (one, other))
    if exact > 0:
        return abs(one - other) < NEAR
    return min(one, other) >= LARGE and max(one, other) <= 2 * min(one, other) and new_has_unit


NEAR = 20
LARGE = 200
"""From here on two numbers of one size are one amount said anew: „580, äh, 680 Euro“."""


def _linked(tokens: Sequence[Token], at: int) -> bool:
    """„von 8 bis 9“, „Tee und 3 Kekse“; „gültig bis sechsten, äh, …“ links to no other value."""
    link = low(tokens, at - 1)
    return link in _LISTING - {","} or (link in _LINKS and bool(category(tokens, at - 2)))


def _paired(token: Token) -> bool:
    return isinstance(token.value, Number) and bool(token.value.pair)
