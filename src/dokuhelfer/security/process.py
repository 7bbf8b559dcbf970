"""What every one of our processes does first, so that no content leaks sideways."""

from __future__ import annotations

import ctypes
import logging
import sys

_PR_SET_DUMPABLE = 4
"""From <linux/prctl.h>."""


def guard_process() -> None:
    """No core dump (it would hold dictated text), no library's log record on a terminal.

    On Windows crash dumps are a matter of the error-reporting policy; nothing is done.
    """
    logging.getLogger().addHandler(logging.NullHandler())
    if sys.platform != "linux":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # A core pattern that is a pipe ignores the limit; "not dumpable" it obeys.
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
