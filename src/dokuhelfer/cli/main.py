"""From the words of a call to an exit status: every way out passes here."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from typing import NoReturn, TextIO

from dokuhelfer.cli import language
from dokuhelfer.cli.console import STANDARD_OUTPUT, Console
from dokuhelfer.cli.parser import HelpShown, build
from dokuhelfer.config.load import Configuration, load, machine_places, strictest
from dokuhelfer.config.schema import Language
from dokuhelfer.errors import Code, DokuError, Exit
from dokuhelfer.files import is_disk_full
from dokuhelfer.messages.catalogue import Catalogue
from dokuhelfer.security.process import guard_process

Command = Callable[[argparse.Namespace, Configuration, Console], Exit]


def run(arguments: Sequence[str]) -> int:
    """Carry out one call and return its exit status; nothing is ever raised."""
    guard_process()
    _have_streams()
    signal.signal(signal.SIGTERM, _interrupt)
    spoken = language.from_call(arguments)
    console = Console(Catalogue(spoken or language.from_surroundings()))
    status = _guarded(arguments, spoken, console)
    told = _delivered(sys.stdout)
    _delivered(sys.stderr)
    return status if told else status or Exit.TRY_AGAIN


def _guarded(arguments: Sequence[str], spoken: Language | None, console: Console) -> int:
    try:
        return int(_carry_out(arguments, spoken, console))
    except BrokenPipeError:
        return Exit.TRY_AGAIN
    except BaseException as error:  # noqa: BLE001 - the last net: one sentence, never a traceback
        return int(_failed(error, console))


def _carry_out(arguments: Sequence[str], spoken: Language | None, console: Console) -> Exit:
    try:
        options = build(console.catalogue).parse_args(arguments)
    except HelpShown as shown:
        console.raw(shown.text)
        return Exit.DONE
    configuration = _configuration(options.command, console)
    chosen = spoken or configuration.settings.language
    if chosen is not None and "DOKUHELFER_LANG" not in os.environ:
        console.catalogue = Catalogue(chosen)
    for warned in configuration.warnings:
        console.warn(warned.problem, key=warned.key)
    if options.command is None:
        return _window(configuration, console)
    console.quiet = getattr(options, "json", None) == STANDARD_OUTPUT
    status = _command(options.command)(options, configuration, console)
    console.done()
    return status


def _window(configuration: Configuration, console: Console) -> Exit:
    """Open the window and stay until it is closed.

    Raises:
        DokuError: `WINDOW_MISSING` without Qt, `NO_DISPLAY` where nothing can be shown: Qt
            would end the process with a crash.
    """
    asked = os.environ.get("QT_QPA_PLATFORM")
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    try:
        from dokuhelfer.ui.beginning import begin

        begin()
        from dokuhelfer.ui import app, display
    except ImportError:
        raise DokuError(Code.WINDOW_MISSING) from None
    if sys.platform == "linux" and not ((asked or shown) and display.opens()):
        raise DokuError(Code.NO_DISPLAY)
    signal.signal(signal.SIGTERM, app.quit_in_order)
    signal.signal(signal.SIGINT, app.quit_in_order)
    app.run(configuration, console.catalogue)
    return Exit.DONE


def _configuration(command: str | None, console: Console) -> Configuration:
    """The settings in force; `doctor` also tells of a policy that stops all else."""
    try:
        return load(machine_places())
    except DokuError as error:
        if command != "doctor":
            raise
        console.fail(error)
        return strictest()


def _command(name: str) -> Command:
    # Imported one by one: `--help` and `templates` must not pay for what `draft` needs.
    if name == "demo":
        from dokuhelfer.cli.commands import demo

        return demo.run
    if name == "transcribe":
        from dokuhelfer.cli.commands import transcribe

        return transcribe.run
    if name == "draft":
        from dokuhelfer.cli.commands import draft

        return draft.run
    if name == "check":
        from dokuhelfer.cli.commands import check

        return check.run
    if name == "eval":
        from dokuhelfer.cli.commands import evaluate

        return evaluate.run
    if name == "bench":
        from dokuhelfer.cli.commands import bench

        return bench.run
    if name == "templates":
        from dokuhelfer.cli.commands import templates

        return templates.run
    if name == "models":
        from dokuhelfer.cli.commands import models

        return models.run
    from dokuhelfer.cli.commands import doctor

    return doctor.run


def _interrupt(*_: object) -> NoReturn:
    """An orderly end asked for by the system is a cancel: children end, nothing is left."""
    raise KeyboardInterrupt


def _failed(error: BaseException, console: Console) -> Exit:
    reported = _reportable(error)
    console.fail(reported)
    return reported.exit


def _reportable(error: BaseException) -> DokuError:
    if isinstance(error, DokuError):
        return error
    if isinstance(error, KeyboardInterrupt):
        return DokuError(Code.CANCELLED)
    if isinstance(error, MemoryError):
        return DokuError(Code.OUT_OF_MEMORY)
    if isinstance(error, OSError) and is_disk_full(error):
        return DokuError(Code.DISK_FULL)
    return DokuError(Code.INTERNAL, where=_where(error))


def _where(error: BaseException) -> str:
    """Our innermost code line and the kind of error: enough to report, free of content."""
    place = "?"
    for frame in traceback.extract_tb(error.__traceback__):
        name = frame.filename.replace(os.sep, "/")
        # A frozen tree gives names that begin with the package.
        _, package, module = f"/{name}".rpartition("/dokuhelfer/")
        if package:
            place = f"{module}:{frame.lineno}"
    return f"{type(error).__name__}, {place}"


def _have_streams() -> None:
    """A caller may have closed any of them; what is there speaks UTF-8."""
    nowhere = os.devnull
    sys.stdin = sys.stdin or open(nowhere, encoding="utf-8")  # noqa: SIM115
    sys.stdout = sys.stdout or open(nowhere, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(nowhere, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _delivered(stream: TextIO) -> bool:
    """Whether all of a stream went out; if not, the interpreter must not try again."""
    try:
        stream.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
        return False
    return True
