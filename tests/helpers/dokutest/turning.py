"""Time passes in the window as it does in the program."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QTimer


def turn(milliseconds: int) -> None:
    """Turn the event loop that long.

    `QTest.qWait` keeps the interpreter meanwhile, so that no other thread gets on; the program's
    own loop does not.
    """
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
