"""A Sammeldiktat in the window: borders by keys, then one draft for each person."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from dokuhelfer.store.model import Document
from dokuhelfer.transcript.model import Segment, Transcript
from dokuhelfer.ui.cut_page import CutKind, CutRow
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.entries import Entry, Phase
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.work import AUTO
from dokutest.broken_disk import fail_after
from dokutest.desks import Desks, kept_store

ROUND = (
    "Frau Kern hat gut geschlafen. Sie hat gefrühstückt. "
    "Herr Wolf hatte Schmerzen im Knie. Er hat ein Kühlpack bekommen. "
)
LOOSE = "Frau Kern und Frau Lang haben gelacht. Sie war müde."


class Round:
    """A window in which a round was dictated."""

    def __init__(self, desks: Desks, text: str) -> None:
        self.desks = desks
        self.desk = desk = desks.open()
        desk.planning.choose_template(AUTO)
        desk.speaking.record()
        desks.settle(desk)
        entry = desk._entries.current
        assert entry is not None
        self.entry: Entry = entry
        desk.speaking.record()
        desks.settle(desk)
        said = Transcript((Segment(0, None, None, text, ()),))
        desk._dictating._heard_out(entry.work.id, said, {})
        desks.wait(lambda: desk.mode is Mode.CUTS and self.rows)

    @property
    def rows(self) -> tuple[CutRow, ...]:
        return self.desk.cuts._page.rows

    @property
    def persons(self) -> list[str]:
        return [row.person for row in self.rows if row.kind is CutKind.ENTRY]

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.desk.stage.cuts.list, key, modifier)
        self.desks.settle(self.desk)

    def go_to(self, row: int) -> None:
        self.press(Qt.Key.Key_Home)
        for _ in range(row):
            self.press(Qt.Key.Key_Down)

    def choose(self, text: str) -> None:
        """In the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(one for one in menu.actions() if text in one.text())
        menu.setActiveAction(action)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        self.desks.settle(self.desk)


def test_space_at_each_entry_leads_to_a_draft_for_each_person(desks: Desks) -> None:
    found = Round(desks, ROUND)
    assert found.persons == ["Frau Kern", "Herr Wolf"]
    found.press(Qt.Key.Key_Space)
    assert [row.decided for row in found.rows] == [True, False]
    found.press(Qt.Key.Key_Space)
    desks.wait(lambda: found.desk.mode is Mode.READING and found.desk.reading.page.stops)
    entries = list(found.desk._entries._entries.values())
    assert sorted(one.work.person for one in entries) == ["Frau Kern", "Herr Wolf"]
    texts = {
        one.work.person: " ".join(
            segment.text for segment in one.work.session.draft.transcript.segments
        )
        for one in entries
        if one.work.session is not None
    }
    assert "Schmerzen" not in texts["Frau Kern"]
    assert "geschlafen" not in texts["Herr Wolf"]


def test_all_fit_with_one_key_but_what_belongs_to_nobody_is_asked(desks: Desks) -> None:
    found = Round(desks, ROUND + LOOSE)
    assert found.rows[-1].kind is CutKind.LOOSE
    found.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert found.desk.mode is Mode.CUTS
    assert [row.decided for row in found.rows] == [True] * (len(found.rows) - 1) + [False]
    found.press(Qt.Key.Key_P)
    found.choose("Frau Kern")
    assert all(row.kind is not CutKind.LOOSE for row in found.rows)
    found.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desks.wait(lambda: found.desk.mode is Mode.READING)


def test_split_give_away_and_undo(desks: Desks) -> None:
    found = Round(desks, ROUND)
    before = found.rows
    found.go_to(1)
    found.press(Qt.Key.Key_T)
    found.choose("Er hat ein Kühlpack")
    assert found.persons == ["Frau Kern", "Herr Wolf", "Herr Wolf"]
    found.go_to(2)
    found.press(Qt.Key.Key_P)
    found.choose("Andere Person")
    line = QApplication.activePopupWidget()
    assert line is not None
    field = line.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "Frau Adam")
    QTest.keyClick(field, Qt.Key.Key_Return)
    desks.settle(found.desk)
    assert found.persons == ["Frau Kern", "Herr Wolf", "Frau Adam"]
    for _ in range(2):
        found.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert found.rows == before


def test_keys_that_are_faster_than_the_page_change_nothing_that_was_not_on_it(
    desks: Desks,
) -> None:
    found = Round(desks, ROUND)
    letters = found.desk.stage.cuts.list
    free = threading.Event()
    found.desk.room.lane.run(free.wait)
    QTest.keyClick(letters, Qt.Key.Key_Left)
    QTest.keyClick(letters, Qt.Key.Key_Space)
    QTest.keyClick(letters, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    free.set()
    desks.settle(found.desk)
    assert not any(row.decided for row in found.rows)
    assert "noch einmal" in found.desk._shell.messages.notes[0].text


def test_the_person_chosen_in_a_menu_goes_to_the_row_it_was_opened_for(desks: Desks) -> None:
    found = Round(desks, ROUND + "Frau Adam war müde. ")
    letters = found.desk.stage.cuts.list
    free = threading.Event()
    found.desk.room.lane.run(free.wait)
    QTest.keyClick(letters, Qt.Key.Key_Space)
    QTest.keyClick(letters, Qt.Key.Key_P)
    free.set()
    desks.wait(lambda: letters.current == 1)
    found.choose("Frau Adam")
    assert "Herr Wolf" in found.persons
    assert "Frau Kern" not in found.persons


def test_two_persons_are_never_joined_and_it_is_said_why(desks: Desks) -> None:
    found = Round(desks, ROUND)
    before = found.rows
    found.press(Qt.Key.Key_Z)
    assert found.rows == before
    assert "Zwei Personen" in found.desk._shell.messages.notes[0].text


def test_arrows_move_the_border_word_by_word(desks: Desks) -> None:
    found = Round(desks, ROUND)
    first = found.rows[0].words
    found.press(Qt.Key.Key_Left)
    assert first == f"{found.rows[0].words} gefrühstückt."
    assert found.rows[1].words.startswith("gefrühstückt. Herr Wolf")
    found.press(Qt.Key.Key_Right)
    assert found.rows[0].words == first


def test_arrows_with_control_move_it_by_a_clause(desks: Desks) -> None:
    found = Round(desks, ROUND)
    first = found.rows[0].words
    found.press(Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert found.rows[0].words == "Frau Kern hat gut geschlafen."
    found.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert found.rows[0].words == first


def test_words_that_were_moved_are_there_in_the_next_window(desks: Desks) -> None:
    found = Round(desks, ROUND)
    found.press(Qt.Key.Key_Left)
    moved = [row.words for row in found.rows]
    desk = desks.open()
    entry = desk._entries.waiting[0]
    desks.wait(lambda: entry.phase is Phase.CUT)
    desk.open_id(entry.work.id)
    desks.wait(lambda: desk.cuts._page.rows)
    assert [row.words for row in desk.cuts._page.rows] == moved


def test_cuts_wait_and_come_back_after_a_crash(desks: Desks) -> None:
    found = Round(desks, ROUND)
    found.press(Qt.Key.Key_Escape)
    assert found.desk.mode is Mode.HOME
    assert found.entry.phase is Phase.CUT
    desk = desks.open()
    desks.wait(lambda: any(one.phase is Phase.CUT for one in desk._entries.waiting))
    (entry,) = desk._entries.waiting
    desk.open_id(entry.work.id)
    desks.wait(lambda: desk.mode is Mode.CUTS and desk.cuts._page.rows)


def test_no_case_keeps_the_words_about_another_person(desks: Desks) -> None:
    found = Round(desks, ROUND)
    found.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desks.wait(lambda: found.desk.mode is Mode.READING and found.desk.reading.page.stops)
    desks.settle(found.desk)
    desks.close()
    with kept_store() as store:
        kept = {}
        for info in store.cases().cases:
            transcript = store.case(info.id).load(Document.TRANSCRIPT)
            assert transcript is not None
            kept[info.about.person] = transcript.decode()
    assert sorted(kept) == ["Frau Kern", "Herr Wolf"]
    assert "Schmerzen" not in kept["Frau Kern"]
    assert "gefrühstückt" not in kept["Herr Wolf"]


def test_a_full_disk_while_the_round_is_divided_shows_the_cuts_again(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Round(desks, ROUND)
    with monkeypatch.context() as broken:
        fail_after(broken, 3, dead=False)
        found.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        desks.wait(lambda: found.entry.phase is Phase.CUT and found.desk._shell.messages.notes)
    assert found.desk.mode is Mode.CUTS
    assert found.entry.work.transcript is not None
    assert found.entry.work.transcript.segments[0].text == ROUND
    found.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desks.wait(lambda: found.desk.mode is Mode.READING)
    entries = found.desk._entries._entries.values()
    assert sorted(one.person for one in entries) == ["Frau Kern", "Herr Wolf"]


def test_one_person_has_no_borders_to_look_at(desks: Desks) -> None:
    desk: Desk = desks.open()
    desk.planning.choose_template(AUTO)
    desks.dictate(desk, "Frau Kern hat gut geschlafen.")
    assert desk.mode is Mode.READING


def test_what_was_decided_about_the_cuts_is_there_in_the_next_window(desks: Desks) -> None:
    found = Round(desks, ROUND + LOOSE)
    found.go_to(1)
    found.press(Qt.Key.Key_P)
    found.choose("Frau Lang")
    found.press(Qt.Key.Key_Space)
    found.go_to(0)
    found.press(Qt.Key.Key_Space)
    before = found.rows
    assert any(row.decided for row in before)
    desk = desks.open()
    (entry,) = desk._entries.waiting
    desks.wait(lambda: entry.phase is Phase.CUT)
    desk.open_id(entry.work.id)
    desks.wait(lambda: desk.cuts._page.rows)
    assert desk.cuts._page.rows == before
