"""While somebody speaks into a field: whether it is added or replaces, and the way to drop it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QRadioButton, QWidget

from dokuhelfer.ui.keys import Action, cap
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Size
from dokuhelfer.ui.widgets.button import Button, Kind
from dokuhelfer.ui.widgets.flow_row import FlowRow

translate = QCoreApplication.translate


class _Way(QRadioButton):
    """One of two. Qt leaves Tab only the one that is chosen; here Space may choose the other."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        parent = self.parentWidget()
        for one in () if parent is None else parent.findChildren(_Way):
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class FieldChoice(QWidget):
    """„anhängen“ (preset), „ersetzen“, „Verwerfen“. There is one for all stops: it outlives a
    stop that is painted anew, and so does what was chosen.

    Signals:
        replaces: whether what is said stands instead of what stood there.
        dropped: the button.
    """

    replaces = Signal(bool)
    dropped = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._row = FlowRow(self)
        self._add = _Way(translate("Field", "anhängen"))
        self._instead = _Way(translate("Field", "ersetzen"))
        self._instead.toggled.connect(self.replaces)
        drop = Button(
            look, translate("Field", "Verwerfen"), key=cap(Action.LEAVE), kind=Kind.BARE,
            size=Size.TARGET,
        )  # fmt: skip
        drop.clicked.connect(self.dropped)
        for widget in (self._add, self._instead, drop):
            self._row.addWidget(widget)
            widget.show()  # what Qt has yet to show takes no room
        self._restyle()
        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self._row.setSpacing(self._look.px(Size.STEP4))

    def ask(self, label: str, *, replaceable: bool) -> None:
        """Somebody begins to speak.

        Args:
            label: of the field, for whoever listens.
            replaceable: something stands there that could be replaced.
        """
        self._add.setChecked(True)
        for way in (self._add, self._instead):
            way.setAccessibleDescription(label)
            way.setVisible(replaceable)

    def height_for(self, width: int) -> int:
        """How high it is in that width."""
        return self._row.heightForWidth(width)
