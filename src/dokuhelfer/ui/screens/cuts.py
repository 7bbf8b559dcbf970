"""A Sammeldiktat before its drafts: where one entry ends and the next begins."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from dokuhelfer.ui.cut_page import CutKind, CutPage
from dokuhelfer.ui.keys import Action, cap
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size, Width
from dokuhelfer.ui.widgets.button import Button, Kind
from dokuhelfer.ui.widgets.cut_list import CutList
from dokuhelfer.ui.widgets.flow_row import FlowRow
from dokuhelfer.ui.widgets.text import Text

translate = QCoreApplication.translate


class CutsScreen(QWidget):
    """The entries found, with what can be done to each.

    Signals:
        all_asked: „Alle Grenzen passen“.
        play_asked: „Anhören“.

    Attributes:
        list: takes the keys; see its signals.
    """

    all_asked = Signal()
    play_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._page = CutPage()
        self.setObjectName("page")
        self.list = CutList(look)
        self.setFocusProxy(self.list)
        self._title = Text(look, "", Role.SHEET_TITLE, wraps=True)
        self._all = Button(
            look, translate("Cuts", "Alle Grenzen passen"), icon="check", key=cap(Action.SIGN)
        )
        self._all.takes_space = False
        self._all.clicked.connect(self.all_asked)
        self._fits = self._button("", "check", Action.CONFIRM, Kind.FILLED)
        self._fits.clicked.connect(self.list.confirmed)
        self._acts = {
            action: self._button(text, icon, action)
            for action, text, icon in (
                (Action.JOIN, translate("Cuts", "Zusammenlegen"), "merge"),
                (Action.SPLIT, translate("Cuts", "Trennen …"), "scissors"),
                (Action.OWNER, translate("Cuts", "Person …"), "user"),
                (Action.KIND, translate("Cuts", "Vorlage …"), "file-text"),
            )
        }
        for action, button in self._acts.items():
            button.clicked.connect(lambda _=False, action=action: self.list.acted.emit(action))
        play = translate("Cuts", "Anhören")
        self._play = self._button(play, "volume-2", Action.PLAY, Kind.BARE)
        self._play.clicked.connect(self.play_asked)
        self._short_all = Button(look, translate("Cuts", "Alle passen"))
        self._short_all.clicked.connect(self.all_asked)
        self._more = Button(look, translate("Head", "Mehr"), icon="menu", kind=Kind.BARE)
        self._more.clicked.connect(self._open_more)
        self._has_sound = False
        self._build()
        self.list.moved.connect(self._follow)
        look.changed.connect(self._restyle)

    def _button(self, text: str, icon: str, action: Action, kind: Kind = Kind.OUTLINED) -> Button:
        return Button(self._look, text, icon=icon, key=cap(action), kind=kind)

    def _build(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        self._card = card
        column = QVBoxLayout(card)
        self._column = column
        above = QWidget()
        self._above = QHBoxLayout(above)
        self._above.addWidget(self._title, 1)
        self._above.addWidget(self._all)
        column.addWidget(above)
        column.addWidget(self.list, 1)
        buttons, below = QWidget(), QWidget()
        self._row = FlowRow(buttons)
        for button in (self._fits, *self._acts.values(), self._play, self._short_all, self._more):
            self._row.addWidget(button)
        self._below = QHBoxLayout(below)
        self._below.addWidget(buttons)
        column.addWidget(below)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(card, 1000)
        outer.addStretch(1)
        self._outer = outer
        self._restyle()

    def _restyle(self) -> None:
        look = self._look
        edge, pad = look.px(Size.HAIR), look.px(Size.STEP6)
        self._column.setContentsMargins(edge, look.px(Size.STEP2), edge, look.px(Size.STEP3))
        self._column.setSpacing(look.px(Size.STEP2))
        self._above.setContentsMargins(pad, look.px(Size.STEP2), look.px(Size.STEP4), 0)
        self._above.setSpacing(look.px(Size.STEP4))
        self._below.setContentsMargins(pad, 0, look.px(Size.STEP4), 0)
        self._row.setSpacing(look.px(Size.STEP2))
        side = look.px(Size.STEP4)
        self._outer.setContentsMargins(side, side, side, side)
        self._card.setMaximumWidth(look.px(Size.SHEET))
        self._follow()

    def show_page(self, page: CutPage, row: int) -> None:
        """Show how it stands, the cursor at a row."""
        self._page = page
        self.list.show_page(page, row)
        self._follow()

    def offer_sound(self, *, there: bool) -> None:
        """Whether there is something to hear."""
        self._has_sound = there
        self._follow()

    def _follow(self) -> None:
        """The buttons say what they do to the row at the cursor."""
        narrow = self._look.width_class(self.window().width()) is Width.NARROW
        self._title.setText(self._heading(narrow=narrow))
        loose = self._is_loose()
        text = translate("Cuts", "Bleibt draußen") if loose else translate("Cuts", "Passt")
        self._fits.dress(text)
        for action, button in self._acts.items():
            button.setVisible(not narrow and (action is Action.OWNER or not loose))
        self._play.setVisible(self._has_sound and not narrow)
        self._all.setVisible(not narrow)
        self._short_all.setVisible(narrow)
        self._more.setVisible(narrow)

    def _is_loose(self) -> bool:
        at = self.list.current
        inside = 0 <= at < len(self._page.rows)
        return inside and self._page.rows[at].kind is CutKind.LOOSE

    def _heading(self, *, narrow: bool) -> str:
        if narrow:
            return translate("Cuts", "Stimmen die Grenzen?")
        if self._page.entries == 1:
            return translate("Cuts", "1 Eintrag. Stimmen seine Grenzen?")
        text = translate("Cuts", "{count} Einträge erkannt. Stimmen die Grenzen?")
        return text.format(count=self._page.entries)

    def _open_more(self) -> None:
        """What has no room beside „Passt“."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for action, button in self._acts.items():
            if action is Action.OWNER or not self._is_loose():
                chosen = menu.addAction(button.text())
                chosen.triggered.connect(lambda _=False, a=action: self.list.acted.emit(a))
        if self._has_sound:
            menu.addAction(self._play.text()).triggered.connect(self.play_asked)
        menu.popup(self._more.mapToGlobal(self._more.rect().topLeft()))

    def menu_place(self, action: Action) -> QPoint:
        """Where a chooser opens."""
        button = self._acts[action] if self._acts[action].isVisible() else self._more
        return button.mapToGlobal(button.rect().bottomLeft())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fewer buttons where there is less room."""
        super().resizeEvent(event)
        self._follow()
