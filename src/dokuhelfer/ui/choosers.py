"""The small choosers below the head's buttons."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from dokuhelfer.draft.template.model import Template
from dokuhelfer.persons import Persons
from dokuhelfer.ui.cover import let_hide
from dokuhelfer.ui.keys import Action
from dokuhelfer.ui.moments import Moment
from dokuhelfer.ui.shelf import titles_of
from dokuhelfer.ui.shell import Shell
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.widgets.line_popup import ask_person
from dokuhelfer.ui.widgets.when_popup import WhenPopup
from dokuhelfer.ui.work import AUTO

translate = QCoreApplication.translate


class Choosers(QObject):
    """Person, template and moment of the dictation at hand.

    Signals:
        template_chosen: its id, or `AUTO`.
        person_chosen: as typed.
        when_chosen: a `Moment`.
    """

    template_chosen = Signal(str)
    person_chosen = Signal(str)
    when_chosen = Signal(object)

    def __init__(self, shell: Shell, look: Look, templates: Mapping[str, Template]) -> None:
        super().__init__(shell)
        self._shell = shell
        self._look = look
        self._templates = templates

    def ask_template(self) -> None:
        """A list of all templates."""
        menu = QMenu(self._shell)
        titles = dict(titles_of(self._templates))
        titles[AUTO] = translate("Home", "Erkennen lassen")
        for id, title in titles.items():
            action = menu.addAction(title)
            action.triggered.connect(lambda _=False, id=id: self.template_chosen.emit(id))
        menu.popup(self._place(Action.TEMPLATE))

    def ask_person(self, person: str, persons: Persons) -> None:
        """A line to type the person into; Enter takes it, Esc leaves."""
        place, take = self._place(Action.PERSON), self.person_chosen.emit
        ask_person(self._shell, self._look, place, person, take, persons)

    def ask_when(self, moment: Moment) -> None:
        """Day, time and shift; Enter takes them, Esc leaves."""
        popup = WhenPopup(self._look, self._shell, moment)
        let_hide(popup, lambda: self._shell.acted.emit(Action.HIDE))
        popup.taken.connect(self.when_chosen)
        popup.move(self._place(Action.WHEN))
        popup.begin()

    def _place(self, action: Action) -> QPoint:
        button = self._shell.head.button_of(action)
        return button.mapToGlobal(button.rect().bottomLeft())
