"""Nothing is collected while what will stay is being loaded; then the window's thread does it."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from dokuhelfer.ui import tidying
from dokuhelfer.ui.lane import Lane
from dokuhelfer.ui.tidying import Tidying
from dokuhelfer.ui.warming import Warming


@pytest.fixture
def parent(application: QApplication) -> Iterator[QObject]:
    yield QObject()
    gc.unfreeze()


class Knot:
    """Garbage that only the collector finds."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def collected() -> Iterator[list[str]]:
    seen: list[str] = []

    def note(phase: str, _: dict[str, int]) -> None:
        seen.append(phase)

    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)


def test_it_waits_for_what_is_loaded(
    parent: QObject, collected: list[str], wait_for: Callable[[Callable[[], object]], None]
) -> None:
    lane = Lane("test", parent)
    warming = Warming(lane, {}, parent)
    loaded: list[list[str]] = []
    warming.done.connect(lambda: loaded.append(list(collected)))
    Tidying(parent)
    wait_for(lambda: loaded)
    lane.close()
    assert loaded == [[]]
    knots = [Knot() for _ in range(2000)]
    wait_for(lambda: collected)
    assert len(knots) == 2000


def test_it_begins_at_once_where_nothing_is_loaded(
    parent: QObject, collected: list[str], wait_for: Callable[[Callable[[], object]], None]
) -> None:
    Tidying(parent)
    knots = [Knot() for _ in range(2000)]
    wait_for(lambda: collected)
    assert len(knots) == 2000


def test_what_was_left_behind_while_it_was_loaded_goes(
    parent: QObject, wait_for: Callable[[Callable[[], object]], None]
) -> None:
    lane = Lane("test", parent)
    warming = Warming(lane, {}, parent)
    Tidying(parent)
    knot = weakref.ref(Knot())
    assert knot() is not None
    wait_for(lambda: warming.is_done)
    lane.close()
    assert knot() is None


def test_it_begins_where_all_was_loaded_before(
    parent: QObject, collected: list[str], wait_for: Callable[[Callable[[], object]], None]
) -> None:
    lane = Lane("test", parent)
    warming = Warming(lane, {}, parent)
    wait_for(lambda: warming.is_done)
    lane.close()
    Tidying(parent)
    assert collected


def test_it_begins_at_the_latest_after_a_while(
    parent: QObject,
    collected: list[str],
    monkeypatch: pytest.MonkeyPatch,
    wait_for: Callable[[Callable[[], object]], None],
) -> None:
    monkeypatch.setattr(tidying, "_AT_THE_LATEST_MS", 20)
    lane, hang = Lane("test", parent), threading.Event()
    lane.run(hang.wait)
    Warming(lane, {}, parent)
    Tidying(parent)
    wait_for(lambda: collected)
    hang.set()
    lane.close()
