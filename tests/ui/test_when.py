"""Day, time and shift of a dictation: chosen below the head, by keys, any time before signing."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dokuhelfer.draft.context import Shift
from dokuhelfer.ui import clock
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.entries import Entry
from dokuhelfer.ui.keys import Action
from dokuhelfer.ui.moments import Moment, Trouble, in_head, moment_of
from dokuhelfer.ui.profile import Profile
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.widgets.when_popup import WhenPopup
from dokutest.desks import Desks, read_all

EVENING = "Um acht Uhr Schmerzen im linken Knie, Kühlpack aufgelegt."
ALT = Qt.KeyboardModifier.AltModifier
NOW = datetime(2026, 11, 17, 10, 15, 30).astimezone()


@pytest.mark.parametrize(
    ("day", "time", "expected"),
    [
        ("17.11.2026", "730", "2026-11-17T07:30"),
        ("17.11.", "7:30", "2026-11-17T07:30"),
        ("gestern", "7 Uhr 30", "2026-11-16T07:30"),
        ("1.2.26", "22 Uhr", "2026-02-01T22:00"),
        ("17.11.2026", "10:15", "2026-11-17T10:15"),
    ],
)
def test_what_is_typed_is_read(day: str, time: str, expected: str) -> None:
    found = moment_of(day, time, NOW)
    assert isinstance(found, datetime)
    assert found.utcoffset() is not None
    assert found.isoformat().startswith(expected)


@pytest.mark.parametrize(
    ("day", "time", "trouble"),
    [
        ("31.2.2026", "7:30", Trouble.NO_DAY),
        ("", "7:30", Trouble.NO_DAY),
        ("17.11.2026", "25:00", Trouble.NO_TIME),
        ("17.11.2026", "", Trouble.NO_TIME),
        ("17.11.2026", "10:17", Trouble.AHEAD),
        ("18.11.2026", "7:30", Trouble.AHEAD),
        ("17.11.2016", "7:30", Trouble.LONG_AGO),
    ],
)
def test_what_cannot_be_is_refused(day: str, time: str, trouble: Trouble) -> None:
    assert moment_of(day, time, NOW) is trouble


def test_the_head_names_the_shift_or_the_hour() -> None:
    assert in_head(Moment(NOW)) == ("17.11.2026 · 10:15 Uhr", "10:15 Uhr")
    assert in_head(Moment(NOW, Shift.FRUEH)) == ("17.11.2026 · Frühdienst", "Frühdienst")


def ask(desks: Desks, desk: Desk) -> WhenPopup:
    """Alt+D."""
    assert desks.shell is not None
    QTest.keyClick(desk.stage.reading.stops, Qt.Key.Key_D, ALT)
    desks.wait(lambda: isinstance(QApplication.activePopupWidget(), WhenPopup))
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, WhenPopup)
    return popup


def retype(popup: WhenPopup, day: str, time: str) -> None:
    for line, text in ((popup._day, day), (popup._time, time)):
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)


def hour_of(entry: Entry) -> object:
    session = entry.work.session
    assert session is not None
    return session.draft.fields["uhrzeit"].value


def chip(desks: Desks) -> str:
    assert desks.shell is not None
    return desks.shell.head.button_of(Action.WHEN).accessibleName()


def test_another_shift_reads_the_hours_anew_and_keeps_what_hands_did(desks: Desks) -> None:
    desk = desks.open()
    desk.planning.choose_template("pflegebericht")
    entry = desks.dictate(desk, EVENING)
    assert hour_of(entry) == "08:00"
    session = entry.work.session
    assert session is not None
    desk._lane.run(lambda: entry.work.edit("/wirkung", "nach zehn Minuten besser"))
    desks.settle(desk)
    yesterday = clock.now() - timedelta(days=1)
    popup = ask(desks, desk)
    retype(popup, f"{yesterday:%d.%m.%Y}", "2130")
    shifts = popup._shifts.buttons()
    shifts[0].setFocus()
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    desks.settle(desk)
    assert QApplication.activePopupWidget() is None
    assert hour_of(entry) == "20:00"
    assert session.draft.fields["wirkung"].value == "nach zehn Minuten besser"
    assert session.draft.head.date == yesterday.date().isoformat()
    assert session.draft.head.shift == "spaet"
    assert chip(desks) == f"{yesterday:%d.%m.%Y} · Spätdienst"
    desk.act(Action.UNDO)
    desks.settle(desk)
    assert hour_of(entry) == "08:00"
    assert chip(desks).startswith(f"{clock.now():%d.%m.%Y} · 10:1")
    desk.act(Action.REDO)
    desks.settle(desk)
    again = desks.open()
    assert again.stage.home.waiting.model().rowCount() == 1
    again.act(Action.NEXT_DRAFT)
    desks.wait(lambda: again.mode is Mode.READING and again.reading.page.stops)
    assert chip(desks) == f"{yesterday:%d.%m.%Y} · Spätdienst"


def test_while_somebody_speaks_it_counts_for_this_dictation_alone(desks: Desks) -> None:
    desk = desks.open()
    desk.planning.choose_template("pflegebericht")
    desk.speaking.record()
    desks.settle(desk)
    entry = desk._entries.current
    assert entry is not None
    QTest.keyClick(desk.stage.recording.live, Qt.Key.Key_D, ALT)
    desks.wait(lambda: isinstance(QApplication.activePopupWidget(), WhenPopup))
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, WhenPopup)
    retype(popup, "gestern", "21 Uhr 30")
    QTest.keyClick(popup._time, Qt.Key.Key_Return)
    assert desk._dictating.is_recording
    desk.speaking.record()
    desks.hear(desk, entry, EVENING)
    assert hour_of(entry) == "20:00"
    assert desk.speaking.new_entry().work.plan.context.shift is None


def test_what_is_no_time_is_said_and_esc_changes_nothing(desks: Desks) -> None:
    desk = desks.open()
    entry = desks.dictate(desk, EVENING)
    before = entry.work.plan
    popup = ask(desks, desk)
    retype(popup, "morgen", "730")
    QTest.keyClick(popup._time, Qt.Key.Key_Return)
    assert popup._trouble.text() == "Das ist kein Tag. Zum Beispiel: 17.11.2026"
    assert QApplication.focusWidget() is popup._day
    QTest.keyClick(popup._day, Qt.Key.Key_Escape)
    desks.settle(desk)
    assert QApplication.activePopupWidget() is None
    assert entry.work.plan == before


def test_f12_closes_it_and_a_signed_text_keeps_its_hour(desks: Desks) -> None:
    desk = desks.open()
    entry = desks.dictate(desk, EVENING)
    popup = ask(desks, desk)
    QTest.keyClick(popup._day, Qt.Key.Key_F12)
    desks.settle(desk)
    assert desk._cover.is_on
    assert QApplication.activePopupWidget() is None
    desk.act(Action.HIDE)
    desk.profiles.profile = Profile("MK")
    read_all(entry)
    desk.room.open(entry)
    desks.settle(desk)
    desk.act(Action.SIGN)
    desks.wait(lambda: desk.mode is Mode.SIGNED)
    desk.act(Action.WHEN)
    assert QApplication.activePopupWidget() is None
    assert desks.shell is not None
    assert [note.key for note in desks.shell.messages.notes] == ["refused"]


def test_the_head_says_that_the_day_is_open(desks: Desks) -> None:
    desk = desks.open()
    desk.planning.choose_template("pflegebericht")
    desks.dictate(desk, "Um 23 Uhr 30 Schmerzen im linken Knie.")
    popup = ask(desks, desk)
    retype(popup, f"{clock.now():%d.%m.%Y}", "6:10")
    QTest.keyClick(popup._time, Qt.Key.Key_Return)
    desks.settle(desk)
    assert chip(desks) == "Datum offen"
    QTest.keyClick(desk.stage.reading.stops, Qt.Key.Key_Home)
    desks.settle(desk)
    desks.wait(lambda: desk.stage.reading.stops.stop_at_cursor().has_settled())
    QTest.keyClick(desk.stage.reading.stops, Qt.Key.Key_1)
    desks.wait(lambda: chip(desks) != "Datum offen")
