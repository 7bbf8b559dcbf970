"""F4: the dictation beside the sheet, its words and where they went, by real keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dokuhelfer.resources import data_path
from dokuhelfer.ui.said import Place, Said
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.widgets.transcript import TranscriptText
from dokutest.window import Window

SAMPLE = data_path("models", "demo-speech", "samples", "pflegebericht.ogg")
SAID = Said(
    "😀 Kühlpack aufgelegt.\nDer Hahn tropft.",
    (Place(2, 21, 0, "Maßnahme"), Place(22, 38, 1, "Passt in kein Feld")),
    ((22, 38),),
)


@pytest.fixture
def text(application: QApplication, look: Look) -> Iterator[TranscriptText]:
    made = TranscriptText(look)
    made.resize(400, 200)
    made.show()
    made.show_said(SAID, 0)
    yield made
    made.close()
    made.deleteLater()


def test_words_say_where_they_went_and_enter_goes_there(text: TranscriptText) -> None:
    went: list[int] = []
    text.jump_asked.connect(went.append)
    text.moveCursor(QTextCursor.MoveOperation.End)
    text.moveCursor(QTextCursor.MoveOperation.PreviousWord)
    place = text.place()
    assert place is not None
    assert place.label == "Passt in kein Feld"
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert went == [1]
    text.moveCursor(QTextCursor.MoveOperation.Start)
    assert text.place() is None


def test_only_the_words_of_the_cursor_stop_are_framed(text: TranscriptText) -> None:
    accent = Look().colour("accent").name()

    def rows() -> set[int]:
        image = text.viewport().grab().toImage()
        return {
            y
            for y in range(image.height())
            for x in range(0, image.width(), 2)
            if image.pixelColor(x, y).name() == accent
        }

    first = rows()
    text.show_said(SAID, 1)
    assert first
    assert max(first) <= min(rows()) + 3


def test_words_are_chosen_with_the_mouse(text: TranscriptText) -> None:
    def at(position: int) -> QPoint:
        cursor = QTextCursor(text.document())
        cursor.setPosition(position)
        return text.cursorRect(cursor).center()

    view = text.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=at(23))
    QTest.mouseMove(view, at(33))
    assert text.textCursor().selectedText() == "Der Hahn t"
    place = text.place()
    assert place is not None
    assert place.stop == 1


def test_nothing_can_be_copied_or_changed_here(text: TranscriptText) -> None:
    QApplication.clipboard().setText("vorher")
    text.selectAll()
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(text, "x")
    assert "Kühlpack" not in QApplication.clipboard().text()
    assert text.toPlainText() == SAID.text


def test_f4_opens_enter_jumps_and_escape_leads_back(window: Window) -> None:
    window.read_in(SAMPLE)
    screen = window.desk.stage.reading
    window.wait(lambda: "Diktat zeigen" in window.buttons())
    window.press(Qt.Key.Key_F4)
    window.wait(lambda: window.focus is screen.pane.text)
    assert not screen.pane_covers
    window.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.focus is screen.pane.search
    word = screen.pane.text.toPlainText().split()[-1].strip(".")
    QTest.keyClicks(window.focus, word)
    window.press(Qt.Key.Key_Return)
    assert screen.pane.text.textCursor().selectedText() == word
    window.press(Qt.Key.Key_Escape)
    assert window.focus is screen.pane.text
    place = screen.pane.text.place()
    assert place is not None
    window.press(Qt.Key.Key_Return)
    window.wait(lambda: window.page.cursor == place.stop)
    assert window.focus is screen.stops
    window.press(Qt.Key.Key_F4)
    assert not screen.pane.isVisible()
    window.press(Qt.Key.Key_F4)
    window.press(Qt.Key.Key_Escape)
    assert not screen.pane.isVisible()
    assert window.mode is Mode.READING


def test_in_a_narrow_window_it_stands_in_the_place_of_the_sheet(window: Window) -> None:
    window.shell.resize(800, 640)
    window.read_in(SAMPLE)
    screen = window.desk.stage.reading
    window.wait(lambda: screen.pane.text.toPlainText())
    window.press(Qt.Key.Key_F4)
    assert screen.pane_covers
    assert screen.pane.isVisible()
    assert not screen.stops.isVisible()
    window.press(Qt.Key.Key_Escape)
    assert screen.stops.isVisible()


def test_what_was_typed_has_no_dictation_to_show(window: Window) -> None:
    window.type_instead()
    window.press(Qt.Key.Key_F4)
    assert not window.desk.stage.reading.pane.isVisible()
    assert any("kein Diktat" in note.text for note in window.shell.messages.notes)
