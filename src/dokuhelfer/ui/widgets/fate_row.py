"""An open dictation at the end of a shift: whose, what and when, and what is to become of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size, Width
from dokuhelfer.ui.widgets.flow_row import FlowRow
from dokuhelfer.ui.widgets.rows_in_view import Row
from dokuhelfer.ui.widgets.text import ShortText, Text
from dokuhelfer.ui.widgets.waiting_list import WaitingRow

translate = QCoreApplication.translate

_DOT = " · "


class Fate(StrEnum):
    """What is to become of an open dictation."""

    READ = "read"
    KEEP = "keep"
    DESTROY = "destroy"


@dataclass(frozen=True, slots=True)
class OpenItem:
    """One open dictation.

    Attributes:
        until: day it is kept to, „24.11.“; "" where it is kept without a day.
        fates: what may become of it now; to keep it is always among them.
    """

    row: WaitingRow
    until: str = ""
    fates: frozenset[Fate] = frozenset(Fate)

    @property
    def id(self) -> str:
        """Which one it is."""
        return self.row.id

    @property
    def measure(self) -> Hashable:
        """See `WaitingRow.measure`."""
        return self.row.measure, re.sub(r"\d", "0", self.until), self.fates


class FateRow(Row):
    """Words, and below them the choice: one stop of Tab, with the arrows inside.

    Signals:
        chosen: id and `Fate`.

    Args:
        fate_of: what is chosen for an id.
    """

    chosen = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget, fate_of: Callable[[str], Fate]) -> None:
        super().__init__(parent)
        self._look = look
        self._fate_of = fate_of
        self._id = ""
        self._becomes = False
        self._person = ShortText(look, Role.STRONG)
        self._said = Text(look, tone="quiet", wraps=True)
        # The name has a share of its own: how the words break must not hang on it (`measure`).
        self._person.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.addWidget(self._person, 2)
        self._sides.addWidget(self._said, 3)
        holder = QWidget()
        self._flow = FlowRow(holder)
        self.choices = {fate: QRadioButton(_in_words(fate)) for fate in Fate}
        for fate, choice in self.choices.items():
            choice.toggled.connect(partial(self._toggled, fate))
            self._flow.addWidget(choice)
        self.stations = tuple(self.choices.values())
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._sides)
        self._column.addWidget(holder)
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def stop(self) -> QRadioButton:
        """Where Tab leads."""
        return self.choices[self._fate_of(self._id)]

    def show_row(self, row: OpenItem, *, filled: bool) -> None:
        """See `Row`."""
        shown = row.row
        self._id = row.id
        self._person.show_text(shown.person)
        said = _DOT.join(filter(None, (shown.template, shown.when, shown.state)))
        if said != self._said.text():
            self._said.setText(said)
        keep = _in_words(Fate.KEEP, row.until)
        if keep != self.choices[Fate.KEEP].text():
            self.choices[Fate.KEEP].setText(keep)
        self._becomes = True
        self.stop.setChecked(True)
        self._becomes = False
        for fate, choice in self.choices.items():
            choice.setVisible(fate in row.fates)
            choice.setAccessibleDescription(shown.spoken)
        self._lead_tab()

    def _toggled(self, fate: Fate, on: bool) -> None:
        if on and not self._becomes:
            self.chosen.emit(self._id, fate)
            self._lead_tab()

    def _lead_tab(self) -> None:
        """To the one that is chosen."""
        for choice in self.choices.values():
            policy = Qt.FocusPolicy.StrongFocus if choice.isChecked() else Qt.FocusPolicy.ClickFocus
            choice.setFocusPolicy(policy)

    def high(self, width: int) -> int:
        """See `Row`; the window may be of another class of width by now."""
        self._restyle()
        return super().high(width)

    def _restyle(self) -> None:
        look = self._look
        narrow = look.width_class(self.window().width()) is Width.NARROW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(way)
        self._sides.setSpacing(look.px(Size.STEP1 if narrow else Size.STEP3))
        side, high = look.px(Size.STEP4), look.px(Size.STEP3)
        self._column.setContentsMargins(side, high, side, look.px(Size.STEP1))
        self._column.setSpacing(0)
        self._flow.setSpacing(look.px(Size.STEP6))


def _in_words(fate: Fate, until: str = "") -> str:
    if fate is Fate.READ:
        return translate("ShiftEnd", "Jetzt lesen")
    if fate is Fate.DESTROY:
        return translate("ShiftEnd", "Vernichten")
    if not until:
        return translate("ShiftEnd", "Behalten")
    return translate("ShiftEnd", "Bis {day} behalten").format(day=until)
