"""Places such as ``{{ort}}`` in a Word part: finding them, whatever runs Word cut them into."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from lxml import etree

PLACE = re.compile(r"\{\{\s*([a-z][a-z0-9_]*)(?:\.([a-z][a-z0-9_]*))?\s*\}\}")

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_P, _R, _T, _RPR = qn("w:p"), qn("w:r"), qn("w:t"), qn("w:rPr")


@dataclass(frozen=True, slots=True)
class Name:
    """What stands between the braces: ``{{kopf.person}}`` is `kopf` and `person`."""

    id: str
    part: str = ""

    def __str__(self) -> str:
        """As it is written in the document, without braces."""
        return f"{self.id}.{self.part}" if self.part else self.id


@dataclass(frozen=True, slots=True)
class Place:
    """A place and the one run that now holds nothing else."""

    name: Name
    run: CT_R


def names_in(element: etree._Element) -> list[Name]:
    """The names of all places below an element, in order, with repetitions."""
    found: list[Name] = []
    for paragraph in paragraphs(element):
        found += names_of(paragraph)
    return found


def names_of(paragraph: CT_P) -> list[Name]:
    """The names of the places of one paragraph."""
    return [Name(match[1], match[2] or "") for match in PLACE.finditer(text_of(paragraph))]


def text_of(paragraph: CT_P) -> str:
    """The text of this very paragraph, without tabs and line breaks."""
    return "".join(text.text or "" for _, text in _texts(paragraph))


def paragraphs(element: etree._Element) -> Iterator[CT_P]:
    """All paragraphs of a part: in tables, text boxes and content controls too."""
    return (p for p in element.iter(_P) if isinstance(p, CT_P))


def isolate(paragraph: CT_P) -> list[Place]:
    """Give every place of the paragraph a run of its own and return them in order.

    The run keeps the look of the place's first character, as an author expects who
    made ``{{ort}}`` bold and had it cut into three runs by the spelling checker.
    """
    _one_text_per_run(paragraph)
    matches = list(PLACE.finditer(text_of(paragraph)))
    for match in matches:
        _split_at(paragraph, match.start())
        _split_at(paragraph, match.end())
    pieces = _positions(paragraph)
    return [Place(Name(m[1], m[2] or ""), _merge(pieces, m.start(), m.end())) for m in matches]


def _merge(pieces: list[tuple[int, CT_R]], start: int, end: int) -> CT_R:
    """The first of the runs between two offsets; the others are taken out."""
    first, *others = [run for position, run in pieces if start <= position < end]
    for run in others:
        drop(run)
    return first


def _positions(paragraph: CT_P) -> list[tuple[int, CT_R]]:
    """The runs with a text, each with the offset where it begins."""
    position = 0
    found: list[tuple[int, CT_R]] = []
    for run, text in _texts(paragraph):
        if text.text:
            found.append((position, run))
            position += len(text.text)
    return found


def _texts(paragraph: CT_P) -> list[tuple[CT_R, etree._Element]]:
    """The runs of this very paragraph with their texts, not those of text boxes in it."""
    return [
        (run, text)
        for run in paragraph.iter(_R)
        if isinstance(run, CT_R) and next(run.iterancestors(_P)) is paragraph
        for text in run.findall(_T)
    ]


def _one_text_per_run(paragraph: CT_P) -> None:
    for run in {id(run): run for run, _ in _texts(paragraph)}.values():
        content = [child for child in run if child.tag != _RPR]
        for child in content[:0:-1]:
            clone = empty_copy(run)
            clone.append(child)
            run.addnext(clone)


def empty_copy(run: CT_R) -> CT_R:
    """A run of the same look without content."""
    clone = deepcopy(run)
    for child in list(clone):
        if child.tag != _RPR:
            clone.remove(child)
    return clone


def _split_at(paragraph: CT_P, offset: int) -> None:
    position = 0
    for run, text in _texts(paragraph):
        content = text.text or ""
        if position < offset < position + len(content):
            rest = deepcopy(run)
            _set(text, content[: offset - position])
            for copied in rest.findall(_T):
                _set(copied, content[offset - position :])
            run.addnext(rest)
            return
        position += len(content)


def _set(element: etree._Element, text: str) -> None:
    element.text = text
    element.set(_SPACE, "preserve")


def drop(element: etree._Element) -> None:
    """Take an element out of its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
