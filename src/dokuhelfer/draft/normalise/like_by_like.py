"""Repairs that replace like by like: number by number, time by time, side by side (R03)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dokuhelfer.draft.model import Span
from dokuhelfer.draft.normalise import numerals
from dokuhelfer.draft.normalise.dates import day_text, is_day
from dokuhelfer.draft.normalise.hours import readings
from dokuhelfer.draft.normalise.idioms import integer
from dokuhelfer.draft.normalise.model import Clock, Day, Number, Token, TokenKind
from dokuhelfer.draft.normalise.runs import capital, ends_clause, is_kind, low, phrase_width, word
from dokuhelfer.draft.normalise.scene import Repair, Scene, negated
from dokuhelfer.draft.normalise.tables import corrections as table
from dokuhelfer.draft.normalise.tables import idioms as idiom_table

LEAD_REACH = 4
FRAGMENT = 3
STEM = 4
"""Letters by which the singular of a noun is known from its plural."""


def category(tokens: Sequence[Token], at: int) -> str:
    """What kind of value a token is, such as "NUMBER" or one class of words; "" for none."""
    if not 0 <= at < len(tokens):
        return ""
    kind = tokens[at].kind
    if kind in (TokenKind.NUMBER, TokenKind.TIME, TokenKind.DATE):
        return kind.name
    titled = capital(tokens, at + 1)
    if low(tokens, at) == "frau" and titled:
        return ""
    if kind is TokenKind.WORD and low(tokens, at) in table.CLASSES:
        return f"class {table.CLASSES[low(tokens, at)]}"
    return ""


def _typed(tokens: Sequence[Token], start: int) -> list[int]:
    """The tokens of known kinds, with only small words or their own noun before them."""
    found: list[int] = []
    for at in range(start, min(start + LEAD_REACH, len(tokens))):
        if category(tokens, at):
            found.append(at)
        elif word(tokens, at) not in _SMALL and not (
            at == start and is_kind(tokens, at, TokenKind.WORD)
        ):
            break
    return found


def first_typed(tokens: Sequence[Token], start: int) -> int | None:
    """The first token of a known kind, with only small words before it."""
    return next(iter(_typed(tokens, start)), None)


_SMALL = table.LEADS | table.QUALIFIERS


def _content_before(tokens: Sequence[Token], at: int) -> str:
    """The word right before, unless it is a small one or a value of its own."""
    before = word(tokens, at - 1)
    return "" if before in _SMALL or category(tokens, at - 1) else before


def by_kind(scene: Scene) -> Repair | None:
    """Number by number, time by time, side by side; „nein, seit Oktober 585“ reads on."""
    lead = phrase_width(scene.after, 0, table.COPULAS)
    for new in _typed(scene.after, lead):
        named = _named(scene, lead, new)
        for old in range(len(scene.before) - 1, scene.floor - 1, -1):
            if _replaces(scene, old, new, named):
                return _replacement(scene, old, new, lead)
    return None


def _named(scene: Scene, lead: int, new: int) -> str:
    """What the new value is said of: „Moment, Temperatur war 38,9“ takes back no other number."""
    if new <= lead:
        return ""
    opening = scene.after[lead]
    heads = category(scene.after, new) == "NUMBER" and opening.text[:1].isupper()
    return word(scene.after, lead) if heads else _content_before(scene.after, new)


def adjoining(scene: Scene) -> Repair | None:
    """„zweihundert, nein, hundertfünfzig …“: value by value, whatever the sentence goes on with."""
    repair = by_kind(scene)
    if repair is None or repair.last < len(scene.before):
        return None
    lead = phrase_width(scene.after, 0, table.COPULAS)
    new = first_typed(scene.after, lead)
    near = new is not None and new <= lead + 1
    return repair if near and len(scene.before) - repair.first <= LEAD_REACH else None


def _replaces(scene: Scene, old: int, new: int, named: str) -> bool:
    old_kind, new_kind = category(scene.before, old), category(scene.after, new)
    same = old_kind == new_kind and old_kind != ""
    if old_kind.startswith("class") and low(scene.before, old) == low(scene.after, new):
        return False  # „vor vier Tagen, nein, … vor fünf“: it is not „vor“ that is put right
    same = same or (new_kind == "DATE" and numerals.ordinal(word(scene.before, old)) is not None)
    if not same and not _recast(scene.before[old], scene.after, new):
        return False
    if named and _content_before(scene.before, old) != named:
        return False
    if new_kind == "NUMBER" and not _same_measure(scene, old, new):
        return False
    if new_kind.startswith("class") and not scene.strong and _denied(scene, old):
        return False
    tail = scene.before[old + 1 :]
    if scene.strong or not tail or old_kind in ("TIME", "DATE"):
        return True
    return len(tail) <= FRAGMENT or (new_kind == "NUMBER" and len(tail) <= LEAD_REACH)


def _denied(scene: Scene, old: int) -> bool:
    """„kein Fieber, nein, …“; where nobody set marks, only what stands by the old value counts."""
    marked = any(ends_clause(token) for token in scene.before[scene.floor :])
    if marked or not scene.immediate or not negated(scene):
        return negated(scene)
    return any(low(scene.before, at) in table.NEGATIONS for at in range(old - 1, len(scene.before)))


def _same_measure(scene: Scene, old: int, new: int) -> bool:
    """A number with a unit replaces one with the same unit, or one without; noun likewise."""
    new_unit, old_unit = counted(scene.after, new), counted(scene.before, old)
    if not new_unit or not old_unit or new_unit[:STEM] == old_unit[:STEM]:
        return True
    return old + 2 >= len(scene.before) and new_unit[:1].isupper() == old_unit[:1].isupper()


def counted(tokens: Sequence[Token], at: int) -> str:
    """What the number counts: the unit or noun right behind it."""
    if is_kind(tokens, at + 1, TokenKind.UNIT):
        return tokens[at + 1].text
    if capital(tokens, at + 1):
        return tokens[at + 1].text
    return ""


def _recast(old: Token, after: Sequence[Token], new: int) -> Token | None:
    """„um zehn, nein elf“: a bare number takes the kind of what it replaces."""
    value = integer(after, new)
    if value is None or counted(after, new):
        return None
    token = after[new]
    if isinstance(old.value, Clock):
        clock = _clock_anew(old.value, value)
        if clock is None:
            return None
        return replace(token, text=clock.text(), kind=TokenKind.TIME, value=clock)
    if isinstance(old.value, Day) and is_day(value, old.value.month):
        day = replace(old.value, day=value)
        return replace(token, text=day_text(day), kind=TokenKind.DATE, value=day)
    return None


def _clock_anew(old: Clock, value: int) -> Clock | None:
    """„sechzehn Uhr, nein, siebzehn“; „sechzehn Uhr zehn, nein, vierzig“: the minutes said anew.

    What can be an hour is one, but for round minutes („16 Uhr 10, nein, 20“) that as an hour lie
    far off. Minutes that were no number of their own cannot be said anew.
    """
    said = min(old.readings) // 60 or (12 if len(old.readings) > 1 else 0)
    hour = value <= LAST_HOUR
    round_and_far = value >= 10 and value % 5 == 0 and abs(value - said) > NEAR_HOURS
    if old.minutes_apart and value <= LAST_MINUTE and (not hour or round_and_far):
        return replace(old, readings=tuple(at - at % 60 + value for at in old.readings))
    if not hour:
        return None
    return Clock(readings(value * 60, whole_day=value > 12 or value == 0), old.hedged)


NEAR_HOURS = 3
LAST_HOUR, LAST_MINUTE = 24, 59


def _replacement(scene: Scene, old: int, new: int, lead: int) -> Repair:
    before, after = scene.before, scene.after
    beside = all(token.kind is TokenKind.UNIT for token in before[old + 1 :])
    pair = _completed_pair(before[old], after[new]) if beside else None
    if pair is not None:
        changed, withdrawn = pair
        units = tuple(_echo(unit, changed) for unit in before[old + 1 :])
        return Repair(
            old, len(before), lead=lead, place=new, change=changed, carried=units, also=(withdrawn,)
        )
    kinds_differ = before[old].kind is not after[new].kind
    change = _recast(before[old], after, new) if kinds_differ else None
    first = old - (_repeated(scene, old, new, lead) or _article(scene, old, new))
    if word(before, first - 1) == "oder" and category(before, first - 2) == category(before, old):
        # „am Montag oder Dienstag, nein, erst am Donnerstag“ takes both back.
        first -= 2 + _repeated(scene, first - 2, new, lead)
    last, carried = _tail(scene, old, new)
    if _said_again(scene, last, new):
        last, carried = len(before), ()
    return Repair(first, last, lead=lead, place=new, change=change, carried=carried)


def _article(scene: Scene, old: int, new: int) -> int:
    """„die Tochter, nein, der Sohn“: the article goes with its noun."""
    noun = scene.before[old].text[:1].isupper() and scene.after[new].text[:1].isupper()
    both = (word(scene.before, old - 1), word(scene.after, new - 1))
    return int(noun and old > scene.floor and all(said in table.ARTICLES for said in both))


def _repeated(scene: Scene, old: int, new: int, lead: int) -> int:
    """How many words before the new value were also said before the old one."""
    count = 0
    while lead + count < new and old - count > scene.floor:
        if low(scene.before, old - 1 - count) != low(scene.after, new - 1 - count):
            break
        count += 1
    return count


def _tail(scene: Scene, old: int, new: int) -> tuple[int, tuple[Token, ...]]:
    """Where the taken-back part ends, and what of it also belongs to the new value.

    „zehn Tropfen, nein fünfzehn“: the unit was said once and is meant for both.
    """
    before, after = scene.before, scene.after
    tail = before[old + 1 :]
    if not tail:
        return old + 1, ()
    if all(low(tail, at) in idiom_table.PRESSURE_JOINERS for at in range(len(tail))):
        return len(before), ()
    dated = is_kind(after, new + 2, TokenKind.DATE) or is_kind(after, new + 1, TokenKind.DATE)
    if dated and low(before, old) in table.DAYS and _is_day_of_month(tail):
        return len(before), ()
    noted, again = counted(before, old), counted(after, new)
    side = before[old].kind is TokenKind.WORD
    noun = noted or (tail[0].text if side and tail[0].text[:1].isupper() else "")
    if not noun:
        return old + 1, ()
    if again or low(after, new + 1) == noun.lower():
        return old + 2, ()
    return old + 2, (_echo(before[old + 1], after[new]),)


def _is_day_of_month(tail: Sequence[Token]) -> bool:
    """„Dienstag der vierte, nein, Mittwoch der fünfte Mai“: the day was said with its date."""
    words = [low(tail, at) for at in range(len(tail))]
    article = words[0] in table.ARTICLES
    date = tail[-1].kind is TokenKind.DATE or numerals.ordinal(words[-1]) is not None
    return date and len(tail) == 1 + article


def _echo(token: Token, behind: Token) -> Token:
    """The token once more, with no width, behind the new value."""
    end = behind.span.end
    return replace(token, span=Span(behind.span.segment, end, end))


def _said_again(scene: Scene, last: int, new: int) -> bool:
    """„Tochter informiert, Quatsch, den Sohn informiert“: the rest was said anew as well."""
    rest = [low(scene.before, at) for at in range(last, len(scene.before))]
    if not rest:
        return False
    for start in (new + 1, new + 2):
        if rest == [low(scene.after, start + step) for step in range(len(rest))]:
            return True
    return False


def _completed_pair(old: Token, new: Token) -> tuple[Token, Token] | None:
    """„136 zu 85, nein, 95“: one value corrects the one of the pair it can stand for.

    As near to either, it corrects the one said last.
    The corrected pair spans both places; what is withdrawn is the one value only.
    """
    old_value, new_value = old.value, new.value
    if not (isinstance(old_value, Number) and isinstance(new_value, Number)):
        return None
    if old_value.joiner != "/" or new_value.pair or len(old_value.pair) != 1:
        return None
    upper, lower = old_value.value, old_value.pair[0]
    nearer_lower = abs(new_value.value - lower) <= abs(new_value.value - upper)
    corrects_lower = new_value.value < upper and (nearer_lower or new_value.value <= lower)
    pair = (upper, new_value.value) if corrects_lower else (new_value.value, lower)
    value = replace(old_value, value=pair[0], pair=(pair[1],))
    span = new.span
    if old.span.segment == span.segment:
        span = replace(span, start=old.span.start)
    gone = lower if corrects_lower else upper
    withdrawn = replace(old, text=str(gone), value=Number(gone, spoken=old_value.spoken))
    return replace(new, text=f"{pair[0]}/{pair[1]}", value=value, span=span), withdrawn
