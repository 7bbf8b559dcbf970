"""Files that are dragged into the window and let go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from dokutest.sounds import melody, write_wav


def make_dropped(folder: Path) -> None:
    """Two recordings, what is none by its content or its name, an empty folder."""
    folder.mkdir()
    write_wav(folder / "REC1.WAV", melody(0.3))
    write_wav(folder / "REC2.WAV", melody(0.4))
    (folder / "alt.wma").write_bytes(b"kein Ton" * 100)
    (folder / "notiz.txt").write_text("Text", "utf-8")
    (folder / "leer").mkdir()


def drop_files(window: QWidget, paths: Sequence[Path]) -> None:
    """Drag them over the window and let them go, if it takes any."""
    if not window.acceptDrops():
        return
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(300, 300), copy, data, left, none))
    event = QDropEvent(QPointF(300, 300), copy, data, left, none, QEvent.Type.Drop)
    QApplication.sendEvent(window, event)
