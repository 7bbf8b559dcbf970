"""Groups: one entry per person, additions to an earlier person in that entry."""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.facts.event import has_verb
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName
from dokuhelfer.draft.rules.couples import are_couple, follows_at_once, of_couple, room_of_both
from dokuhelfer.draft.rules.cues import FieldCues, compile_fields, opens_with
from dokuhelfer.draft.rules.entries import Entry, Sorted
from dokuhelfer.draft.rules.house import about_house
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.mention import (
    INVERTED,
    bare_room,
    corrected_person,
    is_relative,
    joined,
    led_on_behalf,
    mistaken,
    opens_mistaken,
    speaks_of_all,
    with_given_name,
    with_opening_room,
    without_doubt,
    without_lead,
)
from dokuhelfer.draft.rules.openers import OPENERS
from dokuhelfer.draft.rules.people import names, same_person
from dokuhelfer.draft.template.model import Field

_OF_ONE_MAN = words("er ihm ihn")
"""„sie“ and „ihr“ may be several, or those who are spoken to."""
_TO_ROOM = frozenset({"aus", "in", "von", "auf", "auch", "ebenfalls"})
_GENERAL = 1.35
"""Strength of the cues from which a sentence of its own concerns everybody."""


def sort_by_person(items: Sequence[Item], general: Field | None, staff: frozenset[str]) -> Sorted:
    """Each clause to the person it is about, in order of first mention."""
    sorter = _Sorter(compile_fields([general]) if general is not None else (), staff)
    named = [with_opening_room(with_given_name(item)) for item in items]
    for number, item in enumerate(named):
        following = named[number + 1] if number + 1 < len(named) else None
        sorter.take(item, following)
    sorter.share()
    return sorter.result


class _Sorter:
    def __init__(self, general: Sequence[FieldCues], staff: frozenset[str]) -> None:
        self.result = Sorted()
        self._general_cues = general
        self._staff = staff
        self._current: Entry | None = None
        self._room: tuple[str, Item, Fact] | None = None
        self._left: Entry | None = None
        self._sentence = -1
        self._turn = 0
        self._pair: tuple[int, tuple[Entry, ...]] = (-1, ())
        self._couple: tuple[Entry, ...] = ()
        self._shared: list[tuple[int, Item]] = []

    def take(self, item: Item, following: Item | None) -> None:
        """Assign one clause."""
        if not self._special(item):
            self._turn_by(item, following)

    def _special(self, item: Item) -> bool:
        """Whether a clause is about several, or takes back who was spoken of."""
        meant = corrected_person(item) if self._doubted(item) else None
        if meant is not None and self._current is not None:
            self._give_to(self._current, meant, item)
            return True
        if self._of_couple(item):
            return True
        count = speaks_of_all(item)
        if count is not None:
            self._shared.append((count, item))
            return True
        if self._about_two(item):
            return True
        goes_on = item.clause.sentence == self._pair[0] and self._person(item) is None
        for entry in self._pair[1] if goes_on else ():
            entry.items.append(item)
        return goes_on

    def _of_couple(self, item: Item) -> bool:
        """„… er war einmal wach, sie muss nüchtern bleiben“, of a couple just turned to."""
        meant = () if names(item) else of_couple(item, self._couple)
        for entry in meant:
            entry.items.append(item)
            self._current = entry
        return bool(meant)

    def _turn_by(self, item: Item, following: Item | None) -> None:
        """Give a clause to whom it names, or to whom the last one was about."""
        person, room = self._person(item), self._leading_room(item)
        whose = self._of_relative(item) if person is None else None
        if person is not None:
            before = self._current
            couple = before is not None and follows_at_once(before, item)
            now = self._turn_to(person, item)
            if before is not None and couple and are_couple((before, now)):
                room_of_both(item, (before, now))
                self._couple = before, now
            room = room or self._near_room(item, person)
        elif whose is not None:
            self._current = whose
        elif room is not None and self._names_person(following, item):
            self._room = room
        elif room is not None and self._is_new(item):
            self._turn_to_room(room)
        elif self._turns_general(item):
            self._left = self._current or self._left
            self._current = None
        elif self._current is None and self._returns(item):
            self._current = self._left
        if person is not None:
            self._give_room(room or self._room)
            self._room = None
        elif room is not None and self._current is not None and self._room is None:
            self._give_room(room)
        self._sentence = item.clause.sentence
        target = self._current.items if self._current is not None else self.result.general
        target.append(item)

    def _of_relative(self, item: Item) -> Entry | None:
        """„Und die Tochter von Frau Keller kommt um fünf“: concerns Frau Keller, spoken of before.

        Only where the relative opens the clause.
        """
        named = names(item)
        role = next(iter(item.of(FactKind.ROLE)), None)
        if (
            not named
            or role is None
            or item.view.word(named[0].tokens[0] - 1) not in {"von", "der"}
        ):
            return None
        before = [word for index, word in item.words if index < role.tokens[0]]
        beside = role.tokens[1] == named[0].tokens[0] - 1
        opens = beside and all(word in OPENERS for word in before)
        return self._known(named[0].text) if opens else None

    def _returns(self, item: Item) -> bool:
        """„Wenn er schläft, nicht wecken.“: the pronoun means the resident spoken of last."""
        if self._left is None or not self._left.person.startswith("Herr"):
            return False
        others = item.has(FactKind.ROLE) or not all(
            fact.text.startswith("Frau") for fact in names(item)
        )
        return not others and bool(_OF_ONE_MAN & set(item.view.low))

    def _about_two(self, item: Item) -> bool:
        """„Frau Lemke und Herr Kern haben beide …“: to each of two who were spoken of."""
        named = names(item)
        if not joined(item):
            return False
        known = [entry for fact in named if (entry := self._known(fact.text)) is not None]
        heads = not known and not has_verb(item.clause) and self._person(item) is not None
        if len(named) == 2 and heads:
            known = [self._turn_to(fact, item) for fact in named]
        if len(known) != 2 or not (heads or "beide" in item.view.low):
            return False
        for entry in () if heads else known:
            entry.items.append(item)
        room_of_both(item, known)
        self._couple = tuple(known) if are_couple(known) else ()
        self._current = known[-1]
        self._sentence = item.clause.sentence
        self._pair = item.clause.sentence, tuple(known)
        return True

    def share(self) -> None:
        """What was said of all goes to each, when it is as many as were spoken of."""
        for count, item in self._shared:
            everybody = count == len(self.result.entries)
            targets = [entry.items for entry in self.result.entries] if everybody else []
            for target in targets or [self.result.general]:
                target.append(item)
                target.sort(key=lambda kept: kept.clause.number)

    def _doubted(self, item: Item) -> bool:
        """Whether a clause opens with, or follows on, „nein halt“."""
        if self._current is None or not self._current.items:
            return False
        return mistaken(self._current.items[-1]) or opens_mistaken(item)

    def _give_to(self, wrong: Entry, meant: Fact, item: Item) -> None:
        """„… nein halt, das war die Frau Krause“: the last turn was about somebody else."""
        moved = [without_doubt(kept) for kept in wrong.items[self._turn :]]
        del wrong.items[self._turn :]
        if not wrong.items and wrong.room is None:
            self.result.entries.remove(wrong)
        right = self._turn_to(meant, item)
        for kept in moved:
            lead = next((f for f in names(kept) if same_person(f.text, wrong.person)), None)
            right.items.append(kept if lead is None else without_lead(kept, lead.tokens[1]))

    def _is_new(self, item: Item) -> bool:
        """Whether a room at the beginning of a clause opens a new person."""
        return self._current is None or item.clause.sentence != self._sentence

    def _person(self, item: Item) -> Fact | None:
        for fact in names(item):
            if fact.text in self._staff or is_relative(item, fact):
                return None
            before = [
                word
                for index, word in item.words
                if index < fact.tokens[0] and not self._in_room(item, index)
            ]
            if before[-1:] and before[-1] in INVERTED and self._may_turn(fact):
                before.pop()
            opens = all(word in OPENERS for word in before)
            added = led_on_behalf(item, before) and self._known(fact.text) is not None
            return fact if opens or added else None
        return None

    def _may_turn(self, person: Fact) -> bool:
        """„Dann ist Timo gekommen“: about one spoken of already, or the first of all."""
        return self._current is None or self._known(person.text) is not None

    def _in_room(self, item: Item, index: int) -> bool:
        return any(
            fact.name is FactName.ZIMMER and index in range(*fact.tokens) for fact in item.facts
        )

    def _leading_room(self, item: Item) -> tuple[str, Item, Fact] | None:
        for fact in item.of(FactKind.PERSON):
            if fact.name is not FactName.ZIMMER:
                continue
            before = [word for index, word in item.words if index < fact.tokens[0]]
            if all(word in OPENERS for word in before):
                return fact.text.removeprefix("Zimmer "), item, fact
            return None
        return None

    def _near_room(self, item: Item, person: Fact) -> tuple[str, Item, Fact] | None:
        """„Herr Brandl aus Zimmer 3“."""
        for fact in item.of(FactKind.PERSON):
            gap = [word for index, word in item.words if person.tokens[1] <= index < fact.tokens[0]]
            close = fact.tokens[0] >= person.tokens[1] and set(gap) <= _TO_ROOM
            if fact.name is FactName.ZIMMER and close:
                return fact.text.removeprefix("Zimmer "), item, fact
        return bare_room(item, person)

    def _names_person(self, following: Item | None, item: Item) -> bool:
        if following is None or following.clause.sentence > item.clause.sentence + 1:
            return False
        only_room = len(item.words) <= len(OPENERS & set(item.view.low)) + 2
        return only_room and self._person(following) is not None

    def _turn_to(self, fact: Fact, item: Item) -> Entry:
        known = self._known(fact.text)
        if known is None:
            known = Entry(fact.text, (item, fact))
            self.result.entries.append(known)
        self.result.use(item, fact)
        self._current, self._couple = known, ()
        self._turn = len(known.items)
        return known

    def _known(self, name: str) -> Entry | None:
        for entry in self.result.entries:
            if same_person(entry.person, name):
                return entry
        by_given = [entry for entry in self.result.entries if entry.person.split()[0] == name]
        return by_given[0] if len(by_given) == 1 else None

    def _turn_to_room(self, room: tuple[str, Item, Fact]) -> None:
        label, item, fact = room
        for entry in self.result.entries:
            if entry.room is not None and entry.room[0] == label:
                self._current = entry
                self.result.use(item, fact)
                return
        entry = Entry(fact.text, (item, fact))
        self.result.entries.append(entry)
        self.result.use(item, fact)
        self._current = entry

    def _give_room(self, room: tuple[str, Item, Fact] | None) -> None:
        if room is None or self._current is None:
            return
        if self._current.room is None or self._current.room[0] == room[0]:
            self._current.room = self._current.room or room
            self.result.use(room[1], room[2])

    def _turns_general(self, item: Item) -> bool:
        if not self._general_cues:
            return False
        cues = self._general_cues[0]
        announced = opens_with(cues.announcements, item)
        about = {"ihm", "ihr", "ihn"} & set(item.view.low)
        if announced is not None and item.view.word(announced.end) not in FINITE and not about:
            return True
        new_sentence = item.clause.sentence != self._sentence
        low = {word for _, word in item.words[:4]}
        if new_sentence and low & {"sonst", "ansonsten"} and low & {"alle", "allen", "übrigen"}:
            return True
        strength = cues.strength(item)
        return new_sentence and (strength >= _GENERAL or about_house(item, cued=strength > 0))
