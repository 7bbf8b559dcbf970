"""Typed facts: what the check holds a draft to and what fills typed fields."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, StrEnum, auto

from dokuhelfer.draft.model import Span
from dokuhelfer.draft.normalise.model import Clock, Day


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


class FactName(StrEnum):
    """Names by which a template binds a typed field to a fact (`fakt` in the file)."""

    UHRZEIT = "uhrzeit"
    """Time of the event that leads the report."""
    PERSON = "person"
    RR_SYSTOLISCH = "rr_systolisch"
    RR_DIASTOLISCH = "rr_diastolisch"
    RR_ORT = "rr_ort"
    PULS = "puls"
    TEMPERATUR = "temperatur"
    TEMPERATUR_ORT = "temperatur_ort"
    ATEMFREQUENZ = "atemfrequenz"
    SPO2 = "spo2"
    BLUTZUCKER = "blutzucker"
    BLUTZUCKER_EINHEIT = "blutzucker_einheit"
    BLUTZUCKER_ZEITPUNKT = "blutzucker_zeitpunkt"
    GEWICHT = "gewicht"
    GROESSE = "groesse"
    NRS = "nrs"
    BESD_RUHE = "besd_ruhe"
    BESD_AKTIVITAET = "besd_aktivitaet"
    DAUER_MIN = "dauer_min"
    UHRZEIT_STURZ = "uhrzeit_sturz"
    UHRZEIT_AUFFINDEN = "uhrzeit_auffinden"
    ZIMMER = "zimmer"
    UHRZEIT_EREIGNIS = "uhrzeit_ereignis"
    """When something went wrong, as against when it was noticed."""
    UHRZEIT_BEMERKT = "uhrzeit_bemerkt"
    LAENGE_CM = "laenge_cm"
    BREITE_CM = "breite_cm"
    TIEFE_CM = "tiefe_cm"
    ZEITRAUM = "zeitraum"
    """„von 9 bis 10:30 Uhr“, as text."""
    MEDIKAMENT = "medikament"
    """Every drug named, with strength and form, as text."""


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
