"""What the window says of the microphone is so, whatever keys come in between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dokuhelfer.audio.live import LiveSound
from dokuhelfer.audio.source import AudioSource
from dokuhelfer.config.load import load, machine_places
from dokuhelfer.dictaphone import DictaphoneEvent, DictaphoneState, RecordingEnded
from dokuhelfer.engine.recorder_messages import Opened, Paused
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.messages.catalogue import Catalogue
from dokuhelfer.store.case import Case
from dokuhelfer.store.store import Store
from dokuhelfer.transcript.model import Segment, Transcript
from dokuhelfer.ui import keeper
from dokuhelfer.ui.app import make_window
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.entries import Entry, Phase
from dokuhelfer.ui.intake import Intake
from dokuhelfer.ui.keys import Action
from dokuhelfer.ui.lane import Lane
from dokuhelfer.ui.profile import Profile
from dokuhelfer.ui.shell import Shell
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.widgets.copy_strip import CopyStrip
from dokutest.turning import turn

Wait = Callable[[Callable[[], object]], None]


class Recorder:
    """Stands in for the device that a machine for tests has not: states, but no sound."""

    last: Recorder

    def __init__(self, store: Store, hear: Callable[[DictaphoneEvent], None]) -> None:
        self.hear = hear
        self.state = DictaphoneState.IDLE
        self.prepared = False
        self.microphone = ""
        self.case: Case | None = None
        Recorder.last = self

    def prepare(self) -> None:
        self.prepared = True

    def start(self, case: Case, when: datetime, microphone: str = "") -> LiveSound:
        assert self.state is DictaphoneState.IDLE
        self.state, self.case = DictaphoneState.RECORDING, case
        return LiveSound()

    def use(self, microphone: str) -> None:
        self.microphone = microphone

    def pause(self) -> None:
        if self.state is DictaphoneState.RECORDING:
            self.state = DictaphoneState.PAUSED

    def resume(self) -> None:
        self.state = DictaphoneState.RECORDING

    def stop(self) -> None:
        self.state = DictaphoneState.IDLE

    def close(self) -> None:
        self.state = DictaphoneState.IDLE


class Place:
    """The window with that recorder, and what is heard said by the test."""

    def __init__(self, shell: Shell, wait: Wait) -> None:
        self.shell = shell
        self.wait = wait
        self.heard: list[str] = []
        desk = shell.findChild(QObject, "desk")
        assert isinstance(desk, Desk)
        self.desk = desk

    @property
    def device(self) -> Recorder:
        return Recorder.last

    @property
    def is_open(self) -> bool:
        return self.device.state is DictaphoneState.RECORDING

    @property
    def says_so(self) -> bool:
        return self.shell._bar.isVisible() and self.desk._dictating.recording is not None

    @property
    def entry(self) -> Entry:
        current = self.desk._entries.current
        assert current is not None
        return current

    def settle(self) -> None:
        """Until both lanes are empty and what they said has arrived."""
        for lane in (self.desk._lane, self.desk._dictating.keeper._lane) * 2:
            self._empty(lane)

    def _empty(self, lane: Lane) -> None:
        done: list[object] = []
        lane.run(lambda: None, done.append)
        self.wait(lambda: done)

    def act(self, *actions: Action) -> None:
        for action in actions:
            self.desk.act(action)
        self.settle()

    def say(self, name: str, text: str) -> None:
        """The recognition of a recording ends with these words."""
        self.desk._dictating._heard_out(name, words(text), {})
        self.settle()

    def dictate(self, text: str) -> Entry:
        """A whole dictation, up to its sheet."""
        self.act(Action.RECORD)
        self.act(Action.RECORD)
        entry = self.entry
        self.say(entry.work.id, text)
        self.wait(lambda: self.desk.mode is Mode.READING and self.desk.reading.page.stops)
        return entry


def words(text: str) -> Transcript:
    return Transcript((Segment(0, None, None, text, ()),))


@pytest.fixture
def place(
    application: QApplication, wait_for: Wait, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Place]:
    heard: list[str] = []

    def hear(self: Intake, name: str, sound: AudioSource) -> None:
        heard.append(name)

    monkeypatch.setattr(keeper, "Dictaphone", Recorder)
    monkeypatch.setattr(Intake, "hear_live", hear)
    shell = make_window(load(machine_places()), Catalogue("de"))
    shell.show()
    shell.activateWindow()
    here = Place(shell, wait_for)
    here.heard = heard
    here.settle()
    yield here
    shell.close()
    shell.deleteLater()
    application.processEvents()


NIGHT = "Hat gut geschlafen. Der Blutdruck war 130 zu 80. Hat um acht Uhr gefrühstückt."


def test_a_recorder_waits_before_the_key(place: Place) -> None:
    assert place.device.prepared
    assert not place.is_open


def test_two_quick_keys_at_a_stop_are_one_recording_that_the_next_ends(place: Place) -> None:
    place.dictate(NIGHT)
    place.act(Action.RECORD, Action.RECORD)
    assert place.is_open
    assert place.says_so
    place.act(Action.RECORD)
    assert not place.is_open
    assert not place.says_so


def test_a_field_found_after_the_next_dictation_began_is_not_spoken_into(place: Place) -> None:
    read = place.dictate(NIGHT)
    place.act(Action.RECORD, Action.NEXT_PERSON)
    assert place.desk.mode is Mode.RECORDING
    assert place.desk._dictating.recording is place.entry
    assert place.entry is not read
    assert place.heard[-1] == place.entry.work.id


def test_an_earlier_recordings_end_leaves_the_next_alone(place: Place) -> None:
    place.act(Action.RECORD)
    first = place.device.case
    assert first is not None
    place.act(Action.NEXT_PERSON)
    place.device.hear(RecordingEnded(first.info.id, None, DokuError(Code.DISK_FULL)))
    place.wait(lambda: place.shell.messages.notes)
    assert place.is_open
    assert place.says_so


def test_the_tail_of_the_words_before_fails_and_the_next_words_are_recorded(place: Place) -> None:
    place.act(Action.RECORD)
    case = place.device.case
    assert case is not None
    ended = RecordingEnded(case.info.id, None, DokuError(Code.DISK_FULL), stopped=True)
    place.device.hear(ended)
    place.wait(lambda: place.shell.messages.notes)
    assert place.is_open
    assert place.says_so


def test_a_recording_that_ends_by_itself_closes_the_microphone(place: Place) -> None:
    place.act(Action.RECORD)
    case = place.device.case
    assert case is not None
    place.device.hear(RecordingEnded(case.info.id, None, DokuError(Code.DISK_FULL)))
    place.wait(lambda: not place.says_so)
    place.settle()
    assert not place.is_open


@pytest.mark.parametrize("key", [Action.NEXT_DRAFT, Action.LEAVE])
def test_who_leaves_the_field_is_no_longer_recorded(place: Place, key: Action) -> None:
    place.dictate(NIGHT)
    place.desk.go_home()
    place.dictate("Hat wenig getrunken und war sehr müde.")
    place.act(Action.RECORD)
    assert place.is_open
    place.act(key)
    assert not place.is_open
    assert not place.says_so


def test_another_page_ends_a_dictation(place: Place) -> None:
    place.act(Action.RECORD)
    place.shell.head.profile_asked.emit()
    place.settle()
    assert not place.is_open
    assert not place.says_so


# --- hidden --------------------------------------------------------------------------------


def test_hidden_takes_no_key_to_what_is_below(place: Place) -> None:
    entry = place.dictate(NIGHT)
    before = place.desk.reading.page
    place.act(Action.HIDE)
    place.desk.room.open(entry)
    place.settle()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_Tab):
        focus = QApplication.focusWidget()
        assert focus is place.desk.stage.hidden
        QTest.keyClick(focus, key)
        turn(150)
    place.settle()
    assert place.desk.reading.page == before
    place.act(Action.HIDE)
    assert QApplication.focusWidget() is place.desk.stage.reading.stops


def test_hiding_closes_the_microphone_and_never_opens_it(place: Place) -> None:
    place.act(Action.RECORD)
    place.act(Action.HIDE)
    assert place.device.state is DictaphoneState.PAUSED
    place.device.hear(Paused(by_silence=False))
    place.act(Action.HIDE)
    assert place.device.state is DictaphoneState.PAUSED
    # Silence paused it just before the key: the window did not know yet.
    place.device.hear(Opened("Mikrofon", wanted=True, gap=0.0))
    place.settle()
    place.act(Action.HIDE)
    assert place.device.state is DictaphoneState.PAUSED


def test_the_cover_grows_with_the_window(place: Place) -> None:
    place.act(Action.HIDE)
    place.shell.resize(place.shell.width() + 300, place.shell.height() + 200)
    place.wait(lambda: place.desk.stage.hidden.geometry() == place.shell.rect())


# --- signing -------------------------------------------------------------------------------


def ready_to_sign(place: Place) -> Entry:
    entry = place.dictate(NIGHT)
    session = entry.work.session
    assert session is not None
    while (stop := next((one for one in session.stops if not one.decided), None)) is not None:
        session.seen(stop.id)
        if stop.dispute is not None and stop.dispute.choices:
            session.answer(stop.id, 3 if stop.dispute.choices[-1].digit >= 3 else 1)
        else:
            session.confirm(stop.id)
    place.desk.profiles.profile = Profile("MK")
    place.desk.room.open(entry)
    place.settle()
    assert place.desk.reading.page.all_read
    return entry


def test_what_could_not_be_kept_is_not_signed(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = ready_to_sign(place)

    def full(*_: object) -> None:
        raise DokuError(Code.DISK_FULL)

    with monkeypatch.context() as patch:
        patch.setattr(Case, "sign", full)
        place.act(Action.SIGN)
        place.settle()
    assert place.desk.mode is Mode.READING
    assert entry.phase is Phase.READ
    assert place.shell.messages.notes
    place.act(Action.SIGN)
    place.wait(lambda: place.desk.mode is Mode.SIGNED)
    assert entry.phase is Phase.SIGNED


def test_hiding_closes_the_strip(place: Place, application: QApplication) -> None:
    ready_to_sign(place)
    place.act(Action.SIGN)
    place.wait(lambda: place.desk.mode is Mode.SIGNED)
    place.desk.signing.open_strip()
    place.act(Action.HIDE)
    strips = [one for one in application.topLevelWidgets() if isinstance(one, CopyStrip)]
    assert not any(strip.isVisible() for strip in strips)


def test_the_key_hides_from_the_strip_too(place: Place, application: QApplication) -> None:
    ready_to_sign(place)
    place.act(Action.SIGN)
    place.wait(lambda: place.desk.mode is Mode.SIGNED)
    place.desk.signing.open_strip()
    strip = place.desk.signing._strip
    assert strip is not None
    strip.activateWindow()
    place.wait(lambda: application.activeWindow() is strip)
    QTest.keyPress(strip, Qt.Key.Key_F12)
    place.wait(lambda: place.desk.stage.hidden.isVisible())
    assert place.desk.signing._strip is None or not strip.isVisible()


def test_the_key_hides_from_a_dialog_and_a_menu_too(
    place: Place, application: QApplication
) -> None:
    entry = place.dictate("Frau Lindemann, 7 Uhr 30. Hat gut geschlafen.")
    stops = place.desk.stage.reading.stops
    assert entry.work.session is not None
    shown = entry.work.session.stops
    place.desk.reading.go_to(next(n for n, stop in enumerate(shown) if len(stop.parts) > 1))
    place.settle()
    stops.setFocus()
    QTest.keyClick(stops, Qt.Key.Key_F2)
    place.wait(application.activePopupWidget)
    QTest.keyPress(application.activePopupWidget(), Qt.Key.Key_F12)
    assert place.desk.stage.hidden.isVisible()
    assert application.activePopupWidget() is None
    place.act(Action.HIDE)
    place.desk._aside._destroy(entry.work.id)
    place.wait(application.activeModalWidget)
    dialog = application.activeModalWidget()
    place.wait(lambda: application.activeWindow() is dialog)
    QTest.keyPress(dialog, Qt.Key.Key_F12)
    place.wait(lambda: place.desk.stage.hidden.isVisible())
    assert application.activeModalWidget() is None
    assert place.desk._entries.of(entry.work.id) is entry
