"""From F9 or a key to the draft: what the window shows meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from dokuhelfer.draft.template.model import Template
from dokuhelfer.ui import clock
from dokuhelfer.ui.entries import Entry, Phase
from dokuhelfer.ui.room import Room
from dokuhelfer.ui.rows import Spot
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.work import Plan, Shown, Work


class SpeakingDesk(QObject):
    """Begins dictations and shows what becomes of them.

    Args:
        is_hidden: whether nothing may be shown or recorded now.
        may_begin: whether a new dictation would be kept; says why not.
    """

    def __init__(
        self,
        room: Room,
        templates: Mapping[str, Template],
        is_hidden: Callable[[], bool],
        may_begin: Callable[[], bool],
    ) -> None:
        super().__init__(room.shell)
        self._room = room
        self._templates = templates
        self._is_hidden = is_hidden
        self._may_begin = may_begin
        self._listing = QTimer(self)
        self._listing.setSingleShot(True)
        self._listing.timeout.connect(self._list)
        dictating = room.dictating
        dictating.heard.connect(self._show_words)
        dictating.fields.words.connect(self._show_field_words)
        dictating.drafting.drafted.connect(self._drafted)
        dictating.failed.connect(self._failed)
        dictating.dropped.connect(self._dropped)
        dictating.stopped.connect(self._stopped)
        dictating.fields.placed.connect(self._field_said)
        dictating.speaking.changed.connect(room.refresh)
        dictating.speaking.level.connect(room.shell.foot.show_level)
        stops = room.stage.reading.stops
        stops.replaces.connect(lambda on: dictating.fields.say_instead(on=on))
        stops.dropped.connect(self.drop_field)
        room.stage.recording.pause_asked.connect(dictating.pause)
        room.shell.foot.pause_asked.connect(dictating.pause)
        room.shell.foot.type_asked.connect(self.type_instead)

    # --- beginning -------------------------------------------------------------------------

    def new_entry(self) -> Entry:
        """A dictation with what is chosen on the home page."""
        room = self._room
        began = clock.now()
        profile = room.profiles.profile
        chosen = room.home_plan
        context = replace(
            chosen.context, recorded=began, author=profile.initials or None,
            role=profile.role or None,
        )  # fmt: skip
        room.plan = Plan(chosen.template, context)
        entry = room.entries.current = room.entries.add(Work(room.plan), began)
        room.forget_person()
        return entry

    def record(self) -> None:
        """F9: start, stop, or speak into the field at the cursor."""
        room, dictating = self._room, self._room.dictating
        if dictating.is_recording:
            dictating.stop()
        elif room.mode is Mode.READING and not room.reading.page.all_read:
            entry = room.entries.current
            room.reading.find_spot(lambda spot: self._record_field(entry, spot))
        elif room.mode is not Mode.HEARING and self._may_begin():
            room.shell.messages.withdraw("microphone")
            room.stage.recording.begin(ready=False)
            entry = self.new_entry()
            room.show(Mode.RECORDING, room.stage.recording)
            room.stage.recording.live.setFocus()
            dictating.record(entry)

    def _record_field(self, entry: Entry | None, spot: Spot) -> None:
        room = self._room
        still = room.mode is Mode.READING and room.entries.current is entry
        if entry is not None and spot.path and still and not self._is_hidden():
            room.mode = Mode.FIELD
            room.stage.reading.stops.lead(on=False)
            room.reading.show_spoken(spot.stop, "")
            room.stage.reading.stops.ask_how(spot.stop, replaceable=spot.replaceable)
            room.dictating.record(entry, spot)

    def drop_field(self) -> bool:
        """Esc: what is being said into a field is not wanted. False where nothing is said."""
        if self._room.mode is not Mode.FIELD:
            return False
        self._room.dictating.drop_field()
        self._room.stage.reading.stops.end_live()
        self._room.reading.explain("dropped")
        return True

    def want_again(self) -> bool:
        """Strg+Z: what was dropped is still being heard, and wanted after all."""
        entry = self._room.entries.current
        if entry is None or not self._room.dictating.fields.want_again(entry):
            return False
        self._room.reading.explain("words_unheard")
        return True

    def next_person(self) -> None:
        """Close this dictation, which drafts in the background, and begin the next."""
        room = self._room
        room.dictating.stop()
        room.go_home()
        room.forget_person()
        self.record()

    def type_instead(self) -> None:
        """An empty sheet, no model involved."""
        room = self._room
        if not self._may_begin():
            return
        entry = self.new_entry()
        work = entry.work
        room.dictating.keeper.keep_plan(work.id, work.plan, entry.begun)
        room.lane.run(lambda: work.type_instead(self._templates), lambda _: self._drafted(entry))

    # --- what becomes of it ----------------------------------------------------------------

    def _stopped(self) -> None:
        room = self._room
        if room.mode is Mode.RECORDING:
            room.show(Mode.HEARING, room.stage.recording)
        elif room.mode is Mode.FIELD:
            room.mode = Mode.READING
            room.stage.reading.stops.ask_how("")
            room.stage.reading.stops.lead(on=True)
        room.refresh()

    def _show_words(self, id: str, stable: str, tail: str) -> None:
        current = self._room.entries.current
        if current is not None and current.work.id == id:
            self._room.stage.recording.live.show_words(stable, tail)

    def _show_field_words(self, entry: Entry, stop: str, stable: str, tail: str) -> None:
        if self._room.reading.work is entry.work:
            self._room.reading.show_spoken(stop, stable, tail)

    def _field_said(self, entry: Entry, shown: Shown) -> None:
        self.note(entry, shown)
        self._room.reading.take_spoken(entry.work, shown)

    def _failed(self, entry: Entry) -> None:
        if self._room.entries.current is entry:
            self._room.go_home()
        elif self._room.mode is Mode.HOME:
            self._room.show_waiting()

    def _dropped(self, entry: Entry) -> None:
        room = self._room
        here = room.entries.current is entry
        room.entries.remove(entry)
        if here:
            room.go_home()
        elif room.mode is Mode.HOME:
            room.show_waiting()

    def _drafted(self, entry: Entry) -> None:
        room = self._room
        entry.phase = Phase.READ
        if room.entries.current is entry:
            room.open(entry)
        else:
            room.lane.run(entry.work.show, lambda shown: self.note(entry, shown))

    def note(self, entry: Entry, shown: Shown) -> None:
        """What the sheet of a draft says now, for the lists."""
        room = self._room
        room.entries.note(entry.work, shown.page, entry.work.person)
        self._listing.start()  # many at once are listed once

    def _list(self) -> None:
        if self._room.mode is Mode.HOME:
            self._room.show_waiting()
