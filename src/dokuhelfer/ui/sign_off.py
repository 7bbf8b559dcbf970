"""Strg+Enter: from a sheet that is read to the end to a text that is kept as signed."""

from __future__ import annotations

from dokuhelfer.ui import clock
from dokuhelfer.ui.entries import Entry, Phase
from dokuhelfer.ui.room import Room
from dokuhelfer.ui.signing_desk import SignedTexts, SigningDesk, texts_of
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.work import Shown, Work


class SignOff:
    """Nothing is said or copied as signed before the store has it."""

    def __init__(self, room: Room, signing: SigningDesk) -> None:
        self._room = room
        self._signing = signing

    def ask(self) -> None:
        """Sign what is read; goes to what is open where that cannot be."""
        room, work = self._room, self._room.reading.work
        if room.mode is not Mode.READING or work is None or room.reading.is_editing:
            return
        entry = room.entries.of(work.id)
        if entry is not None and room.dictating.fields.is_unheard(entry):
            room.reading.explain("words_unheard")
            return
        initials = room.profiles.profile.initials
        if room.reading.page.all_read and not initials:
            room.ask_profile()
            return

        def sign() -> tuple[Shown, SignedTexts | None]:
            shown = work.sign(initials or "–", clock.now())
            return shown, texts_of(work)

        room.lane.run(sign, lambda done: self._signed(work, *done))

    def _signed(self, work: Work, shown: Shown, texts: SignedTexts | None) -> None:
        room = self._room
        entry = room.entries.of(work.id)
        if work.signed is None or texts is None or entry is None:
            room.reading.take_and_edit(work, shown)
            return
        room.reading.close()  # nothing more is done to it until it is kept
        room.dictating.drafting.keep_signed(
            entry, work.signed, lambda kept: self._kept(entry, texts, kept=kept)
        )

    def _kept(self, entry: Entry, texts: SignedTexts, *, kept: bool) -> None:
        room, work = self._room, entry.work
        is_here = room.entries.current is entry and room.mode is Mode.READING
        if not kept:
            room.lane.run(work.not_signed, lambda _: room.open(entry) if is_here else None)
        elif work.signed is not None and work.session is not None:
            room.shell.messages.withdraw("signing")
            entry.phase = Phase.SIGNED
            if is_here:
                room.show(Mode.SIGNED, room.stage.signed)
                room.shell.foot.record.setFocus()
            self._signing.show(work, texts, work.session.template, room.profiles.profile)
