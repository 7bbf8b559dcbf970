"""What is copied is out of histories, gone after a minute, and never taken from somebody else."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from dokuhelfer.ui.clipboard import SECONDS, Clipboard

TEXT = "Frau Lenz hat gut geschlafen."
THEIRS = "Einkaufsliste"


@pytest.fixture
def clipboard(application: QApplication) -> Clipboard:
    QGuiApplication.clipboard().clear()
    return Clipboard(application)


def board() -> str:
    return QGuiApplication.clipboard().text()


def pass_time(clipboard: Clipboard, seconds: int) -> None:
    """So many ticks of its clock."""
    for _ in range(seconds):
        clipboard._clock.timeout.emit()


def test_it_is_cleared_after_a_minute_and_the_rest_is_counted(clipboard: Clipboard) -> None:
    left: list[int] = []
    cleared: list[int] = []
    clipboard.counted.connect(left.append)
    clipboard.cleared.connect(lambda: cleared.append(1))
    clipboard.copy(TEXT)
    assert clipboard._clock.interval() == 1000
    pass_time(clipboard, SECONDS - 1)
    assert (board(), cleared) == (TEXT, [])
    pass_time(clipboard, 1)
    assert (board(), cleared) == ("", [1])
    assert left == list(range(60, 0, -1))
    assert not clipboard._clock.isActive()


def test_another_copy_has_a_minute_of_its_own(clipboard: Clipboard) -> None:
    clipboard.copy(TEXT)
    pass_time(clipboard, SECONDS - 1)
    clipboard.copy("Hat getrunken.")
    pass_time(clipboard, SECONDS - 1)
    assert board() == "Hat getrunken."
    pass_time(clipboard, 1)
    assert board() == ""


def test_histories_and_clouds_are_told_to_leave_it_alone(clipboard: Clipboard) -> None:
    clipboard.copy(TEXT)
    content = QGuiApplication.clipboard().mimeData()
    for name in (
        "ExcludeClipboardContentFromMonitorProcessing",
        "CanIncludeInClipboardHistory",
        "CanUploadToCloudClipboard",
    ):
        kind = f'application/x-qt-windows-mime;value="{name}"'
        assert content.data(kind).data() == bytes(4)
    assert content.data("x-kde-passwordManagerHint").data() == b"secret"
    assert content.text() == TEXT
    assert not content.hasHtml()


def test_what_somebody_else_copied_is_not_cleared_and_no_time_is_told_for_it(
    clipboard: Clipboard, application: QApplication
) -> None:
    cleared: list[int] = []
    clipboard.cleared.connect(lambda: cleared.append(1))
    clipboard.copy(TEXT)
    QGuiApplication.clipboard().setText(THEIRS)
    application.processEvents()
    assert cleared == [1]
    assert not clipboard._clock.isActive()
    clipboard.clear()
    clipboard.longer()
    assert board() == THEIRS
    assert not clipboard._clock.isActive()


def test_the_end_of_the_window_leaves_nothing_of_ours(clipboard: Clipboard) -> None:
    clipboard.copy(TEXT)
    clipboard.clear()
    assert board() == ""
    QGuiApplication.clipboard().setText(THEIRS)
    clipboard.clear()
    assert board() == THEIRS
