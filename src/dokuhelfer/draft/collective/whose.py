"""Whom each clause is about; nobody where that is unclear (domain.md §3 R13).

Names turn to a person; pronouns, „beide“ and „alle“ follow. A clause of which it cannot be
said whose it is belongs to nobody: it is listed, never guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dokuhelfer.draft.collective import lexicon as lex
from dokuhelfer.draft.collective.model import Correction, Gender, Mention, Person, Piece
from dokuhelfer.draft.collective.references import (
    Reference,
    group_reference,
    names_couple,
    pronoun,
)
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.rules.item import Item

_TWO = 2
General = Callable[[Item], bool]
"""Whether a clause speaks of the house, the shift, everybody."""


class Round:
    """The persons of a round, found before any clause is given to one."""

    def __init__(self, pieces: Sequence[Piece], chosen: str | None, *, shared: bool) -> None:
        self.persons: list[Person] = []
        if chosen is not None:
            self.persons.append(_chosen(chosen))
        for piece in pieces:
            if not piece.doubtful:
                self._meet_all(piece.turn)
        first = next((piece for piece in pieces if piece.turn), None)
        if first is not None and first.doubtful and not (shared and self.persons):
            self._meet_all(first.turn)
        if shared:
            for piece in pieces:
                self._meet_all(mention for mention in piece.others if mention.name is not None)

    def _meet_all(self, mentions: Iterable[Mention]) -> None:
        for mention in mentions:
            self._meet(mention)

    def _meet(self, mention: Mention) -> None:
        index = self.find(mention)
        if index is not None:
            self.persons[index] = self.persons[index].known_as(mention)
        elif not self._candidates(mention):
            self.persons.append(Person(mention.name, mention.room, mention.fact))

    def _candidates(self, mention: Mention) -> list[int]:
        return [at for at, person in enumerate(self.persons) if person.may_be(mention)]

    def find(self, mention: Mention) -> int | None:
        """The one person a mention means; None when nobody or several."""
        found = self._candidates(mention)
        return found[0] if len(found) == 1 else None


def _chosen(label: str) -> Person:
    name, _, room = label.partition(",")
    return Person(name.strip(), room.strip() or None)


class Tracker:
    """Gives the clauses to persons, one after the other."""

    def __init__(self, known: Round, general: General, *, chosen: bool) -> None:
        self._round = known
        self._general = general
        self._current: tuple[int, ...] = (0,) if chosen else ()
        self._visited: list[int] = [0] if chosen else []
        self._roles: set[Gender] = set()
        self._sentence = -1
        self._unclear = False

    def take(self, piece: Piece) -> tuple[int, ...]:
        """The persons a clause is about, the leading one first."""
        new = piece.clause.sentence != self._sentence
        self._sentence = piece.clause.sentence
        owners = self._owners(piece, new=new)
        self._hear_roles(piece)
        if not owners:
            return ()
        beside = self._beside(piece)
        self._visit((*beside, *owners) if beside else ())
        return tuple(dict.fromkeys((*owners, *beside)))

    def _owners(self, piece: Piece, *, new: bool) -> tuple[int, ...]:
        if names_couple(piece.item):
            return self._turn_to_couple(piece)
        if piece.turn and not self._only_calls(piece):
            return self._turn_to(piece.turn)
        reference = group_reference(piece.item)
        if reference is not None:
            return self._turn_to_group(reference)
        if new and self._general(piece.item):
            self._leave()
            return ()
        if self._unclear and not new:
            return ()
        gender = pronoun(piece.item)
        if gender is not None and len(self._round.persons) > 1:
            return self._by_pronoun(piece, gender, new=new)
        if len(self._current) > 1 and new and lex.SINGULAR & set(piece.item.text):
            return ()
        return self._current

    def _turn_to_couple(self, piece: Piece) -> tuple[int, ...]:
        """Both persons of that family name; nobody where two are not known."""
        said = set(piece.item.text)
        found = [
            at
            for at, person in enumerate(self._round.persons)
            if (person.name or "").split(" ")[-1].lower() in said
        ]
        self._unclear = len(found) != _TWO
        self._current = () if self._unclear else tuple(found)
        self._roles = set()
        return self._current

    def _only_calls(self, piece: Piece) -> bool:
        """„Frau Meier hat angerufen“: nobody of the round, or the one who is spoken of."""
        return piece.doubtful and self._round.find(piece.turn[0]) is None

    def _turn_to(self, turn: Sequence[Mention]) -> tuple[int, ...]:
        found = [self._round.find(mention) for mention in turn]
        self._roles = set()
        self._unclear = None in found
        if self._unclear:
            self._current = ()
            return ()
        self._current = tuple(dict.fromkeys(index for index in found if index is not None))
        self._visit(self._current)
        return self._current

    def _visit(self, persons: Sequence[int]) -> None:
        for index in persons:
            if index in self._visited:
                self._visited.remove(index)
            self._visited.append(index)

    def _leave(self) -> None:
        self._current = ()
        self._unclear = True

    def _turn_to_group(self, reference: Reference) -> tuple[int, ...]:
        if reference.rest:
            self._leave()
            return ()
        persons = self._group(reference)
        self._unclear = not persons
        self._current = persons
        return persons

    def _group(self, reference: Reference) -> tuple[int, ...]:
        if reference.every and reference.count is None:
            return tuple(range(len(self._round.persons)))
        if reference.count is None:
            return self._current
        if len(self._current) == reference.count:
            return self._current
        if reference.every and len(self._round.persons) == reference.count:
            return tuple(range(len(self._round.persons)))
        fitting = [
            index
            for index in self._visited
            if reference.gender is None
            or self._round.persons[index].gender in {reference.gender, Gender.UNKNOWN}
        ]
        if len(fitting) < reference.count:
            return ()
        return tuple(fitting[-reference.count :])

    def _by_pronoun(self, piece: Piece, gender: Gender, *, new: bool) -> tuple[int, ...]:
        plural = bool(lex.PLURAL & set(piece.item.text)) and gender is Gender.FEMALE
        if plural and len(self._current) > 1:
            return self._current
        fitting = [i for i in self._current if self._fits(i, gender)]
        if len(fitting) == 1 and len(self._current) == 1:
            return self._current
        if len(fitting) == 1 and not plural:
            if new:
                self._roles = set()
            return (fitting[0],)
        if len(fitting) > 1:
            return ()
        if plural or gender in self._roles or not new or self._of_thing(piece):
            return self._current
        return self._earlier(gender)

    def _fits(self, index: int, gender: Gender) -> bool:
        return self._round.persons[index].gender in {gender, Gender.UNKNOWN}

    def _of_thing(self, piece: Piece) -> bool:
        """„Er liegt bei 130“: the pressure, not a man."""
        return piece.item.has(FactKind.VITAL)

    def _earlier(self, gender: Gender) -> tuple[int, ...]:
        """The last person of that gender, else nobody: it is unclear who is meant."""
        found = next(
            (i for i in reversed(self._visited) if self._round.persons[i].gender is gender), None
        )
        if found is None:
            self._leave()
            return ()
        self._current = (found,)
        self._visit(self._current)
        return self._current

    def _hear_roles(self, piece: Piece) -> None:
        """A relative or an office just named may be meant by the next pronoun."""
        for fact in piece.item.of(FactKind.ROLE):
            female = fact.text.lower() in lex.FEMALE_ROLES or fact.text.endswith("in")
            self._roles.add(Gender.FEMALE if female else Gender.MALE)
        for fact in piece.item.of(FactKind.PERSON):
            if "Dr." in fact.text:
                self._roles |= {Gender.FEMALE, Gender.MALE}
            elif fact.text.startswith("Schwester"):
                self._roles.add(Gender.FEMALE)
        for mention in piece.contacts:
            self._roles.add(Person(mention.name, mention.room).gender)

    def _beside(self, piece: Piece) -> list[int]:
        """Further persons of the round whom a clause names."""
        found = [self._round.find(mention) for mention in (*piece.others, *piece.contacts)]
        return [index for index in found if index is not None]


def owners_of(
    pieces: Sequence[Piece], known: Round, general: General, *, chosen: bool
) -> tuple[tuple[int, ...], ...]:
    """For each clause the persons it is about, see `Cutting.owners`."""
    tracker = Tracker(known, general, chosen=chosen)
    found = [tracker.take(piece) for piece in pieces]
    for number, piece in enumerate(pieces):
        if number and piece.corrects is not Correction.NONE and found[number]:
            found[number - 1] = found[number]
        elif number and repeats(piece) and found[number] and found[number - 1]:
            found[number - 1] = tuple(dict.fromkeys((*found[number - 1], *found[number])))
    return tuple(found)


def repeats(piece: Piece) -> bool:
    """„Herr Wolf auch“: what was said before holds for him, too."""
    if not piece.turn:
        return False
    named = {i for fact in piece.item.of(FactKind.PERSON) for i in range(*fact.tokens)}
    left = [word for index, word in piece.item.words if index not in named]
    return bool(lex.REPEATING & set(left)) and all(
        word in lex.SAME | lex.OPENERS or word in FINITE for word in left
    )
