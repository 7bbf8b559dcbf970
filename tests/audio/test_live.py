import threading
from collections.abc import Iterator

import pytest

from dokuhelfer.audio.live import LiveSound
from dokuhelfer.audio.pcm import Block
from dokuhelfer.audio.source import SourceLost


def blocks(*starts: int) -> Iterator[Block]:
    return (Block(start, bytes(200)) for start in starts)


def test_a_reader_gets_what_comes_while_it_waits() -> None:
    sound = LiveSound()
    timer = threading.Timer(0.1, lambda: (sound.put(Block(0, bytes(200))), sound.close()))
    timer.start()
    assert [block.start for block in sound.blocks(threading.Event())] == [0]
    timer.join()


def test_reading_from_a_later_sample() -> None:
    sound = LiveSound()
    for block in blocks(0, 100, 200):
        sound.put(block)
    sound.close()
    assert [(block.start, block.end) for block in sound.blocks(threading.Event(), 150)] == [
        (150, 200),
        (200, 300),
    ]


def test_a_gap_and_a_loss_are_told_behind_what_came() -> None:
    for gap in (True, False):
        sound = LiveSound()
        sound.put(Block(0, bytes(200)))
        if gap:
            sound.put(Block(500, bytes(200)))
        else:
            sound.close(lost=True)
        reader = sound.blocks(threading.Event())
        assert next(reader).start == 0
        with pytest.raises(SourceLost):
            next(reader)


def test_a_reader_that_never_reads_costs_bounded_memory() -> None:
    sound = LiveSound()
    second = bytes(32_000)
    for number in range(700):
        sound.put(Block(number * 16_000, second))
    assert sound.end == 600 * 16_000
    assert sum(1 for _ in _until_lost(sound)) == 600


def _until_lost(sound: LiveSound) -> Iterator[Block]:
    with pytest.raises(SourceLost):
        yield from sound.blocks(threading.Event())


def test_stopping_ends_the_wait() -> None:
    stop = threading.Event()
    stop.set()
    assert list(LiveSound().blocks(stop)) == []
