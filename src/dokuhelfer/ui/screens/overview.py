"""„Übersicht“ and „Schichtende“: what is open, what was signed, what to keep."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size
from dokuhelfer.ui.widgets.button import Button, Kind
from dokuhelfer.ui.widgets.text import Text
from dokuhelfer.ui.widgets.waiting_list import WaitingRow

translate = QCoreApplication.translate

_DOT = " · "


class OverviewScreen(QWidget):
    """Open and signed dictations, each open one with what can be done about it.

    Signals:
        open_asked, destroy_asked: id of a row.
        left: Esc, or the button.
    """

    open_asked = Signal(str)
    destroy_asked = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("page")
        self._holder = QWidget()
        self._holder.setObjectName("column")
        self._column = QVBoxLayout(self._holder)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def show_rows(
        self,
        waiting: tuple[WaitingRow, ...],
        signed: tuple[WaitingRow, ...],
        *,
        end_of_shift: bool = False,
    ) -> None:
        """Show what there is; at the end of a shift with what is kept of it."""
        look = self._look
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        side = max(look.px(Size.STEP8), (self.window().width() - look.px(Size.SHEET)) // 2)
        self._column.setContentsMargins(side, look.px(Size.STEP8), side, look.px(Size.STEP6))
        self._column.setSpacing(look.px(Size.STEP3))
        title = translate("Overview", "Übersicht")
        if end_of_shift:
            title = translate("Overview", "Schichtende")
        self._column.addWidget(Text(look, title, Role.SCREEN_TITLE))
        self._section(translate("Overview", "Offen"), waiting, can_open=True)
        self._section(translate("Overview", "Heute abgezeichnet"), signed, can_open=False)
        if end_of_shift:
            note = translate(
                "Overview",
                "Was offen ist, bleibt verschlüsselt auf diesem Gerät. Die Zwischenablage wird"
                " geleert.",
            )
            self._column.addWidget(Text(look, note, tone="quiet", wraps=True))
        back = Button(look, translate("Overview", "Zurück"), key="Esc")
        back.clicked.connect(self.left)
        self._column.addWidget(back)
        self._column.addStretch(1)
        back.setFocus()

    def _section(self, title: str, rows: tuple[WaitingRow, ...], *, can_open: bool) -> None:
        look = self._look
        self._column.addWidget(Text(look, title, Role.SECTION))
        if not rows:
            nothing = translate("Overview", "Nichts.")
            self._column.addWidget(Text(look, nothing, tone="quiet"))
            return
        card = QFrame()
        card.setObjectName("card")
        lines = QVBoxLayout(card)
        for row in rows:
            lines.addWidget(self._row(row, can_open=can_open))
        self._column.addWidget(card)

    def _row(self, row: WaitingRow, *, can_open: bool) -> QWidget:
        look = self._look
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(look.px(Size.STEP3), 0, look.px(Size.STEP2), 0)
        line.addWidget(Text(look, row.person, Role.STRONG))
        said = (row.template, row.when, row.state)
        line.addWidget(Text(look, _DOT.join(filter(None, said)), tone="quiet"), 1)
        if can_open:
            destroy = Button(
                look, translate("Overview", "Vernichten …"), kind=Kind.BARE, size=Size.TARGET
            )
            destroy.clicked.connect(lambda: self.destroy_asked.emit(row.id))
            if row.readable:
                read = Button(look, translate("Overview", "Lesen"), size=Size.TARGET)
                read.clicked.connect(lambda: self.open_asked.emit(row.id))
                line.addWidget(read)
            line.addWidget(destroy)
        return holder


class DestroyDialog(QDialog):
    """The only question of two steps: destroying cannot be undone. The focus is on „Behalten“."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Dokuhelfer")
        column = QVBoxLayout(self)
        pad = look.px(Size.STEP6)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(pad)
        text = translate(
            "Overview",
            "Diesen Entwurf mit Aufnahme und Mitschrift vernichten? Das lässt sich nicht"
            " zurücknehmen.",
        )
        sentence = Text(look, text, wraps=True)
        sentence.setMinimumWidth(look.px(Size.WAITING))
        column.addWidget(sentence)
        row = QHBoxLayout()
        keep = Button(look, translate("Overview", "Behalten"), key="Esc", kind=Kind.FILLED)
        keep.clicked.connect(self.reject)
        destroy = Button(look, translate("Overview", "Vernichten"), icon="trash-2")
        destroy.clicked.connect(self.accept)
        row.addWidget(keep)
        row.addStretch(1)
        row.addWidget(destroy)
        column.addLayout(row)
        keep.setFocus()
