"""Words for where and how something was measured: arm, ear, fasting, unit."""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon.body import BOTH, SIDE_OF
from dokuhelfer.draft.facts.lexicon.measures import (
    SUGAR_TIMES,
    SUGAR_UNITS,
    TEMPERATURE_SITES,
)
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName
from dokuhelfer.draft.facts.phrases import Phrases
from dokuhelfer.draft.facts.view import View

_MOMENT_OF = dict(SUGAR_TIMES)
_MOMENTS = Phrases.of(_MOMENT_OF)


def find_circumstances(view: View, measured: list[Fact], before: FactName | None) -> list[Fact]:
    """Words for where and how: arm, ear, fasting, unit of the blood sugar.

    ``before`` is the last measurement of the clause before, for „links“ standing alone.
    """
    names = {fact.name for fact in measured}
    facts: list[Fact] = []
    if FactName.RR_SYSTOLISCH in names or (before is FactName.RR_SYSTOLISCH and not names):
        facts.extend(_arm(view))
    if FactName.TEMPERATUR in names or (before is FactName.TEMPERATUR and not names):
        facts.extend(_temperature_site(view))
    if FactName.BLUTZUCKER in names or (before is FactName.BLUTZUCKER and not names):
        facts.extend(_sugar_time(view))
        facts.extend(_sugar_unit(view, measured))
    return facts


_SHORT_SIDES = {"li": "links", "li.": "links", "re": "rechts", "re.": "rechts"}
"""„RR 140/70 re“: as it is written in charts."""


def _arm(view: View) -> list[Fact]:
    for index, word in enumerate(view.low):
        side = SIDE_OF.get(word) or _SHORT_SIDES.get(word)
        if side is None or word in BOTH:
            continue
        following = view.word(index + 1)
        if following.startswith(("arm", "oberarm")) or not view.capital(index + 1):
            end = index + 2 if following.startswith(("arm", "oberarm")) else index + 1
            text = "linker Arm" if side == "links" else "rechter Arm"
            return [
                view.fact(
                    FactKind.CHOICE_WORD, index, end, name=FactName.RR_ORT, text=text, side=side
                )
            ]
    return []


def _temperature_site(view: View) -> list[Fact]:
    for index, word in enumerate(view.low):
        site = TEMPERATURE_SITES.get(word)
        if site is None or (word == "arm" and not view.word(index - 1).startswith("unter")):
            continue
        start = index - 1 if view.word(index - 1) in {"im", "am", "unterm", "der"} else index
        return [
            view.fact(
                FactKind.CHOICE_WORD, start, index + 1, name=FactName.TEMPERATUR_ORT, text=site
            )
        ]
    return []


def _sugar_time(view: View) -> list[Fact]:
    for start, end, phrase in view.find(_MOMENTS):
        return [
            view.fact(
                FactKind.CHOICE_WORD,
                start,
                end,
                name=FactName.BLUTZUCKER_ZEITPUNKT,
                text=_MOMENT_OF[phrase],
            )
        ]
    return []


def _sugar_unit(view: View, measured: list[Fact]) -> list[Fact]:
    for fact in measured:
        if fact.name is FactName.BLUTZUCKER and fact.unit is not None:
            text = SUGAR_UNITS.get(fact.unit.lower())
            end = fact.tokens[1]
            if text is not None:
                return [
                    view.fact(
                        FactKind.CHOICE_WORD,
                        end - 1,
                        end,
                        name=FactName.BLUTZUCKER_EINHEIT,
                        text=text,
                    )
                ]
    return []
