"""One stop of the sheet: mark, label, words, and what belongs to it at the cursor."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from dokuhelfer.ui.page import Passage, Standing, Stop
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import SETTLE_MS, Role, Size
from dokuhelfer.ui.widgets.editor import StatementEditor
from dokuhelfer.ui.widgets.field_choice import FieldChoice
from dokuhelfer.ui.widgets.prose import Laid, Prose
from dokuhelfer.ui.widgets.stop_detail import StopDetail, evidence_of

translate = QCoreApplication.translate

_ICONS = {
    Standing.DECIDED: ("check", "accent"),
    Standing.STRUCK: ("x", "ink2"),
    Standing.BLOCK: ("octagon-alert", "block"),
    Standing.WARN: ("triangle-alert", "warn"),
}


class StopWidget(QWidget):
    """Paints one `Stop`; the detail below the words is there only while it is the cursor.

    Signals:
        pressed: it was clicked.
        edited, edit_left: the editor in it was applied (with its text) or left.

    Attributes:
        detail: buttons of the cursor stop, else None.
        choice: stands in it while somebody speaks here, else None; it belongs to the list.
        choice_place: where, in this widget.
    """

    pressed = Signal()
    edited = Signal(str)
    edit_left = Signal()
    typed = Signal(str)

    def __init__(self, look: Look, stop: Stop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.stop = stop
        self.is_cursor = False
        self._stacked = False
        self.detail: StopDetail | None = None
        self.editor: StatementEditor | None = None
        self.choice: FieldChoice | None = None
        self.choice_place = QRect()
        self._live: Passage | None = None
        self._laid = Laid(look)
        self._painted = QElapsedTimer()
        self._seen = QRegion()
        self._name_it(0, 0)

    # --- state -----------------------------------------------------------------------------

    def show_stop(self, stop: Stop, *, cursor: bool, stacked: bool) -> bool:
        """Show another state of the stop; True if anything changed."""
        if (stop, cursor, stacked) == (self.stop, self.is_cursor, self._stacked) and (
            (self.detail is not None) == (cursor and self.editor is None)
        ):
            return False
        self.stop, self.is_cursor, self._stacked = stop, cursor, stacked
        self._painted.invalidate()
        self._seen = QRegion()
        self.rebuild()
        return True

    def rebuild(self) -> None:
        """Make the detail anew."""
        if self.detail is not None:
            self.detail.hide()
            self.detail.deleteLater()
            self.detail = None
        if self.is_cursor and self.editor is None and self._live is None:
            self.detail = StopDetail(self._look, self.stop, self, stacked=self._stacked)
            self.detail.show()
        self.update()

    def show_live(self, passage: Passage | None) -> None:
        """What is being dictated into this field; None when that is over."""
        if passage == self._live:
            return
        self._live = passage
        self.rebuild()

    def open_editor(self, text: str) -> StatementEditor:
        """Turn the words into an editor."""
        self.editor = StatementEditor(self._look, text, self)
        self.editor.setAccessibleName(self.stop.label)
        self.editor.applied.connect(self._apply)
        self.editor.left.connect(self._leave)
        self.editor.typed.connect(self.typed)
        self.rebuild()
        self.editor.show()
        self.editor.setFocus()
        return self.editor

    def close_editor(self) -> None:
        """Back to words."""
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
            self.rebuild()

    def _apply(self, text: str) -> None:
        self.edited.emit(text)

    def _leave(self) -> None:
        self.edit_left.emit()

    def was_seen_whole(self) -> bool:
        """Whether all of it was painted as it stands, in one view or by scrolling."""
        return not self._seen.isNull() and QRegion(self.rect()).subtracted(self._seen).isEmpty()

    def has_settled(self) -> bool:
        """Whether it stood here, painted, long enough to be read on purpose."""
        return self._painted.isValid() and self._painted.elapsed() >= SETTLE_MS

    def _name_it(self, number: int, count: int) -> None:
        self.setAccessibleName(f"{self.stop.label}: {self.stop.passage.text}")
        parts = [
            translate("Stop", "Stelle {number} von {count}").format(number=number, count=count)
        ]
        if self.stop.issue is not None:
            parts.append(self.stop.issue.title)
        evidence = evidence_of(self.stop).text
        if evidence:
            parts.append(translate("Stop", "Im Diktat") + ": " + evidence)
        self.setAccessibleDescription(". ".join(parts))

    def place(self, number: int, count: int) -> None:
        """Where it stands among the stops, for whoever listens instead of reading."""
        self._name_it(number, count)

    # --- layout ----------------------------------------------------------------------------

    def _columns(self, width: int) -> tuple[int, int, int]:
        """Left edges of mark, label and text."""
        look = self._look
        mark = look.px(Size.ICON_SMALL)
        if self._stacked:
            left = look.px(Size.SHEET_PADDING) - look.px(Size.STEP1)
            return left, left, left
        text = look.px(Size.STEP3) + mark + look.px(Size.STEP3) + look.px(Size.STEP2)
        return (
            look.px(Size.ICON_SMALL),
            text,
            text + look.px(Size.LABEL_COLUMN) + look.px(Size.STEP3),
        )

    def height_for(self, width: int) -> int:
        """How high it is in that width; places what it holds."""
        look = self._look
        pad = look.px(Size.STOP_PADDING)
        y = float(pad)
        _, label_x, text_x = self._columns(width)
        if self._stacked and self.stop.labelled:
            y += look.line(Role.LABEL) + look.px(Size.STEP1)
        room = width - text_x - look.px(Size.STEP6)
        if self.editor is not None:
            high = self.editor.height_for(room)
            self.editor.setGeometry(text_x, round(y), room, high)
            return round(y + high + self._place_choice(text_x, y + high, room) + pad)
        words = self._words(room)
        label = self._label(text_x - label_x - look.px(Size.STEP3))
        tall = words.height if self._stacked else max(words.height, label.height)
        y += tall
        if self._quotes():
            y += look.px(Size.STEP1) + self._quote(room).height
            y += look.line(Role.SECONDARY) if self._stacked else 0
        y += self._place_choice(text_x, y, room)
        if self.detail is not None:
            left = label_x if self.stop.issue is not None else text_x
            y += look.px(Size.STEP2)
            wide = width - left - look.px(Size.STEP6)
            high = self.detail.height_for(wide)
            self.detail.setGeometry(left, round(y), wide, high)
            y += high + look.px(Size.STEP1)
        return round(y + pad)

    def _place_choice(self, left: int, y: float, room: int) -> int:
        """Room for it below ``y``; how much it takes."""
        if self.choice is None:
            return 0
        gap, high = self._look.px(Size.STEP2), self.choice.height_for(room)
        self.choice_place = QRect(left, round(y + gap), room, high)
        return gap + high

    def _quotes(self) -> bool:
        """Whether the evidence stands in a line of its own, in the columns of the sheet.

        Where all is stacked it stands with the buttons, as nobody speaks.
        """
        if self._live is not None or self._stacked:
            return self._live is not None
        bare = self.is_cursor and self.stop.issue is None
        return bare and (self.stop.evidence is not None or self.stop.verbatim)

    def _words(self, room: int) -> Prose:
        issue = self.stop.issue
        mark_room = 0
        if self._stacked and self.stop.standing in _ICONS:
            mark_room = self._look.px(Size.ICON) + self._look.px(Size.STEP3)
        return self._laid.out(
            Role.STATEMENT,
            self.stop.passage,
            room - mark_room,
            disputed=issue.severity if issue is not None else "ink",
            ink="ink2" if self.stop.standing is Standing.STRUCK else "ink",
        )

    def _label(self, room: int) -> Prose:
        role = Role.LABEL_HERE if self.is_cursor else Role.LABEL
        text = self.stop.label if self.stop.labelled else ""
        return self._laid.out(role, Passage(text), room, ink="ink" if self.is_cursor else "ink2")

    def _quote(self, room: int) -> Prose:
        passage = self._live if self._live is not None else evidence_of(self.stop)
        return self._laid.out(
            Role.BASE, passage, room, most_lines=0 if self._live else 2,
            ink="ink2" if self.stop.verbatim and self._live is None else "ink",
        )  # fmt: skip

    # --- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and bar at the cursor; mark, label and words on one line."""
        look = self._look
        painter = QPainter(self)
        if self.is_cursor:
            self._paint_cursor(painter)
        mark_x, label_x, text_x = self._columns(self.width())
        y = float(look.px(Size.STOP_PADDING))
        room = self.width() - text_x - look.px(Size.STEP6)
        words = self._words(room)
        label = self._label(room if self._stacked else text_x - label_x - look.px(Size.STEP3))
        if self._stacked:
            label.draw(painter, label_x, y)
            y += label.height + look.px(Size.STEP1) if self.stop.labelled else 0
            x = float(text_x)
            if self._paint_mark(painter, text_x, y, words):
                x += look.px(Size.ICON) + look.px(Size.STEP3)
            if self.editor is None:
                words.draw(painter, x, y)
        else:
            label.draw(painter, label_x, y + words.baseline - label.baseline)
            self._paint_mark(painter, mark_x, y, words)
            if self.editor is None:
                words.draw(painter, text_x, y)
        if self.editor is None and self._quotes():
            tall = words.height if self._stacked else max(words.height, label.height)
            y += tall + look.px(Size.STEP1)
            self._paint_quote(painter, label_x, text_x, y, room)
        painter.end()
        if self.is_cursor:
            self._seen = self._seen.united(self.visible_part())
            if not self._painted.isValid():
                self._painted.start()

    def visible_part(self) -> QRegion:
        """What of it lies in the view; its own buttons cover it but hide nothing."""
        area = self.rect()
        parent = self.parentWidget()
        while parent is not None and not parent.isWindow():
            corner = self.mapFrom(parent, QPoint(0, 0))
            area = area.intersected(QRect(corner, parent.size()))
            parent = parent.parentWidget()
        return QRegion(area)

    def _paint_cursor(self, painter: QPainter) -> None:
        look = self._look
        painter.fillRect(self.rect(), look.colour("cursor"))
        painter.fillRect(0, 0, look.px(Size.BAR), self.height(), look.colour("accent"))
        if look.frame > 1:
            painter.setPen(look.colour("accent"))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _paint_mark(self, painter: QPainter, x: int, y: float, words: Prose) -> bool:
        known = _ICONS.get(self.stop.standing)
        if known is None:
            return False
        look = self._look
        side = look.px(Size.ICON if self._stacked else Size.ICON_SMALL)
        icon = look.icon(known[0], known[1], side, self.devicePixelRatioF())
        middle = y + look.line(Role.STATEMENT) / 2
        painter.drawPixmap(x, round(middle - side / 2), icon)
        return True

    def _paint_quote(
        self, painter: QPainter, label_x: int, text_x: int, y: float, room: int
    ) -> None:
        quote = self._quote(room)
        text = translate("Stop", "Im Diktat")
        if self._live is not None:
            text = translate("Stop", "Sie sprechen")
        wide = room if self._stacked else text_x - label_x
        label = self._laid.out(Role.SECONDARY, Passage(text), wide, ink="ink2")
        if self._stacked:
            label.draw(painter, label_x, y)
            quote.draw(painter, text_x, y + self._look.line(Role.SECONDARY))
        else:
            quote.draw(painter, text_x, y)
            label.draw(painter, label_x, y + quote.baseline - label.baseline)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor here."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()
