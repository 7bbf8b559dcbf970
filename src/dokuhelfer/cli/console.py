"""Standard output for results, standard error for messages and progress."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from dokuhelfer import jsonio
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.files import refuse_inputs, replacing, require_writable
from dokuhelfer.messages.catalogue import Catalogue, error_line

STANDARD_OUTPUT = "-"
_REDRAW_SECONDS = 0.2
_HARMLESS = {code: "\ufffd" for code in (*range(32), *range(127, 160)) if code not in (9, 10)}
"""Control characters in a dictation must not steer the terminal."""


@dataclass(slots=True)
class Console:
    """Everything a command says.

    Attributes:
        catalogue: the sentences.
        quiet: True while standard output is taken by JSON; results in words are dropped.
    """

    catalogue: Catalogue
    quiet: bool = False
    _drawn: float = field(default=0.0, init=False)
    _open_line: bool = field(default=False, init=False)

    def say(self, line: str = "") -> None:
        """A line of the result, for people."""
        if not self.quiet:
            sys.stdout.write(line.translate(_HARMLESS) + "\n")

    def raw(self, text: str) -> None:
        """Text as it is (help)."""
        sys.stdout.write(text)

    def warn(self, name: str, /, **params: str | int) -> None:
        """A sentence of the ``warning`` section on standard error."""
        self._note(self.catalogue.text("warning", name, **params))

    def fail(self, error: DokuError) -> None:
        """The one sentence of an error on standard error."""
        self._note(error_line(self.catalogue, error))

    def json(self, value: object, target: str) -> None:
        """A result as JSON: ``-`` is standard output, anything else a file, replaced."""
        data = jsonio.dump(value)
        if target == STANDARD_OUTPUT:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
            return
        with replacing(Path(target)) as stream:
            stream.write(data)

    def step(self, key: str) -> None:
        """Name the step that starts now, on a terminal."""
        if sys.stderr.isatty():
            self._finish_line()
            sys.stderr.write(self.catalogue.text("progress", key) + " …")
            sys.stderr.flush()
            self._open_line = True
            self._drawn = 0.0

    def progress(self, key: str, done: float, total: float | None, unit: str = "seconds") -> None:
        """How much is handled so far (seconds of audio, or ``unit``), on a terminal.

        Redrawn a few times a second.
        """
        now = time.monotonic()
        if not sys.stderr.isatty() or now - self._drawn < _REDRAW_SECONDS:
            return
        self._drawn = now
        name = self.catalogue.text("progress", key)
        if total is None:
            count = self.catalogue.text("progress", "seconds_open", done=int(done))
        else:
            count = self.catalogue.text("progress", unit, done=int(done), total=int(total))
        sys.stderr.write(f"\r{name}: {count}\x1b[K")
        sys.stderr.flush()
        self._open_line = True

    def done(self) -> None:
        """Close an open progress line."""
        self._finish_line()

    def _note(self, line: str) -> None:
        # Nobody to tell is no reason to lose the result.
        with suppress(OSError):
            self._finish_line()
            sys.stderr.write(line + "\n")
            sys.stderr.flush()

    def _finish_line(self) -> None:
        if self._open_line:
            sys.stderr.write("\n")
            self._open_line = False


def spare_inputs(inputs: Iterable[str | Path | None], *targets: str | Path | None) -> None:
    """Refuse targets that are inputs of the same call; ``-`` and None are no files.

    Raises:
        DokuError: `TARGET_IS_INPUT`.
    """
    refuse_inputs(_files(inputs), _files(targets))


def _files(names: Iterable[str | Path | None]) -> list[Path]:
    return [Path(name) for name in names if name is not None and str(name) != STANDARD_OUTPUT]


def forbid_files(allowed: bool, *targets: str | Path | None) -> None:
    """Refuse readable files where the organisation's policy does.

    Raises:
        DokuError: `POLICY_FORBIDS`.
    """
    if allowed:
        return
    if any(target is not None and str(target) != STANDARD_OUTPUT for target in targets):
        raise DokuError(Code.POLICY_FORBIDS)


def require_targets(*targets: str | Path | None) -> None:
    """Find out before long work that a target cannot be written.

    Raises:
        DokuError: `TARGET_NOT_WRITABLE`.
    """
    for target in targets:
        if target is not None and str(target) != STANDARD_OUTPUT:
            require_writable(Path(target))
