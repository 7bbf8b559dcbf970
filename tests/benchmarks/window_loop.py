"""How long the window keeps one waiting: start, event loop, memory.

    python tests/benchmarks/window_loop.py [SAMPLE]

To be run on an idle machine. The event loop is measured by a timer of a millisecond while a sample
is read in: models load, transcribe and draft in reality, the sheet is then read and signed. Start
counts from the making of the process to the window painted, by a clock that both processes share
(the system tells a process's birth to the second only); „cold“ is with the system's file cache
emptied, where this user may empty it. Modules are compiled beforehand, as installing does it.
Aims: no stall over 50 ms, p99.9 at most 16 ms; 1.0 s cold, 0.5 s warm; 150 MB.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "helpers"))

_START = "--start"
_WARM = 5
_SAMPLE = "pflegebericht.ogg"


@dataclass(frozen=True, slots=True)
class Start:
    """One start: what somebody waited, and what the processor did for it, in seconds."""

    waited: float
    computed: float


def start_once(begun: float) -> None:
    """In a process of its own: the program as its user starts it; then how long that took.

    Args:
        begun: the clock of `time.monotonic`, one for all processes, before this one was made.
    """
    from PySide6.QtWidgets import QApplication

    def stand(*_: object) -> int:
        """In place of the event loop: the first picture, and an end."""
        QApplication.processEvents()
        waited = time.monotonic() - begun
        sys.stdout.write(f"{waited} {time.process_time()}\n")
        sys.stdout.flush()
        QApplication.closeAllWindows()
        return 0

    QApplication.exec = stand  # type: ignore[method-assign,assignment]
    from dokuhelfer.cli.main import run

    run([])


def started() -> Start:
    """One start, from the making of a process to its window."""
    done = subprocess.run(
        [sys.executable, __file__, _START, str(time.monotonic())],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    waited, computed = done.stdout.split()[-2:]
    return Start(float(waited), float(computed))


def compiled_into(folder: Path) -> None:
    """Let Python keep what it compiles, as it is where a program is installed."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder)
    started()


def tell_start(name: str, start: Start, aim: float) -> None:
    """One line."""
    sys.stdout.write(
        f"start, {name}: {start.waited:.2f} s (aim {aim}), {start.computed:.2f} s of computing\n"
    )


def empty_file_cache() -> bool:
    """Whether this user may."""
    os.sync()
    try:
        Path("/proc/sys/vm/drop_caches").write_text("3\n", "ascii")
    except OSError:
        return False
    return True


class Pulse:
    """A timer of a millisecond, and by how much it was late in each stage."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.stage = "open"
        self.late: dict[str, list[float]] = {}
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    def leave_out(self, seconds: float) -> None:
        """So long this script itself, and not the program, kept the loop waiting."""
        self._last += seconds

    def _beat(self) -> None:
        moment = time.perf_counter()
        self.late.setdefault(self.stage, []).append((moment - self._last) * 1000 - 1)
        self._last = moment


def loop(sample: Path) -> dict[str, list[float]]:
    """Milliseconds by which the event loop was late, by stage; prints memory."""
    import psutil
    import pytest

    from dokuhelfer.config.load import load, machine_places
    from dokuhelfer.messages.catalogue import Catalogue
    from dokuhelfer.ui.beginning import begin

    begin()
    from dokuhelfer.ui import keeper as keeping
    from dokuhelfer.ui.app import attend, make_application, make_window
    from dokuhelfer.ui.lane import SWITCH
    from dokuhelfer.ui.profile import Profile, save_profile
    from dokuhelfer.ui.surroundings import Mode
    from dokutest.stores import MemoryBackend, by
    from dokutest.turning import turn
    from dokutest.window import Window

    pulse: Pulse | None = None

    def wait(condition: Callable[[], object]) -> None:
        end = time.monotonic() + 600
        met: object = False
        while not met:
            assert time.monotonic() < end
            turn(20)
            begun = time.perf_counter()
            met = condition()
            if pulse is not None:
                pulse.leave_out(time.perf_counter() - begun)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keeping, "ByKeyring", lambda: by(MemoryBackend()))
        make_application(["dokuhelfer"])
        sys.setswitchinterval(SWITCH)
        save_profile(Profile("MK", "Maria Kessler"))
        shell = make_window(load(machine_places()), Catalogue("de"))
        shell.show()
        attend(shell)
        window = Window(shell, wait)
        heard: list[object] = []
        window.desk._dictating.progressed.connect(lambda *_: heard.append(1))
        turn(500)
        pulse = Pulse()
        pulse.stage = "models load"
        window.shell.files_dropped.emit([str(sample)])
        wait(lambda: "Ja, mein Diktat" in window.buttons())
        window.button("Ja, mein Diktat").click()
        wait(lambda: heard)
        pulse.stage = "transcribed and drafted"
        wait(lambda: "Lesen" in window.buttons())
        window.button("Lesen").click()
        wait(lambda: window.mode is Mode.READING and window.page.stops)
        turn(200)
        pulse.stage = "read and signed"
        window.read_to_the_end()
        window.sign()
        wait(lambda: window.mode is Mode.SIGNED)
        memory = psutil.Process().memory_info().rss / 2**20
        sys.stdout.write(f"memory of the window's process: {memory:.0f} MB (aim 150)\n")
        shell.close()
    return pulse.late


def told(stage: str, late: Sequence[float]) -> str:
    """One stage in a line."""
    ordered = sorted(late)
    last = ordered[min(len(ordered) - 1, round(len(ordered) * 0.999))]
    return (
        f"{stage:28} {len(late):6} beats, p99.9 {last:6.1f} ms (aim 16), longest "
        f"{ordered[-1]:6.1f} ms (aim 50)\n"
    )


def main(arguments: Sequence[str]) -> int:
    """Print everything."""
    from dokuhelfer.resources import data_path

    sample = Path(arguments[0]) if arguments else None
    with tempfile.TemporaryDirectory() as home:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            os.environ[name] = str(Path(home, name))
        compiled_into(Path(home, "compiled"))
        if empty_file_cache():
            tell_start("cold", started(), 1.0)
        warm = sorted((started() for _ in range(_WARM)), key=lambda one: one.waited)
        tell_start("warm", warm[_WARM // 2], 0.5)
        late = loop(sample or data_path("models", "demo-speech", "samples", _SAMPLE))
    every = [one for beats in late.values() for one in beats]
    for stage, beats in (*late.items(), ("all of it", every)):
        sys.stdout.write(told(stage, beats))
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] == [_START]:
        start_once(float(sys.argv[2]))
    else:
        raise SystemExit(main(sys.argv[1:]))
