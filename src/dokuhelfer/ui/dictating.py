"""From a key or a file to a draft: recording, hearing and drafting, several side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Signal

from dokuhelfer.audio.live import LiveSound
from dokuhelfer.config.schema import Settings
from dokuhelfer.draft.template.model import Template
from dokuhelfer.engine.turns import Turns
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.messages.catalogue import Catalogue, error_line
from dokuhelfer.store.model import About
from dokuhelfer.transcript.model import Transcript
from dokuhelfer.ui.drafting import Drafting
from dokuhelfer.ui.end_tone import EndTone
from dokuhelfer.ui.entries import Entries, Entry, Phase
from dokuhelfer.ui.field_words import FieldWords
from dokuhelfer.ui.hearing_late import HearingLate, Ways
from dokuhelfer.ui.hearing_troubles import afterwards
from dokuhelfer.ui.intake import Intake
from dokuhelfer.ui.keeper import Keeper
from dokuhelfer.ui.keeping_notes import tell_of_keeping
from dokuhelfer.ui.keeping_troubles import not_begun
from dokuhelfer.ui.lane import Lane
from dokuhelfer.ui.rows import Spot
from dokuhelfer.ui.speaking import Speaking
from dokuhelfer.ui.spoken import Spoken
from dokuhelfer.ui.taking_up import TakingUp
from dokuhelfer.ui.unheard import Unheard
from dokuhelfer.ui.widgets.message_line import MessageLine, Note

translate = QCoreApplication.translate


_NOWHERE = Spot()


class Dictating(QObject):
    """Everything between the key and the draft.

    Signals:
        heard: id of a work, stable words, words that may change.
        closed: id of a work that is being spoken, its segments so far that stay.
        replanned: an `Entry` whose person or template are others now.
        progressed: id of a work, seconds that were heard, of how many (0: unknown).
        not_heard: id of a work, `DokuError`.
        stopped: recording is over (also by itself).
        failed: an `Entry` that became no draft.
        dropped: an `Entry` of which nothing was recorded; there is none of it any more.

    Attributes:
        drafting: makes the drafts.
        fields: what is spoken into parts of drafts.
        speaking: clock, level and microphone of the recording that runs.
        recording: what is being recorded into; None while nothing is.
    """

    heard = Signal(str, str, str)
    closed = Signal(str, object)
    replanned = Signal(object)
    progressed = Signal(str, float, float)
    not_heard = Signal(str, object)
    stopped = Signal()
    failed = Signal(object)
    dropped = Signal(object)

    def __init__(
        self,
        settings: Settings,
        templates: Mapping[str, Template],
        entries: Entries,
        lane: Lane,
        messages: MessageLine,
        catalogue: Catalogue,
        turns: Turns,
    ) -> None:
        super().__init__(messages)
        self._entries = entries
        self._messages = messages
        self._catalogue = catalogue
        self._intake = Intake(settings, turns, self)
        self.keeper = Keeper(self)
        self.keeper.tone = settings.start_tone
        self.keeper.days = settings.draft_days
        self.drafting = Drafting(templates, entries, lane, self.keeper, self)
        self.fields = FieldWords(entries, self.keeper, lane, self)
        self.speaking = Speaking(self.keeper, messages, catalogue)
        self.recording: Entry | None = None
        self._late = HearingLate(
            self.keeper, messages, catalogue, entries,
            Ways(
                self.hear_again, self._not_heard, self._drop, self._intake.finish_shown, self._runs
            ),
        )  # fmt: skip
        self._end_tone = EndTone(self.keeper, lambda: settings.end_tone and not self.is_recording)
        self._intake.heard.connect(self._pass_words)
        self._intake.closed.connect(self._pass_segments)
        self._intake.progressed.connect(self.progressed)
        self._intake.finished.connect(self._heard_out)
        self._intake.failed.connect(self._not_heard)
        self._intake.not_fetched.connect(self._not_fetched)
        self._intake.warned.connect(messages.post)
        self.drafting.failed.connect(lambda entry, error: self._fail(entry.work.id, error))
        self.drafting.outdated.connect(self.failed.emit)
        self.keeper.not_recorded.connect(self._not_recorded)
        self._taking_up = TakingUp(
            entries, self.drafting, self.fields, self.hear_again, self._intake.hear_kept, messages
        )
        self.keeper.opened.connect(self._taking_up.all)
        tell_of_keeping(self.keeper, messages, catalogue)
        self.speaking.ended.connect(self._ended)
        self.speaking.over.connect(self._late.ended)
        entries.tell_gone(self._gone)
        self._unheard = Unheard(self.fields, self._intake, messages, catalogue)

    @property
    def is_recording(self) -> bool:
        """Whether the microphone is in use, paused or not."""
        return self.recording is not None

    def open(self) -> None:
        """Open the store; what was left open comes back."""
        self.keeper.open()

    def find_model(self) -> None:
        """Look the speech model's files through before somebody waits for its words.

        Raises:
            DokuError: as whoever speaks will be told.
        """
        self._intake.model()

    def close(self) -> None:
        """End what runs; what was said is kept."""
        self._intake.close()
        self._end_tone.close()
        self.keeper.close()

    def replan(self, entry: Entry) -> None:
        """Its person or template are others now."""
        self.keeper.keep_plan(entry.work.id, entry.work.plan, entry.begun)
        self.replanned.emit(entry)

    # --- the key ---------------------------------------------------------------------------

    def record(self, entry: Entry, spot: Spot = _NOWHERE) -> None:
        """Speak a new dictation, or into a part of a draft."""
        if self.recording is not None:
            return
        self.recording = entry
        self.speaking.begin()
        about = About(entry.person, entry.work.plan.template)
        id = entry.work.id
        name = self.fields.begin(entry, spot) if spot.path else id
        if not spot.path:
            self._late.begin(id)
        self.keeper.keep_plan(id, entry.work.plan, entry.begun)
        self.keeper.record(
            id, about, entry.begun, lambda sound, spoken: self._listen(name, sound, spoken),
            spot,
        )  # fmt: skip

    def drop_field(self) -> None:
        """What is being spoken into a field is not wanted."""
        self.fields.drop()
        self.stop()

    def pause(self) -> None:
        """Pause, or go on."""
        if self.recording is None:
            return
        if self.speaking.paused:
            self.keeper.resume()
        else:
            self.keeper.pause()

    def hush(self) -> None:
        """Pause if anything is recorded; never the other way round."""
        if self.recording is not None:
            self.keeper.pause()

    def stop(self) -> None:
        """The dictation is said; its last words are still heard."""
        if self.recording is not None:
            self.recording = None
            self.speaking.end()
            self.keeper.stop()
            self.fields.ended()
            self.stopped.emit()

    def _stop_if(self, concerned: Callable[[str], bool]) -> None:
        """End the recording that runs if it is that one; news of an earlier one may be late."""
        if self.recording is not None and concerned(self.recording.work.id):
            self.stop()

    # --- sound -----------------------------------------------------------------------------

    def _listen(self, id: str, sound: LiveSound, spoken: Spoken) -> None:
        if spoken.path:
            self.fields.begun(id, spoken)
        self._intake.hear_live(id, sound)

    def _pass_words(self, name: str, stable: str, tail: str) -> None:
        if self.fields.entry_of(name) is not None:
            self.fields.show(name, stable, tail)
        else:
            self.heard.emit(name, stable, tail)

    def _pass_segments(self, name: str, segments: object) -> None:
        if self.fields.entry_of(name) is None:
            self.closed.emit(name, segments)

    def _not_recorded(self, id: str, error: DokuError) -> None:
        entry = self._entries.of(id)
        self._late.forget(id)
        if entry is not None:
            self.fields.cancelled(entry)
        self._stop_if(lambda running: running == id)
        self._say("microphone", not_begun(self._catalogue, error))
        if entry is not None and entry.phase is Phase.HEARD:
            self.keeper.drop_if_empty(id, lambda empty: self._drop(entry) if empty else None)

    def _ended(self, case: str, sound: bool, sentence: str) -> None:
        if sentence:
            self._stop_if(lambda running: self.keeper.holds(running, case))
            self._messages.post(Note("microphone", "block", sentence))

    def _drop(self, entry: Entry) -> None:
        """Nothing was recorded: there is no dictation."""
        self.dropped.emit(entry)
        self.keeper.destroy(entry.work.id, lambda: None)

    def _runs(self, entry: Entry | None) -> bool:
        """Whether the microphone is open for that dictation."""
        return entry is not None and self.recording is entry and not self.speaking.paused

    def _gone(self, id: str) -> None:
        """It is destroyed: nothing of it is to be heard any more."""
        self._late.forget(id)
        for name in (id, *self.fields.names_of(id)):
            self._intake.forget(name)
        self.give_up_hearing(id)

    def _heard_out(self, name: str, transcript: Transcript, models: object) -> None:
        if transcript.complete:
            self._messages.withdraw("worker")
        if self.fields.entry_of(name) is not None:
            self.fields.heard(name, transcript)
            return
        entry = self._entries.of(name)
        self._late.forget(name)
        if entry is not None:
            self.keeper.keep_transcript(name, entry.work.plan, transcript, entry.begun)
            self.drafting.draft(entry, transcript, models)

    def _not_heard(self, name: str, error: DokuError) -> None:
        if self._late.takes(name, error):
            return
        if self.fields.entry_of(name) is not None:
            self.not_heard.emit(name, error)
            self._unheard.lost(name, error, runs=self._runs(self.fields.entry_of(name)))
            return
        if error.code is not Code.CANCELLED:
            self._say("hearing", afterwards(self._catalogue, error))
        self.not_heard.emit(name, error)
        self._give_up(self._entries.of(name))

    def hear_again(self, entry: Entry) -> None:
        """Try once more with the sound that is there."""
        entry.phase = Phase.HEARD
        id = entry.work.id
        self._intake.hear_kept(id, lambda done, failed: self.keeper.fetch_all(id, done, failed))

    def _not_fetched(self, name: str, error: DokuError) -> None:
        """The store does not give the sound back; that it is safe is not said."""
        if self.fields.entry_of(name) is not None:
            self.fields.not_heard(name, error)
        elif self._entries.of(name) is not None:
            self._fail(name, error)

    def give_up_hearing(self, id: str) -> None:
        """What the store has of a dictation is not to be heard now; it stays."""
        self._intake.give_up(id)

    def _fail(self, id: str, error: DokuError) -> None:
        """The store does not give the sound back, or there is no draft of it."""
        self._say("hearing", error_line(self._catalogue, error))
        self.not_heard.emit(id, error)
        self._give_up(self._entries.of(id))

    def _give_up(self, entry: Entry | None) -> None:
        if entry is not None and entry.phase in (Phase.HEARD, Phase.DRAFTED):
            entry.phase = Phase.FAILED
            self.failed.emit(entry)

    def _say(self, key: str, text: str) -> None:
        self._messages.post(Note(key, "block", text))
