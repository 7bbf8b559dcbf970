"""Whatever is pressed and told in whatever order: only legal steps, nothing twice, no way round the
question."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.imports.copying import Copied
from dokuhelfer.imports.looking import Look
from dokuhelfer.imports.model import OVER, STEPS, IllegalStep, ImportItem, ImportState, Original
from dokuhelfer.imports.queue import ImportQueue
from dokuhelfer.store.model import CaseId
from dokutest.stores import NOW

S = ImportState
LOOK = Look(58.0, NOW)
FILE = Path("REC0007.WAV")


def copied() -> Copied:
    return Copied(CaseId(uuid4()), 58.0, damaged=False, digest="f" * 64)


def one(queue: ImportQueue) -> ImportItem:
    (item,) = queue.items
    return item


@pytest.fixture
def seen() -> list[ImportState]:
    return []


@pytest.fixture
def queue(seen: list[ImportState]) -> ImportQueue:
    return ImportQueue(lambda item: seen.append(item.state))


def accepted(queue: ImportQueue) -> str:
    (item,) = queue.offer([FILE])
    queue.looked(item.id, LOOK)
    queue.answer(item.id, own=True)
    return item.id


def test_the_whole_way(queue: ImportQueue, seen: list[ImportState]) -> None:
    id = accepted(queue)
    assert queue.next_copy() is not None
    queue.copied(id, copied())
    queue.heard(id)
    queue.progressed(id, 0.4)
    assert one(queue).share == pytest.approx(0.4)
    queue.done(id)
    assert list(dict.fromkeys(seen)) == [
        S.WAITING, S.ASKED, S.ACCEPTED, S.COPYING, S.VERIFIED, S.TRANSCRIBING, S.DONE,
    ]  # fmt: skip


def test_who_says_no_has_it_not_read_in(queue: ImportQueue) -> None:
    (item,) = queue.offer([FILE])
    queue.looked(item.id, LOOK)
    queue.answer(item.id, own=False)
    assert one(queue).state is S.CANCELLED
    assert one(queue).own is False
    assert queue.next_copy() is None


def test_one_is_copied_at_a_time_in_their_order(queue: ImportQueue) -> None:
    items = queue.offer([Path(f"{number}.wav") for number in range(20)])
    for item in reversed(items):
        queue.looked(item.id, LOOK)
        queue.answer(item.id, own=True)
    order = []
    while (item := queue.next_copy()) is not None:
        assert queue.next_copy() is None
        order.append(item.path.stem)
        queue.copied(item.id, copied())
    assert order == [str(number) for number in range(20)]


def test_a_file_under_way_is_not_taken_twice_but_one_that_is_over_is(queue: ImportQueue) -> None:
    queue.offer([FILE, FILE])
    assert queue.offer([FILE]) == ()
    queue.cancel(one(queue).id)
    assert len(queue.offer([FILE])) == 1


def test_a_copy_that_was_cancelled_too_late_is_a_dictation_and_its_hearing_is_ended(
    queue: ImportQueue,
) -> None:
    id = accepted(queue)
    queue.next_copy()
    queue.cancel(id)
    assert (one(queue).state, one(queue).ending) == (S.COPYING, True)
    queue.copied(id, copied())
    assert (one(queue).state, one(queue).ending) == (S.VERIFIED, True)
    queue.failed(id, DokuError(Code.CANCELLED))
    assert one(queue).state is S.CANCELLED
    assert one(queue).case is not None


@pytest.mark.parametrize("code", [Code.CANCELLED, Code.DISK_FULL])
def test_a_copy_that_was_cancelled_is_no_failure(queue: ImportQueue, code: Code) -> None:
    id = accepted(queue)
    queue.next_copy()
    queue.cancel(id)
    queue.failed(id, DokuError(code))
    assert one(queue).state is S.CANCELLED


def test_news_of_work_that_nobody_does_change_nothing(queue: ImportQueue) -> None:
    (item,) = queue.offer([FILE])
    queue.looked(item.id, LOOK)
    queue.failed(item.id, DokuError(Code.DISK_FULL))
    assert one(queue).state is S.ASKED


def test_retrying_begins_where_it_failed(queue: ImportQueue) -> None:
    (item,) = queue.offer([FILE])
    queue.failed(item.id, DokuError(Code.AUDIO_UNREADABLE))
    queue.retry(item.id)
    assert one(queue).state is S.WAITING
    queue.looked(item.id, LOOK)
    queue.answer(item.id, own=True)
    queue.next_copy()
    queue.failed(item.id, DokuError(Code.DISK_FULL))
    queue.retry(item.id)
    assert one(queue).state is S.ACCEPTED
    queue.next_copy()
    queue.copied(item.id, copied())
    queue.heard(item.id)
    queue.failed(item.id, DokuError(Code.WORKER_LOST))
    queue.retry(item.id)
    assert one(queue).state is S.TRANSCRIBING


def test_who_retries_what_is_known_reads_it_in_again(queue: ImportQueue) -> None:
    id = accepted(queue)
    queue.next_copy()
    queue.failed(id, DokuError(Code.IMPORT_KNOWN))
    assert not one(queue).again
    queue.retry(id)
    assert one(queue).again


def test_the_wish_to_remove_counts_until_the_copy_begins(queue: ImportQueue) -> None:
    id = accepted(queue)
    queue.choose_remove(id, remove=True)
    queue.next_copy()
    queue.choose_remove(id, remove=False)
    assert one(queue).remove
    queue.copied(id, copied())
    queue.removed(id, Original.PROTECTED)
    assert one(queue).original is Original.PROTECTED


def test_what_an_earlier_window_left_says_so_or_is_asked_for(queue: ImportQueue) -> None:
    left = [ImportItem(FILE, "a", own=True, remove=True), ImportItem(Path("b.wav"), "b")]
    queue.bring_back(left)
    first, second = queue.items
    assert first.error is not None
    assert (first.state, first.error.code, first.remove) == (
        S.FAILED, Code.IMPORT_INTERRUPTED, True,
    )  # fmt: skip
    assert second.state is S.WAITING


def test_what_is_over_can_be_cleared(queue: ImportQueue) -> None:
    queue.offer([FILE, Path("b.wav")])
    queue.cancel(queue.items[0].id)
    queue.clear()
    assert [item.path.name for item in queue.items] == ["b.wav"]


@pytest.mark.parametrize("state", sorted(OVER))
def test_nothing_leads_out_of_the_end(state: ImportState) -> None:
    assert STEPS[state] == frozenset()
    with pytest.raises(IllegalStep):
        ImportItem(FILE, "a", state).to(S.WAITING)


class Anything(RuleBasedStateMachine):
    """All that a person may press and work may tell, late or early."""

    def __init__(self) -> None:
        super().__init__()
        self.path: list[tuple[str, ImportState]] = []
        self.queue = ImportQueue(self._note)
        self.last: dict[str, ImportItem] = {}

    def _note(self, item: ImportItem) -> None:
        before = self.last.get(item.id)
        if before is not None and before.state is not item.state:
            assert item.state in STEPS[before.state], (before.state, item.state)
        self.last[item.id] = item

    def _id(self, number: int) -> str:
        items = self.queue.items
        return items[number % len(items)].id if items else "none"

    @rule(number=st.integers(0, 4))
    def offer(self, number: int) -> None:
        self.queue.offer([Path(f"{number}.wav")])

    @rule(number=st.integers(0, 9), what=st.integers(0, 10), yes=st.booleans())
    def do(self, number: int, what: int, yes: bool) -> None:
        queue, id = self.queue, self._id(number)
        error = DokuError(Code.CANCELLED if yes else Code.DISK_FULL)
        (
            lambda: queue.looked(id, LOOK), lambda: queue.answer(id, own=yes),
            lambda: queue.choose_remove(id, remove=yes), lambda: queue.cancel(id),
            lambda: queue.retry(id), queue.next_copy, lambda: queue.copied(id, copied()),
            lambda: queue.heard(id), lambda: queue.done(id), lambda: queue.failed(id, error),
            lambda: queue.progressed(id, 0.5),
        )[what]()  # fmt: skip

    @invariant()
    def nobody_elses_is_read_in(self) -> None:
        for item in self.queue.items:
            if item.state in (S.COPYING, S.VERIFIED, S.TRANSCRIBING, S.DONE):
                assert item.own is True

    @invariant()
    def one_at_a_time(self) -> None:
        assert sum(item.state is S.COPYING for item in self.queue.items) <= 1

    @invariant()
    def no_file_twice(self) -> None:
        paths = [item.path for item in self.queue.items if not item.is_over]
        assert len(paths) == len(set(paths))


class TestAnything(Anything.TestCase):  # type: ignore[name-defined,misc]
    settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
