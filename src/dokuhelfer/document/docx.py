"""A reviewed or unreviewed draft as a Word file on the template's base document."""

from __future__ import annotations

import io
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError

from dokuhelfer.document.content import Content
from dokuhelfer.document.fill import fill, place_names
from dokuhelfer.document.guard import MAX_FILE, Reason, check_base
from dokuhelfer.document.mark import mark_every_page
from dokuhelfer.document.package import stable
from dokuhelfer.document.properties import set_properties
from dokuhelfer.document.render import render
from dokuhelfer.document.save import refuse_existing, save
from dokuhelfer.document.tree import Document
from dokuhelfer.draft.model import Draft
from dokuhelfer.draft.template.model import Template
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.files import read_input
from dokuhelfer.review.decision import Refusal, Refused, Release


def write_docx(
    draft: Draft,
    template: Template,
    target: Path,
    *,
    force: bool,
    release: Release | None = None,
    institution: str = "",
) -> None:
    """Write the draft as a Word file.

    Args:
        draft: of this template.
        force: replace an existing file.
        release: None marks every page „Ungeprüfter Entwurf“.
        institution: name for the head; "" where the base document has it.

    Raises:
        DokuError: `TARGET_EXISTS`, `DOCUMENT_BASE_BROKEN`, `TARGET_NOT_WRITABLE`,
            `DISK_FULL`.
        Refused: `OTHER_DRAFT` when the release does not cover this draft as it is.
    """
    refuse_existing(target, force=force)
    if release is not None and not release.covers(draft):
        raise Refused(Refusal.OTHER_DRAFT)
    document = render(draft, template, release, institution)
    save(build(document, open_base(template.base)), target, force=force)


def open_base(path: Path) -> WordDocument:
    """A base document, read once, looked through, then opened.

    Raises:
        DokuError: `DOCUMENT_BASE_BROKEN` with a ``reason`` of `guard.Reason`.
    """
    try:
        content = read_input(path, MAX_FILE)
    except DokuError as error:
        too_large = error.code is Code.INPUT_TOO_LARGE
        raise _broken(Reason.TOO_LARGE if too_large else Reason.UNREADABLE) from None
    check_base(content)
    try:
        word = docx.Document(io.BytesIO(content))
    except (OpcError, KeyError, ValueError, AttributeError, TypeError):
        # python-docx meets parts that are missing or of another kind than promised.
        raise _broken(Reason.UNREADABLE) from None
    if getattr(word.element, "body", None) is None:
        raise _broken(Reason.UNREADABLE)
    return word


def build(document: Document, base: WordDocument) -> bytes:
    """The Word file of a document on an opened base, which is used up by it."""
    fill(base, Content(document, place_names(base)))
    if document.mark is not None:
        mark_every_page(base, document.mark)
    set_properties(base, document.title, document.properties)
    packed = io.BytesIO()
    base.save(packed)
    return stable(packed.getvalue())


def _broken(reason: Reason) -> DokuError:
    return DokuError(Code.DOCUMENT_BASE_BROKEN, reason=reason.value)
