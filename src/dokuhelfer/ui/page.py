"""What the reading page shows, as plain values; made from the review, painted by widgets.

Positions are code points of the text beside them, half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Range = tuple[int, int]


class Standing(StrEnum):
    """How a stop stands: what its mark says."""

    OPEN = "open"
    DECIDED = "decided"
    STRUCK = "struck"
    BLOCK = "block"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words to read.

    Attributes:
        facts: numbers, names, drugs, sides, negations; set semi-bold, and nothing else is.
        disputed: what a finding is about; underlined in the finding's colour as well.
        quiet: what may still change or is no more than a note.
    """

    text: str
    facts: tuple[Range, ...] = ()
    disputed: tuple[Range, ...] = ()
    quiet: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a finding.

    Attributes:
        why_not: why it cannot be chosen; "" where it can.
        is_next: the button to be filled.
    """

    digit: int
    text: str
    why_not: str = ""
    is_next: bool = False


@dataclass(frozen=True, slots=True)
class Issue:
    """The finding to be settled at a stop.

    Attributes:
        severity: ``block``, ``warn`` or ``info``.
        other: another wording on offer; then it is no finding.
        number, count: which of the stop's findings it is.
    """

    severity: str
    title: str
    drafted: Passage | None = None
    dictated: Passage | None = None
    choices: tuple[Choice, ...] = ()
    number: int = 1
    count: int = 1
    other: Passage | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """One place to read and decide.

    Attributes:
        evidence: the words of the dictation; None where there are none.
        verbatim: the evidence is word for word the draft.
        withdrawn: values that were taken back.
        playable: there is sound to listen to.
        editable: F2 changes it here.
        labelled: the label is painted; a repeated group has it on the first only.
        closes: the last stop, what stands in no field.
    """

    id: str
    label: str
    passage: Passage
    standing: Standing = Standing.OPEN
    evidence: Passage | None = None
    verbatim: bool = False
    withdrawn: tuple[str, ...] = ()
    issue: Issue | None = None
    playable: bool = False
    editable: bool = True
    labelled: bool = True
    closes: bool = False


def words_of(stop: Stop) -> tuple[object, ...]:
    """All that is read at a stop, and nothing else: who decides decides on this."""
    issue = stop.issue
    asked = None
    if issue is not None:
        choices = tuple((choice.digit, choice.text) for choice in issue.choices)
        asked = (issue.severity, issue.title, issue.drafted, issue.dictated, issue.other, choices)
    return (stop.label, stop.passage, stop.evidence, stop.withdrawn, asked)


@dataclass(frozen=True, slots=True)
class Blank:
    """A field of which nothing was said."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Page:
    """The whole sheet.

    Attributes:
        cursor: index of the stop that is read; ``len(stops)`` behind the last one.
        left: stops not decided; ``blocked`` of them to be clarified.
        day_open: whether it was yesterday or today is still to be said.
    """

    title: str
    stops: tuple[Stop, ...]
    blanks: tuple[Blank, ...] = ()
    cursor: int = 0
    left: int = 0
    blocked: int = 0
    all_read: bool = False
    day_open: bool = False
