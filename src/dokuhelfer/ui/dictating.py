"""From a key or a file to a draft: recording, hearing and drafting, several side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from dokuhelfer import jsonio
from dokuhelfer.audio.live import LiveSound
from dokuhelfer.config.schema import Settings
from dokuhelfer.draft.json import to_json as draft_to_json
from dokuhelfer.draft.template.model import Template
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.messages.catalogue import Catalogue, error_line
from dokuhelfer.review.signing import Signed
from dokuhelfer.store.model import About
from dokuhelfer.transcript.model import Transcript
from dokuhelfer.transcript.times import later
from dokuhelfer.ui.entries import Entries, Entry, Phase
from dokuhelfer.ui.intake import Intake
from dokuhelfer.ui.keeper import Keeper
from dokuhelfer.ui.lane import Lane
from dokuhelfer.ui.left_open import Found, LeftOpen
from dokuhelfer.ui.speaking import Speaking
from dokuhelfer.ui.widgets.message_line import MessageLine, Note
from dokuhelfer.ui.work import Work

translate = QCoreApplication.translate

_FIELD = "field:"
"""Begins the name of a recording that goes into a field."""


class Dictating(QObject):
    """Everything between the key and the draft.

    Signals:
        heard: id of a work, stable words, words that may change; for a field's words too.
        drafted: an `Entry` whose draft can be read.
        field_said: an `Entry`, the path and what was said into it.
        stopped: recording is over (also by itself).
        failed: an `Entry` that became no draft.

    Attributes:
        speaking: clock, level and microphone of the recording that runs.
        recording: what is being recorded into; None while nothing is.
    """

    heard = Signal(str, str, str)
    drafted = Signal(object)
    field_said = Signal(object, str, object)
    stopped = Signal()
    failed = Signal(object)

    def __init__(
        self,
        settings: Settings,
        templates: Mapping[str, Template],
        entries: Entries,
        lane: Lane,
        messages: MessageLine,
        catalogue: Catalogue,
    ) -> None:
        super().__init__(messages)
        self._templates = templates
        self._entries = entries
        self._lane = lane
        self._messages = messages
        self._catalogue = catalogue
        self._intake = Intake(settings, self)
        self.keeper = Keeper(self)
        self.speaking = Speaking(self.keeper, messages, catalogue)
        self.recording: Entry | None = None
        self._path = ""
        self._before: dict[str, float] = {}
        self._intake.heard.connect(self._pass_words)
        self._intake.finished.connect(self._heard_out)
        self._intake.failed.connect(self._not_heard)
        self._intake.warned.connect(messages.post)
        self.keeper.sounding.connect(self._listen)
        self.keeper.not_recorded.connect(self._not_recorded)
        self.keeper.opened.connect(self._take_up)
        self.keeper.refused.connect(lambda error: self._say("store", error))
        self.keeper.not_kept.connect(lambda error: self._say("store", error))
        self.speaking.ended.connect(self._ended)

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
        self.keeper.close()

    # --- the key ---------------------------------------------------------------------------

    def record(self, entry: Entry) -> None:
        """Speak a new dictation."""
        self._start(entry, "")

    def record_field(self, entry: Entry, path: str) -> None:
        """Speak into a part of a draft."""
        self._start(entry, path)

    def _start(self, entry: Entry, path: str) -> None:
        if self.recording is not None:
            return
        self.recording, self._path = entry, path
        self.speaking.begin()
        about = About(entry.person, entry.work.plan.template)
        self.keeper.keep_plan(entry.work.id, entry.work.plan, entry.begun)
        self.keeper.record(entry.work.id, about, entry.begun)

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
            self.stopped.emit()

    def _stop_if(self, concerned: Callable[[str], bool]) -> None:
        """End the recording that runs if it is that one; news of an earlier one may be late."""
        if self.recording is not None and concerned(self.recording.work.id):
            self.stop()

    def read_in(self, entry: Entry, path: Path) -> None:
        """A sound file instead of the microphone."""
        about = About(entry.person, entry.work.plan.template)
        self.keeper.keep_plan(entry.work.id, entry.work.plan, entry.begun)
        self.keeper.keep_file(entry.work.id, about, entry.begun, path)
        self._intake.hear_file(entry.work.id, path)

    # --- sound -----------------------------------------------------------------------------

    def _listen(self, id: str, sound: LiveSound, before: float) -> None:
        name = f"{_FIELD}{id}:{self._path}" if self._path else id
        self._before[name] = before
        self._intake.hear_live(name, sound)

    def _pass_words(self, name: str, stable: str, tail: str) -> None:
        self.heard.emit(_id_of(name), stable, tail)

    def _not_recorded(self, id: str, error: DokuError) -> None:
        self._stop_if(lambda running: running == id)
        self._say("microphone", error)
        self._give_up(id)

    def _ended(self, case: str, sound: bool, sentence: str) -> None:
        if sentence:
            self._stop_if(lambda running: self.keeper.holds(running, case))
            self._messages.post(Note("microphone", "block", sentence))

    def _heard_out(self, name: str, transcript: Transcript, models: object) -> None:
        entry = self._entries.of(_id_of(name))
        if entry is None:
            return
        if name.startswith(_FIELD):
            # Its times go on where the recordings before it end.
            said = later(transcript, self._before.pop(name, 0.0))
            self.field_said.emit(entry, name.rpartition(":")[2], said)
            return
        self.keeper.keep_transcript(entry.work.id, entry.work.plan, transcript, entry.begun)
        self.draft(entry, transcript, models)

    def _not_heard(self, name: str, error: DokuError) -> None:
        self._say("hearing", error)
        self._give_up(_id_of(name))

    def hear_again(self, entry: Entry) -> None:
        """Try once more with the sound that is there."""
        entry.phase = Phase.HEARD
        id = entry.work.id
        self.keeper.fetch_all(
            id,
            lambda sound: self._intake.hear_kept(id, sound),
            lambda error: self._not_heard(id, error),
        )  # fmt: skip

    # --- drafting --------------------------------------------------------------------------

    def draft(self, entry: Entry, transcript: Transcript, models: object) -> None:
        """Make a draft of what was heard."""
        entry.phase = Phase.DRAFTED
        work = entry.work

        def make() -> list[tuple[Work, bytes]]:
            work.transcript = transcript
            work.models = dict(models) if isinstance(models, Mapping) else {}
            more = work.draft(self._templates)
            return [(one, one.put_away()) for one in (*more, work)] if more else []

        self._lane.run(
            make, lambda parts: self._part(entry, parts), lambda error: self._no_draft(entry, error)
        )

    def _part(self, entry: Entry, parts: list[tuple[Work, bytes]]) -> None:
        """Several persons: each has a case of its own before anybody reads or signs one.

        The dictation's own draft comes last: after a crash before that all are made again.
        """
        for work, review in parts:
            if work is not entry.work:
                self.keeper.keep_plan(work.id, work.plan, entry.begun)
                if work.transcript is not None:
                    self.keeper.keep_transcript(work.id, work.plan, work.transcript, entry.begun)
            self.keeper.keep_review(work.id, work.plan, review, entry.begun)
        for work, _ in parts:
            if work is not entry.work:
                self._ready(self._entries.add(work, entry.begun))
        self._ready(entry)

    def _ready(self, entry: Entry) -> None:
        entry.phase = Phase.READ
        self.drafted.emit(entry)

    def _no_draft(self, entry: Entry, error: Exception) -> None:
        known = error if isinstance(error, DokuError) else DokuError(Code.INTERNAL, where="draft")
        self._say("hearing", known)
        self._give_up(entry.work.id)

    def _give_up(self, id: str) -> None:
        entry = self._entries.of(id)
        if entry is not None and entry.phase in (Phase.HEARD, Phase.DRAFTED):
            entry.phase = Phase.FAILED
            self.failed.emit(entry)

    # --- keeping ---------------------------------------------------------------------------

    def put_away(self, work: Work) -> None:
        """Keep how far the reading is."""
        entry = self._entries.of(work.id)
        if entry is not None:
            begun = entry.begun
            self._lane.run(
                work.put_away,
                lambda kept: self.keeper.keep_review(work.id, work.plan, kept, begun),
            )

    def keep_signed(self, entry: Entry, signed: Signed, done: Callable[[bool], None]) -> None:
        """Keep what was signed; what it was made from is destroyed. Tells whether it is kept."""
        released = jsonio.dump(draft_to_json(signed.draft))
        release = signed.release
        self.keeper.sign(entry.work.id, release.when, release.initials, released, done)

    # --- what was left open ----------------------------------------------------------------

    def _take_up(self, left: LeftOpen) -> None:
        if not left.lasting:
            text = translate(
                "Desk", "Es gibt keinen Schlüsselbund: Entwürfe bleiben nur, bis Sie schließen."
            )
            self._messages.post(Note("session", "info", text))
        if left.damaged:
            text = translate("Desk", "Nicht lesbar sind {count} angefangene Diktate.")
            if left.damaged == 1:
                text = translate("Desk", "Ein angefangenes Diktat ist nicht lesbar.")
            self._messages.post(Note("damaged", "warn", text.format(count=left.damaged)))
        for one in left.found:
            self._take_up_one(one)

    def _take_up_one(self, found: Found) -> None:
        work = Work(found.plan, id=found.id, transcript=found.transcript)
        entry = self._entries.add(work, found.begun)
        if found.damaged:
            entry.phase = Phase.DAMAGED
        elif found.review is not None:
            entry.phase = Phase.DRAFTED
            review = found.review
            self._lane.run(
                lambda: work.take_up(review, self._templates),
                lambda _: self._ready(entry),
                lambda error: self._no_draft(entry, error),
            )
        elif found.transcript is not None:
            self.draft(entry, found.transcript, {})
        elif found.source is not None:
            self._intake.hear_kept(found.id, found.source)

    def _say(self, key: str, error: DokuError) -> None:
        self._messages.post(Note(key, "block", error_line(self._catalogue, error)))


def _id_of(name: str) -> str:
    """The work a recording belongs to."""
    return name.removeprefix(_FIELD).partition(":")[0]
