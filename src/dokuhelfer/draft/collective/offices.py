"""Names that belong to an office: staff, doctors, relatives, authorities (domain.md §3 R13)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.facts.lexicon.people import DOCTOR, SHIFT_ROLES, STAFF_TITLES
from dokuhelfer.draft.facts.lexicon.professions import PROFESSIONALS
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName
from dokuhelfer.draft.facts.view import View

_APPOSITION = re.compile(
    r"\w*(lehrer|helfer|berater|leiter|nachbar|betreuer|meister|arbeiter|pfleger|therapeut|"
    r"partner|richter|anwalt|dolmetscher|kolleg|freund|ärzt|anwält)(in|e|n|en)?"
)
"""„die Bewährungshelferin Frau …“: whoever is introduced by an occupation."""
_DETERMINERS = frozenset(
    {"die", "der", "den", "dem", "ihre", "ihrer", "ihren", "ihrem", "seine", "seiner", "seinen",
     "seinem", "eine", "einer", "vom", "beim", "unsere", "unserer"}
)  # fmt: skip


def by_office(view: View, facts: Sequence[Fact], fact: Fact) -> bool:
    """Whether a name belongs to staff, a doctor, a relative or an office (domain.md §3 R13)."""
    if fact.name is not FactName.PERSON:
        return False
    first = fact.text.split()[0].lower()
    if first == "dr." or " Dr." in fact.text or first in STAFF_TITLES | DOCTOR:
        return True
    start, end = fact.tokens
    if _APPOSITION.fullmatch(view.word(start - 1)) and view.word(start - 2) in _DETERMINERS:
        return not _other_case(view, start, start - 1)
    for role in facts:
        if role.kind is not FactKind.ROLE or role.text.lower() in SHIFT_ROLES:
            continue
        if role.tokens[1] == start and role.text.lower() != "familie":
            return not _other_case(view, start, role.tokens[0])
        gap = view.low[end : role.tokens[0]]
        if role.tokens[0] > end and gap in {("vom",), ("von", "der"), ("von", "dem")}:
            return True
        if gap == (",",) and view.word(role.tokens[1]) == "," and _office(role):
            return True
    return False


def _other_case(view: View, start: int, noun: int) -> bool:
    """„… den Hausarzt Herr Wolf hat …“: the name does not go with the noun before it."""
    return view.tokens[start].text == "Herr" and view.word(noun - 1) in {
        "den", "dem", "einen", "einem", "ihren", "ihrem", "seinen", "seinem", "vom", "beim",
    }  # fmt: skip


def staff_of(clauses: Sequence[Clause], facts: Sequence[tuple[Fact, ...]]) -> frozenset[str]:
    """Names that belong to an office wherever they are said: once introduced, they stay it."""
    found: set[str] = set()
    roomed: set[str] = set()
    for clause, own in zip(clauses, facts, strict=True):
        view = View.of(clause)
        rooms = any(fact.name is FactName.ZIMMER for fact in own)
        for fact in own:
            if fact.kind is FactKind.PERSON and fact.name is FactName.PERSON:
                target = found if by_office(view, own, fact) else roomed if rooms else set()
                target.add(fact.text)
    return frozenset(found - roomed)


def _office(role: Fact) -> bool:
    return role.text.lower() in PROFESSIONALS
