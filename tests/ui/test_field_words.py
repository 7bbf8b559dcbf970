"""Words spoken into a field reach the sheet or its last stop, whatever happens meanwhile."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dokuhelfer.audio.live import LiveSound
from dokuhelfer.config.load import user_folder
from dokuhelfer.dictation_events import DictaphoneEvent
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.review.stops import StopKind
from dokuhelfer.security.envelope import ChunkWriter
from dokuhelfer.store.case import Case, NewRecording
from dokuhelfer.store.metadata import Metadata
from dokuhelfer.store.model import Document
from dokuhelfer.store.store import Store
from dokuhelfer.transcript.model import Segment, SkipReason, Transcript
from dokuhelfer.ui import clock
from dokuhelfer.ui import keeper as keeping
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.entries import Entry, Phase
from dokuhelfer.ui.keys import Action
from dokuhelfer.ui.profile import Profile
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.widgets.button import Kind
from dokutest.desks import Desks, Microphone, read_all

NIGHT = "Hat gut geschlafen. Kühlpack aufgelegt. Hat um acht Uhr gefrühstückt."


def said(text: str) -> Transcript:
    return Transcript((Segment(0, 0.0, 1.5, text, ()),))


def speak_into_first_stop(desks: Desks, desk: Desk) -> str:
    """F9 at a stop, and F9 again; the name under which it is heard."""
    desk.act(Action.RECORD)
    desks.settle(desk)
    assert desk.mode is Mode.FIELD
    desk.act(Action.RECORD)
    desks.settle(desk)
    return desks.live[-1]


def test_while_somebody_speaks_the_next_step_is_at_the_foot(desks: Desks) -> None:
    desk = desks.open()
    desks.dictate(desk, NIGHT)
    stops = desk.stage.reading.stops
    desk.act(Action.RECORD)
    desks.settle(desk)
    desk.reading.go_to(1)
    desks.settle(desk)
    for is_next in (Kind.OUTLINED, Kind.FILLED):
        stop = stops.stop_at_cursor()
        assert stop is not None
        assert stop.detail is not None
        assert stop.detail.next_button is not None
        assert stop.detail.next_button.kind is is_next
        desk.act(Action.RECORD)
        desks.settle(desk)


def text_of(entry: Entry) -> str:
    """All that stands in fields, and what the last stop lists."""
    session = entry.work.session
    assert session is not None
    lines = [line.text for stop in session.stops for line in stop.lines]
    return " ".join([*(str(one.value) for one in session.draft.fields.values()), *lines])


@pytest.mark.parametrize("key", [Action.LEAVE, Action.NEXT_PERSON, Action.NEXT_DRAFT])
def test_words_reach_their_field_when_the_page_was_left(desks: Desks, key: Action) -> None:
    desk = desks.open()
    desks.dictate(desk, "Hat wenig getrunken.")
    desk.go_home()
    entry = desks.dictate(desk, NIGHT)
    name = speak_into_first_stop(desks, desk)
    desk.act(key)
    desks.settle(desk)
    desk._dictating._heard_out(name, said("Dazu ein Kissen unter das Knie gelegt."), {})
    desks.settle(desk)
    assert "Kissen" in text_of(entry)
    desk = desks.open()
    again = desk._entries.of(entry.work.id) or desk._entries.waiting[-1]
    assert any("Kissen" in text_of(one) for one in (*desk._entries.waiting, again))


def test_words_that_do_not_fit_are_listed_by_the_last_stop(desks: Desks) -> None:
    desk = desks.open()
    entry = desks.dictate(desk, NIGHT)
    work = entry.work
    desk._lane.run(lambda: work.dictate("/uhrzeit", said("ganz früh am Morgen irgendwann")))
    desks.settle(desk)
    assert work.session is not None
    last = work.session.stops[-1]
    assert last.id.kind is StopKind.LEFT_OVER
    assert any("früh am Morgen" in line.text for line in last.lines)
    assert not work.session.progress.ready


def test_nothing_is_signed_while_words_are_on_their_way(desks: Desks) -> None:
    desk = desks.open()
    entry = desks.dictate(desk, NIGHT)
    desk.profiles.profile = Profile("MK")
    name = speak_into_first_stop(desks, desk)
    read_all(entry)
    desk.room.open(entry)
    desks.settle(desk)
    assert desk.reading.page.all_read
    desk.act(Action.SIGN)
    desks.settle(desk)
    assert entry.phase is Phase.READ
    assert desks.shell is not None
    assert [note.key for note in desks.shell.messages.notes] == ["refused"]
    desk._dictating._heard_out(name, said("Dazu ein Kissen."), {})
    desks.settle(desk)
    assert not desk.reading.page.all_read


def answer_unheard(desks: Desks, number: int) -> None:
    """What is asked of words that became no text: hear again (0), or list the sound (1)."""
    assert desks.shell is not None
    (note,) = (one for one in desks.shell.messages.notes if one.key.startswith("unheard"))
    note.buttons[number][1]()


def test_sound_that_became_no_text_is_heard_again_or_listed_by_the_last_stop(
    desks: Desks,
) -> None:
    desk = desks.open()
    entry = desks.dictate(desk, NIGHT)
    desk.act(Action.RECORD)
    desks.settle(desk)
    name = desks.live[-1]
    error = DokuError(Code.INTERNAL)
    desk._dictating._not_heard(name, error)
    assert desks.shell is not None
    assert [note.key for note in desks.shell.messages.notes] == ["hearing"]
    keep_sound(desk, entry, 3)
    desk.act(Action.RECORD)
    desks.settle(desk)
    for again in range(2):
        answer_unheard(desks, 0)
        desks.settle(desk)
        assert desks.kept[again][0] == name
        assert desks.kept[again][1].duration == 3.0
        assert desk._dictating.fields.is_unheard(entry)
        desk._dictating._not_heard(name, error)
    # What is spoken into another field later is none of it.
    desk.act(Action.RECORD)
    desks.settle(desk)
    keep_sound(desk, entry, 2)
    desk.act(Action.RECORD)
    desks.settle(desk)
    answer_unheard(desks, 1)
    desks.settle(desk)
    session = entry.work.session
    assert session is not None
    (line,) = session.stops[-1].lines
    assert (line.reason, line.seconds) == (SkipReason.LOW_CONFIDENCE, (0.0, 3.0))
    assert not [note for note in desks.shell.messages.notes if note.key.startswith("unheard")]


def keep_sound(desk: Desk, entry: Entry, seconds: int) -> None:
    """Seconds that the microphone of the test does not give."""
    keeper = desk._dictating.keeper
    sound = [bytes(32000)] * seconds
    keeper._lane.run(lambda: keeper._known(entry.work.id).add_recording(clock.now(), sound))


def test_words_heard_already_are_not_heard_again_with_those_before_them(desks: Desks) -> None:
    desk = desks.open()
    entry = desks.dictate(desk, NIGHT)
    names = []
    for seconds in (3, 2):
        desk.act(Action.RECORD)
        desks.settle(desk)
        keep_sound(desk, entry, seconds)
        desk.act(Action.RECORD)
        desks.settle(desk)
        names.append(desks.live[-1])
    desk._dictating._heard_out(names[1], said("Dazu ein Kissen."), {})
    desks.settle(desk)
    desks.open()
    assert [sound.duration for _, sound in desks.kept] == [3.0]


def test_a_crash_places_no_words_twice(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = desks.open()
    desks.dictate(desk, NIGHT)
    name = speak_into_first_stop(desks, desk)
    kept: list[tuple[bytes | None, bytes | None]] = []

    def note(case: Case, *metadata: Metadata) -> None:
        real(case, *metadata)
        kept.append((case.load(Document.REVIEW), case.load(Document.SPOKEN)))

    real = Case._commit
    desks.settle(desk)
    monkeypatch.setattr(Case, "_commit", note)
    desk._dictating._heard_out(name, said("Dazu ein Kissen."), {})
    desks.settle(desk)
    assert any(b"Kissen" in (review or b"") for review, _ in kept)
    for review, spoken in kept:  # whenever it ends: on its way, or on the sheet
        assert (b"Kissen" in (review or b"")) != (b'"path"' in (spoken or b""))


def test_a_field_that_was_not_heard_before_the_end_is_heard_in_the_next_window(
    desks: Desks,
) -> None:
    desk = desks.open()
    entry = desks.dictate(desk, NIGHT)
    desk.act(Action.RECORD)
    desks.settle(desk)
    keep_sound(desk, entry, 3)
    desk.act(Action.RECORD)
    desks.settle(desk)
    desk = desks.open()
    ((name, sound),) = desks.kept
    assert sound.duration == 3.0
    (again,) = desk._entries.waiting
    assert desk._dictating.fields.is_unheard(again)
    desk._dictating._heard_out(name, said("Dazu ein Kissen unter das Knie gelegt."), {})
    desks.settle(desk)
    assert "Kissen" in text_of(again)
    desks.kept.clear()
    desk = desks.open()
    (again,) = desk._entries.waiting
    assert "Kissen" in text_of(again)
    assert not desks.kept


class TailMicrophone(Microphone):
    """Its recordings end when a test says so, as a real one's do some time after `stop`."""

    def __init__(self, store: Store, hear: Callable[[DictaphoneEvent], None]) -> None:
        super().__init__(store, hear)
        self.running: list[tuple[Case, NewRecording]] = []

    def start(self, case: Case, when: datetime, microphone: str = "") -> LiveSound:
        self.running.append((case, case.start_recording(when)))
        return super().start(case, when, microphone)

    def end_tail(self, seconds: int) -> None:
        case, new = self.running.pop(0)
        writer = ChunkWriter(new.descriptor, new.header, new.key)
        for _ in range(seconds):
            writer.append(bytes(32000))
        writer.append(b"", last=True)
        writer.flush()
        case.end_recording(new.id)


def test_speaking_into_the_next_stop_begins_at_once_while_the_words_before_are_written(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "Dictaphone", TailMicrophone)
    desk = desks.open()
    entry = desks.dictate(desk, NIGHT)
    microphone = desk._dictating.keeper._dictaphone
    assert isinstance(microphone, TailMicrophone)
    microphone.end_tail(5)
    first = speak_into_first_stop(desks, desk)
    desk.reading.go_to(1)
    desks.settle(desk)
    second = speak_into_first_stop(desks, desk)
    assert len(microphone.running) == 2
    assert desks.shell is not None
    assert desks.shell.messages.notes == ()
    microphone.end_tail(3)
    microphone.end_tail(2)
    desk._dictating._heard_out(second, said("Dazu ein Kissen."), {})
    desk._dictating._heard_out(first, said("Dazu eine Decke."), {})
    desks.settle(desk)
    assert {"Kissen", "Decke"} <= set(re.findall(r"\w+", text_of(entry)))
    session = entry.work.session
    assert session is not None
    starts = {one.text: one.start for one in session.draft.transcript.segments}
    assert starts["Dazu eine Decke."] == 5.0
    assert starts["Dazu ein Kissen."] == 8.0


def test_a_recording_that_did_not_begin_holds_nothing_up(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desks.open()
    entry = desks.dictate(desk, NIGHT)

    def refuse(*_: object) -> None:
        raise DokuError(Code.DISK_FULL)

    monkeypatch.setattr(desk._dictating.keeper._dictaphone, "start", refuse)
    desk.act(Action.RECORD)
    desk.act(Action.RECORD)
    desks.settle(desk)
    assert not desk._dictating.fields.is_unheard(entry)
    assert desk.mode is Mode.READING


# --- typing --------------------------------------------------------------------------------


def open_editor(desks: Desks, desk: Desk, text: str) -> None:
    stops = desk.stage.reading.stops
    page = desk.reading.page
    desk.reading.go_to(next(n for n, stop in enumerate(page.stops) if "Beobachtung" in stop.label))
    desks.settle(desk)
    stops.setFocus()
    QTest.keyClick(stops, Qt.Key.Key_F2)
    desks.wait(lambda: desk.reading.is_editing)
    editor = stops.stop_at_cursor()
    assert editor is not None
    assert editor.editor is not None
    QTest.keyClicks(editor.editor, text)


@pytest.mark.parametrize("key", [None, Action.NEXT_DRAFT, Action.NEXT_PERSON])
def test_what_is_typed_outlives_the_key_that_leaves_it(desks: Desks, key: Action | None) -> None:
    desk = desks.open()
    desks.dictate(desk, "Hat wenig getrunken.")
    desk.go_home()
    desks.dictate(desk, NIGHT)
    open_editor(desks, desk, " Und ein Kissen.")
    if key is not None:
        desk.act(key)
    desk = desks.open()
    assert any("Kissen" in text_of(entry) for entry in desk._entries.waiting)


def test_the_last_key_before_the_window_closes_counts(desks: Desks) -> None:
    desk = desks.open()
    entry = desks.dictate(desk, NIGHT)
    work = entry.work
    desk.reading._command(lambda one: one.edit("/beobachtung", "Hat ein Kissen bekommen."))
    desk = desks.open()
    (again,) = desk._entries.waiting
    assert again.work is not work
    assert "Kissen" in text_of(again)


def test_a_corrected_name_is_remembered_if_wanted(desks: Desks) -> None:
    desk = desks.open()
    desks.dictate(desk, "Die Tochter Frau Aksen hat angerufen. Hat gut geschlafen.")
    session = desk.room.entries.all[0].work.session
    assert session is not None
    part = next(p for stop in session.stops for p in stop.parts if "Aksen" in p.editable)
    text = part.editable.replace("Aksen", "Akşen")
    for answer in ("Nein", "Merken"):
        desk.reading._command(lambda work: work.edit(part.path, text))
        desks.settle(desk)
        assert desks.shell is not None
        note = next(one for one in desks.shell.messages.notes if one.key == "remember")
        assert "Akşen" in note.text
        dict(note.buttons)[answer]()
        desks.settle(desk)
        desk.act(Action.UNDO)
        desks.settle(desk)
        own = user_folder() / "vocabulary.txt"
        assert own.exists() == (answer == "Merken")
    assert "Akşen" in own.read_text("utf-8")


@pytest.mark.parametrize("seconds", [0, 1])
def test_words_that_were_shown_go_into_their_field_when_the_disk_lost_their_sound(
    desks: Desks, seconds: int
) -> None:
    desk = desks.open()
    entry = desks.dictate(desk, NIGHT)
    desk.act(Action.RECORD)
    desks.settle(desk)
    name = desks.live[-1]
    desk._dictating._intake._shown[name] = (Segment(0, 0.2, 3.0, "Dazu ein Kissen."),)
    desk._dictating._not_heard(name, DokuError(Code.WORKER_LOST))
    if seconds:
        keep_sound(desk, entry, seconds)
    desk.act(Action.RECORD)
    desks.settle(desk)
    answer_unheard(desks, 1)
    desks.settle(desk)
    assert "Dazu ein Kissen" in text_of(entry)
    assert not desk._dictating.fields.is_unheard(entry)
    assert not desk._dictating._intake._shown
