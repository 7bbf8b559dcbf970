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


LOADED = 200_000
"""Objects; more than all else that is made while a test runs."""


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


def test_what_was_loaded_is_never_looked_through(
    parent: QObject, wait_for: Callable[[Callable[[], object]], None]
) -> None:
    looked_through: list[int] = []

    def note(phase: str, _: dict[str, int]) -> None:
        if phase == "start":
            looked_through.append(len(gc.get_objects()))

    loaded: list[object] = []
    lane = Lane("test", parent)
    warming = Warming(lane, {}, parent, [lambda: loaded.extend([] for _ in range(LOADED))])
    Tidying(parent)
    gc.callbacks.append(note)
    wait_for(lambda: warming.is_done)
    knots = [Knot() for _ in range(2000)]
    knot = weakref.ref(knots[0])
    knots.clear()
    wait_for(lambda: knot() is None)
    gc.callbacks.remove(note)
    lane.close()
    assert len(loaded) == LOADED
    assert looked_through
    assert max(looked_through) < LOADED


def test_it_begins_where_all_was_loaded_before(
    parent: QObject, collected: list[str], wait_for: Callable[[Callable[[], object]], None]
) -> None:
    lane = Lane("test", parent)
    warming = Warming(lane, {}, parent)
    wait_for(lambda: warming.is_done)
    lane.close()
    Tidying(parent)
    knots = [Knot() for _ in range(2000)]
    wait_for(lambda: collected)
    assert len(knots) == 2000


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
    knots: list[Knot] = []

    def is_collected() -> list[str]:
        knots.extend(Knot() for _ in range(500))
        return collected

    wait_for(is_collected)
    hang.set()
    lane.close()
