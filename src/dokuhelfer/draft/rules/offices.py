"""Who is named by office: doctors, colleagues, whoever stands beside a role."""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon.people import SHIFT_ROLES, STAFF_TITLES
from dokuhelfer.draft.facts.model import Fact, FactKind
from dokuhelfer.draft.normalise.model import TokenKind
from dokuhelfer.draft.rules.item import Item


def by_office(item: Item, fact: Fact) -> bool:
    """Whether a person appears by office: Dr., „PDL Frau Graf“, „Herr Schulz vom Jobcenter“."""
    first = fact.text.split()[0]
    if first == "Dr." or " Dr." in fact.text or first.lower() in STAFF_TITLES:
        return True
    start, end = fact.tokens
    for role in item.of(FactKind.ROLE):
        titled = item.clause.sentence == 0 and role.tokens[0] == end
        if role.text.lower() in SHIFT_ROLES and (titled or item.view.word(end) == ","):
            continue  # „Trinkprotokoll Frau Kern, Frühdienst“: who dictates, not who she is
        if _titles_handover(item, role, start):
            continue
        if role.tokens[1] == start or (role.tokens[0] == end and item.view.word(end) != ","):
            return True
        gap = item.view.low[end : role.tokens[0]]
        if first == "Familie":
            continue  # „Familie H., Vater und Mutter“: who belongs to it
        if role.tokens[0] > end and gap in {("vom",), ("von", "der"), ("von", "dem"), (",",)}:
            return True
    return False


def _titles_handover(item: Item, role: Fact, name: int) -> bool:
    """„Übergabe Nachtdienst Herr Kern war …“ without marks: the shift's title, then a resident."""
    titled = role.text.lower() in SHIFT_ROLES and role.tokens[1] == name
    headed = item.view.word(role.tokens[0] - 1) in _HANDOVERS
    marked = any(item.view.kind(at) is TokenKind.PUNCT for at in range(len(item.view)))
    return titled and headed and item.clause.sentence == 0 and not marked


_HANDOVERS = frozenset({"übergabe", "dienstübergabe", "schichtübergabe", "vom"})
