"""Choosing files, in dialogs of the program's own.

One of the system's would take F12 for itself and stay in sight when all is to be hidden, keep
the names it saw in a list of its own, and load foreign code into this process.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def choose_files(parent: QWidget, title: str, kind: str, done: Callable[[list[str]], None]) -> None:
    """Let files be chosen; ``done`` gets their names, none where nothing was chosen.

    Args:
        kind: „Audio (*.wav)“.
    """
    dialog = _dialog(parent, title, kind)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.finished.connect(lambda result: done(dialog.selectedFiles() if result else []))
    dialog.open()


def choose_folder(parent: QWidget, title: str, done: Callable[[list[str]], None]) -> None:
    """Let a folder be chosen; ``done`` gets its name, or none."""
    dialog = _dialog(parent, title, "*")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.finished.connect(lambda result: done(dialog.selectedFiles() if result else []))
    dialog.open()


def choose_target(
    parent: QWidget, title: str, kind: str, place: Path, done: Callable[[Path | None], None]
) -> None:
    """Let a place for a file be chosen; ``done`` gets None where none was.

    Args:
        place: proposed; its ending is the file's.
    """
    dialog = _dialog(parent, title, kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(place.suffix.removeprefix("."))
    dialog.setDirectory(str(place.parent))
    dialog.selectFile(place.name)

    def finished(result: int) -> None:
        chosen = dialog.selectedFiles() if result else []
        done(Path(chosen[0]) if chosen else None)

    dialog.finished.connect(finished)
    dialog.open()


def _dialog(parent: QWidget, title: str, kind: str) -> QFileDialog:
    dialog = QFileDialog(parent.window(), title)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setNameFilter(kind)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
