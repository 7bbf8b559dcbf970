"""What is chosen beside speaking, template, person and when: before, while or after."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from dokuhelfer.draft.context import Context
from dokuhelfer.draft.template.model import Template
from dokuhelfer.ui.choosers import Choosers
from dokuhelfer.ui.entries import Phase
from dokuhelfer.ui.moments import Moment
from dokuhelfer.ui.person_list import PersonList
from dokuhelfer.ui.room import Room
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.work import Plan, Shown, Work


class Planning:
    """A draft that is there is made anew; what hands did to it is kept."""

    def __init__(
        self, room: Room, look: Look, templates: Mapping[str, Template], persons: PersonList
    ) -> None:
        self._room = room
        self._persons = persons
        persons.changed.connect(self._offer_persons)
        self._templates = templates
        self._choosers = Choosers(room.shell, look, templates)
        self.ask_template = self._choosers.ask_template
        for chooser in (self._choosers, room.stage.home):
            chooser.template_chosen.connect(self.choose_template)
        self._choosers.person_chosen.connect(self.choose_person)
        self._choosers.when_chosen.connect(self.choose_when)
        room.stage.home.person_changed.connect(self.choose_person)
        room.reading.replanned.connect(self._follow)

    def _offer_persons(self) -> None:
        self._room.stage.home.persons = self._persons.persons

    def ask_person(self) -> None:
        """A line to type the person into."""
        self._choosers.ask_person(self._room.plan.context.person or "", self._persons.persons)

    def ask_when(self) -> None:
        """Day, time and shift of the dictation in front; what is signed keeps its own."""
        entry, context = self._room.entries.current, self._room.plan.context
        if entry is None or entry.phase is Phase.CUT:
            return
        if entry.phase is Phase.SIGNED:
            self._room.reading.explain("signed")
            return
        self._choosers.ask_when(Moment(context.recorded or entry.begun, context.shift))

    def choose_template(self, id: str) -> None:
        """For the dictation in front, or for the next one."""
        self._change(lambda plan: Plan(id, plan.context))

    def choose_person(self, person: str) -> None:
        """For the dictation in front, or for the next one."""
        named = person.strip() or None
        self._change(lambda plan: replace(plan, context=replace(plan.context, person=named)))

    def choose_when(self, moment: Moment) -> None:
        """For the dictation in front: hours and days in it are read from there."""

        def at(context: Context) -> Context:
            return replace(context, recorded=moment.recorded, shift=moment.shift)

        self._change(lambda plan: replace(plan, context=at(plan.context)))

    def _change(self, changed: Callable[[Plan], Plan]) -> None:
        room = self._room
        entry = room.entries.current
        if entry is None or entry.phase is Phase.SIGNED:
            room.choose_for_next(changed(room.home_plan))
            if entry is None:
                room.plan = room.home_plan
        else:
            plan = room.plan = changed(room.plan)
            entry.person = plan.context.person or entry.person
            work = entry.work
            room.lane.run(
                lambda: work.choose(plan, self._templates), lambda shown: self._chosen(work, shown)
            )
        room.refresh()

    def _chosen(self, work: Work, shown: Shown | None) -> None:
        self._follow(work)
        if shown is not None:
            self._room.reading.take(work, shown)
            if shown.refused:  # it was signed meanwhile
                self._room.reading.explain(shown.refused)

    def _follow(self, work: Work) -> None:
        """Head, list and store say what the sheet was made for."""
        room, entry = self._room, self._room.entries.of(work.id)
        if entry is None:
            return
        entry.person = work.person
        if work.signed is None:
            room.dictating.replan(entry)
        if room.entries.current is entry:
            room.plan = work.plan
        room.refresh()
