"""Family names said without a form of address: „Wolf hat gut gegessen“, „Keller, Zimmer 3“."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.collective import lexicon as lex
from dokuhelfer.draft.facts.lexicon.people import GIVEN_NAMES
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName
from dokuhelfer.draft.facts.view import View, plain
from dokuhelfer.draft.normalise.model import TokenKind

_JOINTS = frozenset({",", ":", "–", "-"})
_BEHIND = _JOINTS | FINITE | {"auch", "ebenfalls", "genauso", "noch", "nochmal", ".", ""}


def family_names(clauses: Sequence[Clause], facts: Sequence[tuple[Fact, ...]]) -> frozenset[str]:
    """Family names of a dictation, lower case: those said with „Frau“, or beside a room."""
    found: set[str] = set()
    for clause, own in zip(clauses, facts, strict=True):
        for fact in own:
            if fact.kind is not FactKind.PERSON:
                continue
            if fact.name is FactName.PERSON:
                found.add(fact.text.split()[-1].lower())
            else:
                found.update(_beside_room(View.of(clause), fact))
    return frozenset(name for name in found if len(name) > 2 and not name.endswith("."))


def _beside_room(view: View, room: Fact) -> Iterator[str]:
    """„Keller, Zimmer 3,“ or „Zimmer 3, Keller:“ at the beginning of a clause."""
    start, end = room.tokens
    if start == 2 and view.word(1) == "," and _single(view, 0):
        yield view.word(0)
    alone = start == 0 and view.word(end) in _JOINTS and _single(view, end + 1)
    if alone and view.word(end + 2) in _JOINTS | FINITE:
        yield view.word(end + 1)


def _single(view: View, index: int) -> bool:
    """Whether a word can be a name: capital, and no word of the field."""
    word = view.word(index)
    known = word in lex.OPENERS | lex.CARE | FINITE | GIVEN_NAMES | {"frau", "herr", "herrn"}
    return view.capital(index) and not known


def with_bare_names(
    clause: Clause, facts: Sequence[Fact], names: frozenset[str], starts: Sequence[int] = (0,)
) -> list[Fact]:
    """The facts, and a person for each known family name that begins a clause by itself."""
    view = View.of(clause)
    taken = {index for fact in facts for index in range(*fact.tokens)}
    added: list[Fact] = []
    for start in starts:
        at = start
        while view.word(at) in lex.OPENERS:
            at += 1
        rooms = [f for f in facts if f.name is FactName.ZIMMER and f.tokens[0] == at]
        if rooms:
            at = rooms[0].tokens[1] + (view.word(rooms[0].tokens[1]) in _JOINTS)
        if plain(view.word(at)) in names and at not in taken and _alone(view, at):
            name = view.tokens[at].text
            fact = view.fact(FactKind.PERSON, at, at + 1, name=FactName.PERSON, text=name)
            added.append(fact)
            taken.add(at)
    return sorted([*facts, *added], key=lambda fact: fact.tokens)


def _alone(view: View, at: int) -> bool:
    before = view.word(at - 1)
    if before in lex.PREPOSITIONS | lex.ARTICLES or not view.capital(at):
        return False
    return view.word(at + 1) in _BEHIND or view.kind(at + 1) is TokenKind.NUMBER
