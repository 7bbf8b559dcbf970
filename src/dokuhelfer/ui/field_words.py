"""Words spoken into a field, from the key until they stand on the sheet, whatever is shown.

Nothing of it is lost on the way: where it goes is kept with the recording, what does not fit
is listed by the last stop. Sound that became no text is heard again when a person wants it, or
listed there too; until then the sheet waits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.store.sound import JoinedSound
from dokuhelfer.transcript.model import Skipped, SkipReason, Transcript
from dokuhelfer.transcript.times import later
from dokuhelfer.ui.entries import Entries, Entry, Phase
from dokuhelfer.ui.intake import Fetch
from dokuhelfer.ui.keeper import Keeper
from dokuhelfer.ui.lane import Lane
from dokuhelfer.ui.rows import Spot
from dokuhelfer.ui.spoken import Spoken
from dokuhelfer.ui.work import Shown, Work


@dataclass(frozen=True, slots=True)
class _Open:
    """A recording whose words stand nowhere yet."""

    entry: Entry
    work: Work
    """Of the entry when it was said; a further version that is given up has another one."""
    spoken: Spoken
    stop: str = ""
    """Where the words are shown while they are said."""
    runs: bool = False
    lost: DokuError | None = None
    """Why it became no text."""
    instead: bool = False
    """It replaces what stood there."""
    dropped: bool = False
    """It is to be as if it had not been said, one step back apart."""
    placing: bool = False
    """It is being put where it goes; what is to become of it is settled."""


class FieldWords(QObject):
    """All recordings into fields that are open, by the name under which they are heard.

    Signals:
        placed: an `Entry` and the `Shown` that came of it.
        words: an `Entry`, its stop, stable words, words that may change.
        unheard: a name and a `DokuError`: it became no text, and is over; to be asked for.
    """

    placed = Signal(object, object)
    words = Signal(object, str, str, str)
    unheard = Signal(str, object)

    def __init__(self, entries: Entries, keeper: Keeper, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._entries = entries
        self._keeper = keeper
        self._lane = lane
        self._open: dict[str, _Open] = {}
        self._running = ""

    def begin(self, entry: Entry, spot: Spot) -> str:
        """Somebody is about to speak; the name to hear it under."""
        name = uuid4().hex
        self._open[name] = _Open(entry, entry.work, Spoken(spot.path, row=spot.row), spot.stop)
        self._running = name
        return name

    def say_instead(self, *, on: bool) -> None:
        """What is being said replaces what stands there, or is added to it."""
        if self._running in self._open:
            self._open[self._running] = replace(self._open[self._running], instead=on)

    def drop(self) -> None:
        """What is being said is not wanted."""
        if self._running in self._open:
            self._open[self._running] = replace(self._open[self._running], dropped=True)

    def want_again(self, entry: Entry) -> bool:
        """What was dropped and is still being heard is wanted after all; whether there was any."""
        dropped = [
            name
            for name, one in self._open.items()
            if one.dropped and not one.placing and one.entry is entry
        ]
        for name in dropped:
            self._open[name] = replace(self._open[name], dropped=False)
        return bool(dropped)

    def is_dropped(self, name: str) -> bool:
        """Whether what is heard under that name is not wanted."""
        return name in self._open and self._open[name].dropped

    def begun(self, name: str, spoken: Spoken) -> None:
        """The recording runs."""
        begun = replace(self._open[name], spoken=spoken, runs=True)
        for other, one in self._open.items():
            if one.entry is begun.entry and one.runs:
                self._open[other] = replace(one, spoken=one.spoken.until(spoken.first))
        self._open[name] = begun

    def show(self, name: str, stable: str, tail: str) -> None:
        """These words were heard up to now."""
        one = self._open[name]
        if not one.dropped:
            self.words.emit(one.entry, one.stop, stable, tail)

    def ended(self) -> None:
        """The microphone is closed; what could not be heard meanwhile is asked for now."""
        name, self._running = self._running, ""
        self._ask_for(name)

    def cancelled(self, entry: Entry) -> None:
        """No recording came of it."""
        for name, one in tuple(self._open.items()):
            if one.entry is entry and not one.runs:
                del self._open[name]

    def take_up(
        self, entry: Entry, left: tuple[Spoken, ...], hear: Callable[[str, Fetch], None]
    ) -> None:
        """Hear what an earlier window recorded for this draft and did not hear any more."""
        for spoken in left:
            name = uuid4().hex
            self._open[name] = _Open(entry, entry.work, spoken, runs=True)
            self.hear_again(name, hear)

    def hear_again(self, name: str, hear: Callable[[str, Fetch], None]) -> None:
        """Hear what was recorded."""
        one = self._open.get(name)
        if one is None or self._is_gone(one):
            self._open.pop(name, None)
            return
        self._open[name] = replace(one, lost=None)
        hear(name, partial(self._fetch, name))

    def _fetch(
        self, name: str, done: Callable[[JoinedSound], None], failed: Callable[[DokuError], None]
    ) -> None:
        """The sound of one recording."""
        one = self._open.get(name)
        if one is None or self._is_gone(one):
            self._open.pop(name, None)
            failed(DokuError(Code.CANCELLED))
            return
        self._keeper.fetch_all(one.entry.work.id, done, failed, one.spoken.first, one.spoken.behind)

    def entry_of(self, name: str) -> Entry | None:
        """The draft a recording is spoken into; None where it is no such recording."""
        return self._open[name].entry if name in self._open else None

    def is_unheard(self, entry: Entry) -> bool:
        """Whether words for this draft are still on their way."""
        return any(one.entry is entry and not self._is_gone(one) for one in self._open.values())

    def names_of(self, id: str) -> tuple[str, ...]:
        """Under which names words for that dictation are heard."""
        return tuple(name for name, one in self._open.items() if one.entry.work.id == id)

    # --- what became of it -----------------------------------------------------------------

    def heard(self, name: str, transcript: Transcript) -> None:
        """Put the words into their field."""
        self._from_start(name, lambda start: self._place(name, later(transcript, start)))

    def not_heard(self, name: str, error: DokuError) -> None:
        """It became no text; once it is over, somebody says what is to become of it."""
        self._open[name] = replace(self._open[name], lost=error)
        if name != self._running:
            self._ask_for(name)

    def _ask_for(self, name: str) -> None:
        one = self._open.get(name)
        if one is not None and one.lost is not None:
            self.unheard.emit(name, one.lost)

    def list_sound(self, name: str, take_shown: Callable[[float], bool]) -> None:
        """Its seconds are listed by the last stop, to be listened to.

        Args:
            take_shown: gets the seconds of sound that are left; whether there were words of more,
                which are taken then.
        """
        if name not in self._open:
            return

        def measured(sound: JoinedSound) -> None:
            with sound:
                seconds = sound.duration
            place(seconds)

        def place(seconds: float) -> None:
            if not take_shown(seconds):
                self._place_sound(name, seconds)

        self._fetch(name, measured, lambda _: place(0.0))

    def _place_sound(self, name: str, seconds: float) -> None:
        def place(start: float) -> None:
            skipped = Skipped(start, start + max(1.0, seconds), SkipReason.LOW_CONFIDENCE)
            self._place(name, Transcript((), skipped=(skipped,)))

        self._from_start(name, place)

    def _from_start(self, name: str, place: Callable[[float], None]) -> None:
        """Times of a recording go on where those before it end; only now these have ended."""
        one = self._open.get(name)
        if one is not None:
            self._keeper.find_start(one.entry.work.id, one.spoken.first, place)

    def _place(self, name: str, said: Transcript) -> None:
        one = self._open.get(name)
        if one is None:
            return
        entry, work, keeper = one.entry, one.work, self._keeper
        if self._is_gone(one):
            del self._open[name]
            return

        self._open[name] = replace(one, placing=True)
        dictate = work.dictate_in_vain if one.dropped else work.dictate

        def place() -> Shown:
            shown = dictate(one.spoken.path, said, one.spoken.row, instead=one.instead)
            keeper.keep_review(work.id, work.plan, work.put_away(), entry.begun, one.spoken)
            return shown

        self._lane.run(place, lambda shown: self._placed(name, shown))

    def _is_gone(self, one: _Open) -> bool:
        """Whether the draft was destroyed meanwhile, or the version it was said for."""
        is_open = self._entries.of(one.work.id) is one.entry and one.entry.work is one.work
        return not is_open or one.entry.phase is Phase.SIGNED

    def _placed(self, name: str, shown: Shown) -> None:
        one = self._open.pop(name)
        self.placed.emit(one.entry, shown)
