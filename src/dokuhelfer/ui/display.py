"""Is there a screen to show the window on?"""

from __future__ import annotations

import os

from PySide6.QtGui import QGuiApplication


def opens() -> bool:
    """Whether Qt finds a screen: tried in a child, which it ends with a crash if not."""
    if QGuiApplication.instance() is not None:
        return True
    child = os.fork()
    if child == 0:
        status = 1
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 1)
            os.dup2(nowhere, 2)
            kept = QGuiApplication([])
            status = 0 if kept.primaryScreen() is not None else 1
        finally:
            os._exit(status)
    return os.waitpid(child, 0)[1] == 0
