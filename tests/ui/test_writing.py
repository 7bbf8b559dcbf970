"""What a full disk did not take: it is kept later, once, and never again where it was destroyed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pytest
from PySide6.QtWidgets import QApplication

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.store.case import Case
from dokuhelfer.store.model import Document
from dokuhelfer.store.store import Store
from dokuhelfer.transcript.model import Segment, Transcript
from dokuhelfer.ui import unkept
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.dividing import Part
from dokuhelfer.ui.entries import Entry
from dokuhelfer.ui.keeper import Keeper
from dokuhelfer.ui.keeping_troubles import Trouble
from dokuhelfer.ui.spoken import Spoken, begin_spoken, spoken_in
from dokuhelfer.ui.widgets.message_line import Note
from dokutest.desks import Desks, Wait, kept_store

FIELD = Spoken("fields/befinden", 0)


class Disk:
    """Under the store: full or not."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_full = False
        together = Case.save_together

        def save_together(case: Case, contents: Mapping[Document, bytes]) -> None:
            if self.is_full:
                raise DokuError(Code.DISK_FULL)
            together(case, contents)

        monkeypatch.setattr(Case, "save_together", save_together)
        monkeypatch.setattr(
            Case, "save", lambda case, document, content: case.save_together({document: content})
        )


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    monkeypatch.setattr(unkept, "_AGAIN_MS", 20)
    return Disk(monkeypatch)


@pytest.fixture
def desks(
    application: QApplication, wait_for: Wait, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desks]:
    made = Desks(application, wait_for, monkeypatch)
    yield made
    made.close()


def begun(desks: Desks) -> tuple[Desk, Keeper, Entry]:
    """A dictation with a case, into a field of which something is being spoken."""
    desk = desks.open()
    entry, keeper = desk.speaking.new_entry(), desk._dictating.keeper
    keeper.keep_plan(entry.work.id, entry.work.plan, entry.begun)
    keeper._lane.run(lambda: begin_spoken(keeper._known(entry.work.id), FIELD))
    desks.settle(desk)
    return desk, keeper, entry


def review(keeper: Keeper, entry: Entry, text: str, heard: Spoken | None = None) -> None:
    content = f'"{text}"'.encode()
    keeper.keep_review(entry.work.id, entry.work.plan, content, entry.begun, heard)


def kept() -> tuple[bytes | None, tuple[Spoken, ...]]:
    with kept_store() as store:
        (info,) = store.cases().cases
        case = store.case(info.id)
        return case.load(Document.REVIEW), spoken_in(case)


def notes(desks: Desks) -> tuple[Note, ...]:
    assert desks.shell is not None
    return desks.shell.messages.notes


def full_then_free(desks: Desks, desk: Desk, disk: Disk, write: Callable[[], None]) -> None:
    disk.is_full = True
    write()
    desks.settle(desk)
    assert [(note.key, note.pending) for note in notes(desks)] == [("kept", True)]
    disk.is_full = False
    desks.wait(lambda: not notes(desks))


def test_words_of_a_field_are_placed_once_there_is_room(desks: Desks, disk: Disk) -> None:
    desk, keeper, entry = begun(desks)
    full_then_free(desks, desk, disk, lambda: review(keeper, entry, "with words", FIELD))
    desks.close()
    assert kept() == (b'"with words"', ())


def test_words_of_a_field_are_not_placed_twice_by_a_later_review(desks: Desks, disk: Disk) -> None:
    desk, keeper, entry = begun(desks)

    def write() -> None:
        review(keeper, entry, "with words", FIELD)
        review(keeper, entry, "with words and more")

    full_then_free(desks, desk, disk, write)
    desks.close()
    assert kept() == (b'"with words and more"', ())


def test_words_of_a_field_are_not_lost_to_an_older_review(desks: Desks, disk: Disk) -> None:
    desk, keeper, entry = begun(desks)
    disk.is_full = True
    review(keeper, entry, "before")
    desks.settle(desk)
    disk.is_full = False
    review(keeper, entry, "with words", FIELD)
    desks.wait(lambda: not notes(desks))
    desks.close()
    assert kept() == (b'"with words"', ())


def test_what_was_divided_is_not_lost_to_an_older_review(desks: Desks, disk: Disk) -> None:
    desk, keeper, entry = begun(desks)
    disk.is_full = True
    review(keeper, entry, "whole")
    desks.settle(desk)
    disk.is_full = False
    said = Transcript((Segment(0, None, None, "Frau Kern schläft.", ()),))
    own, done = Part(entry.work.id, entry.work.plan, said, b'"own part"'), list[int]()
    keeper._unkept._timer.stop()
    keeper.keep_divided(own, (), entry.begun, lambda: done.append(1), lambda _: None)
    desks.wait(lambda: done)
    keeper._unkept._timer.start()
    desks.wait(lambda: not notes(desks))
    desks.close()
    assert kept()[0] == b'"own part"'


@pytest.mark.parametrize("waits", [True, False])
def test_nothing_is_written_of_what_was_destroyed(desks: Desks, disk: Disk, waits: bool) -> None:
    desk, keeper, entry = begun(desks)
    disk.is_full = True
    review(keeper, entry, "destroyed")
    if waits:
        desks.settle(desk)
    keeper.destroy(entry.work.id, lambda: None)
    review(keeper, entry, "put away late")
    desks.settle(desk)
    disk.is_full = False
    keeper._unkept._try_again()
    desks.settle(desk)
    assert (notes(desks), keeper._unkept.waiting) == ((), frozenset())
    desks.close()
    with kept_store() as store:
        assert store.cases().cases == ()


def test_what_was_read_before_a_signature_is_not_tried_behind_it(desks: Desks, disk: Disk) -> None:
    desk, keeper, entry = begun(desks)
    disk.is_full = True
    review(keeper, entry, "before")
    desks.settle(desk)
    keeper.sign(entry.work.id, entry.begun, "MK", lambda: b"{}")
    desks.settle(desk)
    assert (notes(desks), keeper._unkept.waiting) == ((), frozenset())


def test_what_could_not_be_destroyed_is_said_so_and_destroyed_at_the_next_attempt(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, keeper, entry = begun(desks)
    done: list[int] = []

    def refuse(*_: object) -> None:
        raise DokuError(Code.STORE_NOT_WRITABLE)

    with monkeypatch.context() as patched:
        patched.setattr(Store, "destroy", refuse)
        keeper.destroy(entry.work.id, lambda: done.append(1))
        desks.settle(desk)
    ((key, pending, text),) = [(note.key, note.pending, note.text) for note in notes(desks)]
    assert (key, pending, done) == (Trouble.DESTROYING, False, [])
    assert text.startswith("Das Diktat ist noch nicht vernichtet")
    keeper.destroy(entry.work.id, lambda: done.append(1))
    desks.settle(desk)
    assert done == [1]
    desks.close()
    with kept_store() as store:
        assert store.cases().cases == ()


@pytest.mark.parametrize("trouble", Trouble)
def test_what_is_not_tried_again_is_said_in_its_own_words_and_can_be_closed(
    desks: Desks, trouble: Trouble
) -> None:
    desk = desks.open()
    desk._dictating.keeper.troubled.emit(trouble, DokuError(Code.STORE_NOT_WRITABLE))
    (note,) = notes(desks)
    assert not note.pending
    assert "nur in diesem Fenster" not in note.text
    assert note.text.endswith("schreiben, bitte Ihre IT fragen.")


def test_what_the_disk_has_not_taken_yet_is_not_dropped_as_empty(
    desks: Desks, disk: Disk, wait_for: Wait
) -> None:
    desk, keeper, entry = begun(desks)
    disk.is_full = True
    said = Transcript((Segment(0, None, None, "Hat gut geschlafen.", ()),))
    keeper.keep_transcript(entry.work.id, entry.work.plan, said, entry.begun)
    dropped: list[bool] = []
    keeper.drop_if_empty(entry.work.id, dropped.append)
    wait_for(lambda: dropped)
    assert dropped == [False]
    disk.is_full = False
    wait_for(lambda: not keeper._unkept.waiting)
    keeper.drop_if_empty(entry.work.id, dropped.append)
    wait_for(lambda: len(dropped) == 2)
    assert dropped[1] is False
    desks.settle(desk)
