"""The whole window with real keys: from a file or from typing to the clipboard and a Word file."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from dokuhelfer.document.text import FieldText
from dokuhelfer.resources import data_path
from dokuhelfer.ui.profile import Profile, load_profile, save_profile
from dokuhelfer.ui.screens.overview import DestroyDialog
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.widgets.button import Button
from dokuhelfer.ui.widgets.copy_strip import CopyStrip
from dokutest.turning import turn
from dokutest.window import Window

SAMPLE = data_path("models", "demo-speech", "samples", "pflegebericht.ogg")


def enter(window: Window, text: str) -> None:
    """Type into the open editor and apply."""
    editor = window.focus
    assert isinstance(editor, QPlainTextEdit)
    QTest.keyClicks(editor, text)
    before = window.page
    QTest.keyClick(editor, Qt.Key.Key_Return)
    window.wait(lambda: window.page != before)


def test_a_file_is_heard_read_signed_and_copied(window: Window, tmp_path: Path) -> None:
    save_profile(Profile("MK", "Maria Kessler", "Pflegefachkraft"))
    window.desk.profiles.reload()
    window.read_in(SAMPLE)
    window.wait(lambda: window.page.stops[window.page.cursor].playable)
    assert window.filled() == ["Passt"]
    keys = window.read_to_the_end()
    assert keys <= 7
    assert window.filled() == ["Abzeichnen"]
    window.sign()
    window.wait(lambda: window.mode is Mode.SIGNED)
    text = QGuiApplication.clipboard().text()
    assert "500 mg Novalgin" in text
    assert "rechten Knie" in text
    assert "MK" in text
    assert window.filled() == ["Neues Diktat"]
    target = tmp_path / "bericht.docx"
    window.desk.signing.exports.write_word(target)
    window.wait(target.exists)
    words = "\n".join(one.text for one in docx.Document(str(target)).paragraphs)
    assert "Ungeprüfter Entwurf" not in words


def test_what_is_typed_is_read_and_signed_like_what_is_spoken(window: Window) -> None:
    save_profile(Profile("MK"))
    window.desk.profiles.reload()
    window.type_instead()
    while window.page.stops and not window.page.all_read:
        stop = window.page.stops[window.page.cursor]
        turn(200)
        if stop.issue is not None and stop.issue.choices:
            window.press(Qt.Key.Key_2)
            window.wait(lambda: isinstance(window.focus, QPlainTextEdit))
            enter(window, "Frau Lenz hat gut geschlafen.")
        else:
            before = window.page
            window.press(Qt.Key.Key_Space)
            window.wait(lambda before=before: window.page != before)
    window.sign()
    window.wait(lambda: window.mode is Mode.SIGNED)
    assert "hat gut geschlafen" in QGuiApplication.clipboard().text()


def test_signing_before_all_is_read_goes_to_what_is_open(window: Window) -> None:
    save_profile(Profile("MK"))
    window.desk.profiles.reload()
    window.type_instead()
    window.sign()
    window.wait(lambda: window.shell.messages.notes)
    assert window.mode is Mode.READING
    assert window.page.left > 0


def test_undo_takes_a_confirmation_back(window: Window) -> None:
    window.type_instead()
    window.press(Qt.Key.Key_2)
    turn(200)
    window.press(Qt.Key.Key_2)
    window.wait(lambda: isinstance(window.focus, QPlainTextEdit))
    enter(window, "Frau Lenz")
    left = window.page.left
    turn(200)
    window.press(Qt.Key.Key_Space)
    window.wait(lambda: window.page.left == left - 1)
    window.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    window.wait(lambda: window.page.left == left)


def test_the_overview_lists_what_is_open_and_destroys_it_on_demand(window: Window) -> None:
    window.type_instead()
    window.press(Qt.Key.Key_Escape)
    window.wait(lambda: window.mode is Mode.HOME)
    window.desk.stage.home.overview_asked.emit()
    window.wait(lambda: window.mode is Mode.ASIDE)
    window.wait(lambda: window.desk.stage.overview.open.made)
    window.button("Vernichten …").click()
    window.wait(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DestroyDialog)
    dialog.accept()
    window.wait(lambda: not window.desk.stage.overview.open.rows)


def test_field_by_field(window: Window) -> None:
    strip = CopyStrip(
        Look(),
        "Pflegebericht",
        (FieldText("a", "Maßnahme", "Kühlpack", 250), FieldText("b", "Reaktion", "Besser")),
    )
    copied: list[str] = []
    strip.copied.connect(copied.append)
    strip.begin()
    QTest.keyClick(strip._next, Qt.Key.Key_Space)
    QTest.keyClick(strip._next, Qt.Key.Key_Space)
    strip.close()
    assert copied == ["Kühlpack", "Besser"]


def test_hidden_shows_nothing_of_anybody(window: Window, application: QApplication) -> None:
    window.press(Qt.Key.Key_F12)
    assert window.desk.stage.hidden.isVisible()
    image = window.shell.grab().toImage()
    corner = image.pixelColor(5, 5)
    across = {image.pixelColor(x, 30).name() for x in range(5, image.width(), 7)}
    assert across == {corner.name()}
    window.press(Qt.Key.Key_F12)
    assert not window.desk.stage.hidden.isVisible()


def test_text_size_by_keyboard(window: Window) -> None:
    high = window.shell.foot.record.height()
    window.press(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    window.wait(lambda: window.shell.foot.record.height() > high)
    window.press(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    window.wait(lambda: window.shell.foot.record.height() == high)


def test_the_home_page_has_one_filled_button_and_the_focus_on_it(window: Window) -> None:
    assert window.filled() == ["Diktat starten"]
    assert window.focus is window.shell.foot.record


def test_regions_by_keyboard(window: Window) -> None:
    window.press(Qt.Key.Key_F6)
    assert window.shell.head.isAncestorOf(window.focus)
    window.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.focus is window.shell.foot.record
    window.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.desk.stage.home.isAncestorOf(window.focus)


@pytest.mark.parametrize("number", range(1, 6))
def test_tiles_by_keyboard(window: Window, number: int) -> None:
    key = getattr(Qt.Key, f"Key_{number}")
    window.press(key, Qt.KeyboardModifier.AltModifier)
    assert window.desk.stage.home.chosen == number - 1


def test_every_button_can_be_reached_and_named(window: Window) -> None:
    for button in window.shell.findChildren(Button):
        if button.isVisible():
            assert button.accessibleName(), button
            assert button.focusPolicy() is not Qt.FocusPolicy.NoFocus


def test_a_profile_is_kept(tmp_path: Path) -> None:
    profile = Profile('M"K', "Maria Kessler \\ Co", "Pflegefachkraft")
    save_profile(profile, tmp_path / "new")
    assert load_profile(tmp_path / "new") == profile
    assert load_profile(tmp_path / "none") == Profile()
