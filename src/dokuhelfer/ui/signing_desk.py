"""Signing off and what follows: clipboard, Word file, the page that says so."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject, Signal

from dokuhelfer.document.text import field_texts, paragraph
from dokuhelfer.draft.template.model import Area, Template
from dokuhelfer.messages.catalogue import Catalogue
from dokuhelfer.review.signed import Signed as SignedDraft
from dokuhelfer.ui import clock
from dokuhelfer.ui.clipboard import Clipboard
from dokuhelfer.ui.exports import Exports
from dokuhelfer.ui.profile import Profile
from dokuhelfer.ui.screens.signed_off import Signed, SignedOffScreen
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.widgets.copy_strip import CopyStrip
from dokuhelfer.ui.widgets.message_line import MessageLine
from dokuhelfer.ui.work import Work

translate = QCoreApplication.translate


class SigningDesk(QObject):
    """The signed text and its ways out.

    Signals:
        signed: a work was signed.
    """

    signed = Signal(object)

    def __init__(
        self,
        screen: SignedOffScreen,
        look: Look,
        messages: MessageLine,
        catalogue: Catalogue,
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._messages = messages
        self._catalogue = catalogue
        self.clipboard = Clipboard(self)
        self.clipboard.counted.connect(screen.show_clipboard)
        self.clipboard.cleared.connect(lambda: screen.show_clipboard(None))
        self._look = look
        self._signed: SignedDraft | None = None
        self._template: Template | None = None
        self._strip: CopyStrip | None = None
        screen.copy_asked.connect(self.copy)
        self.exports = Exports(screen, messages, catalogue)
        screen.strip_asked.connect(self.open_strip)

    def show(self, work: Work, signed: SignedDraft, template: Template, profile: Profile) -> None:
        """Show what was signed just now, and copy it."""
        self._signed, self._template = signed, template
        self.exports.take(signed, template)
        when = signed.release.when
        whole = paragraph(signed.draft, template, signed.release).text
        origin = field_texts(signed.draft, template, signed.release)[-1].text
        self._screen.show_signed(
            Signed(
                f"{profile.line} · {_moment(when)}",
                whole.removesuffix(origin).strip(),
                origin,
                files=template.area is Area.BERATUNG,
                earlier=tuple(_earlier(one, template) for one in reversed(work.before)),
            )
        )
        self.copy()
        self.signed.emit(work)

    def copy(self) -> None:
        """The whole text into the clipboard."""
        if self._signed is not None and self._template is not None:
            signed = self._signed
            text = paragraph(signed.draft, self._template, signed.release).text
            self.clipboard.copy(text)

    def open_strip(self) -> None:
        """Field by field, from a window of its own."""
        if self._signed is None or self._template is None:
            return
        signed = self._signed
        fields = field_texts(signed.draft, self._template, signed.release)
        strip = CopyStrip(self._look, self._template.title, fields)
        strip.copied.connect(self.clipboard.copy)
        self._screen.window().destroyed.connect(strip.close)
        strip.destroyed.connect(self._forget_strip)
        self._strip = strip
        strip.begin()

    def close_strip(self) -> None:
        """No field stays in sight."""
        if self._strip is not None:
            self._strip.close()

    def _forget_strip(self) -> None:
        self._strip = None


def _earlier(signed: SignedDraft, template: Template) -> tuple[str, str]:
    who = f"{signed.release.initials}, {_moment(signed.release.when)}"
    return who, paragraph(signed.draft, template, signed.release).text


def _moment(when: datetime) -> str:
    return clock.at(f"{when:%d.%m.%Y, %H:%M}")
