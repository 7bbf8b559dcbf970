"""Repairs by shape: a noun with its article, an interval, a day of the month said anew (R03).

„den Mietvertrag, Quatsch, die Wohnbescheinigung von der Unterkunft“, „alle drei Tage, nein, jeden
zweiten Tag“, „bis zum 3. Januar, Quatsch, dreizehnten“. Each holds only where nothing but the new
phrase stands between the marker and the end of the clause: with a verb it would tell something.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dokuhelfer.draft.normalise import numerals
from dokuhelfer.draft.normalise.dates import day_text, is_day
from dokuhelfer.draft.normalise.model import Day, Number, Token, TokenKind
from dokuhelfer.draft.normalise.restated import DAY_LEADS, is_day_name
from dokuhelfer.draft.normalise.runs import capital, ends_clause, is_kind, low, word
from dokuhelfer.draft.normalise.scene import Repair, Scene, clause_start, negated
from dokuhelfer.draft.normalise.tables import corrections as table
from dokuhelfer.draft.normalise.tables import words

PHRASE = 7
"""Most tokens of a noun with its article and what belongs to it."""
REASON = 8
"""Among so many tokens the reason why a day will not do ends."""
DAY_REACH = 8
"""So many tokens back the day that is taken back is looked for."""
_TITLES = frozenset({"frau", "herr", "herrn"})
_PARTICLES = words("mit ab an auf aus ein vor vorbei zu nach hin her rein raus weg dabei bei")
"""„bringt … mit“: what closes a main clause behind its object."""
_NO_PHRASE = table.FINITE | table.PRONOUNS | table.NEGATIONS | words("und oder aber dass weil")
_EACH = words("jeden jede jedes alle täglich wöchentlich monatlich stündlich")
_TIMES = words("tag tage tagen woche wochen stunde stunden monat monate monaten")


def by_article_noun(scene: Scene) -> Repair | None:
    """„bringt den Bescheid mit, ach Quatsch, den Ausweis vom Mann“: object for object."""
    end = _phrase_end(scene.after)
    if not end or word(scene.after, 0) not in table.ARTICLES or negated(scene):
        return None
    noun = 1 + (not capital(scene.after, 1))
    if not capital(scene.after, noun) or word(scene.after, noun) in _TITLES:
        return None
    last = len(scene.before) - 1
    old = last - (word(scene.before, last) in _PARTICLES)
    article = next(
        (at for at in (old - 1, old - 2) if word(scene.before, at) in table.ARTICLES), None
    )
    if article is None or article < scene.floor or not capital(scene.before, old):
        return None
    if not scene.strong and old < last:
        return None
    return Repair(article, old + 1)


def _phrase_end(tokens: Sequence[Token]) -> int:
    """Where the clause ends that holds a phrase and no verb; 0 where it holds more."""
    end = next((at for at, token in enumerate(tokens) if ends_clause(token)), len(tokens))
    said = {low(tokens, at) for at in range(end)}
    return end if 1 < end <= PHRASE and not said & _NO_PHRASE else 0


def by_interval(scene: Scene) -> Repair | None:
    """„alle drei Tage, nein, jeden zweiten Tag“: how often, said in another way."""
    end = next((at for at, one in enumerate(scene.after) if ends_clause(one)), len(scene.after))
    if word(scene.after, 0) not in _EACH or not 0 < end <= _SHORT or negated(scene):
        return None
    if table.NEGATIONS & {low(scene.after, at) for at in range(end)}:
        return None
    last = len(scene.before) - 1
    first = next((at for at in range(last, last - 3, -1) if word(scene.before, at) in _EACH), None)
    if first is None or first < scene.floor:
        return None
    timed = low(scene.before, last) in _TIMES or first == last
    return Repair(first, last + 1) if timed else None


_SHORT = 4


def by_same_number(scene: Scene) -> Repair | None:
    """„Tee 150, nein, Kaffee 150“: of the same amount something else."""
    last = len(scene.before) - 1
    last -= is_kind(scene.before, last, TokenKind.UNIT)
    old, new = _number(scene.before, last), _number(scene.after, 1)
    nouns = capital(scene.before, last - 1) and capital(scene.after, 0)
    behind = 2 + is_kind(scene.after, 2, TokenKind.UNIT)
    ends = behind >= len(scene.after) or ends_clause(scene.after[behind])
    if old is None or old != new or not nouns or not ends or last - 1 < scene.floor:
        return None
    return Repair(last - 1, len(scene.before))


def _number(tokens: Sequence[Token], at: int) -> Number | None:
    value = tokens[at].value if 0 <= at < len(tokens) else None
    return replace(value, spoken=False) if isinstance(value, Number) else None


def by_ordinal(scene: Scene) -> Repair | None:
    """„bis zum 3. Januar, Quatsch, dreizehnten“: the day of the month said before."""
    last = len(scene.before) - 1
    at = int(word(scene.after, 0) in {"den", "der", "am", "dem", "zum"})
    said = scene.before[last].value
    day = numerals.ordinal(word(scene.after, at)) if word(scene.after, at) else None
    ends = at + 1 >= len(scene.after) or ends_clause(scene.after[at + 1]) or scene.immediate
    if not isinstance(said, Day) or day is None or not ends or not is_day(day, said.month):
        return None
    meant = replace(said, day=day)
    change = replace(scene.after[at], text=day_text(meant), kind=TokenKind.DATE, value=meant)
    return Repair(last, last + 1, lead=at, place=at, change=change)


def explained_day(scene: Scene) -> Repair | None:
    """„morgen, nein, morgen ist Feiertag, am Dienstag“: why that day will not do, then another."""
    at = int(word(scene.after, 0) in DAY_LEADS | {"da"})
    if not is_day_name(scene.after, at):
        return None
    comma = next((n for n in range(at + 2, REASON) if low(scene.after, n) == ","), None)
    old = _said_before(scene, low(scene.after, at))
    if comma is None or old is None:
        return None
    new = comma + 1
    while word(scene.after, new) in (table.LEADS | table.QUALIFIERS) - table.DAYS:
        new += 1
    other = low(scene.after, new) != low(scene.after, at)
    if not (is_day_name(scene.after, new) and other and _nothing_more(scene.after, new + 1)):
        return None
    first = old
    while first > scene.floor and word(scene.before, first - 1) in DAY_LEADS:
        first -= 1
    return Repair(first, old + 1, lead=comma + 1, apart=old + 1 < len(scene.before))


def _said_before(scene: Scene, day: str) -> int | None:
    start = max(clause_start(scene), len(scene.before) - DAY_REACH)
    found = [at for at in range(start, len(scene.before)) if low(scene.before, at) == day]
    return found[-1] if found and not negated(scene) else None


def _nothing_more(tokens: Sequence[Token], at: int) -> bool:
    """Whether at most a time of day follows until the clause ends."""
    while at < len(tokens) and not ends_clause(tokens[at]):
        timed = is_kind(tokens, at, TokenKind.TIME) or is_kind(tokens, at, TokenKind.NUMBER)
        if not timed and low(tokens, at) not in {"um", "gegen", "uhr", "früh", "ab"}:
            return False
        at += 1
    return True
