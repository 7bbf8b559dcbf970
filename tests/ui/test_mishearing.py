"""A word that was heard wrongly is put right in the dictation beside the sheet; by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from dokuhelfer.config.load import user_folder
from dokuhelfer.transcript.model import Segment, Transcript
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.entries import Entry
from dokuhelfer.ui.surroundings import Mode
from dokutest.desks import Desks

HEARD = "Frau Akschen hat schlecht geschlafen."
THEN = "Hat 300 Milliliter Tee getrunken."
CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(desks: Desks) -> tuple[Desk, Entry]:
    """The dictation beside the sheet, the text cursor at its beginning."""
    desk = desks.open()
    desk.planning.choose_template("pflegebericht")
    desk.speaking.record()
    desks.settle(desk)
    entry = desk._entries.current
    assert entry is not None
    desk.speaking.record()
    desks.settle(desk)
    segments = (Segment(0, None, None, HEARD, ()), Segment(1, None, None, THEN, ()))
    desk._dictating._heard_out(entry.work.id, Transcript(segments), {})
    desks.wait(lambda: desk.mode is Mode.READING and desk.reading.page.stops)
    desks.settle(desk)
    desk.stage.reading.stops.setFocus()
    desks.press(desk, Qt.Key.Key_F4)
    desks.press(desk, Qt.Key.Key_Home, CONTROL)
    return desk, entry


def line() -> QLineEdit:
    popup = QApplication.activePopupWidget()
    assert popup is not None
    found = popup.findChild(QLineEdit)
    assert found is not None
    return found


def state(entry: Entry) -> tuple[object, str]:
    """Whose it is, and the first line of the dictation."""
    session = entry.work.session
    assert session is not None
    return session.draft.fields["person"].value, session.draft.transcript.segments[0].text


def test_the_word_at_the_cursor_is_put_right_everywhere_and_may_be_remembered(desks: Desks) -> None:
    desk, entry = opened(desks)
    desks.press(desk, Qt.Key.Key_Right, CONTROL)
    desks.press(desk, Qt.Key.Key_F2)
    assert line().text() == "Akschen"
    assert line().accessibleName() == "Was wurde gesagt?"
    QTest.keyClicks(line(), "Aksoy")
    QTest.keyClick(line(), Qt.Key.Key_Return)
    desks.settle(desk)
    assert state(entry) == ("Frau Aksoy", "Frau Aksoy hat schlecht geschlafen.")
    assert desks.shell is not None
    (note,) = [one for one in desks.shell.messages.notes if one.key == "remember"]
    assert note.text == "„Aksoy“ merken?"
    note.buttons[0][1]()
    desks.settle(desk)
    assert "Aksoy" in (user_folder() / "vocabulary.txt").read_text("utf-8")
    desk.stage.reading.stops.setFocus()
    desks.press(desk, Qt.Key.Key_Z, CONTROL)
    assert state(entry) == ("Frau Akschen", HEARD)


def test_chosen_words_are_put_right_and_what_hands_did_stays(desks: Desks) -> None:
    desk, entry = opened(desks)
    desk._lane.run(lambda: entry.work.edit("/wirkung", "nach zehn Minuten besser"))
    desks.settle(desk)
    desks.press(desk, Qt.Key.Key_Down)
    for _ in range(2):
        desks.press(desk, Qt.Key.Key_Right, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    desks.press(desk, Qt.Key.Key_F2)
    assert line().text() == "Hat 300"
    QTest.keyClicks(line(), "Hat 200")
    QTest.keyClick(line(), Qt.Key.Key_Return)
    desks.settle(desk)
    session = entry.work.session
    assert session is not None
    assert session.draft.transcript.segments[1].text == "Hat 200 Milliliter Tee getrunken."
    assert session.draft.fields["wirkung"].value == "nach zehn Minuten besser"
    assert "300" not in repr([one.value for one in session.draft.fields.values()])


def test_words_of_two_lines_are_not_one(desks: Desks) -> None:
    desk, entry = opened(desks)
    desks.press(desk, Qt.Key.Key_End, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    desks.press(desk, Qt.Key.Key_F2)
    assert QApplication.activePopupWidget() is None
    assert desks.shell is not None
    assert [note.key for note in desks.shell.messages.notes] == ["refused"]
    assert state(entry)[1] == HEARD


def test_esc_leaves_the_words_as_they_are(desks: Desks) -> None:
    desk, entry = opened(desks)
    desks.press(desk, Qt.Key.Key_F2)
    QTest.keyClicks(line(), "Herr")
    QTest.keyClick(line(), Qt.Key.Key_Escape)
    desks.settle(desk)
    assert state(entry)[1] == HEARD
