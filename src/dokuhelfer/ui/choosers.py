"""The small choosers below the head's buttons."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QVBoxLayout

from dokuhelfer.draft.template.model import Template
from dokuhelfer.ui.keys import Action
from dokuhelfer.ui.shell import Shell
from dokuhelfer.ui.style.tokens import SIZES, Size
from dokuhelfer.ui.work import AUTO

translate = QCoreApplication.translate


class Choosers(QObject):
    """Person and template of the dictation at hand.

    Signals:
        template_chosen: its id, or `AUTO`.
        person_chosen: as typed.
    """

    template_chosen = Signal(str)
    person_chosen = Signal(str)

    def __init__(self, shell: Shell, templates: Mapping[str, Template]) -> None:
        super().__init__(shell)
        self._shell = shell
        self._templates = templates

    def ask_template(self) -> None:
        """A list of all templates."""
        menu = QMenu(self._shell)
        titles = {id: template.title for id, template in self._templates.items()}
        titles[AUTO] = translate("Home", "Erkennen lassen")
        for id, title in titles.items():
            action = menu.addAction(title)
            action.triggered.connect(lambda _=False, id=id: self.template_chosen.emit(id))
        button = self._shell.head.button_of(Action.TEMPLATE)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def ask_person(self, person: str) -> None:
        """A line to type the person into; Enter takes it, Esc leaves."""
        button = self._shell.head.button_of(Action.PERSON)
        box = QFrame(self._shell, Qt.WindowType.Popup)
        box.setObjectName("card")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        line = QLineEdit(person, box)
        line.setPlaceholderText(translate("Home", "Name, Zimmer oder Kürzel"))
        line.setMinimumWidth(SIZES[Size.WAITING])
        line.returnPressed.connect(lambda: self._take(line.text(), box))
        QVBoxLayout(box).addWidget(line)
        box.move(button.mapToGlobal(button.rect().bottomLeft()))
        box.show()
        line.setFocus()

    def _take(self, person: str, box: QFrame) -> None:
        box.close()
        self.person_chosen.emit(person)
