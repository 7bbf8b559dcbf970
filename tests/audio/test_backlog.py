from __future__ import annotations

import threading
import time

from dokuhelfer.audio.backlog import Backlog
from dokuhelfer.audio.pcm import SAMPLE_RATE, Block


def second(number: int) -> Block:
    return Block(number * SAMPLE_RATE, bytes(2 * SAMPLE_RATE))


def test_a_full_backlog_makes_its_source_wait_until_there_is_room() -> None:
    backlog = Backlog(2.0)
    added: list[int] = []

    def fill() -> None:
        for number in range(4):
            backlog.add(second(number))
            added.append(number)

    thread = threading.Thread(target=fill)
    thread.start()
    wait_until(lambda: len(added) == 2)
    time.sleep(0.1)
    assert added == [0, 1]
    backlog.forget(SAMPLE_RATE)
    wait_until(lambda: len(added) == 3)
    backlog.forget(2 * SAMPLE_RATE)
    thread.join(5)
    assert added == [0, 1, 2, 3]


def test_closing_releases_a_waiting_source() -> None:
    backlog = Backlog(1.0)
    backlog.add(second(0))
    taken: list[bool] = []
    thread = threading.Thread(target=lambda: taken.append(backlog.add(second(1))))
    thread.start()

    backlog.close()
    thread.join(5)

    assert taken == [False]
    assert backlog.end == SAMPLE_RATE


def test_what_is_not_dealt_with_is_there_again_to_the_sample() -> None:
    backlog = Backlog(10.0)
    for number in range(3):
        backlog.add(second(number))

    backlog.forget(SAMPLE_RATE + 100)

    assert backlog.first == SAMPLE_RATE + 100
    blocks = backlog.since(backlog.first)
    assert [(block.start, block.end) for block in blocks] == [
        (SAMPLE_RATE + 100, 2 * SAMPLE_RATE),
        (2 * SAMPLE_RATE, 3 * SAMPLE_RATE),
    ]
    assert backlog.since(3 * SAMPLE_RATE) == []


def wait_until(condition) -> None:  # type: ignore[no-untyped-def]
    deadline = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.005)
