"""After signing: „Nachtrag“ and „Berichtigen“ begin another version; what was signed stays."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject

from dokuhelfer.review.signed import VersionKind
from dokuhelfer.ui import clock
from dokuhelfer.ui.entries import Entry, Phase
from dokuhelfer.ui.room import Room
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.widgets.message_line import Note
from dokuhelfer.ui.work import Work

translate = QCoreApplication.translate


class VersionsDesk(QObject):
    """Begins the next version of the text on the signed page."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.shell)
        self._room = room
        screen = room.stage.signed
        screen.addendum_asked.connect(lambda: self._begin(VersionKind.ADDENDUM))
        screen.correction_asked.connect(lambda: self._begin(VersionKind.CORRECTION))

    def _begin(self, kind: VersionKind) -> None:
        room = self._room
        entry = room.entries.current
        if room.mode is not Mode.SIGNED or entry is None or entry.phase is not Phase.SIGNED:
            return
        if entry.work.signed is None:  # signed in an earlier window, a further version given up
            self._begun(entry, kind, begun=False)
            return
        room.dictating.keeper.begin(
            entry.work.id, kind.value, lambda begun: self._begun(entry, kind, begun=begun)
        )

    def _begun(self, entry: Entry, kind: VersionKind, *, begun: bool) -> None:
        room = self._room
        if not begun:
            text = translate("Signed", "Davon ist gerade keine weitere Fassung möglich.")
            room.shell.messages.post(Note("version", "block", text))
            return
        moment, profile, before = clock.now(), room.profiles.profile, entry.work

        def make() -> Work:
            context = before.plan.context
            if kind is VersionKind.ADDENDUM:
                context = replace(
                    context, recorded=moment, author=profile.initials or None,
                    role=profile.role or None,
                )  # fmt: skip
            return before.further(kind, context)

        room.lane.run(make, lambda work: self._open(entry, work))

    def _open(self, entry: Entry, work: Work) -> None:
        room = self._room
        room.entries.go_further(entry, work)
        room.dictating.keeper.keep_plan(work.id, work.plan, entry.begun)
        if room.entries.current is entry and room.mode is Mode.SIGNED:
            room.open(entry)
