"""The clipboard: kept out of histories, cleared when its time is over."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

SECONDS = 60
"""How long a copied text stays."""

_KEEP_OUT = {
    "ExcludeClipboardContentFromMonitorProcessing": b"\x00\x00\x00\x00",
    "CanIncludeInClipboardHistory": b"\x00\x00\x00\x00",
    "CanUploadToCloudClipboard": b"\x00\x00\x00\x00",
    "x-kde-passwordManagerHint": b"secret",
}
"""What tells clipboard histories of Windows and KDE to leave a text alone."""


class Clipboard(QObject):
    """Copies a text and takes it back later.

    Signals:
        counted: seconds left.
        cleared: it is gone, or another program has put something there.
    """

    counted = Signal(int)
    cleared = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._left = 0
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._tick)
        QGuiApplication.clipboard().dataChanged.connect(self._look)

    def copy(self, text: str) -> None:
        """Put a text there; its time begins anew."""
        content = QMimeData()
        content.setText(text)
        for name, value in _KEEP_OUT.items():
            kind = (
                name if name.startswith("x-") else f'application/x-qt-windows-mime;value="{name}"'
            )
            content.setData(kind, value)
        self._text, self._left = text, SECONDS
        QGuiApplication.clipboard().setMimeData(content)
        self._clock.start()
        self.counted.emit(self._left)

    def longer(self) -> None:
        """Its time begins anew."""
        if self._text:
            self._left = SECONDS
            self.counted.emit(self._left)

    def clear(self) -> None:
        """Take it back now; what somebody else has put there stays."""
        self._clock.stop()
        is_ours, self._text = bool(self._text) and self._is_there(), ""
        if is_ours:
            QGuiApplication.clipboard().clear()
        self.cleared.emit()

    def _look(self) -> None:
        """Somebody may have copied something else: that is theirs, and stays."""
        if self._text and not self._is_there():
            self.clear()

    def _is_there(self) -> bool:
        """Whether our text is there. Where the system knows whose it is, nobody's is read."""
        board = QGuiApplication.clipboard()
        return board.ownsClipboard() or board.text() == self._text

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self.clear()
        else:
            self.counted.emit(self._left)
