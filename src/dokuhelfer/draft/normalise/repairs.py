"""What a self-correction takes back (domain.md §3 R03).

The speaker replaces like by like (`like_by_like`), or starts the phrase again with its first word,
or breaks a word off. When nothing of that is clear the answer is None and every word stays:
nothing said disappears.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dokuhelfer.draft.normalise.anew import (
    by_article_noun,
    by_interval,
    by_ordinal,
    by_same_number,
    explained_day,
)
from dokuhelfer.draft.normalise.broken import broken_number
from dokuhelfer.draft.normalise.counted import counted_anew, one_of, ordinal_anew
from dokuhelfer.draft.normalise.labelled import by_label
from dokuhelfer.draft.normalise.like_by_like import (
    FRAGMENT,
    LEAD_REACH,
    adjoining,
    by_kind,
    category,
)
from dokuhelfer.draft.normalise.model import Token, TokenKind
from dokuhelfer.draft.normalise.phrase_anew import phrase_anew
from dokuhelfer.draft.normalise.restated import (
    PARTICIPLE,
    before_participle,
    begun_again,
    by_adjective,
    by_day,
    by_duration,
    by_other_doer,
    by_preposition,
    denied,
    dismissed,
)
from dokuhelfer.draft.normalise.runs import capital, ends_clause, ends_sentence, is_kind, low, word
from dokuhelfer.draft.normalise.said_otherwise import (
    by_same_end,
    denied_name,
    named_anew,
    was_anothers,
)
from dokuhelfer.draft.normalise.scene import Repair, Scene, clause_start, negated
from dokuhelfer.draft.normalise.tables import corrections as table
from dokuhelfer.draft.normalise.tables import numerals as numeral_table

UNMARKED_DENIAL = 6
"""Among so many tokens a denial explains „nein“ where no mark ends the clause."""
NAME_REACH = 4
VERB_STEM = 3
"""Letters two forms of a verb share: „rufe“ and „ruft“."""


def find_repair(scene: Scene) -> Repair | None:
    """The clearest repair, or None."""
    if not scene.before or not scene.after:
        return None
    if scene.alone:
        begun = begun_again(scene) if scene.strong else None
        return begun or by_label(scene) or _bare_value(scene)
    for sure in _SURE:
        repair = sure(scene)
        if repair is not None:
            return repair
    if _elaborates(scene) and not _name_lead(scene, len(scene.before) - 1):
        return None
    for finder in (
        *(broken_number, one_of, ordinal_anew, by_kind, by_preposition, _broken_word),
        *(
            before_participle,
            _restart,
            _name,
            by_article_noun,
            *_BY_WORDS,
            counted_anew,
            phrase_anew,
        ),
    ):
        if scene.values_only and finder in _OF_WORDS:
            continue
        repair = finder(scene)
        if repair is not None:
            return repair
    return _explained(scene)


def _explained(scene: Scene) -> Repair | None:
    """„Spätdienst, Moment, ich hab ja Früh, Frühdienst“: a reason stands before the new value."""
    opens = word(scene.after, 0) in table.PRONOUNS | {"da", "das", "ist"}
    comma = next((at for at in range(EXPLANATION) if low(scene.after, at) == ","), None)
    if not opens or comma is None or negated(scene):
        return None
    rest = replace(scene, after=scene.after[comma + 1 :])
    repair = by_kind(rest) if rest.after else None
    if repair is None or repair.change is not None or repair.carried:
        return None
    return replace(repair, lead=comma + 1 + repair.lead)


EXPLANATION = 6
"""Among so many tokens a reason ends."""
_SURE = (
    *(was_anothers, by_label, denied, begun_again, by_other_doer, dismissed, by_duration),
    *(explained_day, by_ordinal, by_interval, by_same_number, by_day, adjoining),
    *(by_same_end, denied_name, named_anew),
)
"""Hold whatever the sentence goes on with, a denial included."""


def _elaborates(scene: Scene) -> bool:
    """„…, nein, Hunger hat sie nicht“: behind a weak „nein“ a denial explains it."""
    if scene.strong:
        return False
    marked = any(ends_clause(token) for token in scene.after)
    for token in scene.after[: None if marked else UNMARKED_DENIAL]:
        if ends_clause(token):
            return False
        if token.text.lower() in table.NEGATIONS:
            return True
    return False


def _broken_word(scene: Scene) -> Repair | None:
    """„ich hole eine Schufa-, nein, er holt …“: the clause starts anew, or only the word."""
    last = len(scene.before) - 1
    text = scene.before[last].text
    if not text.endswith("-") or len(text) < 2 or scene.before[last].kind is not TokenKind.WORD:
        return None
    if word(scene.after, 0) in table.PRONOUNS:
        start = clause_start(scene)
        if word(scene.before, start) in table.PRONOUNS or any(
            word(scene.before, at) in table.PRONOUNS for at in (start, start + 1)
        ):
            return Repair(start, last + 1)
    same = _same_word_back(scene, 5)
    return Repair(last if same is None else same, last + 1)


def _same_word_back(scene: Scene, reach: int) -> int | None:
    """Where the first word behind the marker was said last, within reach."""
    first = word(scene.after, 0)
    if not first:
        return None
    lowest = max(scene.floor, len(scene.before) - reach)
    for at in range(len(scene.before) - 1, lowest - 1, -1):
        if word(scene.before, at) == first:
            return at
        if ends_sentence(scene.before[at]):
            return None
    return None


def _restart(scene: Scene) -> Repair | None:
    """The phrase begins again with its first word: „im Bad, Quatsch, im Flur“."""
    at = _same_word_back(scene, table.REACH)
    if at is None:
        return _other_subject(scene)
    if word(scene.after, 0) in ("und", "oder", "aber", "nicht", "auch"):
        return None
    width = len(scene.before) - at
    second = low(scene.after, 1) == low(scene.before, at + 1)
    short = width <= LEAD_REACH and not any(ends_clause(token) for token in scene.before[at:])
    if scene.strong:
        return Repair(at, len(scene.before)) if short or second else None
    pronoun = word(scene.after, 0) in table.PRONOUNS
    if negated(scene) or not (second or (short and not pronoun)):
        return None
    return Repair(at, len(scene.before))


def _other_subject(scene: Scene) -> Repair | None:
    """„ich rufe, nein, er ruft selber an“: another subject does the same."""
    start = clause_start(scene)
    subject, verb = word(scene.before, start), word(scene.before, start + 1)
    new_subject, new_verb = word(scene.after, 0), word(scene.after, 1)
    if subject not in table.PRONOUNS or new_subject not in table.PRONOUNS:
        return None
    same_verb = len(verb) >= VERB_STEM and verb[:VERB_STEM] == new_verb[:VERB_STEM]
    if not same_verb or negated(scene) or len(scene.before) - start > LEAD_REACH:
        return None
    return Repair(start, len(scene.before))


def _name(scene: Scene) -> Repair | None:
    """„Frau Müller, nein, Frau Maier“ and „Frau Müller, nein Maier“."""
    last = len(scene.before) - 1
    if word(scene.before, last - 1) not in numeral_table.NAME_TITLES:
        return None
    lead = _name_lead(scene, last)
    if lead:
        return Repair(last - 1, last + 1, lead=lead)
    if not capital(scene.after, 0):
        return None
    if word(scene.after, 0) in numeral_table.NAME_TITLES:
        return Repair(last - 1, last + 1)
    follows = word(scene.after, 1)
    goes_on = follows in table.FINITE and (scene.immediate or scene.strong)
    return Repair(last, last + 1) if not follows or goes_on else None


def _name_lead(scene: Scene, last: int) -> int:
    """Words to drop: „nein, heute war das Frau Haile“, „nein, nicht Herr Lohse, Herr Timm“."""
    at = 0
    if word(scene.after, 0) == "nicht" and low(scene.after, 2) == low(scene.before, last):
        at = 3 + (low(scene.after, 3) == ",")
    else:
        while at < NAME_REACH and word(scene.after, at) in table.NAME_LEADS:
            at += 1
    named = word(scene.after, at) in numeral_table.NAME_TITLES
    name = capital(scene.after, at + 1)
    return at if at and named and name else 0


def _like_words(scene: Scene) -> Repair | None:
    """Noun by noun, and behind a strong marker any single word by one of its kind."""
    last = len(scene.before) - 1
    if not is_kind(scene.before, last, TokenKind.WORD) or not is_kind(
        scene.after, 0, TokenKind.WORD
    ):
        return None
    old_noun = scene.before[last].text[:1].isupper()
    new_noun = scene.after[0].text[:1].isupper()
    if old_noun != new_noun:
        return None
    fragment = _fragment(scene.after)
    if scene.strong:
        return Repair(last, last + 1) if fragment <= FRAGMENT else None
    if fragment == 1 and _participles(low(scene.before, last), low(scene.after, 0)):
        return None if negated(scene) else Repair(last, last + 1)
    if not old_noun or negated(scene) or word(scene.after, 1) in table.FINITE:
        return None
    titled = word(scene.after, 0) in numeral_table.NAME_TITLES
    return None if fragment > FRAGMENT and (scene.immediate or titled) else Repair(last, last + 1)


def _participles(*said: str) -> bool:
    """„gesprochen, nein, telefoniert“."""
    return all(PARTICIPLE.fullmatch(one) is not None for one in said)


_BY_WORDS = (by_adjective, _like_words)
_OF_WORDS = (before_participle, _broken_word, _restart, by_article_noun, *_BY_WORDS)


def _bare_value(scene: Scene) -> Repair | None:
    """„… um neun. Falsch. Um zehn.“: a sentence that is a value and nothing else."""
    end = next((at for at, one in enumerate(scene.after) if ends_sentence(one)), len(scene.after))
    bare = all(
        category(scene.after, at)
        or is_kind(scene.after, at, TokenKind.UNIT)
        or word(scene.after, at) in _SMALL
        for at in range(end)
    )
    return by_kind(scene) if 0 < end <= BARE and bare else None


BARE = 4
_SMALL = (table.LEADS | table.QUALIFIERS) - table.FINITE


def _fragment(tokens: Sequence[Token]) -> int:
    """How many tokens until the clause ends."""
    for at, token in enumerate(tokens[: FRAGMENT + 1]):
        if ends_clause(token):
            return at
    return min(len(tokens), FRAGMENT + 1)
