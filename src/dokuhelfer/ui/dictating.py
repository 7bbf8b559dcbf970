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
from dokuhelfer.store.sound import JoinedSound
from dokuhelfer.transcript.model import Transcript
from dokuhelfer.ui.drafting import Drafting
from dokuhelfer.ui.end_tone import EndTone
from dokuhelfer.ui.entries import Entries, Entry, Phase
from dokuhelfer.ui.field_words import FieldWords
from dokuhelfer.ui.hearing_late import HearingLate, Ways
from dokuhelfer.ui.hearing_troubles import afterwards, while_spoken
from dokuhelfer.ui.intake import Intake
from dokuhelfer.ui.keeper import Keeper
from dokuhelfer.ui.keeping_troubles import not_begun, not_done, not_kept, not_signed
from dokuhelfer.ui.lane import Lane
from dokuhelfer.ui.read_work import Spot
from dokuhelfer.ui.speaking import Speaking
from dokuhelfer.ui.spoken import Spoken
from dokuhelfer.ui.taking_up import TakingUp
from dokuhelfer.ui.widgets.message_line import MessageLine, Note

translate = QCoreApplication.translate


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
        self.drafting = Drafting(templates, entries, lane, self.keeper, self)
        self.fields = FieldWords(entries, self.keeper, lane, self)
        self.speaking = Speaking(self.keeper, messages, catalogue)
        self.recording: Entry | None = None
        self._unwanted: set[str] = set()
        self._late = HearingLate(
            self.keeper, messages, catalogue, entries,
            Ways(self.hear_again, self._not_heard, self._drop, self._runs),
        )  # fmt: skip
        self._end_tone = EndTone(self.keeper, lambda: settings.end_tone and not self.is_recording)
        self._intake.heard.connect(self._pass_words)
        self._intake.closed.connect(self._pass_segments)
        self._intake.progressed.connect(self.progressed)
        self._intake.finished.connect(self._heard_out)
        self._intake.failed.connect(self._not_heard)
        self._intake.warned.connect(messages.post)
        self.drafting.failed.connect(self._not_drafted)
        self.drafting.outdated.connect(self.failed.emit)
        self.keeper.not_recorded.connect(self._not_recorded)
        self._taking_up = TakingUp(
            entries, self.drafting, self.fields, self._intake.hear_kept, messages
        )
        self.keeper.opened.connect(self._taking_up.all)
        self.keeper.not_kept.connect(
            lambda error: messages.post(
                Note("kept", "warn", not_kept(catalogue, error), pending=True)
            )
        )
        self.keeper.troubled.connect(
            lambda trouble, error: messages.post(
                Note(trouble, "warn", not_done(catalogue, trouble, error))
            )
        )
        self.keeper.all_kept.connect(lambda: messages.withdraw("kept"))
        self.keeper.not_signed.connect(
            lambda error: self._say("signing", not_signed(catalogue, error))
        )
        self.speaking.ended.connect(self._ended)
        self.speaking.over.connect(self._late.ended)
        entries.tell_gone(self._gone)
        self.fields.unheard.connect(self._ask_for_unheard)

    @property
    def is_recording(self) -> bool:
        """Whether the microphone is in use, paused or not."""
        return self.recording is not None

    def open(self) -> None:
        """Open the store; what was left open comes back."""
        self.keeper.open()

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

    def record(self, entry: Entry) -> None:
        """Speak a new dictation."""
        self._start(entry, Spot())

    def record_field(self, entry: Entry, spot: Spot) -> None:
        """Speak into a part of a draft."""
        self._start(entry, spot)

    def _start(self, entry: Entry, spot: Spot) -> None:
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
            self._field_not_heard(name, error)
            return
        if error.code is not Code.CANCELLED:
            self._say("hearing", afterwards(self._catalogue, error))
        self.not_heard.emit(name, error)
        self._give_up(self._entries.of(name))

    def _field_not_heard(self, name: str, error: DokuError) -> None:
        """It stands in no list: once nobody speaks into it, it is asked what is to become of it."""
        if error.code is not Code.CANCELLED and self._runs(self.fields.entry_of(name)):
            text = while_spoken(self._catalogue, error, again=False)
            self._messages.post(Note("hearing", "warn", text, pending=True))
        self.not_heard.emit(name, error)
        self.fields.not_heard(name, error)

    def _ask_for_unheard(self, name: str, error: DokuError) -> None:
        """Words for a field became no text: the sheet waits until this is answered."""
        key = f"unheard {name}"

        def answered(do: Callable[[], None]) -> None:
            self._messages.withdraw(key)
            do()

        again = translate("Desk", "Noch einmal hören")
        listed = translate("Desk", "Ans Ende stellen")
        buttons = (
            (again, lambda: answered(lambda: self.fields.hear_again(name, self._intake.hear_kept))),
            (listed, lambda: answered(lambda: self.fields.list_sound(name))),
        )
        text = translate("Desk", "Was Sie in das Feld gesprochen haben, ist noch kein Text.")
        text = f"{text} {error_line(self._catalogue, error)}"
        self._messages.withdraw("hearing")
        self._messages.post(Note(key, "warn", text, buttons, pending=True))

    def hear_again(self, entry: Entry) -> None:
        """Try once more with the sound that is there."""
        entry.phase = Phase.HEARD
        id = entry.work.id
        self._unwanted.discard(id)
        self.keeper.fetch_all(
            id,
            lambda sound: self._hear_fetched(id, sound),
            lambda error: self._not_fetched(entry, error),
        )  # fmt: skip

    def _not_fetched(self, entry: Entry, error: DokuError) -> None:
        """The store does not give the sound back; that it is safe is not said."""
        self._say("hearing", error_line(self._catalogue, error))
        self.not_heard.emit(entry.work.id, error)
        self._give_up(entry)

    def _hear_fetched(self, id: str, sound: JoinedSound) -> None:
        if id in self._unwanted:
            with sound:
                self._not_heard(id, DokuError(Code.CANCELLED))
        else:
            self._intake.hear_kept(id, sound)

    def give_up_hearing(self, id: str) -> None:
        """What the store has of a dictation is not to be heard now; it stays."""
        if not self._intake.give_up(id):
            self._unwanted.add(id)  # its sound is still being fetched

    def _not_drafted(self, entry: Entry, error: DokuError) -> None:
        self._say("hearing", error_line(self._catalogue, error))
        self.not_heard.emit(entry.work.id, error)
        self._give_up(entry)

    def _give_up(self, entry: Entry | None) -> None:
        if entry is not None and entry.phase in (Phase.HEARD, Phase.DRAFTED):
            entry.phase = Phase.FAILED
            self.failed.emit(entry)

    def _say(self, key: str, text: str) -> None:
        self._messages.post(Note(key, "block", text))
