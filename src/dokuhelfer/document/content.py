"""What stands at a place of the base document: the document tree, asked by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dokuhelfer.document.places import Name
from dokuhelfer.document.tree import HEAD_FIELDS, Block, Document, Paragraph, Run, Section

HEAD, FIELD = "kopf", "feld"
REPORT, TITLE, ORIGIN, NOTES = "bericht", "titel", "ki", "hinweise"
LABEL, NUMBER = "label", "zahl"
FIELD_LABEL, FIELD_CONTENT = "bezeichnung", "inhalt"

_ENDS = (".", "!", "?", "…", "“", ":", ";")

Row = Mapping[str, tuple[Run, ...]]


@dataclass(frozen=True, slots=True)
class RowScope:
    """A table row that was repeated: its places ``{{id.…}}`` mean this entry."""

    id: str
    row: Row


class Content:
    """A document and the places of one base file, brought together.

    Args:
        document: what is to be written.
        names: all places of the base file; a field without one goes into the report.
    """

    def __init__(self, document: Document, names: list[Name]) -> None:
        self.document = document
        self._sections = {section.id: section for section in document.sections}
        placed = {name.id for name in names if name.part != LABEL}
        placed |= {name.part for name in names if name.id == HEAD and name.part in HEAD_FIELDS}
        self.rest = tuple(
            section
            for section in document.sections
            if section.id not in placed and not section.omitted
        )
        written = {name.id for name in names}
        self.report_missing = bool(self.rest) and not written & {REPORT, FIELD}
        self.notes_missing = NOTES not in written
        self.origin_missing = ORIGIN not in written

    def row_source(self, names: list[Name]) -> str | None:
        """The id whose entries a table row with these places is repeated for."""
        for name in names:
            if name.id == FIELD:
                return FIELD
            if name.id in self._sections and name.part not in ("", LABEL, NUMBER):
                return name.id
        return None

    def rows(self, id: str) -> tuple[RowScope, ...]:
        """The rows for such an id; one without content where an empty line has to stay."""
        if id == FIELD:
            return tuple(RowScope(FIELD, _field_row(section)) for section in self.rest)
        section = self._sections[id]
        if section.omitted:
            return ()
        return tuple(RowScope(id, row) for row in section.rows) or (RowScope(id, {}),)

    def is_left_out(self, name: Name) -> bool:
        """Whether nothing will stand at the place because the template leaves it out."""
        if name.id == NOTES:
            return not self.document.notes
        if name.id == REPORT:
            return not self.rest
        return name.id in self._sections and self._sections[name.id].omitted

    def blocks(self, name: Name, scope: RowScope | None) -> tuple[Block, ...]:
        """What stands at a place, as blocks; empty for a place nobody knows."""
        if scope is not None and scope.id == name.id and name.part in scope.row:
            return (Paragraph(scope.row[name.part]),)
        if name.id == HEAD:
            return (Paragraph(self.document.head.get(name.part, ())),)
        if name.id in self._sections:
            return _section_blocks(self._sections[name.id], name.part)
        return self._own_blocks(name)

    def _own_blocks(self, name: Name) -> tuple[Block, ...]:
        match name.id:
            case "bericht":
                return self.report()
            case "titel":
                return (Paragraph((Run(self.document.title),)),)
            case "ki":
                return (Paragraph((Run(self.document.origin),)),)
            case "hinweise":
                return self.notes()
            case _:
                return ()

    def notes(self) -> tuple[Block, ...]:
        """The program's notes, one paragraph each."""
        return tuple(Paragraph((Run(note, note=True),)) for note in self.document.notes)

    def report(self) -> tuple[Block, ...]:
        """The fields that have no place of their own, as the template wants them set."""
        return _running(self.rest) if self.document.running else _by_field(self.rest)


def _section_blocks(section: Section, part: str) -> tuple[Block, ...]:
    if part == LABEL:
        return (Paragraph((Run(section.label),)),)
    if part == NUMBER:
        return (Paragraph(section.number),)
    return section.blocks if part == "" else ()


def _field_row(section: Section) -> Row:
    return {FIELD_LABEL: (Run(section.label),), FIELD_CONTENT: section.runs}


def _by_field(sections: tuple[Section, ...]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for section in sections:
        blocks.append(Paragraph((Run(section.label),), heading=True))
        blocks += section.blocks
    return tuple(blocks)


def _running(sections: tuple[Section, ...]) -> tuple[Block, ...]:
    """One text. What is no prose is named, and a full stop parts what has none."""
    runs: list[Run] = []
    for section in sections:
        if not section.runs:
            continue
        if runs:
            ended = runs[-1].text.rstrip().endswith(_ENDS)
            runs.append(Run(" " if ended else ". "))
        if not section.prose:
            runs.append(Run(f"{section.label}: "))
        runs += section.runs
    return (Paragraph(tuple(runs)),)
