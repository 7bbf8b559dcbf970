"""„Feld für Feld“: a small window that stays on top and hands one field after the other over."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dokuhelfer.document.text import FieldText
from dokuhelfer.ui.keys import spelled
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.sheet import stylesheet
from dokuhelfer.ui.style.tokens import Role, Size
from dokuhelfer.ui.widgets.button import Button, Kind
from dokuhelfer.ui.widgets.text import Text

translate = QCoreApplication.translate


class CopyStrip(QWidget):
    """Shows one field and what becomes of it; no person's name.

    Signals:
        copied: the text of a field goes into the clipboard.
    """

    copied = Signal(str)

    def __init__(self, look: Look, title: str, fields: tuple[FieldText, ...]) -> None:
        super().__init__(None, Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.Tool)
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Dokuhelfer")
        self._look = look
        self._restyle()
        look.changed.connect(self._restyle)
        self._title = title
        self._fields = fields
        self._at = 0
        self._place = Text(look, "", Role.SECONDARY, "quiet")
        self._label = Text(look, "", Role.LABEL_HERE)
        self._text = Text(look, "", Role.BASE)
        self._count = Text(look, "", Role.SECONDARY, "quiet")
        self._clip = Text(look, "", Role.SECONDARY, "quiet")
        back = Button(look, translate("Strip", "Zurück"), icon="arrow-left")
        back.clicked.connect(lambda: self._go(self._at - 1))
        self._next = Button(
            look, translate("Strip", "Nächstes Feld kopieren"), key=spelled("Space"),
            kind=Kind.FILLED,
        )  # fmt: skip
        self._next.clicked.connect(lambda: self._go(self._at + 1))
        column = QVBoxLayout(self)
        pad = look.px(Size.STEP4)
        column.setContentsMargins(pad, pad, pad, pad)
        for widget in (self._place, self._label, self._text):
            column.addWidget(widget)
        counts = QHBoxLayout()
        counts.addWidget(self._count, 1)
        counts.addWidget(self._clip)
        column.addLayout(counts)
        row = QHBoxLayout()
        row.addWidget(back)
        row.addWidget(self._next)
        row.addStretch(1)
        column.addLayout(row)
        self.resize(look.px(Size.STRIP_WIDE), look.px(Size.STRIP_HIGH))
        self._next.setFocus()

    def _restyle(self) -> None:
        self.setStyleSheet(stylesheet(self._look))

    def begin(self) -> None:
        """Show and copy the first field."""
        self.show()
        self._go(0)

    def _go(self, to: int) -> None:
        if not 0 <= to < len(self._fields):
            return
        self._at = to
        field = self._fields[to]
        place = translate("Strip", "{title} · Feld {number} von {count}")
        self._place.setText(place.format(title=self._title, number=to + 1, count=len(self._fields)))
        self._label.setText(field.label)
        first = " ".join(field.text.split())
        room = float(self.width() - 2 * self._look.px(Size.STEP4))
        self._text.setText(
            self._look.metrics(Role.BASE).elidedText(first, Qt.TextElideMode.ElideRight, room)
        )
        self._text.setAccessibleName(field.text)
        self._count.setText(_counted(field))
        self._clip.setText(translate("Strip", "in der Zwischenablage"))
        self._next.dress(dashed=to + 1 == len(self._fields))
        self.copied.emit(field.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


def _counted(field: FieldText) -> str:
    if field.limit is None:
        return translate("Signed", "{used} Zeichen").format(used=field.length)
    if field.too_many:
        text = translate("Signed", "{over} Zeichen zu viel – nichts wird abgeschnitten")
        return text.format(over=field.too_many)
    text = translate("Signed", "{used} von {limit} Zeichen")
    return text.format(used=field.length, limit=field.limit)
