"""Day, time and shift of a dictation, chosen below the head."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from dokuhelfer.draft.context import Shift
from dokuhelfer.ui import clock
from dokuhelfer.ui.keys import Action, cap
from dokuhelfer.ui.moments import (
    Moment,
    Trouble,
    day_in_words,
    moment_of,
    shift_in_words,
    trouble_in_words,
)
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size
from dokuhelfer.ui.widgets.button import Button
from dokuhelfer.ui.widgets.text import Text

translate = QCoreApplication.translate

_SHIFTS = (None, Shift.FRUEH, Shift.SPAET, Shift.NACHT)
_TIME = "%H:%M"


class WhenPopup(QFrame):
    """Two lines to type into and the shifts; Enter takes it, Esc leaves.

    Signals:
        taken: a `Moment`.
    """

    taken = Signal(object)

    def __init__(self, look: Look, parent: QWidget, moment: Moment) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(translate("When", "Wann diktiert?"))
        self._look = look
        self._moment = moment
        self._day = QLineEdit(day_in_words(moment.recorded))
        self._time = QLineEdit(f"{moment.recorded:{_TIME}}")
        self._shifts = QButtonGroup(self)
        self._trouble = Text(look, "", Role.SECONDARY, "block", wraps=True)
        column = QVBoxLayout(self)
        column.addWidget(Text(look, translate("When", "Wann diktiert?"), Role.STRONG))
        column.addLayout(self._lines())
        column.addWidget(Text(look, translate("When", "Schicht"), Role.LABEL))
        column.addLayout(self._choices())
        column.addWidget(self._trouble)
        # The one filled button is that of the page: what most people do next.
        take = Button(look, translate("When", "Übernehmen"), key=cap(Action.APPLY))
        take.clicked.connect(self._take)
        column.addWidget(take, 0, Qt.AlignmentFlag.AlignRight)
        self._trouble.hide()

    def _lines(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._look.px(Size.STEP3))
        for number, (label, line) in enumerate((
            (translate("When", "Tag"), self._day), (translate("When", "Uhrzeit"), self._time)
        )):  # fmt: skip
            text = Text(self._look, label, Role.LABEL)
            text.setBuddy(line)
            line.setAccessibleName(label)
            grid.addWidget(text, 0, number)
            grid.addWidget(line, 1, number)
        return grid

    def _choices(self) -> QVBoxLayout:
        column = QVBoxLayout()
        for number, shift in enumerate(_SHIFTS):
            choice = QRadioButton(shift_in_words(shift))
            choice.setChecked(shift is self._moment.shift)
            self._shifts.addButton(choice, number)
            column.addWidget(choice)
        return column

    def begin(self) -> None:
        """Show it, ready to be typed into."""
        self.show()
        self._day.setFocus()
        self._day.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, wherever it is pressed."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._take()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        recorded = self._typed()
        if isinstance(recorded, Trouble):
            self._explain(recorded)
            return
        chosen = Moment(recorded, _SHIFTS[self._shifts.checkedId()])
        self.close()
        if chosen != self._moment:
            self.taken.emit(chosen)

    def _typed(self) -> datetime | Trouble:
        before = self._moment.recorded
        if (self._day.text(), self._time.text()) == (day_in_words(before), f"{before:{_TIME}}"):
            return before  # to the second
        return moment_of(self._day.text(), self._time.text(), clock.now())

    def _explain(self, trouble: Trouble) -> None:
        text = trouble_in_words(trouble)
        self._trouble.setText(text)
        self._trouble.show()
        self.adjustSize()
        line = self._time if trouble is Trouble.NO_TIME else self._day
        line.setFocus()
        line.selectAll()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(line, text))
