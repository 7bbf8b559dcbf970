"""The draft: fields, statements, evidence, findings; format ``dokuhelfer.draft/1``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dokuhelfer.transcript.model import Transcript

FORMAT = "dokuhelfer.draft/1"
FORMAT_OF_SEVERAL = "dokuhelfer.drafts/1"

Scalar = str | int | float
"""Text, time, date and choice are strings, int and decimal numbers."""
GroupEntry = Mapping[str, Scalar | None]
Value = Scalar | tuple[str, ...] | tuple[GroupEntry, ...] | None
"""A field's value as it goes into JSON; None means "nothing was said"."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in the dictation: code points of that segment's text, half-open."""

    segment: int
    start: int
    end: int


class Origin(StrEnum):
    """Who wrote a statement."""

    RULES = "rules"
    LLM = "llm"
    HUMAN = "human"
    SELECTED = "selected"
    BAUSTEIN = "baustein"


class Wording(StrEnum):
    """Whether a statement stands in the words of the dictation."""

    QUOTED = "quoted"
    PHRASED = "phrased"
    """In words of a language model, each of which the check found in the dictation."""
    KEPT = "kept"
    """Quoted because the model's words were not borne out by the dictation."""


class FieldStatus(StrEnum):
    """What a person decided about a field."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class Kind(StrEnum):
    """What a finding is about (design, "check")."""

    NUMBER = "number"
    UNIT = "unit"
    TIME = "time"
    DATE = "date"
    NAME = "name"
    MEDICATION = "medication"
    LATERALITY = "laterality"
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
    PLAUSIBILITY = "plausibility"


class Severity(StrEnum):
    """How much a finding weighs; ``block`` must be decided before release."""

    BLOCK = "block"
    WARN = "warn"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the check has to say.

    Attributes:
        field: the template's field id (a group's own id for its entries).
        path: JSON pointer below ``fields``, such as ``/eintraege/0/situation``.
        text: the statement it is about, as it stands in the draft.
        detail: one fixed sentence a carer understands, in German.
    """

    field: str
    path: str
    text: str
    kind: Kind
    severity: Severity
    detail: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of a field with the places it came from.

    A statement of a group stands for one member of one entry, named by ``path``.

    Attributes:
        quote: what stood there before it was phrased.
        vouched: kinds of findings a person has looked at and answers for; these no longer
            hold a release up.
    """

    text: str
    evidence: tuple[Span, ...]
    origin: Origin
    findings: tuple[Finding, ...] = ()
    path: str = ""
    wording: Wording = Wording.QUOTED
    quote: str = ""
    vouched: tuple[Kind, ...] = ()

    @property
    def added(self) -> bool:
        """„Von mir ergänzt“: nobody dictated it, a person answers for it."""
        return self.origin is Origin.HUMAN and bool(self.vouched) and not self.evidence


@dataclass(frozen=True, slots=True)
class DraftField:
    """A field of the draft: its value and the statements that make it up."""

    value: Value = None
    statements: tuple[Statement, ...] = ()
    status: FieldStatus = FieldStatus.OPEN


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A piece of the dictation that stands in no field."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Meta:
    """How the draft came about. ``recorded`` is ISO 8601; hashes are SHA-256, lower-case hex."""

    recorded: str | None
    app: str
    models: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Head:
    """The document's head. ``date`` ISO (day of the event), ``time`` ``HH:MM``.

    ``late`` is True for a late entry (Nachtrag); ``date_choices`` holds both days when
    a time after 18:00 was dictated before 10:00, and ``date`` is None then.
    """

    date: str | None = None
    time: str | None = None
    shift: str | None = None
    unit: str | None = None
    case: str | None = None
    author: str | None = None
    role: str | None = None
    late: bool = False
    date_choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole draft, ready to be reviewed. All fields of the template are present."""

    template: str
    template_version: str
    engine: str
    meta: Meta
    head: Head
    transcript: Transcript
    fields: Mapping[str, DraftField]
    findings: tuple[Finding, ...] = ()
    uncovered: tuple[Uncovered, ...] = ()


@dataclass(frozen=True, slots=True)
class Drafts:
    """The drafts of one dictation about several persons or of several kinds.

    Attributes:
        uncovered: what was said and stands in no draft.
    """

    drafts: tuple[Draft, ...]
    uncovered: tuple[Uncovered, ...] = ()
