"""To the printer, through the system's own ``lp``: it talks to the print service, we do not.

A print dialog of Qt's would look for printers on the network from within this program, which
opens no network connection (design, promise 5).
"""

from __future__ import annotations

import shutil
import subprocess

from dokuhelfer.errors import Code, DokuError

_PATIENCE = 30.0
"""Seconds until the print service has taken the pages."""


def can_print() -> bool:
    """Whether this device has a print service we can hand pages to."""
    return shutil.which("lp") is not None


def print_out(content: bytes) -> None:
    """Print a PDF on the printer that is set as the default. Its job is named for the program.

    Raises:
        DokuError: `PRINTER_MISSING`: no printer is set up, or it takes nothing.
    """
    program = shutil.which("lp")
    if program is None:
        raise DokuError(Code.PRINTER_MISSING)
    try:
        subprocess.run(
            [program, "-t", "Dokuhelfer", "-"],
            input=content,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        raise DokuError(Code.PRINTER_MISSING) from None
