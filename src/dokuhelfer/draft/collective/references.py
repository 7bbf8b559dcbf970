"""Words that mean persons named elsewhere: „er“, „beide“, „alle drei“, „die anderen“."""

from __future__ import annotations

from dataclasses import dataclass

from dokuhelfer.draft.collective import lexicon as lex
from dokuhelfer.draft.collective.model import Gender
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.rules.item import Item

_EARLY = 5
"""Among these first words of a clause stands what means several persons."""
_LEADING = frozenset(
    {"und", "dann", "danach", "da", "heute", "also", "so", "ja", "aber", "jetzt", "außerdem",
     "auch", "bei", "für", "von", "mit", "mittags", "morgens", "abends", "nachmittags",
     "anschließend", "später", "um", "uhr", "nachts"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reference:
    """Several persons at once.

    Attributes:
        count: how many, None when it was not said.
        every: „alle“.
        rest: „die anderen“: those who were not named.
        gender: for „beide Damen“.
    """

    count: int | None = None
    every: bool = False
    rest: bool = False
    gender: Gender | None = None


def names_couple(item: Item) -> bool:
    """„Das Ehepaar Thal“: two persons under one family name."""
    return bool(lex.COUPLES & set(item.text))


def group_reference(item: Item) -> Reference | None:
    """What „beide“, „alle“, „die drei“ at the beginning of a clause mean; None without."""
    words = item.words
    for at, (index, word) in enumerate(words[:_EARLY]):
        behind = words[at + 1][1] if at + 1 < len(words) else ""
        found = _reference(
            item, index, word, behind, words[at + 2][1] if at + 2 < len(words) else ""
        )
        if found is not None:
            return found
    return None


def _reference(item: Item, index: int, word: str, behind: str, later: str) -> Reference | None:
    if word in {"alle", "allen"}:
        if behind in lex.REST:
            return Reference(every=True, rest=True)
        if behind in lex.COUNT and _persons(item, index + 2, later):
            return Reference(lex.COUNT[behind], every=True)
        return Reference(every=True) if _persons(item, index + 1, behind) else None
    if word in {"die", "den", "bei"} and behind in lex.REST and _persons(item, index + 2, later):
        return Reference(rest=True)
    if word in {"der"} and behind == "rest":
        return Reference(rest=True)
    if word in {"beide", "beiden"} and _persons(item, index + 1, behind):
        return Reference(2, gender=_gender_of(behind))
    if word in {"die", "den"} and behind in lex.COUNT and _persons(item, index + 2, later):
        return Reference(lex.COUNT[behind], gender=_gender_of(later))
    return None


def _persons(item: Item, index: int, word: str) -> bool:
    """Whether a count word stands for persons: no other noun follows it."""
    if word in lex.PAIR_NOUNS:
        return True
    if not word:
        return True
    return word in FINITE or not item.view.capital(index)


def _gender_of(noun: str) -> Gender | None:
    if noun in {"damen", "frauen", "bewohnerinnen"}:
        return Gender.FEMALE
    return Gender.MALE if noun in {"herren", "männer"} else None


def pronoun(item: Item) -> Gender | None:
    """Gender of the pronoun that is a clause's subject or begins it; None without one."""
    for _, word in item.words[: _EARLY + 1]:
        if word in lex.FEMALE_PRONOUNS:
            return Gender.FEMALE
        if word in lex.MALE_PRONOUNS:
            return Gender.MALE
        if word in {"ich", "wir", "es", "man"}:
            continue
        if word not in _LEADING and word not in FINITE:
            return None
    return None
