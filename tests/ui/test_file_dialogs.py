"""Dialogs of files are the program's own: F12 closes them and hides what lies below."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog

from dokuhelfer.ui import file_dialogs
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.keys import Action
from dokuhelfer.ui.surroundings import Mode
from dokutest.desks import Desks


def ask_for_recordings(desk: Desk) -> None:
    desk.act(Action.IMPORT)


def ask_for_a_place(desk: Desk) -> None:
    exports = desk.signing.exports
    desk.room.show(Mode.SIGNED, desk.stage.signed)
    exports._ask("Als PDF sichern", "pdf", "PDF (*.pdf)", lambda _: pytest.fail("written"))


@pytest.mark.parametrize("ask", [ask_for_recordings, ask_for_a_place])
def test_hiding_closes_the_dialog_too(
    desks: Desks, application: QApplication, ask: Callable[[Desk], None],
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:  # fmt: skip
    desk = desks.open()
    exports = desk.signing.exports
    monkeypatch.setattr(exports, "_signed", object())
    monkeypatch.setattr(exports, "proposed", lambda _: tmp_path / "pflege-2026-03" / "b.pdf")
    native: list[bool] = []

    def hide() -> None:
        dialog = application.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        native.append(not dialog.testOption(QFileDialog.Option.DontUseNativeDialog))
        dialog.activateWindow()
        desks.wait(lambda: application.activeWindow() is dialog)
        QTest.keyPress(dialog, Qt.Key.Key_F12)

    ask(desk)
    desks.wait(lambda: application.activeModalWidget())
    hide()
    desks.wait(lambda: desk.stage.hidden.isVisible())
    assert native == [False]
    assert application.activeModalWidget() is None
    assert desks.shell is not None
    assert desks.shell.messages.notes == ()
    desks.wait(lambda: list(tmp_path.iterdir()) == [])


def test_what_is_chosen_comes_back_with_its_ending(
    desks: Desks, application: QApplication, tmp_path: Path
) -> None:
    desks.open()
    assert desks.shell is not None
    chosen: list[Path | None] = []
    place = tmp_path / "bericht.pdf"
    file_dialogs.choose_target(desks.shell, "Sichern", "PDF (*.pdf)", place, chosen.append)
    dialog = application.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.selectFile("anders")
    dialog.accept()
    assert chosen == [tmp_path / "anders.pdf"]


def test_the_dialog_speaks_german(desks: Desks, application: QApplication) -> None:
    desk = desks.open()
    desk.act(Action.IMPORT)
    dialog = application.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    buttons = [one.text() for box in dialog.findChildren(QDialogButtonBox) for one in box.buttons()]
    dialog.reject()
    assert "Abbrechen" in [text.replace("&", "") for text in buttons]
