"""Repairs that state something anew: another duration, doer or place, or the contrary (R03).

A speaker who denies what was just said („hat verweigert, nee, sie hat ihn nicht verweigert“)
takes back the verb only: who, when and what stay as they were said once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dokuhelfer.draft.normalise.model import Token, TokenKind
from dokuhelfer.draft.normalise.runs import capital, ends_clause, is_kind, low, phrase_width, word
from dokuhelfer.draft.normalise.scene import Repair, Scene, clause_start, negated
from dokuhelfer.draft.normalise.tables import corrections as table
from dokuhelfer.draft.normalise.tables import restated as restated_table

DENIAL_REACH = 7
PHRASE = 4
"""Most tokens of a phrase with a preposition or of a duration."""
CLAUSE = 8
"""Longer clauses are not taken back as a whole."""


def by_duration(scene: Scene) -> Repair | None:
    """„eine Dreiviertelstunde, nein, es waren dreißig Minuten“."""
    lead = phrase_width(scene.after, 0, table.COPULAS)
    new = lead
    while new < lead + 2 and word(scene.after, new) in table.LEADS | table.QUALIFIERS:
        if _duration(scene.after, new):
            break
        new += 1
    if not _duration(scene.after, new):
        return None
    last = len(scene.before)
    for old in range(max(scene.floor, last - PHRASE), last):
        if old + _duration(scene.before, old) == last:
            return Repair(old, last, lead=lead)
    return None


def _duration(tokens: Sequence[Token], at: int) -> int:
    """How many tokens the duration here takes: „30 Minuten“, „eine gute halbe Stunde“."""
    if is_kind(tokens, at, TokenKind.NUMBER):
        return 2 if low(tokens, at + 1) in restated_table.TIME_UNITS else 0
    end = at
    while end < at + PHRASE - 1 and low(tokens, end) in restated_table.OF_AN_HOUR:
        end += 1
    return end + 1 - at if low(tokens, end).endswith(restated_table.HOURS) else 0


def by_day(scene: Scene) -> Repair | None:
    """„am Freitag, nein, schon morgen“: a day by a day named in another way."""
    old = len(scene.before) - 1
    new = 0
    while new < PHRASE and not is_day_name(scene.after, new):
        if word(scene.after, new) not in table.LEADS | table.QUALIFIERS | {"woche"}:
            return None
        new += 1
    if not is_day_name(scene.before, old) or not is_day_name(scene.after, new):
        return None
    first = old
    while first > scene.floor and word(scene.before, first - 1) in DAY_LEADS:
        first -= 1
    return Repair(first, old + 1)


DAY_LEADS = frozenset({"am", "den", "diesen", "kommenden", "nächsten", "erst", "schon"})


def is_day_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a date or names a day."""
    if is_kind(tokens, at, TokenKind.DATE):
        return True
    return word(tokens, at) in table.DAYS and not (at and tokens[at].text == "Morgen")


def denied(scene: Scene) -> Repair | None:
    """„hat gegessen, nein, er hat nicht gegessen“ and the other way round."""
    last = len(scene.before) - 1
    said = word(scene.before, last)
    if not said or scene.before[last].text[:1].isupper():
        return None
    for at in range(min(DENIAL_REACH, len(scene.after))):
        if word(scene.after, at) == said:
            return _contrary(scene, at)
        if word(scene.after, at) not in restated_table.SMALL | table.NEGATIONS:
            return None
    return None


def _contrary(scene: Scene, again: int) -> Repair | None:
    """The verb or adjective said again at ``again``, denied now or denied before."""
    last = len(scene.before) - 1
    denial = next((at for at in range(again) if word(scene.after, at) in table.NEGATIONS), None)
    was_denied = word(scene.before, last - 1) in table.NEGATIONS
    if denial is not None:
        return None if negated(scene) else Repair(last, last + 1, lead=denial)
    if not was_denied or again == 0:
        return None
    affirmed = again - (word(scene.after, again - 1) in ("doch", "schon", "wohl"))
    return Repair(last - 1, last + 1, lead=affirmed)


def begun_again(scene: Scene) -> Repair | None:
    """„sie schläft, nein, sie schläft nicht“: the first two words again, and a denial."""
    same = _said_again(scene)
    if same < restated_table.AGAIN or _marked_off(scene):
        return None
    first, second = word(scene.after, 0), word(scene.after, 1)
    lowest = max(scene.floor, len(scene.before) - CLAUSE)
    for at in range(len(scene.before) - 2, lowest - 1, -1):
        if (word(scene.before, at), word(scene.before, at + 1)) == (first, second):
            sure = not negated(scene) or (
                (scene.strong or scene.alone) and not _denies(scene.after)
            )
            return Repair(at, len(scene.before)) if sure else None
    return None


def _said_again(scene: Scene) -> int:
    """How many words the statement behind the marker opens with that can open a statement."""
    first, second = word(scene.after, 0), word(scene.after, 1)
    named = first in restated_table.OPENING and len(scene.after) > 1
    noun = named and scene.after[1].text[:1].isupper()
    return 2 if second and (first in table.PRONOUNS or noun) else 0


def _denies(tokens: Sequence[Token]) -> bool:
    return any(low(tokens, at) in table.NEGATIONS for at in range(len(tokens)))


def _marked_off(scene: Scene) -> bool:
    """„hat ja gesagt, nein, …“: a comma the marker did not take parts it from the clause."""
    return is_kind(scene.before, len(scene.before) - 1, TokenKind.PUNCT)


def by_other_doer(scene: Scene) -> Repair | None:
    """„ich rufe ihn an, halt, sie selbst schreibt ihm“: somebody else does it."""
    start = clause_start(scene)
    subject, new = word(scene.before, start), word(scene.after, 0)
    both = subject in table.PRONOUNS and new in table.PRONOUNS | {"die", "der"}
    if not both or subject == new or _marked_off(scene) or len(scene.before) - start > CLAUSE:
        return None
    own = {word(scene.after, 1), word(scene.after, 2)} & {"selbst", "selber"}
    return Repair(start, len(scene.before)) if own and not negated(scene) else None


def dismissed(scene: Scene) -> Repair | None:
    """„Bitte Schlüssel mitgeben, nein, den hat er schon“: the order is taken back."""
    start = clause_start(scene)
    if word(scene.before, start) != "bitte" or len(scene.before) - start > CLAUSE:
        return None
    if word(scene.after, 0) not in restated_table.RESUMING or _marked_off(scene):
        return None
    words = {word(scene.after, at) for at in range(1, PHRASE + 1)}
    done = words & restated_table.HAVING and words & restated_table.ALREADY
    needless = words & restated_table.NEEDING and "nicht" in words
    return Repair(start, len(scene.before)) if done or needless else None


def by_preposition(scene: Scene) -> Repair | None:
    """„vom Amt, nein, von der Kasse“: a phrase with the same preposition, however contracted."""
    family = restated_table.FAMILIES.get(word(scene.after, 0))
    last = len(scene.before) - 1
    noun = phrase_end(scene.after, 0)
    if family is None or not noun or not scene.before[last].text[:1].isupper():
        return None
    ends = noun + 1 >= len(scene.after) or ends_clause(scene.after[noun + 1])
    place = ends and word(scene.after, 0) in restated_table.PLACING
    for at in range(last - 1, max(scene.floor, last - PHRASE) - 1, -1):
        said = word(scene.before, at)
        same = restated_table.FAMILIES.get(said) == family
        if same or (place and said in restated_table.PLACING):
            whole = phrase_end(scene.before, at) == last - at
            return Repair(at, last + 1) if whole else None
    return None


def before_participle(scene: Scene) -> Repair | None:
    """„hat Ibuprofen bekommen, nein, Novalgin“: the participle was said once, for both."""
    verb = len(scene.before) - 1
    noun = verb - 1
    if noun <= scene.floor or not capital(scene.before, noun) or negated(scene):
        return None
    if PARTICIPLE.fullmatch(low(scene.before, verb)) is None:
        return None
    width = _bare_noun(scene.after)
    if not width:
        return None
    preposition = restated_table.FAMILIES.get(word(scene.after, 0))
    first = noun
    lowest = max(scene.floor, noun - PHRASE + 1)
    if preposition is not None:
        while first > lowest and word(scene.before, first) not in restated_table.FAMILIES:
            first -= 1
        if restated_table.FAMILIES.get(word(scene.before, first)) != preposition:
            return None
    else:
        first -= word(scene.before, noun - 1) in table.ARTICLES
    return Repair(first, verb)


PARTICIPLE = re.compile(r"(?:\w{0,6}ge\w{3,}|ver\w{3,}|be\w{3,})(?:t|en)|\w{3,}iert")


def _bare_noun(tokens: Sequence[Token]) -> int:
    """How many tokens a noun with its article or preposition takes, where the clause ends then."""
    for at in range(min(PHRASE, len(tokens))):
        if capital(tokens, at):
            return at + 1 if at + 1 >= len(tokens) or ends_clause(tokens[at + 1]) else 0
        if word(tokens, at) not in _NOUN_LEADS:
            return 0
    return 0


_NOUN_LEADS = (
    table.ARTICLES
    | table.QUALIFIERS
    | frozenset(restated_table.FAMILIES)
    | {"seiner", "seinem", "seinen", "ihrer", "ihrem", "ihren", "seine", "ihre", "sein", "ihr"}
)


def by_adjective(scene: Scene) -> Repair | None:
    """„war fröhlich, nein, eher traurig“: how somebody or something is, said anew."""
    last = len(scene.before) - 1
    start = clause_start(scene)
    copula = any(word(scene.before, at) in table.STATES for at in range(start, last))
    plain = word(scene.before, last) and scene.before[last].text.islower()
    if not copula or not plain or negated(scene) or word(scene.before, last) in _NO_ADJECTIVES:
        return None
    end = next((at for at, one in enumerate(scene.after) if ends_clause(one)), len(scene.after))
    said = [token for token in scene.after[:end]]
    if not 0 < end <= ADJECTIVE or any(
        token.kind is not TokenKind.WORD or not token.text.islower() for token in said
    ):
        return None
    words = [token.text.lower() for token in said]
    lasting = words[-1].endswith("end")
    odd = any(one not in table.DEGREES for one in words[:-1]) and not lasting
    if words[-1] in _NO_ADJECTIVES or odd:
        return None
    first = last
    while first > start and word(scene.before, first - 1) in table.DEGREES:
        first -= 1
    return Repair(first, last + 1)


ADJECTIVE = 3
_NO_ADJECTIVES = (
    table.FINITE | table.PRONOUNS | table.NEGATIONS | table.LEADS | table.DEGREES | table.QUALIFIERS
)


def phrase_end(tokens: Sequence[Token], start: int) -> int:
    """How far behind the preposition its noun stands; 0 when something else stands between."""
    for step in range(1, PHRASE):
        if not word(tokens, start + step):
            return 0
        if tokens[start + step].text[:1].isupper():
            return step
    return 0
