"""The neutral document: what goes onto paper, before anything knows of Word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text of one look.

    Attributes:
        flagged: contradicts the dictation or has no source there; marked in the text.
        note: a word of the program („nicht diktiert“), not of the dictation.
    """

    text: str
    flagged: bool = False
    note: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text that stands together; ``heading`` names what follows."""

    runs: tuple[Run, ...] = ()
    bullet: bool = False
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A group as a table: a header row and one row per entry."""

    header: tuple[str, ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]

    @property
    def runs(self) -> tuple[Run, ...]:
        """The cells as „Zimmer: 7; Situation: …“, one line per row."""
        runs: list[Run] = []
        for row in self.rows:
            if runs:
                runs.append(Run("\n"))
            filled = [(label, cell) for label, cell in zip(self.header, row, strict=True) if cell]
            for number, (label, cell) in enumerate(filled):
                runs += (Run(f"{'; ' if number else ''}{label}: "), *cell)
        return tuple(runs)


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Section:
    """One field on paper.

    Attributes:
        omitted: nothing was said and the template leaves such fields out.
        prose: its text can stand in a running text without its label.
        number: the value without its unit, for places such as ``{{rr_systolisch.zahl}}``.
        rows: one mapping per row for places such as ``{{eintraege.person}}``: the
            entries of a group, the statements of a text.
    """

    id: str
    label: str
    blocks: tuple[Block, ...] = ()
    omitted: bool = False
    prose: bool = False
    number: tuple[Run, ...] = ()
    rows: tuple[Mapping[str, tuple[Run, ...]], ...] = ()

    @property
    def runs(self) -> tuple[Run, ...]:
        """All of it in one line of runs, its blocks parted by line breaks."""
        runs: list[Run] = []
        for block in self.blocks:
            if runs:
                runs.append(Run("\n"))
            runs += block.runs
        return tuple(runs)


HEAD_FIELDS = frozenset({"person", "uhrzeit"})
"""Fields the head shows under their own name, where a template has them. No others: who
wrote and signed comes from the session, never from a field (domain.md §3, R15)."""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document, independent of its file format.

    Attributes:
        title: of the template.
        head: values of the places ``{{kopf.…}}``, in German form; empty where unknown.
        sections: the exported fields in the template's order.
        running: whether the sections make one running text.
        notes: sentences of the program below the text.
        origin: the KI line (domain.md §3).
        mark: what every page must say; None on a released document.
        properties: machine-readable marks, free of personal data.
    """

    title: str
    head: Mapping[str, tuple[Run, ...]]
    sections: tuple[Section, ...]
    running: bool
    origin: str
    notes: tuple[str, ...] = ()
    mark: str | None = None
    properties: Mapping[str, str] = field(default_factory=dict)
