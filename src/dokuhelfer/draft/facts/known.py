"""Family names said again without „Frau“ or „Herr“: „bei der Sokolova noch …“."""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName
from dokuhelfer.draft.facts.view import View

_ARTICLES = {"Frau": frozenset({"die", "der"}), "Herr": frozenset({"der", "den", "dem"})}
_SHORTEST = 3


def with_known_names(
    clauses: Sequence[Clause], facts: Sequence[tuple[Fact, ...]]
) -> tuple[tuple[Fact, ...], ...]:
    """The facts, with a PERSON fact wherever a name known from the dictation stands again."""
    names = _names(facts)
    if not names:
        return tuple(facts)
    return tuple(_extended(clause, own, names) for clause, own in zip(clauses, facts, strict=True))


def _names(facts: Sequence[tuple[Fact, ...]]) -> dict[str, str]:
    """Canonical name by family name; names that two people bear are left out."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    for own in facts:
        for fact in own:
            title, _, name = fact.text.partition(" ")
            if fact.name is not FactName.PERSON or title not in _ARTICLES or " " in name:
                continue
            key = name.lower()
            if found.setdefault(key, fact.text) != fact.text:
                shared.add(key)
    return {key: text for key, text in found.items() if key not in shared and len(key) > _SHORTEST}


def _extended(clause: Clause, own: tuple[Fact, ...], names: dict[str, str]) -> tuple[Fact, ...]:
    view = View.of(clause)
    taken = {index for fact in own if fact.kind is FactKind.PERSON for index in range(*fact.tokens)}
    added: list[Fact] = []
    for index, word in enumerate(view.low):
        text = names.get(word)
        if text is None or index in taken or not view.capital(index):
            continue
        start = index - 1 if view.word(index - 1) in _ARTICLES[text.split()[0]] else index
        if start < index or index == 0:
            added.append(
                view.fact(FactKind.PERSON, start, index + 1, name=FactName.PERSON, text=text)
            )
    if not added:
        return own
    return tuple(sorted((*own, *added), key=lambda fact: fact.tokens))
