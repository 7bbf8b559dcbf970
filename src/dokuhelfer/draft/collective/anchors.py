"""Where a dictation names somebody, and whether it turns to them there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.collective import lexicon as lex
from dokuhelfer.draft.collective.around import complete, goes_on, inverted, of_relative, unmarked
from dokuhelfer.draft.collective.model import Mention
from dokuhelfer.draft.collective.offices import by_office
from dokuhelfer.draft.facts.lexicon.verbs import FINITE, SUBORDINATORS
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName
from dokuhelfer.draft.facts.view import View

_JOINTS = frozenset({",", ":", ";", "–", "-"})
_INNER_OPENERS = frozenset(
    {"und", "ach", "so", "dann", "bei", "beim", "zu", "zur", "die", "der", "den", "nun", "jetzt",
     "weiter", "übrigens", "auch", "noch", "nächste", "nächster", "nächstes", "als", "danach"}
)  # fmt: skip
"""Openers that may be taken from the end of what stands before, where no mark divides."""
_TURNING = frozenset(
    {"dann", "jetzt", "nun", "weiter", "übrigens", "ach", "nächstes", "nächste", "danach"}
)
_CONTACT_WORDS = frozenset(
    {"informiert", "verständigt", "benachrichtigt", "angerufen", "telefoniert", "telefonat",
     "gesprochen", "besuch", "besuchte", "bescheid", "rückruf", "zurückgerufen", "erreicht"}
)  # fmt: skip


_LEAD = 10
"""With more words before it a name without marks rather begins than ends a clause."""


class Role(Enum):
    """What naming somebody does."""

    OPENS = auto()
    """The person's part begins at the name."""
    SUBJECT = auto()
    """The clause is theirs though other words come first („Um acht hat Frau …“)."""
    OTHER = auto()
    """Named beside somebody else."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that names one person or several.

    Attributes:
        start: first token, opening words („ach so, und die“) included.
        first, end: half-open range of the names themselves.
        corrects: whether it says whose the statement before really is.
        contact: whether the words around speak of a caller, visitor or informed person.
    """

    start: int
    first: int
    end: int
    mentions: tuple[Mention, ...]
    role: Role
    contact: bool
    corrects: bool = False


def find_anchors(
    clause: Clause, facts: Sequence[Fact], starts: Sequence[int] = (0,)
) -> list[Anchor]:
    """The anchors of a sentence or clause, in order.

    Args:
        starts: token indices where clauses begin; a name there needs nothing else to open.
    """
    view = View.of(clause)
    found: list[Anchor] = []
    for group in _groups(view, facts):
        first, end = group[0].tokens[0], group[-1].tokens[1]
        floor = max(start for start in starts if start <= first)
        before = found[-1] if found and found[-1].end > floor else None
        found.append(_anchor(view, facts, group, (floor, first, end), before))
    return found


def _groups(view: View, facts: Sequence[Fact]) -> Iterator[list[Fact]]:
    """Names that belong together: room and name, „Frau A und Herr B“."""
    current: list[Fact] = []
    for fact in facts:
        if fact.kind is not FactKind.PERSON or by_office(view, facts, fact):
            continue
        if current and not _together(view, current, fact):
            yield current
            current = []
        current.append(fact)
    if current:
        yield current


def _together(view: View, current: Sequence[Fact], fact: Fact) -> bool:
    last = current[-1]
    gap = view.low[last.tokens[1] : fact.tokens[0]]
    room, was_room = fact.name is FactName.ZIMMER, last.name is FactName.ZIMMER
    if room and not was_room:
        return set(gap) <= {",", "aus", "in", "von", "auf", "("}
    if was_room and not room:
        alone = len(current) == 1
        return alone and set(gap) <= {",", ":", "die", "der", "bei", "mit", "ist", "und"} - {"und"}
    if "und" in gap and not room and not was_room:
        return set(gap) <= {"und", ",", "die", "der", "auch", "sowie"} and not _case_clash(
            view, last, fact
        )
    return False


def _case_clash(view: View, last: Fact, fact: Fact) -> bool:
    """„bei Frau A und Herr B hat …“: the preposition governs the first one only."""
    governed = view.word(last.tokens[0] - 1) in lex.DATIVE
    end = fact.tokens[1]
    one_verb = view.word(end) in lex.SINGULAR
    if not governed:
        return one_verb
    own_subject = view.word(end + 1) in lex.SUBJECTS | {"alles", "nichts"}
    nominative = view.word(fact.tokens[0]) == "herr"
    dative = view.tokens[fact.tokens[0]].text == "Herrn" or (one_verb and own_subject)
    return not dative and (nominative or one_verb)


def _anchor(
    view: View,
    facts: Sequence[Fact],
    group: Sequence[Fact],
    place: tuple[int, int, int],
    before: Anchor | None,
) -> Anchor:
    floor, first, end = place
    corrected = _correction(view, first)
    if corrected is not None:
        return Anchor(
            corrected, first, end, tuple(_mentions(group)), Role.OPENS, contact=False, corrects=True
        )
    start = _opening(view, floor if before is None else max(floor, before.end), first)
    role = _role(view, facts, (floor, start, first, end), before)
    if role is Role.SUBJECT:
        start = floor
    near = set(view.low[start : end + 8])
    contact = bool(near & _CONTACT_WORDS) and len(group) == 1
    return Anchor(start, first, end, tuple(_mentions(group)), role, contact)


def _correction(view: View, first: int) -> int | None:
    """Where „nein, das war“ before a name begins; None when that is not what stands there."""
    at = first
    while at > 0 and view.word(at - 1) in {"bei", "für", "die", "der", "doch"}:
        at -= 1
    if view.word(at - 1) not in {"war", "ist", "waren", "gilt", "betrifft", "galt"}:
        return None
    at -= 2
    if view.word(at) not in {"das", "es"}:
        return None
    start = at
    while start > 0 and (view.word(start - 1) in lex.CORRECTING or view.word(start - 1) in _JOINTS):
        start -= 1
    return start if lex.CORRECTING & set(view.low[start:at]) else None


def _opening(view: View, floor: int, first: int) -> int:
    """Index from which only opening words stand before a name."""
    at = first
    while at > floor and (view.word(at - 1) in lex.OPENERS or view.word(at - 1) in _JOINTS):
        at -= 1
    if at == floor:
        return at
    at = first
    while at > floor and view.word(at - 1) in _INNER_OPENERS:
        at -= 1
    return at


def _role(
    view: View, facts: Sequence[Fact], place: tuple[int, int, int, int], before: Anchor | None
) -> Role:
    floor, start, first, end = place
    if start == floor and (before is None or before.end <= floor):
        return Role.OPENS
    lead = view.low[floor:start]
    if before is None and of_relative(view, facts, (floor, first)):
        return Role.SUBJECT
    opening = set(view.low[start:first])
    if opening & _TURNING and (opening & {"zu", "bei", "zur"} or view.word(end) in FINITE):
        return Role.OPENS
    concerned = view.word(first - 1) in {"wegen", "betrifft", "betreff", "sachen"}
    if before is None and concerned and len(lead) <= _LEAD:
        return Role.SUBJECT
    if view.word(first) in {"zimmer", "zi"} and end > first + 2:
        return Role.OPENS
    if view.word(first - 1) in lex.PREPOSITIONS and not (
        view.word(first - 1) in {"bei", "zu"} and goes_on(view, end)
    ):
        return Role.OTHER
    if view.tokens[first].text in {"Herrn", "Hrn"} or view.word(start - 1) in SUBORDINATORS:
        return Role.OTHER
    return _amid(view, (start, end), lead, before)


def _amid(view: View, place: tuple[int, int], lead: Sequence[str], before: Anchor | None) -> Role:
    """The role of a name in the midst of other words."""
    start, end = place
    if goes_on(view, end) or complete(view, start, len(lead)):
        return Role.OPENS
    if (before is None or before.role is Role.OTHER) and inverted(lead):
        return Role.SUBJECT
    nominative = view.low[start:end].count("herr") == 1 and view.word(start) != "und"
    return Role.OPENS if nominative or unmarked(view, start, end) else Role.OTHER


def _mentions(group: Sequence[Fact]) -> Iterator[Mention]:
    """Room and name made one."""
    room: Fact | None = None
    named: Mention | None = None
    for fact in group:
        if fact.name is FactName.ZIMMER:
            if named is not None and named.room is None:
                named = Mention(named.name, fact.text, named.fact)
                continue
            room = fact
            continue
        if named is not None:
            yield named
        named = Mention(fact.text, None if room is None else room.text, fact)
        room = None
    if named is not None:
        yield named
    if room is not None:
        yield Mention(None, room.text, room)
