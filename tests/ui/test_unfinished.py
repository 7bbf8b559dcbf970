"""What stands in an editor outlives a window that is killed, until it is applied or discarded."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from dokuhelfer import jsonio
from dokuhelfer.review.stops import Stop, StopKind
from dokuhelfer.store.model import Document
from dokuhelfer.store.store import store_folder
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.entries import Entry
from dokuhelfer.ui.style.tokens import TYPING_MS
from dokuhelfer.ui.unfinished import kept_in
from dokuhelfer.ui.widgets.stop import StopWidget
from dokutest.desks import Desks
from dokutest.turning import turn

SAID = "Hat wenig getrunken. Kühlpack aufgelegt."
TYPED = "Hat den ganzen Tag kaum"
FREE = "weiteres_vorgehen"


def editor_of(desk: Desk) -> QPlainTextEdit:
    editor = desk.stage.reading.stops.editor
    assert editor is not None
    return editor


def stops_of(desk: Desk) -> tuple[Stop, ...]:
    work = desk.reading.work
    assert work is not None
    assert work.session is not None
    return work.session.stops


def is_missing(stop: Stop) -> bool:
    return stop.id.kind is StopKind.MISSING


def type_into(desks: Desks, desk: Desk, field: str, text: str = TYPED) -> None:
    """Letter by letter, without a pause long enough to be noted as one."""
    desk.reading._fill_blank(field)
    desks.settle(desk)
    editor = editor_of(desk)
    for letter in text:
        QTest.keyClicks(editor, letter)
        turn(TYPING_MS // 10)
    turn(TYPING_MS + 100)
    desks.settle(desk)


def killed(desks: Desks, tmp_path: Path) -> Desk:
    """Another window on what the disk held when this one was killed."""
    held = tmp_path / "held"
    shutil.copytree(store_folder(), held)
    desks.close()
    shutil.rmtree(store_folder())
    shutil.copytree(held, store_folder())
    desk = desks.open()
    desks.wait(lambda: desk._entries.waiting and desk._entries.waiting[0].work.session)
    return desk


def opened(desks: Desks, desk: Desk) -> Entry:
    (entry,) = desk._entries.waiting
    desk.open_id(entry.work.id)
    desks.settle(desk)
    return entry


def kept_of(desk: Desk, entry: Entry) -> object:
    keeper = desk._dictating.keeper
    assert keeper._store is not None
    review = keeper._store.case(keeper._cases[entry.work.id]).load(Document.REVIEW)
    assert review is not None
    return kept_in(jsonio.parse(review))


def test_what_is_being_typed_is_kept_while_no_pause_is_made(desks: Desks) -> None:
    desk = desks.open()
    entry = desks.dictate(desk, SAID)
    desk.reading._fill_blank(FREE)
    desks.settle(desk)
    longest = 0
    for number, letter in enumerate(TYPED * 2, 1):
        QTest.keyClicks(editor_of(desk), letter)
        turn(TYPING_MS // 5)
        held = entry.work.unfinished
        longest = max(longest, number - (len(held.text) if held is not None else 0))
    assert longest <= 10
    assert kept_of(desk, entry) is not None


def test_a_killed_window_gives_it_back_in_its_editor(desks: Desks, tmp_path: Path) -> None:
    desk = desks.open()
    desks.dictate(desk, SAID)
    type_into(desks, desk, FREE)
    desk = killed(desks, tmp_path)
    entry = opened(desks, desk)
    assert editor_of(desk).toPlainText() == TYPED
    QTest.keyClick(editor_of(desk), Qt.Key.Key_Return)
    desks.settle(desk)
    assert entry.work.session is not None
    assert entry.work.session.draft.fields[FREE].value == TYPED
    assert kept_of(desk, entry) is None


def test_for_an_empty_field_it_comes_back_beside_its_own_label(
    desks: Desks, tmp_path: Path
) -> None:
    desk = desks.open()
    desks.dictate(desk, SAID)
    type_into(desks, desk, FREE)
    desk = killed(desks, tmp_path)
    entry = opened(desks, desk)
    place, cursor = editor_of(desk).parentWidget(), desk.stage.reading.stops.stop_at_cursor()
    assert isinstance(place, StopWidget)
    assert entry.work.session is not None
    assert place.stop.label == entry.work.session.template.field(FREE).label
    assert cursor is not None
    assert cursor is not place  # whose words stay in sight
    assert cursor.editor is None
    desks.wait(lambda: place.visible_part().contains(editor_of(desk).geometry()))


def test_for_a_required_field_it_comes_back_at_its_stop(desks: Desks, tmp_path: Path) -> None:
    desk = desks.open()
    desks.dictate(desk, "Um 8 Uhr.")
    missing = [number for number, stop in enumerate(stops_of(desk)) if is_missing(stop)]
    number, field = missing[-1], stops_of(desk)[missing[-1]].id.field
    type_into(desks, desk, field)
    desk = killed(desks, tmp_path)
    entry = opened(desks, desk)
    assert entry.work.cursor == number > 0
    place = editor_of(desk).parentWidget()
    assert place is desk.stage.reading.stops.stop_at_cursor()


def test_a_part_that_was_being_changed_is_found_again(desks: Desks, tmp_path: Path) -> None:
    desk = desks.open()
    entry = desks.dictate(desk, SAID)
    desk.reading.go_to(1)
    desks.settle(desk)
    desk.reading._change()
    desks.settle(desk)
    QTest.keyClicks(editor_of(desk), TYPED)
    path = desk.reading._editing.typed().path  # type: ignore[union-attr]
    turn(TYPING_MS + 100)
    desks.settle(desk)
    desk = killed(desks, tmp_path)
    entry = opened(desks, desk)
    assert editor_of(desk).toPlainText().endswith(TYPED)
    assert desk.reading._editing.typed().path == path  # type: ignore[union-attr]
    assert entry.work.cursor == 1


def test_what_was_discarded_stays_away(desks: Desks, tmp_path: Path) -> None:
    desk = desks.open()
    desks.dictate(desk, SAID)
    type_into(desks, desk, FREE)
    QTest.keyClick(editor_of(desk), Qt.Key.Key_Escape)
    desks.settle(desk)
    desk = killed(desks, tmp_path)
    opened(desks, desk)
    assert not desk.reading.is_editing
    assert desk.stage.reading.stops.editor_text() is None


@pytest.mark.parametrize("left", [True, False])
def test_what_was_applied_comes_once(desks: Desks, tmp_path: Path, left: bool) -> None:
    desk = desks.open()
    desks.dictate(desk, SAID)
    type_into(desks, desk, FREE)
    if left:
        desk.go_home()
    else:
        QTest.keyClick(editor_of(desk), Qt.Key.Key_Return)
    desks.settle(desk)
    desk = killed(desks, tmp_path)
    entry = opened(desks, desk)
    assert not desk.reading.is_editing
    assert entry.work.session is not None
    assert entry.work.session.draft.fields[FREE].value == TYPED


def test_nothing_is_signed_over_it(desks: Desks, tmp_path: Path) -> None:
    desk = desks.open()
    desks.dictate(desk, SAID)
    type_into(desks, desk, FREE)
    desk = killed(desks, tmp_path)
    (entry,) = desk._entries.waiting
    desk.room.open(entry)
    desk.sign_off.ask()  # faster than the sheet is there
    desks.settle(desk)
    assert entry.work.signed is None
    assert editor_of(desk).toPlainText() == TYPED
    desk.sign_off.ask()
    desks.settle(desk)
    assert entry.work.signed is None
    assert editor_of(desk).toPlainText() == TYPED
