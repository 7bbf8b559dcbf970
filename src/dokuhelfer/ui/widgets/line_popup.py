"""A line to type into, over the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from dokuhelfer.persons import Persons
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import SIZES, Size
from dokuhelfer.ui.widgets.person_hits import PersonHits, PersonSearch

translate = QCoreApplication.translate


def ask_person(
    parent: QWidget, look: Look, place: QPoint, text: str, take: Callable[[str], None],
    persons: Persons,
) -> None:  # fmt: skip
    """Ask for a person; who of the list fits is offered below the line."""
    line = ask_line(parent, place, text, take)
    box = line.window()
    layout = box.layout()
    hits = PersonHits(look, box)
    if layout is not None:
        layout.addWidget(hits)
    search = PersonSearch(line, hits, lambda: persons)
    search.chosen.connect(lambda _: line.returnPressed.emit())
    line.textEdited.connect(lambda _: box.adjustSize())


def ask_line(
    parent: QWidget, place: QPoint, text: str, take: Callable[[str], None], hint: str = ""
) -> QLineEdit:
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
    return line
