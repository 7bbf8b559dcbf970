"""What a Word document with places asks for: its fields, with the words that stand beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P

from dokuhelfer.document.check import RESERVED
from dokuhelfer.document.content import HEAD, LABEL, NUMBER
from dokuhelfer.document.fill import stories
from dokuhelfer.document.places import PLACE, Name, names_of, paragraphs, text_of
from dokuhelfer.document.sections import BY, WHEN, WHO
from dokuhelfer.draft.template.schema import ID, UNPLACED

_ANY_PLACE = re.compile(r"\{\{([^{}]{1,80})\}\}")
_LONGEST_LABEL = 60
"""A longer text beside a place is a sentence, no label."""
_OWN_PARTS = frozenset({NUMBER, WHO, WHEN, BY})
"""Parts that a text or number has; a field with no other ones is no group."""


@dataclass(slots=True)
class Asked:
    """One field a document asks for; ``members`` (id → label) make it a group."""

    id: str
    label: str
    members: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outline:
    """The fields in the order of the document, and places that no field id fits."""

    title: str
    fields: tuple[Asked, ...]
    unusable: tuple[str, ...]


def outline(word: WordDocument) -> Outline:
    """The fields of an opened document."""
    asked: dict[str, Asked] = {}
    unusable: dict[str, None] = {}
    for story in stories(word):
        for paragraph in paragraphs(story):
            for name in names_of(paragraph):
                _note(name, paragraph, asked, unusable)
            for match in _ANY_PLACE.finditer(text_of(paragraph)):
                if not PLACE.fullmatch(match[0]):
                    unusable[" ".join(match[0].split())] = None
    for found in asked.values():
        if set(found.members) <= _OWN_PARTS:
            found.members.clear()
    return Outline(_title(word), tuple(asked.values()), tuple(unusable))


def _note(name: Name, paragraph: CT_P, asked: dict[str, Asked], unusable: dict[str, None]) -> None:
    if name.id == HEAD and name.part == "person":
        asked.setdefault("person", Asked("person", "Person"))
    if name.id in RESERVED or name.id == UNPLACED:
        return
    if not ID.fullmatch(name.id) or (name.part and not ID.fullmatch(name.part)):
        unusable[f"{{{{{name}}}}}"] = None
        return
    found = asked.setdefault(name.id, Asked(name.id, ""))
    if name.part and name.part != LABEL:
        found.members.setdefault(name.part, _from_name(name.part))
    elif name.part != LABEL and not found.label:
        found.label = _beside(paragraph, name)
    found.label = found.label or ("" if name.part == LABEL else _from_name(name.id))


def _from_name(id: str) -> str:
    words = id.replace("_", " ")
    return words[:1].upper() + words[1:]


def _beside(paragraph: CT_P, name: Name) -> str:
    """The words before the place, else the cell to its left, else the heading above it."""
    text = text_of(paragraph)
    before = _label(PLACE.sub("\n", text[: text.find("{{")]).rsplit("\n", 1)[-1])
    if before:
        return before
    cell = next(paragraph.iterancestors(qn("w:tc")), None)
    neighbour = cell if cell is not None else paragraph
    left = neighbour.getprevious()
    if left is None or left.tag not in (qn("w:tc"), qn("w:p")):
        return ""
    return _label(
        " ".join(text_of(p) for p in paragraphs(left)) if cell is not None else _text(left)
    )


def _text(element: object) -> str:
    return text_of(element) if isinstance(element, CT_P) else ""


def _label(text: str) -> str:
    plain = " ".join(text.split()).rstrip(":–-. ").strip()
    usable = plain and len(plain) <= _LONGEST_LABEL and "{{" not in plain
    return plain if usable and any(letter.isalpha() for letter in plain) else ""


def _title(word: WordDocument) -> str:
    """The title of the file's properties, else its first words."""
    stated = _label(word.core_properties.title or "")
    if stated:
        return stated
    return next((found for p in word.paragraphs if (found := _label(p.text))), "")
