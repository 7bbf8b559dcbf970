"""What could not be written is written later: the newest of each place, in no other order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.store.model import Document, Refusal, Refused
from dokuhelfer.ui import unkept
from dokuhelfer.ui.lane import Lane
from dokuhelfer.ui.unkept import Unkept
from dokutest.window import Wait

HERE = ("a", Document.REVIEW)


class Disk:
    """Takes what is written, but not while it is full."""

    def __init__(self) -> None:
        self.error: Exception | None = DokuError(Code.DISK_FULL)
        self.kept: list[str] = []

    def writes(self, text: str) -> Callable[[], None]:
        def write() -> None:
            if self.error is not None:
                raise self.error
            self.kept.append(text)

        return write


@pytest.fixture
def lane(application: QObject) -> Iterator[Lane]:
    made = Lane("test")
    yield made
    made.close()


@pytest.fixture
def waiting(lane: Lane, monkeypatch: pytest.MonkeyPatch) -> tuple[Unkept, list[str]]:
    monkeypatch.setattr(unkept, "_AGAIN_MS", 20)
    made, told = Unkept(lane, lane), list[str]()
    made.failed.connect(lambda _: told.append("failed"))
    made.lost.connect(lambda _: told.append("lost"))
    made.all_kept.connect(lambda: told.append("kept"))
    return made, told


def test_it_is_written_once_there_is_room(
    waiting: tuple[Unkept, list[str]], wait_for: Wait
) -> None:
    made, told = waiting
    disk = Disk()
    made.write(HERE, disk.writes("one"))
    made.write(("b", Document.REVIEW), disk.writes("two"))
    wait_for(lambda: told == ["failed"] * 2)
    disk.error = None
    wait_for(lambda: told[-1] == "kept")
    assert sorted(disk.kept) == ["one", "two"]
    assert told.count("kept") == 1


def test_what_is_newer_is_never_overwritten(
    waiting: tuple[Unkept, list[str]], wait_for: Wait
) -> None:
    made, told = waiting
    disk = Disk()
    made.write(HERE, disk.writes("old"))
    wait_for(lambda: told)
    made.write(HERE, disk.writes("new"))
    made._try_again()
    wait_for(lambda: told == ["failed"] * 2)
    disk.error = None
    wait_for(lambda: told[-1] == "kept")
    assert (disk.kept, made.waiting) == (["new"], frozenset())


@pytest.mark.parametrize("error", [Refused(Refusal.SIGNED_ALREADY), DokuError(Code.INTERNAL)])
def test_what_would_never_be_taken_is_not_tried_again(
    waiting: tuple[Unkept, list[str]], wait_for: Wait, error: Exception
) -> None:
    made, told = waiting
    disk = Disk()
    disk.error = error
    made.write(HERE, disk.writes("one"))
    wait_for(lambda: told)
    assert (told, made.waiting) == (["lost"], frozenset())


def test_the_last_try_is_made_before_the_end(
    waiting: tuple[Unkept, list[str]], wait_for: Wait
) -> None:
    made, told = waiting
    disk = Disk()
    made.write(HERE, disk.writes("one"))
    made.write(("b", Document.REVIEW), disk.writes("gone"))
    wait_for(lambda: len(told) == 2)
    made.forget("b")
    made._timer.stop()
    disk.error = None
    made.try_last()
    assert disk.kept == ["one"]


def test_the_last_try_puts_nothing_old_over_what_is_newer(
    waiting: tuple[Unkept, list[str]], lane: Lane, wait_for: Wait
) -> None:
    made, told = waiting
    disk = Disk()
    made.write(HERE, disk.writes("old"))
    wait_for(lambda: told)
    made._timer.stop()
    disk.error = None
    made.write(HERE, disk.writes("new"))
    lane.run(made.try_last)
    lane.close()
    assert disk.kept == ["new"]


def test_the_last_try_is_of_what_came_at_the_end(
    waiting: tuple[Unkept, list[str]], lane: Lane, wait_for: Wait
) -> None:
    made, told = waiting
    disk = Disk()
    made.write(HERE, disk.writes("old"))
    wait_for(lambda: told)
    made._timer.stop()
    made.write(HERE, disk.writes("new"))

    def room() -> None:
        disk.error = None

    lane.run(room)
    lane.run(made.try_last)
    lane.close()
    assert disk.kept == ["new"]


def test_nothing_comes_back_of_what_was_destroyed_while_it_was_being_written(
    waiting: tuple[Unkept, list[str]], lane: Lane, wait_for: Wait
) -> None:
    made, told = waiting
    disk, done = Disk(), list[int]()
    made.write(HERE, disk.writes("destroyed"))
    made.forget("a")
    lane.run(lambda: None, lambda _: done.append(1))
    wait_for(lambda: done)
    disk.error = None
    made._try_again()
    lane.close()
    assert (disk.kept, told, made.waiting) == ([], [], frozenset())


def test_what_was_written_beside_it_is_not_overwritten(
    waiting: tuple[Unkept, list[str]], lane: Lane, wait_for: Wait
) -> None:
    made, told = waiting
    disk = Disk()
    made.write(HERE, disk.writes("old"))
    wait_for(lambda: told)

    def write_beside() -> None:
        disk.error = None
        disk.writes("beside")()
        made.supersede([HERE])

    lane.run(write_beside)
    wait_for(lambda: told[-1] == "kept")
    made.write(HERE, disk.writes("newer"))
    lane.run(lambda: made.supersede([HERE]))
    lane.close()
    assert disk.kept == ["beside", "newer"]
