"""Files and paper of a signed text. Folder and name say kind, day and time, never a person."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, QTimer

from dokuhelfer.document.save import save
from dokuhelfer.document.text import file_stem, folder_name
from dokuhelfer.draft.template.model import Template
from dokuhelfer.errors import DokuError
from dokuhelfer.messages.catalogue import Catalogue
from dokuhelfer.review.signed import Signed
from dokuhelfer.ui.export_troubles import NotExportedError, not_exported, obstacle_of
from dokuhelfer.ui.file_dialogs import choose_target
from dokuhelfer.ui.printing import can_print, print_out
from dokuhelfer.ui.screens.signed_off import SignedOffScreen
from dokuhelfer.ui.ways_out import WaysOut
from dokuhelfer.ui.widgets.message_line import MessageLine, Note

translate = QCoreApplication.translate


_PATIENCE_MS = 5000
"""A target that takes longer is said to be slow."""
_SOON_MS = 1000
"""A folder that takes longer is not proposed: the dialog would wait for it, and with it all."""
_LAST_WAIT = 10.0
"""Seconds the window waits for all targets when it is closed."""
_PRINTER = "printer"
"""A place as a folder is one; no folder is called so (they are absolute)."""


class Exports(QObject):
    """Writes what was signed last; a network drive that does not answer holds up nothing else,
    no other folder and not the printer."""

    def __init__(
        self, screen: SignedOffScreen, messages: MessageLine, catalogue: Catalogue
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._ways = WaysOut(_PATIENCE_MS, self)
        self._ways.slow.connect(lambda hint: self._tell_slow(hint, first=True))
        self._messages = messages
        self._catalogue = catalogue
        self._signed: Signed | None = None
        self._soon: QTimer | None = None
        """A dialog is about to open: at the latest when this is over."""
        self._template: Template | None = None
        screen.word_asked.connect(self.save_word)
        screen.pdf_asked.connect(self.save_pdf)
        screen.print_asked.connect(self.print_it)
        screen.offer_print(there=can_print())

    def take(self, signed: Signed, template: Template) -> None:
        """What is to be written from now on."""
        self._signed, self._template = signed, template

    def close(self) -> None:
        """Finish what can be finished; a target that does not answer is waited for no longer."""
        self._ways.close(_LAST_WAIT)

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
        signed = self._signed
        if signed is None or self._soon is not None:
            return
        place = self.proposed(ending)

        def chosen(target: Path | None) -> None:
            if target is not None:
                write(target)
            self._run_at(place, lambda: _drop_empty(place.parent))

        def ask(at: Path) -> None:
            self._soon = None
            soon.deleteLater()
            if self._screen.isVisible() and self._signed is signed:
                choose_target(self._screen, title, kind, at, chosen)
            else:  # hidden by now, or another page or text is in front
                chosen(None)

        def answered() -> None:
            if self._soon is soon:
                soon.stop()
                ask(place)

        def go_elsewhere() -> None:
            self._tell_slow(hint, first=True)
            ask(Path.home() / place.name)

        hint = translate(
            "Signed", "Der vorgeschlagene Ordner antwortet nicht. Bitte einen anderen wählen."
        )
        soon = self._soon = QTimer(self)
        soon.setSingleShot(True)
        soon.timeout.connect(go_elsewhere)
        soon.start(_SOON_MS)
        self._run_at(place, lambda: _make(place.parent), answered, hint)

    def _run_at(
        self,
        place: Path,
        work: Callable[[], object],
        done: Callable[[], None] = lambda: None,
        hint: str = "",
    ) -> None:
        """Do something about the proposed folder, which may be one that hangs."""

        def ended(*_: object) -> None:
            self._tell_what_hangs()
            done()

        self._ways.run(str(place.parent), hint, work, ended, ended)

    # --- writing ---------------------------------------------------------------------------

    def write_word(self, target: Path) -> None:
        """Write the Word file there."""
        self._write_file(
            target,
            lambda signed, template: _write_word(signed, template, target),
            translate("Signed", "Die Word-Datei ist gesichert."),
        )

    def write_pdf(self, target: Path) -> None:
        """Write the PDF file there."""
        self._write_file(
            target,
            lambda signed, template: save(_pdf(signed, template), target, force=True),
            translate("Signed", "Die PDF-Datei ist gesichert."),
        )

    def print_it(self) -> None:
        """On the printer that is set as the default."""
        hint = translate(
            "Signed",
            "Der Drucker antwortet noch nicht. Sie können weiterarbeiten: Hier steht, wenn er den"
            " Text hat.",
        )
        self._write(
            _PRINTER,
            hint,
            lambda signed, template: print_out(_pdf(signed, template)),
            translate("Signed", "Der Text ist an den Drucker gegeben."),
        )

    def _write_file(
        self, target: Path, write: Callable[[Signed, Template], object], done: str
    ) -> None:
        hint = translate(
            "Signed",
            "Der Ordner am Ziel antwortet noch nicht. Sie können weiterarbeiten, auch an einem"
            " anderen Ort sichern: Hier steht, wenn es gelungen ist.",
        )
        self._write(
            str(target.parent),
            hint,
            lambda signed, template: _to(target, lambda: write(signed, template)),
            done,
        )

    def _write(
        self, place: str, hint: str, write: Callable[[Signed, Template], object], done: str
    ) -> None:
        signed, template = self._signed, self._template
        if signed is None or template is None:
            return
        self._ways.run(
            place,
            hint,
            lambda: write(signed, template),
            lambda late: self._tell_done(done, late=late),
            lambda error, late: self._tell(
                "block", not_exported(self._catalogue, error), late=late
            ),
        )

    def _tell_done(self, done: str, *, late: bool) -> None:
        if late:
            again = translate("Signed", "Das Ziel antwortet wieder. {done}")
            done = again.format(done=done)
        self._tell("info", done, late=late)

    def _tell(self, severity: str, text: str, *, late: bool) -> None:
        # What comes late is no answer to the last key: neither may take the other's place.
        self._messages.post(Note("export_late" if late else "export", severity, text))
        self._tell_what_hangs()

    def _tell_what_hangs(self) -> None:
        if hint := self._ways.hint:
            self._tell_slow(hint, first=False)
        else:
            self._messages.withdraw("export_slow")

    def _tell_slow(self, hint: str, *, first: bool) -> None:
        """It stays until the place answers; at first it goes before what succeeds elsewhere."""
        self._messages.post(Note("export_slow", "warn", hint, pending=True, standing=not first))


def _make(folder: Path) -> None:
    """It is proposed, and may not be there yet."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)


def _drop_empty(folder: Path) -> None:
    """It stays where something is in it."""
    with suppress(OSError):
        folder.rmdir()


def _to(target: Path, write: Callable[[], object]) -> None:
    """Write; what is in the way there is found out here, where a slow drive may take its time."""
    try:
        write()
    except DokuError as error:
        obstacle = obstacle_of(target, error)
        if obstacle is None:
            raise
        raise NotExportedError(obstacle) from None


def _pdf(signed: Signed, template: Template) -> bytes:
    from dokuhelfer.ui.paper import pdf  # as below

    return pdf(signed.draft, template, signed.release)


def _write_word(signed: Signed, template: Template, target: Path) -> None:
    # Here, as most windows write no Word file and the import would take its time at every start.
    from dokuhelfer.document.docx import write_docx

    write_docx(signed.draft, template, target, force=True, release=signed.release)
