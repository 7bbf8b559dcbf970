"""Word field codes of a document: which there are, and which may stay.

Only codes that print something of the document itself are let through. A list of
forbidden ones would not do: a code can be put together from nested fields (QUOTE) or
cut into several runs, so what is not plainly harmless is refused (deployment.md §5.3:
DDE, DDEAUTO, INCLUDETEXT, INCLUDEPICTURE).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)

HARMLESS = frozenset(
    {
        "PAGE",
        "NUMPAGES",
        "SECTION",
        "SECTIONPAGES",
        "DATE",
        "TIME",
        "PRINTDATE",
        "STYLEREF",
        "TITLE",
        "SUBJECT",
        "REF",
        "PAGEREF",
        "SEQ",
        "TOC",
        "SYMBOL",
        "FORMTEXT",
        "FORMCHECKBOX",
        "FORMDROPDOWN",
    }
)


def is_harmless(name: str) -> bool:
    """Whether a field of that name (``PAGE``) may stay in a base document."""
    return name in HARMLESS


def field_names(root: etree._Element) -> Iterator[str]:
    """Names of all fields of a part, upper case; "" for one whose code cannot be read."""
    open_fields: list[_Field] = []
    for element in root.iter("*"):
        match _local(element):
            case "fldSimple":
                yield _name(_attribute(element, "instr"))
            case "fldChar":
                ended = _step(open_fields, _attribute(element, "fldCharType"))
                if ended is not None:
                    yield _name(ended.code)
            case "instrText" if open_fields and open_fields[-1].in_code:
                open_fields[-1].code += element.text or ""
            case "instrText":
                yield ""
    for field in open_fields:
        # Never ended: Word repairs such files, so the code counts.
        yield _name(field.code)


@dataclass(slots=True)
class _Field:
    """A field being read; its code ends where its result begins."""

    code: str = ""
    in_code: bool = True


def _step(open_fields: list[_Field], kind: str) -> _Field | None:
    """Take one field character; the field it ends, if it ends one."""
    if kind == "begin":
        open_fields.append(_Field())
    elif open_fields and kind == "separate":
        open_fields[-1].in_code = False
    elif open_fields and kind == "end":
        return open_fields.pop()
    return None


def _name(code: str) -> str:
    words = code.split()
    return words[0].upper() if words else ""


def _local(element: etree._Element) -> str:
    name = etree.QName(element)
    return name.localname if name.namespace in _NAMESPACES else ""


def _attribute(element: etree._Element, name: str) -> str:
    values = (element.get(f"{{{namespace}}}{name}") for namespace in _NAMESPACES)
    return next((str(value) for value in values if value), "")
