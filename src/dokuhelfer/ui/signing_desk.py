"""Signing off and what follows: clipboard, Word file, the page that says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject, Signal

from dokuhelfer.document.text import FieldText, field_texts, paragraph
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


@dataclass(frozen=True, slots=True)
class SignedTexts:
    """What was signed, as text.

    Attributes:
        whole: one paragraph, for the clipboard.
        fields: each field alone, the KI line last.
        earlier: the paragraphs of the versions before, the newest first.
    """

    whole: str
    fields: tuple[FieldText, ...]
    earlier: tuple[str, ...]


def texts_of(work: Work) -> SignedTexts | None:
    """The texts of what a `Work` has signed; None where nothing is. In the lane: it takes long."""
    signed, session = work.signed, work.session
    if signed is None or session is None:
        return None
    template = session.template

    def whole(one: SignedDraft) -> str:
        return paragraph(one.draft, template, one.release).text

    fields = field_texts(signed.draft, template, signed.release)
    return SignedTexts(whole(signed), fields, tuple(whole(one) for one in reversed(work.before)))


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
        self._texts: SignedTexts | None = None
        self._template: Template | None = None
        self._strip: CopyStrip | None = None
        screen.copy_asked.connect(self.copy)
        self.exports = Exports(screen, messages, catalogue)
        screen.strip_asked.connect(self.open_strip)

    def show(self, work: Work, texts: SignedTexts, template: Template, profile: Profile) -> None:
        """Show what was signed just now, and copy it."""
        signed = work.signed
        assert signed is not None  # noqa: S101 - its texts are there
        self._texts, self._template = texts, template
        self.exports.take(signed, template)
        origin = texts.fields[-1].text
        earlier = zip(reversed(work.before), texts.earlier, strict=True)
        self._screen.show_signed(
            Signed(
                f"{profile.line} · {_moment(signed.release.when)}",
                texts.whole.removesuffix(origin).strip(),
                origin,
                files=template.area is Area.BERATUNG,
                earlier=tuple((_signer(one), text) for one, text in earlier),
            )
        )
        self.copy()
        self.signed.emit(work)

    def copy(self) -> None:
        """The whole text into the clipboard."""
        if self._texts is not None:
            self.clipboard.copy(self._texts.whole)

    def open_strip(self) -> None:
        """Field by field, from a window of its own."""
        if self._texts is None or self._template is None:
            return
        strip = CopyStrip(self._look, self._template.title, self._texts.fields)
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


def _signer(signed: SignedDraft) -> str:
    return f"{signed.release.initials}, {_moment(signed.release.when)}"


def _moment(when: datetime) -> str:
    return clock.at(f"{when:%d.%m.%Y, %H:%M}")
