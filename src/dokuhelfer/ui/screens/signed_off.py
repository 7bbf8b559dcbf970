"""After signing off: what stands in the clipboard, and the other ways out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from dokuhelfer.ui.keys import Action, cap
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size
from dokuhelfer.ui.widgets.button import Button, Kind
from dokuhelfer.ui.widgets.flow_row import FlowRow
from dokuhelfer.ui.widgets.text import ProseLabel, Text

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Signed:
    """What is shown of a signed document.

    Attributes:
        who: name, qualification, time.
        paragraph: as it stands in the clipboard.
        ai_line: that local AI helped; goes along with every copy.
        limit: most characters of the target system; None for any.
        copied: it is in the clipboard.
        earlier: who signed an earlier version and when, and its text; the newest first.
        files: it counts as given to the file („zur Akte“), as in counselling.
    """

    who: str
    paragraph: str
    ai_line: str
    limit: int | None = None
    copied: bool = True
    files: bool = False
    earlier: tuple[tuple[str, str], ...] = ()


class SignedOffScreen(QWidget):
    """The signed document.

    Signals:
        copy_asked, strip_asked, word_asked, pdf_asked, print_asked,
        addendum_asked, correction_asked: the buttons.
    """

    copy_asked = Signal()
    strip_asked = Signal()
    word_asked = Signal()
    pdf_asked = Signal()
    print_asked = Signal()
    addendum_asked = Signal()
    correction_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("page")
        self._title = Text(look, "", Role.SHEET_TITLE, wraps=True)
        self._who = Text(look, "", Role.LABEL, "quiet", wraps=True)
        self._clip_label = Text(
            look, translate("Signed", "Zwischenablage"), Role.SECONDARY, "quiet"
        )
        self._clip = Text(look, "", Role.LABEL)
        self._so = Text(
            look, translate("Signed", "So steht es in der Zwischenablage"),
            Role.SECONDARY_STRONG, "quiet",
        )  # fmt: skip
        self._count = Text(look, "", Role.SECONDARY, "quiet")
        self._paragraph = ProseLabel(look, Role.PARAGRAPH)
        self._ai_line = Text(look, "", Role.SECONDARY, "quiet", wraps=True)
        self._kept = Text(look, "", Role.SECONDARY, "quiet", wraps=True)
        self._tick = QLabel()
        self._bin = QLabel()
        self._build()
        look.changed.connect(self._restyle)

    def _build(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        self._card = card
        column = QVBoxLayout(card)
        edge = self._look.px(Size.HAIR)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(0)
        column.addWidget(self._band())
        self._body = QWidget()
        self._lines = QVBoxLayout(self._body)
        above = QHBoxLayout()
        above.addWidget(self._so)
        above.addStretch(1)
        above.addWidget(self._count)
        self._lines.addLayout(above)
        self._lines.addWidget(self._paragraph)
        self._lines.addWidget(self._ai_line)
        self._lines.addSpacing(self._look.px(Size.STEP3))
        self._lines.addWidget(self._buttons())
        kept = QHBoxLayout()
        kept.addWidget(self._bin)
        kept.addWidget(self._kept, 1)
        self._lines.addLayout(kept)
        self._earlier = QVBoxLayout()
        self._lines.addLayout(self._earlier)
        column.addWidget(self._body)
        holder = QWidget()
        holder.setObjectName("column")
        middle = QHBoxLayout(holder)
        middle.setSpacing(0)
        middle.addStretch(1)
        inner = QVBoxLayout()
        inner.addWidget(card)
        inner.addStretch(1)
        middle.addLayout(inner, 1000)
        middle.addStretch(1)
        self._middle = middle
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self._restyle()

    def _band(self) -> QWidget:
        band = QWidget()
        band.setObjectName("band")
        self._band_row = QHBoxLayout(band)
        self._band_row.addWidget(self._tick)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._title)
        said.addWidget(self._who)
        self._band_row.addLayout(said, 1)
        clip = QVBoxLayout()
        clip.setSpacing(0)
        clip.addStretch(1)
        clip.addWidget(self._clip_label)
        clip.addWidget(self._clip)
        clip.addStretch(1)
        self._band_row.addLayout(clip)
        return band

    def _buttons(self) -> QWidget:
        holder = QWidget()
        row = FlowRow(holder, self._look.px(Size.STEP2))
        self._row = row
        self.copy = self._button(
            translate("Signed", "Noch einmal kopieren"), "copy", cap(Action.COPY)
        )
        self.copy.clicked.connect(self.copy_asked)
        strip = self._button(translate("Signed", "Feld für Feld"), "list-ordered")
        strip.clicked.connect(self.strip_asked)
        word = self._button(translate("Signed", "Word-Datei"), "file-text")
        word.clicked.connect(self.word_asked)
        pdf = self._button(translate("Signed", "PDF"), "file-text")
        pdf.clicked.connect(self.pdf_asked)
        self._print = self._button(
            translate("Signed", "Drucken"), "printer", cap(Action.PRINT), Kind.OUTLINED
        )
        self._print.clicked.connect(self.print_asked)
        addendum = self._button(translate("Signed", "Nachtrag"), "file-plus", kind=Kind.BARE)
        addendum.clicked.connect(self.addendum_asked)
        correction = self._button(translate("Signed", "Berichtigen"), "pencil", kind=Kind.BARE)
        correction.clicked.connect(self.correction_asked)
        return holder

    def _button(self, text: str, icon: str, key: str = "", kind: Kind = Kind.OUTLINED) -> Button:
        button = Button(self._look, text, icon=icon, key=key, kind=kind)
        self._row.addWidget(button)
        return button

    def _restyle(self) -> None:
        look = self._look
        side = look.px(Size.STEP8)
        self._tick.setPixmap(look.icon("check", "accent", look.px(Size.ICON) * 5 // 4))
        self._bin.setPixmap(look.icon("trash-2", "ink2", look.px(Size.ICON_SMALL)))
        pad = look.px(Size.STEP4)
        self._band_row.setContentsMargins(
            side - look.px(Size.STEP1), pad, side - look.px(Size.HAIR), pad
        )
        self._band_row.setSpacing(pad)
        self._lines.setContentsMargins(side, look.px(Size.STEP6), side, look.px(Size.STEP4))
        self._lines.setSpacing(look.px(Size.STEP3))
        edge = look.px(Size.ICON_SMALL)
        self._middle.setContentsMargins(edge, look.px(Size.STEP6), edge, look.px(Size.STEP6))
        self._card.setMaximumWidth(look.px(Size.SHEET))

    # --- contents --------------------------------------------------------------------------

    def show_signed(self, signed: Signed) -> None:
        """Show a document that was signed just now."""
        self._title.setText(_title(signed))
        self._who.setText(signed.who)
        self._show_earlier(signed.earlier)
        self._paragraph.show_text(signed.paragraph)
        self._ai_line.setText(signed.ai_line)
        self._count.setText(_counted(len(signed.paragraph) + 1 + len(signed.ai_line), signed.limit))
        self._kept.setText(translate("Signed", "Aufnahme und Mitschrift sind vernichtet."))

    def _show_earlier(self, earlier: tuple[tuple[str, str], ...]) -> None:
        """Versions before this one stay readable, below a line."""
        while (item := self._earlier.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for who, text in earlier:
            line = QFrame()
            line.setObjectName("hair")
            title = translate("Signed", "Frühere Fassung: {who}").format(who=who)
            words = ProseLabel(self._look, Role.BASE, "ink2")
            words.show_text(text)
            label = Text(self._look, title, Role.SECONDARY_STRONG, "quiet", wraps=True)
            for widget in (line, label, words):
                self._earlier.addWidget(widget)

    def offer_print(self, *, there: bool) -> None:
        """Whether there is anything to print with."""
        self._print.setVisible(there)

    def show_clipboard(self, seconds: int | None) -> None:
        """How long the text stays in the clipboard; None: it was cleared."""
        if seconds is None:
            self._clip.setText(translate("Signed", "ist geleert"))
        else:
            text = translate("Signed", "wird in {seconds} s geleert")
            self._clip.setText(text.format(seconds=seconds))


def _title(signed: Signed) -> str:
    if signed.files:
        return translate("Signed", "Zur Akte gegeben")
    if signed.copied:
        return translate("Signed", "Abgezeichnet und kopiert")
    return translate("Signed", "Abgezeichnet")


def _counted(used: int, limit: int | None) -> str:
    if limit is None:
        return translate("Signed", "{used} Zeichen").format(used=_thousands(used))
    if used > limit:
        text = translate("Signed", "{over} Zeichen zu viel – nichts wird abgeschnitten")
        return text.format(over=_thousands(used - limit))
    text = translate("Signed", "{used} von {limit} Zeichen")
    return text.format(used=_thousands(used), limit=_thousands(limit))


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")
