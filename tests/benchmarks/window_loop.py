"""How long the window keeps one waiting: start, event loop, memory.

    python tests/benchmarks/window_loop.py [SAMPLE]

To be run on an idle machine. The event loop is measured by a timer of a millisecond while a sample
is read in: models load, transcribe and draft in reality, the sheet is then read and signed. Start
counts from the making of the process to the window painted; „cold“ is with the system's file cache
emptied, where this user may empty it. Aims: no stall over 50 ms, p99.9 at most 16 ms; 1.0 s cold,
0.5 s warm; 150 MB.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "helpers"))

_START = "--start"
_WARM = 3
_SAMPLE = "pflegebericht.ogg"


def start_once() -> None:
    """In a process of its own: the window as the program opens it; then how long that took."""
    import psutil

    from dokuhelfer.config.load import load, machine_places
    from dokuhelfer.messages.catalogue import Catalogue
    from dokuhelfer.ui.app import make_application, make_window

    application = make_application(["dokuhelfer"])
    shell = make_window(load(machine_places()), Catalogue("de"))
    shell.show()
    application.processEvents()
    sys.stdout.write(f"{time.time() - psutil.Process().create_time():.2f}\n")
    sys.stdout.flush()
    shell.close()


def started() -> float:
    """Seconds from the making of a process to its window."""
    done = subprocess.run(
        [sys.executable, __file__, _START], capture_output=True, encoding="utf-8", check=True
    )
    return float(done.stdout.split()[-1])


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

    def _beat(self) -> None:
        moment = time.perf_counter()
        self.late.setdefault(self.stage, []).append((moment - self._last) * 1000 - 1)
        self._last = moment


def loop(sample: Path) -> dict[str, list[float]]:
    """Milliseconds by which the event loop was late, by stage; prints memory."""
    import psutil
    import pytest
    from PySide6.QtTest import QTest

    from dokuhelfer.config.load import load, machine_places
    from dokuhelfer.messages.catalogue import Catalogue
    from dokuhelfer.ui import keeper as keeping
    from dokuhelfer.ui.app import make_application, make_window
    from dokuhelfer.ui.lane import SWITCH
    from dokuhelfer.ui.profile import Profile, save_profile
    from dokuhelfer.ui.surroundings import Mode
    from dokuhelfer.ui.tidying import Tidying
    from dokutest.stores import MemoryBackend, by
    from dokutest.window import Window

    def wait(condition: object) -> None:
        end = time.monotonic() + 600
        while not condition():  # type: ignore[operator]
            assert time.monotonic() < end
            QTest.qWait(20)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keeping, "ByKeyring", lambda: by(MemoryBackend()))
        make_application(["dokuhelfer"])
        sys.setswitchinterval(SWITCH)
        save_profile(Profile("MK", "Maria Kessler"))
        shell = make_window(load(machine_places()), Catalogue("de"))
        Tidying(shell)
        shell.show()
        window = Window(shell, wait)
        heard: list[object] = []
        window.desk._dictating.progressed.connect(lambda *_: heard.append(1))
        QTest.qWait(500)
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
        QTest.qWait(200)
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
        if empty_file_cache():
            sys.stdout.write(f"start, cold: {started():.2f} s (aim 1.0)\n")
        warm = [started() for _ in range(_WARM)]
        sys.stdout.write(f"start, warm: {sorted(warm)[_WARM // 2]:.2f} s (aim 0.5)\n")
        late = loop(sample or data_path("models", "demo-speech", "samples", _SAMPLE))
    every = [one for beats in late.values() for one in beats]
    for stage, beats in (*late.items(), ("all of it", every)):
        sys.stdout.write(told(stage, beats))
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] == [_START]:
        start_once()
    else:
        raise SystemExit(main(sys.argv[1:]))
