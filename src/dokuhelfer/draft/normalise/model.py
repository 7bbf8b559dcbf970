"""What normalising yields: written tokens that each know their place in the original."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum, StrEnum, auto

from dokuhelfer.draft.model import Span


class TokenKind(Enum):
    """What a token is."""

    WORD = auto()
    NUMBER = auto()
    """``value`` is a `Number`."""
    TIME = auto()
    """A clock time; ``value`` is a `Clock`."""
    DATE = auto()
    """A calendar date; ``value`` is a `Day`."""
    UNIT = auto()
    """A unit in its written form: °C, mmHg, ml, mg, %, €, IE, cm, kg, l, Tropfen, Uhr …"""
    PUNCT = auto()
    """Sentence punctuation, written or spoken: . , : ; ? ! – ( )"""
    QUOTE_OPEN = auto()
    QUOTE_CLOSE = auto()
    BREAK = auto()
    """A new line or paragraph, spoken or written."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as a value.

    Attributes:
        spoken: True when it was dictated in words.
        pair: the second value of „136 zu 85“ / „2 mal 3“ forms, which make one token.
        joiner: what joins the pair in writing ("/" or " x "), else "".
        fraction: written form of a fraction such as "1/2", else "".
    """

    value: Decimal
    spoken: bool = False
    pair: tuple[Decimal, ...] = ()
    joiner: str = ""
    fraction: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time. More than one reading when a.m./p.m. stays open.

    Attributes:
        readings: minutes after midnight, most likely first; never empty.
        hedged: True for „gegen elf“, „kurz nach acht“ and the like.
        minutes_apart: whether the minutes were said as a number of their own behind „Uhr“.
    """

    readings: tuple[int, ...]
    hedged: bool = False
    minutes_apart: bool = field(default=False, compare=False)

    @property
    def settled(self) -> bool:
        """Whether there is one reading only."""
        return len(self.readings) == 1

    def text(self) -> str:
        """The first reading as ``HH:MM``."""
        return f"{self.readings[0] // 60:02d}:{self.readings[0] % 60:02d}"


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar date as spoken; ``year`` is None when it was not said."""

    day: int
    month: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """One written token.

    Attributes:
        text: as it is written in a document: "168", "08:30", "37,2", "°C", "Frau".
        span: the place in the original dictation it stands for.
        glue: True when no blank stands between the previous token and this one.
    """

    text: str
    kind: TokenKind
    span: Span
    value: Number | Clock | Day | None = None
    glue: bool = False


class DropReason(StrEnum):
    """Why a piece of the dictation is not content."""

    FILLER = "filler"
    SPOKEN_PUNCTUATION = "spoken_punctuation"
    COMMAND = "command"
    """Addressed to the program: „streich das“, „das Feld lass ich offen“."""
    ASIDE = "aside"
    """Said to somebody who came in or to oneself, and possibly content after all."""
    WITHDRAWN = "withdrawn"
    CORRECTION = "correction"
    """The correction marker itself: „nein“, „Quatsch“, „ich korrigiere“."""
    JOINED = "joined"
    """Belongs to a value that began in the segment before and stands there."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A piece of the dictation left out, with the reason.

    For WITHDRAWN pieces ``tokens`` holds what the speaker took back, normalised, so
    that a withdrawn value can be recognised in a draft.
    """

    span: Span
    reason: DropReason
    tokens: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True)
class Normalised:
    """A dictation, normalised: tokens in order of speaking and what was left out."""

    tokens: tuple[Token, ...]
    dropped: tuple[Dropped, ...] = ()


def join(tokens: Sequence[Token]) -> str:
    """The tokens as written text: blanks as German typography wants them."""
    parts: list[str] = []
    after_open = True
    for token in tokens:
        if token.kind is TokenKind.BREAK:
            parts.append("\n")
            after_open = True
            continue
        if token.text == "." and parts and parts[-1].endswith("."):
            continue  # „am 17.11.“: the dot of the date ends the sentence as well
        if not (after_open or token.glue):
            parts.append(" ")
        parts.append(token.text)
        after_open = token.kind is TokenKind.QUOTE_OPEN or token.text == "("
    return "".join(parts).strip()
