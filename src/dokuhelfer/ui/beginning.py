"""What is seen to before the modules of the window are loaded, so that it stands soon.

Both things cost as much as a quarter of the start: the collector looks again and again through
all that is being loaded and will stay, and PySide6 reads the source of every module that is
imported after it in search of the name PySide6.
"""

from __future__ import annotations

import builtins
import gc
from importlib import import_module


def begin() -> None:
    """Load Qt; nothing is collected from now on until `tidying.Tidying` does.

    Raises:
        ImportError: there is no Qt.
    """
    gc.disable()
    import_module("PySide6.QtWidgets")
    plain_imports()


def plain_imports() -> None:
    """Python's own import again, in place of PySide6's.

    That one is for modules that switch Qt's names to Python's spelling
    (``from __feature__ import snake_case``), which none does here. It also keeps every source it
    has read in memory.
    """
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original
