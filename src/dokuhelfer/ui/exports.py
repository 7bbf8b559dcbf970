"""Files and paper of a signed text. Folder and name say kind, day and time, never a person."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths

from dokuhelfer.document.save import save
from dokuhelfer.document.text import file_stem, folder_name
from dokuhelfer.draft.template.model import Template
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.messages.catalogue import Catalogue, error_line
from dokuhelfer.review.signed import Signed
from dokuhelfer.ui.file_dialogs import choose_target
from dokuhelfer.ui.lane import Lane
from dokuhelfer.ui.printing import can_print, print_out
from dokuhelfer.ui.screens.signed_off import SignedOffScreen
from dokuhelfer.ui.widgets.message_line import MessageLine, Note

translate = QCoreApplication.translate


class Exports(QObject):
    """Writes what was signed last, in the lane."""

    def __init__(
        self, screen: SignedOffScreen, lane: Lane, messages: MessageLine, catalogue: Catalogue
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._lane = lane
        self._messages = messages
        self._catalogue = catalogue
        self._signed: Signed | None = None
        self._template: Template | None = None
        screen.word_asked.connect(self.save_word)
        screen.pdf_asked.connect(self.save_pdf)
        screen.print_asked.connect(self.print_it)
        screen.offer_print(there=can_print())

    def take(self, signed: Signed, template: Template) -> None:
        """What is to be written from now on."""
        self._signed, self._template = signed, template

    # --- asking where ----------------------------------------------------------------------

    def save_word(self) -> None:
        """As a Word file, where the person says."""
        title = translate("Signed", "Als Word-Datei sichern")
        self._ask(title, "docx", "Word (*.docx)", self.write_word)

    def save_pdf(self) -> None:
        """As a PDF file, where the person says."""
        title = translate("Signed", "Als PDF sichern")
        self._ask(title, "pdf", "PDF (*.pdf)", self.write_pdf)

    def proposed(self, ending: str) -> Path:
        """Where a file is proposed to go."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents))
        signed, template = self._signed, self._template
        if signed is None or template is None:
            return folder
        when = signed.release.when
        name = f"{file_stem(template, when, signed.number)}.{ending}"
        return folder / folder_name(template, when) / name

    def _ask(self, title: str, ending: str, kind: str, write: Callable[[Path], None]) -> None:
        if self._signed is None:
            return
        place = self.proposed(ending)
        with suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True)

        def chosen(target: Path | None) -> None:
            if target is not None:
                write(target)
            with suppress(OSError):  # it stays where something is in it
                place.parent.rmdir()

        choose_target(self._screen, title, kind, place, chosen)

    # --- writing ---------------------------------------------------------------------------

    def write_word(self, target: Path) -> None:
        """Write the Word file there."""
        self._write(
            lambda signed, template: _write_word(signed, template, target),
            translate("Signed", "Die Word-Datei ist gesichert."),
        )

    def write_pdf(self, target: Path) -> None:
        """Write the PDF file there."""
        self._write(
            lambda signed, template: save(_pdf(signed, template), target, force=True),
            translate("Signed", "Die PDF-Datei ist gesichert."),
        )

    def print_it(self) -> None:
        """On the printer that is set as the default."""
        self._write(
            lambda signed, template: print_out(_pdf(signed, template)),
            translate("Signed", "Der Text ist an den Drucker gegeben."),
        )

    def _write(self, write: Callable[[Signed, Template], object], done: str) -> None:
        signed, template = self._signed, self._template
        if signed is not None and template is not None:
            self._lane.run(
                lambda: write(signed, template),
                lambda _: self._messages.post(Note("export", "info", done)),
                self._failed,
            )

    def _failed(self, error: Exception) -> None:
        kept = translate("Signed", "Der abgezeichnete Text ist weiter gesichert.")
        told = error if isinstance(error, DokuError) else DokuError(Code.INTERNAL, where="export")
        text = f"{error_line(self._catalogue, told)} {kept}"
        self._messages.post(Note("export", "block", text))


def _pdf(signed: Signed, template: Template) -> bytes:
    from dokuhelfer.ui.paper import pdf  # as below

    return pdf(signed.draft, template, signed.release)


def _write_word(signed: Signed, template: Template, target: Path) -> None:
    # Here, as most windows write no Word file and the import would take its time at every start.
    from dokuhelfer.document.docx import write_docx

    write_docx(signed.draft, template, target, force=True, release=signed.release)
