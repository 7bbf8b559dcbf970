"""Typed facts: what the check holds a draft to and what fills typed fields."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from dokuhelfer.draft.facts.names import FactName
from dokuhelfer.draft.model import Span
from dokuhelfer.draft.normalise.model import Clock, Day

__all__ = ["Fact", "FactKind", "FactName", "Modality"]


class FactKind(Enum):
    """Families of facts."""

    NUMBER = auto()
    """Any number with or without a unit that is not one of the others."""
    VITAL = auto()
    """A named measurement; ``name`` is a `FactName`."""
    TIME = auto()
    DATE = auto()
    RELATIVE_DAY = auto()
    """„heute früh“, „Donnerstag in einer Woche“: kept in words in ``text``."""
    MONEY = auto()
    PERSON = auto()
    """Frau/Herr/Dr. + name, initials, room; canonical form in ``text``."""
    ROLE = auto()
    """Somebody named by office: Hausarzt, Tochter, Nachtdienst."""
    MEDICATION = auto()
    """Drug name with strength and form if said; name alone in ``text``."""
    BODY_PART = auto()
    """``text`` the part; ``side`` "links", "rechts", "beidseits" or None."""
    SIDE = auto()
    """A side without a body part next to it."""
    NEGATION = auto()
    """``text`` the negating word; ``scope`` the words it negates."""
    QUOTE = auto()
    """Verbatim speech, without the quotation marks."""
    SOURCE = auto()
    """Reported speech: „gibt an“, „laut Sohn“; the source in ``text``."""
    CONDITION = auto()
    """„sofern …“, „nur wenn …“, „bei Bedarf“."""
    ESTIMATE = auto()
    """„ca.“, „ungefähr“, „wohl“, „vielleicht“, „höchstens“."""
    CHOICE_WORD = auto()
    """A word that names where or how something was measured: „im Ohr“, „nüchtern“."""


class Modality(Enum):
    """Whether something happened. Clause-wide; PLAIN when nothing speaks for another."""

    PLAIN = auto()
    PLANNED = auto()
    """„ruf ich an“, „soll“, „bitte“, „morgen nochmal“."""
    ATTEMPTED = auto()
    """„nicht erreicht“, „wollte“, „versucht“."""
    DONE = auto()
    """„hab ich angerufen“, „wurde informiert“."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a clause.

    Attributes:
        span: the words that carry it, in the original.
        tokens: half-open range of token indices within the clause.
        value: a measured number; for pairs such as RR each value is a fact of its own.
        unit: written unit if spoken; None when it was not.
        clock, day: set for TIME and DATE.
        text: canonical text of a worded fact (see `FactKind`).
        scope: for NEGATION, the lower-cased content words it covers.
    """

    kind: FactKind
    span: Span
    tokens: tuple[int, int]
    name: FactName | None = None
    value: Decimal | None = None
    unit: str | None = None
    clock: Clock | None = None
    day: Day | None = None
    text: str = ""
    side: str | None = None
    scope: tuple[str, ...] = ()
