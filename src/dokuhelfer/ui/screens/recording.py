"""While speaking: the words as they are heard, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.widgets.live_text import LiveText

translate = QCoreApplication.translate


def own_dictation_only() -> str:
    """The sentence that stands wherever recording can start."""
    return translate(
        "Recording", "Nur Ihr eigenes Diktat. Gespräche aufzunehmen ist strafbar (§ 201 StGB)."
    )


class RecordingScreen(QWidget):
    """The live text.

    Signals:
        pause_asked: the space bar.
    """

    pause_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.live = LiveText(look, self)
        self.live.setProperty("bare_focus", True)
        self.setFocusProxy(self.live)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.live)
        self.begin(ready=True)

    def begin(self, *, ready: bool) -> None:
        """Before the first word; ``ready``: the models are loaded."""
        invitation = translate("Recording", "Sprechen Sie.")
        if not ready:
            invitation = translate("Recording", "Die Aufnahme läuft. Der Text kommt gleich.")
        self.live.show_words("", "")
        self.live.show_invitation(
            invitation, translate("Recording", "kann sich noch ändern"), own_dictation_only()
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar pauses and goes on."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.pause_asked.emit()
        else:
            super().keyPressEvent(event)
