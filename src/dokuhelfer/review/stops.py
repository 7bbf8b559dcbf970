"""What a reader sees: stops in reading order, each with all that is needed to decide on it.

Values only. `session.ReviewSession` makes them anew after every command; a front end shows
them and sends commands back, it decides nothing itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, StrEnum, auto

from dokuhelfer.draft.model import Finding, Origin, Span
from dokuhelfer.draft.template.model import FieldType
from dokuhelfer.transcript.model import SkipReason

Range = tuple[int, int]
"""Code points of a text, half-open."""


class StopKind(StrEnum):
    """What a stop is about."""

    DATE = "date"
    """The dictation leaves open which day is meant."""
    FIELD = "field"
    GROUP = "group"
    """Fields that belong together, as the template says (`stellen`)."""
    ROW = "row"
    """One entry of a group or a list."""
    MISSING = "missing"
    """A required field without content."""
    LEFT_OVER = "left_over"
    """What fits no field, and sound that became no text."""


@dataclass(frozen=True, slots=True, order=True)
class StopId:
    """Which stop: its kind, the (first) field's id, and the row."""

    kind: StopKind
    field: str = ""
    row: int | None = None


class StopState(Enum):
    """What a person decided about a stop."""

    OPEN = auto()
    CONFIRMED = auto()
    REJECTED = auto()
    """Struck: its content goes into no document."""


class Action(Enum):
    """What may be done at a stop now."""

    CONFIRM = auto()
    ANSWER = auto()
    EDIT = auto()
    DICTATE = auto()
    STRIKE = auto()
    REOPEN = auto()
    TAKE_OFFER = auto()
    ASSIGN = auto()
    """A line of the last stop: into a field, an entry of its own, or left out."""


class Answer(Enum):
    """What a digit does at an open finding (ui.md §2.5)."""

    AS_DICTATED = auto()
    CORRECT = auto()
    STRIKE = auto()
    ADDED_BY_ME = auto()
    FELLOW = auto()
    """Another person is meant: the name gives way to „Mitbewohner/in“."""
    BELONGS_HERE = auto()
    OWN_ENTRY = auto()
    FIRST_TIME = auto()
    SECOND_TIME = auto()
    LEAVE_EMPTY = auto()
    TYPE_IN = auto()
    FIRST_DAY = auto()
    SECOND_DAY = auto()


class Why(Enum):
    """Why a choice cannot apply; it is shown dashed."""

    NOTHING_DICTATED = auto()


@dataclass(frozen=True, slots=True)
class Choice:
    """One numbered answer. ``text``: the words it puts in, where it does."""

    digit: int
    answer: Answer
    text: str = ""
    why_not: Why | None = None

    @property
    def possible(self) -> bool:
        """Whether it can apply."""
        return self.why_not is None


class Topic(StrEnum):
    """What a dispute is titled by; a finding's kind, told apart where the title differs."""

    NUMBER = "number"
    UNIT = "unit"
    TIME = "time"
    TIME_OPEN = "time_open"
    DATE = "date"
    DATE_OPEN = "date_open"
    NAME = "name"
    MEDICATION = "medication"
    LATERALITY = "laterality"
    NEGATION_LOST = "negation_lost"
    NEGATION_ADDED = "negation_added"
    NEGATION = "negation"
    WITHDRAWN = "withdrawn"
    PLANNED_AS_DONE = "planned_as_done"
    QUALIFIER = "qualifier"
    QUOTE = "quote"
    UNSUPPORTED = "unsupported"
    LANGUAGE = "language"
    PERSON = "person"
    TYPE = "type"
    MISSING = "missing"
    WORDING = "wording"
    KEPT = "kept"
    PLAUSIBILITY = "plausibility"


@dataclass(frozen=True, slots=True)
class Words:
    """A text with what is emphasised in it.

    Attributes:
        facts: numbers, names, drugs, sides, negations: semi-bold.
        disputed: what a finding is about: semi-bold and underlined.
    """

    text: str
    facts: tuple[Range, ...] = ()
    disputed: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispute:
    """An open finding at a stop with its numbered answers.

    Attributes:
        finding: None for the open date, which no finding of the check is about.
        written, said: the statement and its place in the dictation, disputed words marked.
        choices: by digit; empty where nothing but confirming is to be done.
        blocks: whether the stop cannot be confirmed before it is answered.
    """

    topic: Topic
    finding: Finding | None
    written: Words
    said: Words
    choices: tuple[Choice, ...]
    blocks: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """One statement as it is shown.

    Attributes:
        added: „von mir ergänzt“: not dictated, a person answers for it.
    """

    words: Words
    origin: Origin
    evidence: tuple[Span, ...] = ()
    added: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """What one value of a stop is made of; what `edit` changes.

    Attributes:
        path: JSON pointer below the draft's fields (``/puls``, ``/eintraege/0/situation``).
        text: in German written form.
        editable: the same as an editor takes it (``37,2`` without a unit).
        values: what a choice may be.
        limit: most characters the target system takes.
        struck: its field is rejected; it goes into no document.
    """

    path: str
    label: str
    type: FieldType
    text: str
    editable: str
    statements: tuple[Shown, ...] = ()
    values: tuple[str, ...] = ()
    unit: str | None = None
    limit: int | None = None
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of the dictation behind a stop.

    Attributes:
        words: behind those statements that do not say the very same.
        spans: all places, for playing and for the transcript.
        verbatim: the stop says the same words: „wörtlich wie diktiert“, nothing to read twice.
        withdrawn: values the speaker took back there.
    """

    words: Words
    spans: tuple[Span, ...]
    verbatim: bool = False
    withdrawn: tuple[str, ...] = ()


class Fate(Enum):
    """What a person decided about a line of the last stop."""

    OPEN = auto()
    LEFT_OUT = auto()
    OWN_ENTRY = auto()


LineKey = Span | tuple[float, float] | str
"""A line of the last stop: its place in the dictation, seconds, or the text that has neither."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the last stop.

    Attributes:
        text: what was said; "" for sound without text.
        spans: its place in the dictation.
        seconds: where the sound is that became no text.
        reason: why it became none; None for words.
        row: of the list of unplaced statements, None for words in no field at all.
    """

    text: str
    spans: tuple[Span, ...] = ()
    seconds: tuple[float, float] | None = None
    reason: SkipReason | None = None
    row: int | None = None
    fate: Fate = Fate.OPEN

    @property
    def key(self) -> LineKey:
        """What a decision about it is kept under: the same words said again are another line."""
        if self.seconds is not None:
            return self.seconds
        return self.spans[0] if self.spans else self.text


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of the reading pass.

    Attributes:
        seen: painted whole at the cursor in this very wording.
        disputes: open findings, those that block first; one is answered at a time.
        offer: another wording of it that may be taken; None where there is none.
        lines: of the last stop only.
    """

    id: StopId
    label: str
    parts: tuple[Part, ...] = ()
    evidence: Evidence | None = None
    disputes: tuple[Dispute, ...] = ()
    state: StopState = StopState.OPEN
    seen: bool = False
    actions: frozenset[Action] = frozenset()
    offer: str | None = None
    lines: tuple[Line, ...] = ()

    @property
    def decided(self) -> bool:
        """Whether nothing is left to do here."""
        return self.state is not StopState.OPEN

    @property
    def dispute(self) -> Dispute | None:
        """The finding that digits answer now."""
        return self.disputes[0] if self.disputes else None

    @property
    def blocked(self) -> bool:
        """Whether a finding must be answered before it can be confirmed."""
        return any(dispute.blocks for dispute in self.disputes)


@dataclass(frozen=True, slots=True)
class EmptyField:
    """A field of which nothing was said: a name in the line „Nicht diktiert“."""

    field: str
    label: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading is; head, foot and sheet read the same.

    Attributes:
        left: stops still open.
        to_clarify: those of them with a blocking finding.
        next: the first open stop.
    """

    stops: int
    left: int
    to_clarify: int
    next: StopId | None = field(default=None)

    @property
    def ready(self) -> bool:
        """Whether the draft can be signed off."""
        return self.left == 0
