"""F12: a plain ground that says nothing about anybody."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dokuhelfer.ui.keys import Action, cap
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role
from dokuhelfer.ui.widgets.text import Text

translate = QCoreApplication.translate


class HiddenScreen(QWidget):
    """Covers the whole window."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("bare_focus", True)
        text = translate("Hidden", "Verborgen. {key} zeigt wieder.").format(key=cap(Action.HIDE))
        column = QVBoxLayout(self)
        column.addWidget(Text(look, text, Role.SECTION), 0, Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(text)
        self.hide()
