"""The small choosers below the head's buttons."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMenu

from dokuhelfer.draft.template.model import Template
from dokuhelfer.ui.keys import Action
from dokuhelfer.ui.shelf import titles_of
from dokuhelfer.ui.shell import Shell
from dokuhelfer.ui.widgets.line_popup import ask_line
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
        titles = dict(titles_of(self._templates))
        titles[AUTO] = translate("Home", "Erkennen lassen")
        for id, title in titles.items():
            action = menu.addAction(title)
            action.triggered.connect(lambda _=False, id=id: self.template_chosen.emit(id))
        button = self._shell.head.button_of(Action.TEMPLATE)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def ask_person(self, person: str) -> None:
        """A line to type the person into; Enter takes it, Esc leaves."""
        button = self._shell.head.button_of(Action.PERSON)
        place = button.mapToGlobal(button.rect().bottomLeft())
        ask_line(self._shell, place, person, self.person_chosen.emit)
