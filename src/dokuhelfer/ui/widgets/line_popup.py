"""A line to type into, over the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from dokuhelfer.ui.style.tokens import SIZES, Size

translate = QCoreApplication.translate


def ask_line(
    parent: QWidget, place: QPoint, text: str, take: Callable[[str], None], hint: str = ""
) -> None:
    """Ask for a person, or what ``hint`` says; Enter takes what was typed, Esc leaves.

    Args:
        place: of the upper left corner, on the screen.
    """
    box = QFrame(parent, Qt.WindowType.Popup)
    box.setObjectName("card")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    line = QLineEdit(text, box)
    line.setPlaceholderText(hint or translate("Home", "Name, Zimmer oder Kürzel"))
    line.setAccessibleName(line.placeholderText())
    line.setMinimumWidth(SIZES[Size.WAITING])

    def taken() -> None:
        typed = line.text()
        box.close()
        take(typed)

    line.returnPressed.connect(taken)
    QVBoxLayout(box).addWidget(line)
    box.move(place)
    box.show()
    line.setFocus()
