"""Whether a sum is the person's own and of now: „netto hat ihr Mann 2.300“ is neither hers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import Fact
from dokuhelfer.draft.rules.earlier import NOW
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.of_kin import kin_leads, of_kin

_RENT = "miete_warm_eur"
_OF_PERSON = frozenset({"netto_eur", "gesamtschulden_eur", _RENT})
_TO_COME = words(
    """
    januar februar märz april mai juni juli august september oktober november dezember nächster
    nächstem nächsten dem kommendem kommenden morgen sofort
    """
)
_WOULD = words("wäre wären würde würden käme kämen hätte hätten")


def not_own(field: str, item: Item, fact: Fact) -> bool:
    """Whether a sum is a relative's, of a time to come, or one that only would be."""
    if field not in _OF_PERSON:
        return False
    low = item.view.low[: fact.tokens[1]]
    to_come = _to_come(low) and not NOW & {*low}
    if field == _RENT:
        # A relative may pay the person's rent; only one of a home of its own is another's.
        others = kin_leads(item, fact.tokens[0]) and {"eigene", "eigenen"} & {*item.view.low}
        return bool(others) or to_come
    return to_come or of_kin(item, fact.tokens[0]) or bool(_WOULD & {*item.view.low})


def _to_come(low: Sequence[str]) -> bool:
    return any(first == "ab" and second in _TO_COME for first, second in pairwise(low))
