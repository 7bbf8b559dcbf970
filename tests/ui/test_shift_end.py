"""The end of a shift: each open dictation is read, kept for its days or destroyed; by keys."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.store.case import Case
from dokuhelfer.store.store import Store
from dokuhelfer.transcript.model import Segment, Transcript
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.entries import Entry, Phase
from dokuhelfer.ui.overdue import kept_until
from dokuhelfer.ui.profile import Profile
from dokuhelfer.ui.screens.overview import DestroyDialog
from dokuhelfer.ui.screens.shift_end import ShiftEndScreen
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.widgets.button import Button
from dokuhelfer.ui.widgets.fate_row import Fate, FateRow, OpenItem
from dokuhelfer.ui.widgets.text import Text
from dokuhelfer.ui.widgets.waiting_list import WaitingRow
from dokutest.desks import Desks, kept_store, read_all
from dokutest.turning import turn

SAID = ("Hat gut geschlafen.", "Schmerzen im linken Knie.")


def with_two_open(desks: Desks) -> tuple[Desk, list[Entry]]:
    desk = desks.open()
    entries = []
    for person, text in zip(("Frau Kern", "Herr Wolf"), SAID, strict=True):
        desk.planning.choose_person(person)
        entries.append(desks.dictate(desk, text))
        desk.go_home()
        desks.settle(desk)
    return desk, entries


def go_to_the_end(desks: Desks, desk: Desk) -> None:
    button(desk.stage.home, "Schichtende").click()
    desks.settle(desk)
    assert desk.mode is Mode.ASIDE


def at_the_end(desks: Desks) -> tuple[Desk, list[Entry]]:
    """Two open dictations, and the page of the end of the shift."""
    desk, entries = with_two_open(desks)
    go_to_the_end(desks, desk)
    return desk, entries


def button(page: QWidget, text: str) -> Button:
    return next(one for one in page.findChildren(Button) if one.isVisible() and one.text() == text)


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def end(desk: Desk, text: str = "Schicht beenden") -> None:
    QTest.keyClick(button(desk.stage.shift_end, text), Qt.Key.Key_Return)


def texts(page: QWidget) -> str:
    return "\n".join(one.text() for one in page.findChildren(Text) if one.isVisible())


def choices(desk: Desk, entry: Entry) -> list[str]:
    row = desk.stage.shift_end.open.made[entry.work.id]
    assert isinstance(row, FateRow)
    return [one.text().split()[0] for one in row.choices.values() if not one.isHidden()]


def asked(desks: Desks) -> DestroyDialog:
    desks.wait(lambda: isinstance(QApplication.activeModalWidget(), DestroyDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DestroyDialog)
    desks.wait(lambda: dialog.isAncestorOf(QApplication.focusWidget()))
    return dialog


def persons(desk: Desk) -> list[str]:
    return [one.person for one in desk._entries.waiting]


def test_keeping_is_preset_and_says_until_when(desks: Desks) -> None:
    desk, entries = at_the_end(desks)
    page = desk.stage.shift_end
    assert [page.fate_of(one.work.id) for one in entries] == [Fate.KEEP, Fate.KEEP]
    assert choices(desk, entries[0]) == ["Jetzt", "Bis", "Vernichten"]
    focus = QApplication.focusWidget()
    assert isinstance(focus, QRadioButton)
    assert focus.text() == f"Bis {kept_until(entries[0].begun, 7):%d.%m.} behalten"
    assert "Frau Kern" in focus.accessibleDescription()
    assert "Vor dem Gehen: 2 offene Entwürfe" in texts(page)
    end(desk)
    assert desk._cover.is_on
    assert len(desk._entries.waiting) == 2


def test_a_row_is_one_stop_of_tab(desks: Desks) -> None:
    desk, entries = at_the_end(desks)
    held = desk.stage.shift_end.open.holding
    seen = []
    for _ in range(3):
        seen.append(held(QApplication.focusWidget()))
        press(Qt.Key.Key_Tab)
    assert seen == [entries[0].work.id, entries[1].work.id, ""]


def test_what_is_to_be_destroyed_is_named_asked_for_and_gone(desks: Desks) -> None:
    desk, entries = at_the_end(desks)
    page = desk.stage.shift_end
    press(Qt.Key.Key_Right)
    assert page.fate_of(entries[0].work.id) is Fate.DESTROY
    end(desk)
    dialog = asked(desks)
    told = texts(dialog)
    assert "Frau Kern · " in told
    assert "Herr Wolf" not in told
    assert "Frau Kern" not in dialog.windowTitle()
    focus = QApplication.focusWidget()
    assert isinstance(focus, Button)
    assert focus.text() == "Behalten"
    press(Qt.Key.Key_Return)
    desks.settle(desk)
    assert persons(desk) == ["Frau Kern", "Herr Wolf"]
    assert not desk._cover.is_on
    end(desk)
    asked(desks)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    desks.wait(lambda: desk._cover.is_on)
    assert persons(desk) == ["Herr Wolf"]
    desks.close()
    with kept_store() as store:
        assert [one.about.person for one in store.cases().cases] == ["Herr Wolf"]


def test_many_are_named_each_and_scroll(look: Look, application: QApplication) -> None:
    told = tuple(f"Frau Nummer {number} · Pflegebericht · heute, 07:52" for number in range(40))
    parent = QWidget()
    dialog = DestroyDialog(look, parent, told)
    dialog.open()
    assert all(line in texts(dialog) for line in told)
    assert "Diese 40 Entwürfe" in texts(dialog)
    assert dialog.height() < 640
    dialog.reject()
    parent.deleteLater()


def test_hiding_the_window_takes_the_question_away(desks: Desks) -> None:
    desk, _ = at_the_end(desks)
    press(Qt.Key.Key_Right)
    end(desk)
    asked(desks)
    press(Qt.Key.Key_F12)
    desks.wait(lambda: QApplication.activeModalWidget() is None)
    assert desk._cover.is_on
    assert len(desk._entries.waiting) == 2


def test_what_is_to_be_read_is_opened_first(desks: Desks) -> None:
    desk, entries = at_the_end(desks)
    press(Qt.Key.Key_Left)
    assert desk.stage.shift_end.fate_of(entries[0].work.id) is Fate.READ
    end(desk, "Zuerst lesen")
    desks.wait(lambda: desk.mode is Mode.READING)
    assert desk._entries.current is entries[0]
    assert not desk._cover.is_on


def test_esc_changes_nothing_and_the_next_time_all_is_kept(desks: Desks) -> None:
    desk, entries = at_the_end(desks)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Escape)
    assert desk.mode is Mode.HOME
    assert len(desk._entries.waiting) == 2
    go_to_the_end(desks, desk)
    assert desk.stage.shift_end.fate_of(entries[0].work.id) is Fate.KEEP
    focus = QApplication.focusWidget()
    assert isinstance(focus, QRadioButton)
    assert focus.isChecked()
    assert focus.text().startswith("Bis")


def test_with_nothing_open_it_is_over_at_once(desks: Desks) -> None:
    desk = desks.open()
    go_to_the_end(desks, desk)
    assert "Nichts ist offen." in texts(desk.stage.shift_end)
    press(Qt.Key.Key_Return)
    assert desk._cover.is_on


def test_what_another_profile_dictated_is_not_touched(desks: Desks) -> None:
    desk = desks.open()
    desk.profiles.profile = Profile("MK", "Maria Kessler")
    desk.planning.choose_person("Frau Kern")
    desks.dictate(desk, SAID[0])
    desk.profiles.profile = Profile("AB", "Anna Berg")
    desk.go_home()
    desk.planning.choose_person("Herr Wolf")
    own = desks.dictate(desk, SAID[1])
    desk.go_home()
    desks.settle(desk)
    for _ in range(2):  # also as the next window finds them
        go_to_the_end(desks, desk)
        (row,) = desk.stage.shift_end.open.rows
        assert "Herr Wolf" in row.row.line
        assert "Frau Kern" not in texts(desk.stage.shift_end)
        assert "unter anderem Kürzel" in texts(desk.stage.shift_end)
        desk = desks.open()
        desk.profiles.profile = Profile("AB", "Anna Berg")
    assert own.work.plan.context.author == "AB"


def test_nothing_is_destroyed_that_is_still_heard(desks: Desks) -> None:
    desk = desks.open()
    desk.speaking.record()
    desks.settle(desk)
    entry = desk._entries.current
    assert entry is not None
    desk.speaking.record()
    desk.go_home()
    go_to_the_end(desks, desk)
    assert entry.phase is Phase.HEARD
    assert choices(desk, entry) == ["Behalten"]
    press(Qt.Key.Key_Right)
    assert desk.stage.shift_end.fate_of(entry.work.id) is Fate.KEEP
    desk._dictating._heard_out(entry.work.id, spoken(SAID[0]), {})
    desks.settle(desk)
    desks.wait(lambda: choices(desk, entry) == ["Jetzt", "Bis", "Vernichten"])


def test_nor_what_words_for_a_field_are_on_their_way_to(desks: Desks) -> None:
    desk = desks.open()
    entry = desks.dictate(desk, SAID[0])
    desk.speaking.record()
    desks.settle(desk)
    assert desk.mode is Mode.FIELD
    desk.speaking.record()
    desk.go_home()
    go_to_the_end(desks, desk)
    assert "Vernichten" not in choices(desk, entry)
    desk._dictating._heard_out(desks.live[-1], spoken(SAID[1]), {})
    desks.settle(desk)
    desks.wait(lambda: "Vernichten" in choices(desk, entry))


def test_nor_what_the_disk_did_not_take_yet(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, entries = with_two_open(desks)
    save = Case.save

    def full(*_: object) -> None:
        raise DokuError(Code.DISK_FULL)

    monkeypatch.setattr(Case, "save", full)
    desk._dictating.replan(entries[0])
    desks.settle(desk)
    go_to_the_end(desks, desk)
    assert "Vernichten" not in choices(desk, entries[0])
    assert "Vernichten" in choices(desk, entries[1])
    monkeypatch.setattr(Case, "save", save)
    desks.wait(lambda: "Vernichten" in choices(desk, entries[0]))


def test_nor_where_that_became_so_while_the_question_stood_there(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, entries = at_the_end(desks)

    def full(*_: object) -> None:
        raise DokuError(Code.DISK_FULL)

    press(Qt.Key.Key_Right)
    end(desk)
    dialog = asked(desks)
    monkeypatch.setattr(Case, "save", full)
    desk._dictating.replan(entries[0])
    desks.settle(desk)
    dialog.accept()
    desks.settle(desk)
    assert persons(desk) == ["Frau Kern", "Herr Wolf"]
    assert desk.mode is Mode.ASIDE
    assert not desk._cover.is_on


def being_signed(desks: Desks) -> tuple[Desk, Entry, threading.Event]:
    """The disk takes it as signed once the event is set."""
    desk = desks.open()
    desk.profiles.profile = Profile("MK", "Maria Kessler")
    entry = desks.dictate(desk, SAID[0])
    read_all(entry)
    desks.settle(desk)
    slow = threading.Event()
    desk._dictating.keeper._lane.run(lambda: slow.wait(20))
    desk.sign_off.ask()
    desks.wait(lambda: entry.work.signed is not None)
    return desk, entry, slow


def test_nor_what_is_being_signed(desks: Desks) -> None:
    desk, entry, slow = being_signed(desks)
    desk.go_home()
    desk.stage.home.shift_end_asked.emit()
    desks.wait(lambda: entry.work.id in desk.stage.shift_end.open.made)
    assert choices(desk, entry) == ["Jetzt", "Bis"]
    slow.set()
    desks.wait(lambda: entry.phase is Phase.SIGNED)


def test_what_was_signed_before_it_was_destroyed_stays_in_the_overview(desks: Desks) -> None:
    desk, entry, slow = being_signed(desks)
    desk.go_home()
    desk.stage.home.overview_asked.emit()
    desk._aside._destroy(entry.work.id)
    asked(desks).accept()
    slow.set()
    desks.settle(desk)
    assert entry.phase is Phase.SIGNED
    assert list(desk._entries.signed) == [entry]


def test_what_cannot_be_destroyed_stays_and_so_does_the_page(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, entries = at_the_end(desks)

    def refuse(*_: object) -> None:
        raise DokuError(Code.STORE_NOT_WRITABLE)

    monkeypatch.setattr(Store, "destroy", refuse)
    press(Qt.Key.Key_Right)
    end(desk)
    asked(desks).accept()
    desks.settle(desk)
    assert desks.shell is not None
    assert len(desks.shell.messages.notes) == 1
    assert desk.mode is Mode.ASIDE
    assert not desk._cover.is_on
    assert entries[0] in desk._entries.waiting


def spoken(text: str) -> Transcript:
    return Transcript((Segment(0, None, None, text, ()),))


# --- very many ---------------------------------------------------------------------------------


MANY = 500
IN_VIEW = 40
ITEMS = tuple(
    OpenItem(
        WaitingRow(
            f"{number:03}", f"Frau Nummer {number}", "Pflegebericht", "heute, 07:52",
            "bereit zum Lesen",
        ),
        "24.11.",
    )
    for number in range(MANY)
)  # fmt: skip


@pytest.fixture
def page(look: Look, application: QApplication) -> Iterator[ShiftEndScreen]:
    made = ShiftEndScreen(look)
    made.resize(1024, 640)
    made.show()
    made.activateWindow()
    turn(20)
    yield made
    made.close()
    made.deleteLater()


def test_of_very_many_few_rows_are_made_and_each_is_reached(page: ShiftEndScreen) -> None:
    began = perf_counter()
    page.begin(ITEMS, others=False)
    assert perf_counter() - began < 1.0
    turn(20)
    for number in range(60):
        assert page.open.holding(QApplication.focusWidget()) == ITEMS[number].id
        assert not QApplication.focusWidget().visibleRegion().isEmpty()
        if number % 10 == 0:
            press(Qt.Key.Key_Right)
        press(Qt.Key.Key_Tab)
        turn(1)
    assert len(page.findChildren(FateRow)) < IN_VIEW
    fates = [page.fate_of(item.id) for item in ITEMS]
    assert [number for number, fate in enumerate(fates) if fate is Fate.DESTROY] == [
        0, 10, 20, 30, 40, 50,
    ]  # fmt: skip


def test_a_row_that_becomes_another_shows_what_is_chosen_there(page: ShiftEndScreen) -> None:
    page.begin(ITEMS, others=False)
    press(Qt.Key.Key_Right)
    bar = page._scroll.verticalScrollBar()
    for place in (bar.maximum(), 0, bar.maximum() // 2, 0):
        bar.setValue(place)
        turn(5)
        for id, row in page.open.made.items():
            assert isinstance(row, FateRow)
            (chosen,) = (fate for fate, one in row.choices.items() if one.isChecked())
            assert chosen is (Fate.DESTROY if id == "000" else Fate.KEEP)


@pytest.mark.parametrize(("high", "stays"), [(700, True), (260, False)])
def test_the_buttons_stay_in_view_where_there_is_room(
    page: ShiftEndScreen, high: int, *, stays: bool
) -> None:
    page.begin(ITEMS, others=False)
    page.resize(1024, high)
    turn(20)
    assert button(page, "Schicht beenden").visibleRegion().isEmpty() is not stays
