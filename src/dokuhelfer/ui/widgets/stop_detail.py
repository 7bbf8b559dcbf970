"""What stands below the words of the stop at the cursor: evidence and buttons, or a finding."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from dokuhelfer.ui.keys import Action, cap
from dokuhelfer.ui.page import Issue, Passage, Standing, Stop
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size
from dokuhelfer.ui.widgets.button import Button, Kind
from dokuhelfer.ui.widgets.flow_row import FlowRow
from dokuhelfer.ui.widgets.prose import Laid, Prose

translate = QCoreApplication.translate

MARKS = {"block": "octagon-alert", "warn": "triangle-alert", "info": "info"}
"""Severity → its shape."""


def severity_word(severity: str) -> str:
    """„Zu klären“, „Bitte ansehen“, „Hinweis“."""
    return {
        "block": translate("Stop", "Zu klären"),
        "warn": translate("Stop", "Bitte ansehen"),
        "info": translate("Stop", "Hinweis"),
    }[severity]


class StopDetail(QWidget):
    """Evidence or finding, and what can be done; belongs to one stop while the cursor is there.

    Signals:
        confirmed: „Passt“.
        answered: a digit.
        change_asked, play_asked: „Ändern“, „Anhören“.
    """

    confirmed = Signal()
    answered = Signal(int)
    change_asked = Signal()
    play_asked = Signal()

    def __init__(self, look: Look, stop: Stop, parent: QWidget, *, stacked: bool) -> None:
        super().__init__(parent)
        self._look = look
        self._stop = stop
        self._stacked = stacked
        self._laid = Laid(look)
        self._buttons = QWidget(self)
        self._row = FlowRow(self._buttons, look.px(Size.STEP2) + look.px(Size.HAIR))
        self._play: Button | None = None
        self.next_button: Button | None = None
        self._fill()

    # --- contents --------------------------------------------------------------------------

    def _fill(self) -> None:
        issue = self._stop.issue
        if issue is not None and issue.choices:
            for choice in issue.choices:
                kind = Kind.FILLED if choice.is_next else Kind.OUTLINED
                button = Button(
                    self._look, choice.text, key=str(choice.digit), kind=kind, cap_first=True
                )
                button.dress(dashed=bool(choice.why_not))
                button.setToolTip(choice.why_not)
                button.clicked.connect(
                    lambda _=False, digit=choice.digit: self.answered.emit(digit)
                )
                self._add(button, is_next=choice.is_next)
            if issue.severity != "block":
                self._add_confirm(is_next=not any(one.is_next for one in issue.choices))
        else:
            if self._stop.standing not in (Standing.DECIDED, Standing.STRUCK):
                self._add_confirm(is_next=True)
            if self._stop.editable:
                self._add_change()
        if self._stop.playable:
            key = "" if self._stacked else cap(Action.PLAY)
            text = translate("Stop", "Anhören")
            play = Button(self._look, text, icon="volume-2", key=key, kind=Kind.BARE)
            play.clicked.connect(self.play_asked)
            if issue is not None:
                play.setParent(self)
                self._play = play
            else:
                self._add(play)

    def _add_confirm(self, *, is_next: bool) -> None:
        text = translate("Stop", "Passt")
        if self._stop.closes:
            text = translate("Stop", "Gesehen, bleibt draußen")
        kind = Kind.FILLED if is_next else Kind.OUTLINED
        button = Button(self._look, text, icon="check", key=cap(Action.CONFIRM), kind=kind)
        button.clicked.connect(self.confirmed)
        self._add(button, is_next=is_next)

    def _add_change(self) -> None:
        key = "" if self._stacked else cap(Action.CHANGE)
        button = Button(self._look, translate("Stop", "Ändern"), icon="pencil", key=key)
        button.clicked.connect(self.change_asked)
        self._add(button)

    def _add(self, button: Button, *, is_next: bool = False) -> None:
        self._row.addWidget(button)
        if is_next:
            self.next_button = button

    def lead(self, *, on: bool) -> None:
        """Whether the next step is one of these, or elsewhere."""
        kind = Kind.FILLED if on else Kind.OUTLINED
        if self.next_button is not None and self.next_button.kind is not kind:
            self.next_button.dress(kind=kind)

    # --- layout ----------------------------------------------------------------------------

    def _frame(self) -> int:
        """Padding inside a finding's border; none without one."""
        return self._look.px(Size.STEP4) if self._stop.issue else 0

    def height_for(self, width: int) -> int:
        """How high it is in that width; places its parts."""
        look, pad = self._look, self._frame()
        inner = width - 2 * pad
        y = float(look.px(Size.STEP2) if pad else 0)
        for prose, _, indent, _ in self._lines(inner):
            beside = self._play is not None and indent and not self._stacked
            high = max(prose.height, look.px(Size.STEP8) if beside else 0)
            y += high + look.px(Size.STEP1)
        if self._play is not None:
            hint = self._play.sizeHint()
            if self._stacked:
                self._play.setGeometry(pad, round(y), hint.width(), hint.height())
                y += hint.height()
            else:
                top = y - look.px(Size.STEP1) - (look.px(Size.STEP8) + hint.height()) / 2
                left = width - hint.width() - look.px(Size.STEP4)
                self._play.setGeometry(left, round(top), hint.width(), hint.height())
        y += look.px(Size.STEP2)
        rows = self._row.heightForWidth(inner)
        self._buttons.setGeometry(pad, round(y), inner, rows)
        return round(y + rows + (pad if pad else 0))

    def _lines(self, inner: int) -> list[tuple[Prose, str, float, float]]:
        """The lines of text: prose, its label, how far it is indented, its baseline."""
        look, issue = self._look, self._stop.issue
        if issue is None:
            return [self._line("", self._evidence(), inner)] if self._has_evidence() else []
        lines = [(self._title(issue, inner), "", 0.0, 0.0)]
        pairs = (
            (translate("Stop", "Im Entwurf"), issue.drafted),
            (translate("Stop", "Im Diktat"), issue.dictated),
            (translate("Stop", "Anders"), issue.other),
        )
        for label, passage in pairs:
            if passage is not None:
                lines.append(self._line(label, passage, inner - look.px(Size.STEP12) * 3))
        return lines

    def _line(self, label: str, passage: Passage, room: float) -> tuple[Prose, str, float, float]:
        look = self._look
        indent = float(look.px(Size.EVIDENCE_COLUMN) + look.px(Size.STEP3)) if label else 0.0
        if self._stacked and label:
            quiet = ((0, len(label) + 1),)
            moved = _moved(passage, f"{label}: ")
            moved = Passage(moved.text, moved.facts, moved.disputed, quiet)
            return self._laid.out(Role.BASE, moved, room + look.px(Size.STEP12) * 3), "", 0.0, 0.0
        prose = self._laid.out(Role.BASE, passage, room - indent, most_lines=2)
        return prose, label, indent, prose.baseline

    def _title(self, issue: Issue, inner: int) -> Prose:
        text = f"{severity_word(issue.severity)}: {issue.title}"
        if issue.count > 1:
            text += " " + translate("Stop", "({number} von {count})").format(
                number=issue.number, count=issue.count
            )
        look = self._look
        room = inner - look.px(Size.ICON) - look.px(Size.STEP2)
        strong = Passage(text, facts=((0, len(text)),))
        return self._laid.out(Role.STRONG, strong, room, ink=issue.severity)

    def _has_evidence(self) -> bool:
        return self._stacked and (self._stop.evidence is not None or self._stop.verbatim)

    def _evidence(self) -> Passage:
        """In narrow windows the evidence stands here, with its label before it."""
        label = translate("Stop", "Im Diktat") + ": "
        passage = evidence_of(self._stop)
        moved = _moved(passage, label)
        return Passage(moved.text, moved.facts, moved.disputed, ((0, len(label)),))

    def sizeHint(self) -> QSize:
        """Only its height matters."""
        return QSize(self.width(), self.height_for(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The border of a finding and its lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, issue, pad = self._look, self._stop.issue, self._frame()
        if issue is not None:
            frame = look.frame
            inset = frame / 2
            box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.setPen(QPen(look.colour(issue.severity), frame))
            painter.setBrush(look.colour("sheet"))
            radius = look.px(Size.RADIUS)
            painter.drawRoundedRect(box, radius, radius)
        y = float(look.px(Size.STEP2) if pad else 0)
        for number, (prose, label, indent, base) in enumerate(self._lines(self.width() - 2 * pad)):
            x = float(pad) + indent
            high = prose.height
            if issue is not None and number == 0:
                side = look.px(Size.ICON)
                icon = look.icon(
                    MARKS[issue.severity], issue.severity, side, self.devicePixelRatioF()
                )
                top = y + (look.line(Role.STRONG) - side) / 2
                painter.drawPixmap(round(x), round(top), icon)
                x += side + look.px(Size.STEP2)
            elif self._play is not None and indent and not self._stacked:
                high = max(high, look.px(Size.STEP8))
            shift = (high - prose.height) / 2
            if label:
                self._paint_label(painter, label, float(pad), y + shift + base)
            prose.draw(painter, x, y + shift)
            y += high + look.px(Size.STEP1)
        painter.end()

    def _paint_label(self, painter: QPainter, label: str, x: float, base: float) -> None:
        painter.setFont(self._look.font(Role.SECONDARY))
        painter.setPen(self._look.colour("ink2"))
        painter.drawText(round(x), round(base), label)

    def mousePressEvent(self, event: object) -> None:
        """A click between the buttons is no click on the page."""

    def set_focus_policy_for_buttons(self, policy: Qt.FocusPolicy) -> None:
        """Which buttons Tab reaches."""
        for button in self.findChildren(Button):
            button.setFocusPolicy(policy)


def evidence_of(stop: Stop) -> Passage:
    """The line „Im Diktat“: the words, what was withdrawn, or that they are the same."""
    if stop.verbatim or stop.evidence is None:
        text = translate("Stop", "wörtlich wie diktiert") if stop.verbatim else ""
        return Passage(text)
    passage = stop.evidence
    if not stop.withdrawn:
        return passage
    note = "   " + translate("Stop", "zurückgenommen: {values}").format(
        values=", ".join(stop.withdrawn)
    )
    return Passage(passage.text + note, passage.facts, passage.disputed)


def _moved(passage: Passage, before: str) -> Passage:
    by = len(before)
    return Passage(
        before + passage.text,
        tuple((start + by, end + by) for start, end in passage.facts),
        tuple((start + by, end + by) for start, end in passage.disputed),
    )
