"""The window's frame: head, message line, page, foot. It knows no dictation."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from dokuhelfer.ui.keys import KEYS, Action, Where, sequences
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.sheet import stylesheet
from dokuhelfer.ui.style.tokens import Size
from dokuhelfer.ui.widgets.drop_cover import DropCover
from dokuhelfer.ui.widgets.focus_ring import FocusRing
from dokuhelfer.ui.widgets.foot import Foot
from dokuhelfer.ui.widgets.head import Head
from dokuhelfer.ui.widgets.help_panel import HelpPanel
from dokuhelfer.ui.widgets.message_line import MessageLine

translate = QCoreApplication.translate

_TILES = 6


class Shell(QMainWindow):
    """The one window. Its title never says more than the program's name.

    Signals:
        acted: a key of the table was pressed, wherever the focus is.
        tile_pressed: Alt+1 … Alt+6, counted from 0.
        files_dropped: paths of dropped files.
        closing: the window is about to close.
        resized: it is larger or smaller now.
        stands: it was painted for the first time.
    """

    acted = Signal(Action)
    tile_pressed = Signal(int)
    files_dropped = Signal(list)
    closing = Signal()
    resized = Signal()
    stands = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._is_painted = False
        self.setWindowTitle("Dokuhelfer")
        self.setAcceptDrops(True)
        self._bar = QWidget()
        self._bar.setObjectName("recording")
        self._bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head = Head(look)
        self.messages = MessageLine(look)
        self.pages = QStackedWidget()
        self.help = HelpPanel(look)
        self.foot = Foot(look)
        ground = QWidget()
        ground.setObjectName("ground")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._bar, self.head, self.messages):
            column.addWidget(widget)
        column.addWidget(self.pages, 1)
        column.addWidget(self.help, 1)
        column.addWidget(self.foot)
        self.setCentralWidget(ground)
        self._ring = FocusRing(look, self)
        self.drop_cover = DropCover(look, self.pages, self)
        self._bar.hide()
        self._make_shortcuts()
        self._restyle()
        look.changed.connect(self._restyle)
        self.resize(look.px(Size.FIRST_WIDE), look.px(Size.FIRST_HIGH))
        self.setMinimumSize(look.px(Size.SMALLEST_WIDE), look.px(Size.SMALLEST_HIGH))

    def _make_shortcuts(self) -> None:
        for key in KEYS:
            if key.where is not Where.WINDOW:
                continue
            for sequence in sequences(key):
                shortcut = QShortcut(QKeySequence(sequence), self)
                shortcut.setAutoRepeat(False)
                shortcut.activated.connect(lambda action=key.action: self.acted.emit(action))
        for number in range(_TILES):
            shortcut = QShortcut(QKeySequence(f"Alt+{number + 1}"), self)
            shortcut.activated.connect(lambda number=number: self.tile_pressed.emit(number))

    def _restyle(self) -> None:
        self.setStyleSheet(stylesheet(self._look))
        self._bar.setFixedHeight(self._look.px(Size.BAR))
        self._ring.refresh()

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self.drop_cover.cover(on=False)

    @property
    def front(self) -> QWidget | None:
        """The page, or its keys in its place."""
        return self.pages.currentWidget() if self.help.isHidden() else self.help

    def go_to_region(self, step: int) -> None:
        """F6: head, message, page, foot, and round again."""
        parts = (self.head, self.messages, self.front, self.foot)
        regions = [one for one in parts if one is not None]
        focused = self.focusWidget()
        here = next((n for n, one in enumerate(regions) if one.isAncestorOf(focused)), 0)
        for distance in range(1, len(regions) + 1):
            target = _first_to_focus(regions[(here + step * distance) % len(regions)])
            if target is not None:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def show_recording(self, *, on: bool, paused: bool = False) -> None:
        """The bar across the top edge: the microphone is open."""
        name = "paused" if paused else "recording"
        if name != self._bar.objectName():
            self._bar.setObjectName(name)
            self._bar.style().unpolish(self._bar)
            self._bar.style().polish(self._bar)
        self._bar.setVisible(on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ring covers all of it."""
        super().resizeEvent(event)
        self._ring.refresh()
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell the first time, once all that lies on it is painted as well."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self.stands.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say so before it is gone."""
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files only."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self.drop_cover.cover(on=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They go elsewhere."""
        self.drop_cover.cover(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Dropped files are to be read in."""
        self.drop_cover.cover(on=False)
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)


def _first_to_focus(region: QWidget) -> QWidget | None:
    """The uppermost, leftmost widget of a region that Tab would reach."""
    found = [
        one
        for one in region.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled()
    ]

    def place(widget: QWidget) -> tuple[int, int]:
        corner = widget.mapTo(region, widget.rect().topLeft())
        return corner.y(), corner.x()

    return min(found, key=place, default=None)
