"""kill -9 of window, recorder, recognition at random moments of a dictation, all of it real.

What was said is lost for a second at most, what was typed for a few letters, what was decided and
signed not at all. Who speaks is a file that is played into a microphone of PulseAudio.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest

from dokuhelfer import jsonio
from dokuhelfer.draft.read_json import draft_from_json
from dokuhelfer.resources import data_path
from dokuhelfer.store.model import CaseInfo, Document, State
from dokuhelfer.ui.entries import Entry, Phase
from dokutest.desks import kept_store
from dokutest.hardships import Hardships
from dokutest.heard_again import compared
from dokutest.pulse import Pulse
from dokutest.real_window import COMPARED, SHORT, TYPED, digest
from dokutest.sounds import ffmpeg

pytestmark = pytest.mark.program

SAMPLE = data_path("models", "demo-speech", "samples", "pflegebericht.ogg")
LASTS = {"recording": 4.5, "transcription": 1.5, "review": 3.6, "sign-off": 0.15}
"""Seconds of each phase, about; a moment behind its end is one of the next. Signing itself takes
0.03 s, and begins `BREATH_MS` after it is told."""
WINDOW = [("window", phase) for phase in LASTS]
RECORDER = [("recorder", phase) for phase in LASTS]
WORKER = [("worker", "recording"), ("worker", "transcription")]
SOME = [("window", "recording", 1), ("recorder", "recording", 2), ("worker", "recording", 3)]
QUICK = frozenset(seed for _, _, seed in SOME)
"""Short ones, in which nothing is typed."""
MANY = [
    pytest.param(*moment, seed, marks=pytest.mark.long)
    for seed in range(4, 14)
    for moment in (*WINDOW, *RECORDER, *WORKER)
]
SECOND = 1.0
TAIL = 0.5
NOTED = 0.6
"""Seconds: letters are noted 0.3 s after the first of them, and written behind what is written."""
Note = Callable[[str, object], None]
"""Writes a figure into the report (`--junitxml`)."""
_PATIENCE = 30.0


@pytest.fixture(scope="module")
def speech(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two sentences."""
    wav = tmp_path_factory.mktemp("speech") / "speech.wav"
    ffmpeg("-i", str(SAMPLE), "-t", "6", "-ar", "16000", "-ac", "1", str(wav))
    return wav


@dataclass
class Running:
    """The program, and what it told."""

    program: subprocess.Popen[str]
    listening: threading.Thread | None = None
    said: list[tuple[float, list[str]]] = field(default_factory=list)

    def listen(self) -> None:
        """In a thread: every line as it comes."""
        assert self.program.stdout is not None
        for line in self.program.stdout:
            at, *words = line.split()
            self.said.append((float(at), words))

    def end(self) -> None:
        """Whatever it does; what it told has been heard."""
        self.program.kill()
        self.program.wait(10)
        assert self.listening is not None
        self.listening.join(10)
        for pipe in (self.program.stdin, self.program.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def of(self, kind: str) -> list[tuple[float, str]]:
        """All that was told of that kind: when, and what."""
        return [(at, words[-1]) for at, words in tuple(self.said) if words[0] == kind]

    def number(self, kind: str) -> int:
        """The last number told of that kind."""
        told = self.of(kind)
        return int(told[-1][1]) if told else 0

    def began(self, phase: str) -> float | None:
        """When that phase began."""
        return next((at for at, name in self.of("phase") if name == phase), None)

    def wait_for(self, kind: str, what: str = "") -> None:
        """Until it told so."""
        end = time.monotonic() + _PATIENCE
        while not any(not what or one == what for _, one in self.of(kind)):
            assert self.program.poll() is None, "it ended by itself"
            assert time.monotonic() < end, self.said[-5:]
            time.sleep(0.005)

    def children(self, module: str = "") -> list[psutil.Process]:
        """Its processes that run this module of ours."""
        found = psutil.Process(self.program.pid).children(recursive=True)
        return [one for one in found if _runs(one, module)]


def _runs(process: psutil.Process, module: str) -> bool:
    try:
        return module in " ".join(process.cmdline())
    except psutil.NoSuchProcess:
        return False


def _wait_until_gone(processes: list[psutil.Process]) -> None:
    """Gone, or a mere remainder: in a container nobody may reap orphans."""
    end = time.monotonic() + 10
    for one in processes:
        while one.is_running() and one.status() != psutil.STATUS_ZOMBIE:
            assert time.monotonic() < end, "a child outlives its window"
            time.sleep(0.02)


def started(*how: str) -> Running:
    """The program."""
    program = subprocess.Popen(
        [sys.executable, "-m", "dokutest.real_window", *how],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    running = Running(program)
    running.listening = threading.Thread(target=running.listen, daemon=True)
    running.listening.start()
    return running


def kill(
    running: Running, victim: str, chance: random.Random, there: list[psutil.Process] | None
) -> float:
    """kill -9; when.

    Args:
        there: its processes, where they are known already.
    """
    if victim == "window":
        there = running.children() if there is None else there
        at = time.monotonic()
        running.program.kill()
        running.program.wait(10)
        _wait_until_gone(there)
        return at
    module = {"recorder": "dokuhelfer.recorder", "worker": "dokuhelfer.engine.worker"}[victim]
    found = running.children(module)
    if not found:
        pytest.skip("it had ended before the kill")
    at = time.monotonic()
    for one in sorted(found, key=lambda process: process.pid)[: chance.choice((1, 1, 2))]:
        with suppress(psutil.NoSuchProcess):
            one.kill()
    return at


@pytest.mark.parametrize(("victim", "phase", "seed"), SOME + MANY)
def test_a_kill_costs_a_second_and_some_letters_at_most(
    hardships: Hardships, pulse: Pulse, microphone: str, speech: Path,
    victim: str, phase: str, seed: int, record_property: Note,
) -> None:  # fmt: skip
    chance = random.Random(f"{victim} {phase} {seed}")
    is_short = seed in QUICK
    running = started(*([SHORT] if is_short else []), *([COMPARED] if victim != "window" else []))
    speaking: subprocess.Popen[bytes] | None = None
    try:
        running.wait_for("phase", "recording")
        speaking = pulse.play(speech)
        running.wait_for("phase", phase)
        # Looking for them takes longer than signing does.
        there = running.children() if phase == "sign-off" else None
        time.sleep(chance.uniform(0.0, 2.0 if is_short else LASTS[phase]))
        killed = kill(running, victim, chance, there)
        if victim != "window":
            running.wait_for("signed")
            assert running.program.stdin is not None
            running.program.stdin.close()
            assert running.program.wait(30) == 0
    finally:
        running.end()
        if speaking is not None:
            speaking.kill()
            speaking.wait(10)
    record_property("told last", [words[0] for at, words in running.said if at < killed][-1])
    record_property("in", [name for at, name in running.of("phase") if at < killed][-1])
    if victim == "window":
        after_the_window(hardships, running, killed, record_property)
    else:
        signed_once(running)
        lost = lost_of_recording(running)
        record_property("seconds lost", lost)
        assert lost <= SECOND
        no_word_was_lost(running, record_property)


def no_word_was_lost(running: Running, note: Note) -> None:
    """What the recordings say stands in the text, once, whoever recorded or recognised it."""
    for kind in ("said", "lost", "doubled"):
        note(f"words {kind}", running.number(kind))
    assert running.number("said") >= 2
    assert (running.number("lost"), running.number("doubled")) == (0, 0)


def lost_of_recording(running: Running) -> float:
    """Seconds between the keys, and of the tail, that no recording has."""
    begun, ended = running.began("recording"), running.began("transcription")
    assert begun is not None
    assert ended is not None
    ((_, seconds),) = running.of("recorded")
    return ended + TAIL - begun - float(seconds)


def signed_once(running: Running) -> None:
    """One document, the very one that was signed, letter by letter; nothing is left of what it
    was made from."""
    with kept_store() as store:
        listing = store.cases()
        assert not listing.damaged
        (info,) = listing.cases
        released = store.case(info.id).load(Document.RELEASED)
    whole = whole_and_once(info, released)
    assert digest(whole) == running.of("signed")[-1][1]
    if running.of("typed"):
        assert TYPED.strip() in whole.decode()


def whole_and_once(info: CaseInfo, released: bytes | None) -> bytes:
    assert [one.state for one in info.versions] == [State.SIGNED]
    assert not info.recordings
    assert released is not None
    assert draft_from_json(jsonio.parse(released)).fields
    return released


def after_the_window(hardships: Hardships, running: Running, killed: float, note: Note) -> None:
    """It is opened again, and what it shows is what was told."""
    window = hardships.open()
    entries = window.desk._entries
    window.wait(lambda: all(one.phase not in (Phase.HEARD, Phase.DRAFTED) for one in entries.all))
    begun, ended = running.began("recording"), running.began("transcription")
    assert begun is not None
    keeper = window.desk._dictating.keeper
    assert keeper._store is not None
    listing = keeper._store.cases()
    assert not listing.damaged
    assert len(listing.cases) <= 1
    if listing.cases and listing.cases[0].state is State.SIGNED:  # in the moment of the kill
        (info,) = listing.cases
        note("signed", "told" if running.of("signed") else "untold")
        assert entries.all == ()
        released = whole_and_once(info, keeper._store.case(info.id).load(Document.RELEASED))
        assert TYPED.strip() in released.decode()
        for _, told in running.of("signed"):
            assert digest(released) == told
        return
    assert not running.of("signed")
    note("signed", "no")
    spoken = min(killed, ended if ended is not None else killed) - begun
    if not listing.cases:
        assert spoken <= SECOND
        return
    (info,) = listing.cases
    lost = spoken - sum(one.seconds for one in info.recordings)
    note("seconds lost", lost)
    assert lost <= SECOND
    case = keeper._store.case(info.id)
    assert case.load(Document.RELEASED) is None
    session = entries.all[0].work.session if entries.all else None
    heard = session.draft.transcript if session is not None else None
    words = compared(case, heard, window.desk._dictating._intake.model())
    for kind in ("said", "lost", "doubled"):
        note(f"words {kind}", getattr(words, kind))
    assert (words.lost, words.doubled) == (0, 0)
    if words.said:
        (entry,) = entries.all
        assert entry.phase is Phase.READ
        is_as_it_was(entry, running, killed, note)


def is_as_it_was(entry: Entry, running: Running, killed: float, note: Note) -> None:
    """Decisions and letters: but for the last of each all that had been shown."""
    session = entry.work.session
    assert session is not None
    decided = sum(stop.decided for stop in session.stops)
    assert decided >= running.number("kept")
    assert decided >= running.number("shown") - 1
    held = entry.work.unfinished
    texts = [held.text] if held is not None else []
    texts += [part.text for stop in session.stops for part in stop.parts]
    typed = running.number("typed")
    there = max(
        number for number in range(len(TYPED) + 1) if any(TYPED[:number] in one for one in texts)
    )
    note("letters lost", typed - there)
    note("decisions lost", running.number("shown") - decided)
    assert all(killed - at <= NOTED for at, number in running.of("typed") if int(number) > there)
