"""Drugs with dose and form."""

from __future__ import annotations

from dokuhelfer.draft.facts.bare import COUNTED
from dokuhelfer.draft.facts.lexicon.drugs import DOSE_UNITS, DRUGS, LIQUID_UNITS, NOT_DRUGS
from dokuhelfer.draft.facts.model import Fact, FactKind
from dokuhelfer.draft.facts.view import View
from dokuhelfer.draft.normalise.model import TokenKind

_OF = frozenset({"von", "vom"})


def find_medication(view: View) -> list[Fact]:
    """MEDICATION facts: a known name, or a capitalised word beside a dose („Zeta 5 mg“)."""
    facts: list[Fact] = []
    for index, word in enumerate(view.low):
        known = word in DRUGS or word.rstrip("s") in DRUGS
        if not known and not _may_name(view, index):
            continue
        found = _dosed(view, index, known)
        if found is None and known:
            end = index + 1 + _bare_strength(view, index + 1)
            found = view.fact(FactKind.MEDICATION, index, end, text=view.tokens[index].text)
        if found is not None:
            facts.append(found)
    return facts


def _bare_strength(view: View, index: int) -> bool:
    """„Metformin 850“: a number directly behind a drug that counts nothing else."""
    if view.number(index) is None or view.in_range(index) or view.word(index + 1) in COUNTED:
        return False
    behind = view.kind(index + 1)
    return behind in {None, TokenKind.PUNCT} or view.word(index + 1) in {"und", "oder", "statt"}


def _may_name(view: View, index: int) -> bool:
    word = view.word(index)
    if not view.capital(index) or word in NOT_DRUGS or len(word) < 4:
        return False
    return word not in DOSE_UNITS and word not in LIQUID_UNITS


def _dosed(view: View, index: int, known: bool) -> Fact | None:
    return _dose_after(view, index, known) or _dose_before(view, index, known)


def _dose_after(view: View, index: int, known: bool) -> Fact | None:
    for at in range(index + 1, index + (4 if known else 2)):
        number = view.number(at)
        if number is None:
            continue
        if not _is_dose(view, at + 1, known, name_first=True):
            return None
        return view.fact(
            FactKind.MEDICATION,
            index,
            at + 2,
            text=view.tokens[index].text,
            value=number.value,
            unit=view.tokens[at + 1].text,
        )
    return None


def _dose_before(view: View, index: int, known: bool) -> Fact | None:
    at = index - 1
    if view.word(at) in _OF:
        at -= 1
    number = view.number(at - 1)
    if number is None or not _is_dose(view, at, known, name_first=False):
        return None
    return view.fact(
        FactKind.MEDICATION,
        at - 1,
        index + 1,
        text=view.tokens[index].text,
        value=number.value,
        unit=view.tokens[at].text,
    )


_STRICT_UNITS = frozenset({"mg", "µg", "μg", "mcg", "milligramm", "mikrogramm"})
"""Units that only drugs have: they alone make an unknown word before the dose a drug."""


def _is_dose(view: View, index: int, known: bool, *, name_first: bool) -> bool:
    unit = view.word(index)
    if known:
        return unit in DOSE_UNITS or unit in LIQUID_UNITS
    return unit in (_STRICT_UNITS if name_first else DOSE_UNITS - {"g", "gramm", "pflaster"})
