"""What a Pflegebericht costs at the real window, from the last spoken word to the clipboard.

    python tests/benchmarks/window_keys.py [CASE ...]

Real key events go into the window, offscreen; keys and the program's own waiting are counted, and
the keystroke-level model of the concept is put on top: 0.28 s a key, 230 words a minute. What is
dictated is given as text, so recognition's last words are not in the waiting (they come at most
one utterance after the end; `dokuhelfer bench` measures them).
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "helpers"))

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from dokuhelfer.config.load import load, machine_places
from dokuhelfer.evaluation.gold import Case, read_gold
from dokuhelfer.messages.catalogue import Catalogue
from dokuhelfer.ui import clock
from dokuhelfer.ui.app import make_application, make_window
from dokuhelfer.ui.lane import SWITCH
from dokuhelfer.ui.page import Stop
from dokuhelfer.ui.profile import Profile, save_profile
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.work import Plan
from dokutest.speakers import Speakers, stand_in
from dokutest.turning import turn
from dokutest.window import Window

GOLD = Path(__file__).parents[1] / "gold"
TEMPLATE = "pflegebericht"
KEY, WORDS_PER_MINUTE = 0.28, 230
MOST_KEYS, MOST_WAITING, MOST_SECONDS, MOST_READ = 10, 3.0, 30.0, 0.8
_PATIENCE = 30.0
_ONE_KEY = 3.0
"""Seconds after which a key that changed nothing is pressed again, and counted."""
_WORD = re.compile(r"\w+(?:[.,:/-]\w+)*")


@dataclass(frozen=True, slots=True)
class Pass:
    """One report: keys pressed, words of the draft, of evidence beside it and of the dictation,
    seconds the program let one wait."""

    case: str
    keys: int
    read: int
    beside: int
    said: int
    waiting: float

    @property
    def seconds(self) -> float:
        """From the last word to the clipboard in the keystroke-level model."""
        return self.keys * KEY + self.waiting + self.read / WORDS_PER_MINUTE * 60


def reports(names: Sequence[str] = ()) -> list[Case]:
    """The gold dictations of a Pflegebericht; those of these ids, if any are given."""
    found = [
        replace(case, id=f"{file.stem}/{case.id}")
        for file in sorted(GOLD.glob("*_?.json"))
        for case in read_gold(file)
    ]
    usable = [case for case in found if case.template == TEMPLATE and case.dictation]
    return [case for case in usable if not names or case.id in names]


def wait_for(condition: Callable[[], object]) -> float:
    """Turn the event loop until it is so; how long that took."""
    begun = time.monotonic()
    while not condition():
        if time.monotonic() - begun > _PATIENCE:
            raise AssertionError("it did not come to that")
        turn(1)
    return time.monotonic() - begun


@contextmanager
def window_for_keys(patch: pytest.MonkeyPatch) -> Iterator[tuple[Window, Speakers]]:
    """A window of somebody who is known, on an empty store."""
    with tempfile.TemporaryDirectory() as home:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            patch.setenv(name, str(Path(home, name)))
        # By day: at night „gestern oder heute?“ is asked of some, a key more.
        noon = clock.now().replace(hour=12)
        patch.setattr(clock, "now", lambda: noon)
        speakers = stand_in(patch)
        save_profile(Profile("MK", "Maria Kessler", "Pflegefachkraft"))
        make_application(["dokuhelfer"])
        shell = make_window(load(machine_places()), Catalogue("de"))
        shell.show()
        shell.activateWindow()
        window = Window(shell, lambda condition: wait_for(condition) and None)
        wait_for(lambda: speakers.microphones)
        try:
            yield window, speakers
        finally:
            shell.close()
            shell.deleteLater()
            turn(1)


class _Reader:
    """Somebody who reads one report to its end; counts keys and waiting."""

    def __init__(self, window: Window, speakers: Speakers) -> None:
        self._window = window
        self._speakers = speakers
        self.keys = 0
        self.waiting = 0.0

    def run(self, case: Case) -> Pass:
        """Speak, read, sign."""
        window = self._window
        said = case.dictation or ""
        window.desk.go_home()
        window.desk.room.home_plan = Plan(TEMPLATE, replace(case.context, recorded=None))
        window.press(Qt.Key.Key_F9)
        wait_for(lambda: self._speakers.unheard)
        self._press(Qt.Key.Key_F9)
        self._wait(lambda: self._speakers.ended)
        self._speakers.hear(said)
        self._wait(lambda: window.mode is Mode.READING and window.page.stops)
        drafted = window.page
        self._read()
        QGuiApplication.clipboard().clear()
        self._press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, keys=2)
        self._wait(lambda: QGuiApplication.clipboard().text())
        read = sum(_words(stop.passage.text) for stop in drafted.stops)
        beside = sum(_words(_evidence(stop)) for stop in drafted.stops)
        return Pass(case.id, self.keys, read, beside, _words(said), self.waiting)

    def _read(self) -> None:
        """Space where it fits, a digit where something is to be clarified."""
        window = self._window
        while not window.page.all_read:
            before, stop = window.page, window.page.stops[window.page.cursor]
            until = time.monotonic() + _ONE_KEY
            # Meanwhile it is read; what is higher than the view needs another key to scroll.
            wait_for(lambda until=until: self._is_settled(scrolls=time.monotonic() > until))
            self._press(_next_key(stop))
            until = time.monotonic() + _ONE_KEY
            self._wait(
                lambda before=before, until=until: window.page != before or time.monotonic() > until
            )

    def _is_settled(self, *, scrolls: bool) -> bool:
        stop = self._window.desk.stage.reading.stops.stop_at_cursor()
        return stop is not None and stop.has_settled() and (scrolls or stop.was_seen_whole())

    def _press(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        keys: int = 1,
    ) -> None:
        self.keys += keys
        self._window.press(key, modifier)

    def _wait(self, condition: Callable[[], object]) -> None:
        self.waiting += wait_for(condition)


def read_through(window: Window, speakers: Speakers, case: Case) -> Pass:
    """From F9 to the clipboard."""
    return _Reader(window, speakers).run(case)


def _next_key(stop: Stop) -> Qt.Key:
    """1 where that may be pressed, else 3 (strike), at a finding; Space elsewhere."""
    issue = stop.issue
    if issue is None or issue.severity != "block" or not issue.choices:
        return Qt.Key.Key_Space
    possible = [one.digit for one in issue.choices if not one.why_not and one.digit != 2]
    return getattr(Qt.Key, f"Key_{possible[0]}")


def _evidence(stop: Stop) -> str:
    return stop.evidence.text if stop.evidence is not None and not stop.verbatim else ""


def _words(text: str) -> int:
    return len(_WORD.findall(text))


def table(passes: Sequence[Pass]) -> str:
    """All reports, and what they come to."""
    lines = [f"{'case':32} keys  read  beside  said  waiting  seconds"]
    lines += [
        f"{one.case:32} {one.keys:4}  {one.read:4}  {one.beside:6}  {one.said:4}"
        f"  {one.waiting:6.2f}s  {one.seconds:6.1f}s"
        for one in passes
    ]  # fmt: skip
    said = sum(one.said for one in passes) or 1
    count = len(passes) or 1
    lines.append(
        f"{count} reports: keys {sum(one.keys for one in passes) / count:.1f} (most "
        f"{max(one.keys for one in passes)}, aim {MOST_KEYS}); read "
        f"{sum(one.read for one in passes) / said:.2f} of what was said (aim {MOST_READ}), beside "
        f"it {sum(one.beside for one in passes) / said:.2f}; waiting at most "
        f"{max(one.waiting for one in passes):.2f} s (aim {MOST_WAITING}); within "
        f"{MOST_SECONDS:.0f} s: {sum(one.seconds <= MOST_SECONDS for one in passes)}"
    )
    return "\n".join(lines)


def main(names: Sequence[str]) -> int:
    """Print the table."""
    sys.setswitchinterval(SWITCH)
    with pytest.MonkeyPatch.context() as patch, window_for_keys(patch) as (window, speakers):
        passes = [read_through(window, speakers, case) for case in reports(names)]
    sys.stdout.write(table(passes) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
