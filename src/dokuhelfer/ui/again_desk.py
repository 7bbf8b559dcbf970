"""„Neu entwerfen …“ (Strg+R): a field or the sheet by another engine, beside the reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from dokuhelfer.draft.model import Draft
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.messages.catalogue import Catalogue
from dokuhelfer.ui.cover import let_hide
from dokuhelfer.ui.entries import Entry
from dokuhelfer.ui.orders import By, Order, Source
from dokuhelfer.ui.read_work import Redone
from dokuhelfer.ui.redrafts import Redoable
from dokuhelfer.ui.room import Room
from dokuhelfer.ui.second_wording import SecondWording
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.widgets.line_popup import ask_line
from dokuhelfer.ui.widgets.message_line import Note
from dokuhelfer.ui.work import Work

translate = QCoreApplication.translate

_RUNS = "again"
_WAITS = "other_draft"
_PARTS = 4
"""How often a reader is told how far it is: more would only disturb."""


class AgainDesk(QObject):
    """Asks what to draft again, tells how far it is, and what came of it.

    Args:
        allowed: who may draft here.
    """

    def __init__(
        self, room: Room, wording: SecondWording, catalogue: Catalogue, allowed: frozenset[By]
    ) -> None:
        super().__init__(room.shell)
        self._room = room
        self._wording = wording
        self._catalogue = catalogue
        self._allowed = allowed
        self._running: Order | None = None
        self._part = 0
        self._held: dict[str, tuple[Work, Order, Draft]] = {}
        wording.progressed.connect(self._progressed)
        room.stage.reading.redraft_asked.connect(self.ask)
        room.reading.opened.connect(self._opened)
        room.reading.left.connect(lambda _: room.shell.messages.withdraw(_WAITS))
        room.dictating.drafting.made.connect(self._first_draft)
        room.entries.tell_gone(self._gone)

    # --- asked by a person -----------------------------------------------------------------

    def ask(self) -> None:
        """Strg+R: what is to be drafted again, and by whom."""
        work = self._room.reading.work
        if work is None or self._room.mode is not Mode.READING:
            return
        if self._running is not None:
            self._tell_progress(0, 0)
        else:
            self._room.lane.run(work.redoable, lambda found: self._choose(work, found))

    def cancel(self) -> bool:
        """Esc: end what was asked for; False where nothing was."""
        if self._running is None:
            return False
        self._wording.cancel()
        return True

    def _choose(self, work: Work, found: Redoable | None) -> None:
        hidden = self._room.stage.hidden.isVisible()
        if hidden or work is not self._room.reading.work or self._room.mode is not Mode.READING:
            return
        if found is None:
            self._room.reading.explain("nothing_said")
            return
        menu = QMenu(self._room.stage.reading)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        let_hide(menu, self._room.reading.hide_asked.emit)
        for id, label in found.fields:
            self._add_field(menu, work, found, id, label)
        menu.addSeparator()
        for by, text in _engines().items():
            order = Order(found.source, by)
            text = translate("Again", "Ganzes Blatt: {how}").format(how=text)
            self._add(menu, text, by, partial(self.start, work, order))
        menu.popup(self._place())

    def _add_field(self, menu: QMenu, work: Work, found: Redoable, id: str, label: str) -> None:
        def start(by: By, remark: str = "") -> None:
            self.start(work, Order(found.source, by, id, remark, found.draft))

        def ask() -> None:
            hint = translate("Again", "Was soll anders sein?")
            ask_line(
                self._room.shell, self._place(), "", lambda text: start(By.PHRASED, text), hint
            )

        quoted = translate("Again", "{field}: wörtlich wie diktiert").format(field=label)
        phrased = translate("Again", "{field}: ausformuliert").format(field=label)
        remark = translate("Again", "{field}: mit Bemerkung …").format(field=label)
        self._add(menu, quoted, By.RULES, lambda: start(By.RULES))
        self._add(menu, phrased, By.PHRASED, lambda: start(By.PHRASED))
        self._add(menu, remark, By.PHRASED, ask)

    def _add(self, menu: QMenu, text: str, by: By, chosen: Callable[[], None]) -> None:
        if by not in self._allowed:
            text += " – " + translate("Again", "von Ihrer IT gesperrt")
        action = menu.addAction(text)
        action.setEnabled(by in self._allowed)
        action.triggered.connect(lambda _=False: chosen())

    def _place(self) -> QPoint:
        button = self._room.stage.reading.redraft
        if not button.isVisible():
            return self._room.stage.reading.mapToGlobal(QPoint(0, 0))
        return button.mapToGlobal(button.rect().bottomLeft())

    def start(self, work: Work, order: Order) -> None:
        """Draft it again; the sheet can be read meanwhile."""
        if self._running is not None:
            return
        self._running, self._part = order, 0
        self._tell_progress(0, 0)
        self._wording.make(
            order,
            lambda draft: self._made(work, order, draft),
            lambda error: self._failed(work, order, error),
        )

    # --- how far it is ---------------------------------------------------------------------

    def _progressed(self, done: int, total: int) -> None:
        part = done * _PARTS // max(1, total)
        if self._running is not None and part != self._part:
            self._part = part
            self._tell_progress(done, total)

    def _tell_progress(self, done: int, total: int) -> None:
        text = translate("Again", "Wird neu entworfen. Sie können weiterlesen.")
        if total:
            text += " " + translate("Again", "{done} von {total} Aussagen").format(
                done=done, total=total
            )
        buttons = ((translate("Again", "Abbrechen Esc"), self._wording.cancel),)
        self._room.shell.messages.post(Note(_RUNS, "info", text, buttons, pending=True))

    def _gone(self, id: str) -> None:
        """It is destroyed: no model has to do with its words any more."""
        self._wording.drop(id)
        held = self._held.get(id)
        if held is not None:
            self._let_go(held[0])

    def _is_gone(self, work: Work) -> bool:
        entry = self._room.entries.of(work.id)
        return entry is None or entry.work is not work

    # --- what came of it -------------------------------------------------------------------

    def _made(self, work: Work, order: Order, draft: Draft, *, at_all: bool = False) -> None:
        self._room.lane.run(
            lambda: work.renew(order, draft, at_all=at_all),
            lambda redone: self._renewed(work, order, draft, redone),
        )

    def _renewed(self, work: Work, order: Order, draft: Draft, redone: Redone) -> None:
        if order is self._running:
            self._end()
            self._let_go(work)
        if self._is_gone(work):
            return
        if redone.result.replaced or redone.result.offered:
            self._show(work, redone)
        if redone.result.waiting:
            self._held[work.id] = (work, order, draft)
            if work is self._room.reading.work:
                self._tell_waiting(work)
        if order.asked and work is self._room.reading.work:
            self._tell(order, redone)

    def _end(self) -> None:
        self._running = None
        self._room.shell.messages.withdraw(_RUNS)

    def _show(self, work: Work, redone: Redone) -> None:
        room = self._room
        if work is room.reading.work:
            room.reading.take(work, redone.shown)
        else:
            room.entries.note(work, redone.shown.page, work.person)
            room.dictating.drafting.put_away(work)

    def _tell(self, order: Order, redone: Redone) -> None:
        if redone.refused:
            text = _refusals(order).get(redone.refused, "")
        elif redone.result.replaced:
            text = translate("Again", "Neu entworfen. Strg+Z nimmt es zurück.")
        else:
            return
        if text:
            self._room.shell.messages.post(Note(_RUNS, "info", text))

    def _failed(self, work: Work, order: Order, error: DokuError) -> None:
        if order is self._running:
            self._end()
        if error.code is Code.CANCELLED or not self._is_told(order, error):
            return
        if error.code is Code.MODEL_MISSING:
            text = translate(
                "Again", "Ohne Sprach-KI: Es ist keine installiert. Der Entwurf bleibt, wie er ist."
            )
            self._room.shell.messages.post(Note(_RUNS, "info", text))
            return
        text = translate("Again", "{reason} Der Entwurf bleibt, wie er ist.")
        text = text.format(reason=self._catalogue.error(error).text)
        retry = ((translate("Again", "Erneut versuchen"), lambda: self._retry(work, order)),)
        self._room.shell.messages.post(Note(_RUNS, "warn", text, retry if order.asked else ()))

    def _is_told(self, order: Order, error: DokuError) -> bool:
        """That there is no quick model is nothing to tell who did not ask for one."""
        return order.asked or self._wording.insists or error.code is not Code.MODEL_MISSING

    def _retry(self, work: Work, order: Order) -> None:
        self._room.shell.messages.withdraw(_RUNS)
        self.start(work, order)

    # --- the first draft -------------------------------------------------------------------

    def _first_draft(self, entry: Entry) -> None:
        work = entry.work
        if self._wording.is_wanted and self._wording.by in self._allowed:
            self._room.lane.run(work.source, lambda source: self._offer(work, source))

    def _offer(self, work: Work, source: Source | None) -> None:
        if source is None or self._is_gone(work):
            self._wording.forget(work.id)
            return
        order = Order(source, self._wording.by, asked=False, work=work.id)
        self._wording.make(
            order,
            lambda draft: self._made(work, order, draft),
            lambda error: self._failed(work, order, error),
        )

    # --- a draft that waits ----------------------------------------------------------------

    def _opened(self, work: Work) -> None:
        held = self._held.get(work.id)
        if held is not None and held[0] is work:  # not a later version of it
            self._tell_waiting(work)

    def _tell_waiting(self, work: Work) -> None:
        _, order, draft = self._held[work.id]
        text = translate("Again", "Die Sprach-KI würde manches in andere Felder schreiben.")
        if order.by is By.RULES:
            text = translate("Again", "Ohne Sprach-KI stünde manches in anderen Feldern.")

        def take() -> None:
            self._let_go(work)
            self._made(work, replace(order, asked=True), draft, at_all=True)

        buttons = (
            (translate("Again", "Übernehmen"), take),
            (translate("Again", "So lassen"), lambda: self._let_go(work)),
        )
        self._room.shell.messages.post(Note(_WAITS, "info", text, buttons, pending=True))

    def _let_go(self, work: Work) -> None:
        self._held.pop(work.id, None)
        self._room.shell.messages.withdraw(_WAITS)


def _engines() -> dict[By, str]:
    return {
        By.RULES: translate("Again", "ohne Sprach-KI"),
        By.QUOTED: translate("Again", "mit Sprach-KI, wörtlich"),
        By.PHRASED: translate("Again", "mit Sprach-KI, ausformuliert"),
    }


def _refusals(order: Order) -> dict[str, str]:
    nothing = translate("Again", "Für das, was noch offen ist, kommt nichts anderes heraus.")
    if order.field and order.by is not By.RULES:
        nothing = translate("Again", "Nichts anderes hält dem Diktat stand. Der Wortlaut bleibt.")
    changed = translate(
        "Again", "Inzwischen steht hier etwas anderes. Mit Strg+R geht es noch einmal."
    )
    return {"nothing_offered": nothing, "changed_meanwhile": changed}
