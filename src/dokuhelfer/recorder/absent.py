"""Modules miniaudio imports but nothing here uses: ``numpy`` (it can do without) and
``urllib.request`` (internet radio). A recorder has no network, and starts sooner without them."""

from __future__ import annotations

import sys
from types import ModuleType


def stand_in() -> None:
    """Keep both away. Call before `recorder.capture` is imported."""
    if "numpy" not in sys.modules:
        sys.modules["numpy"] = None  # type: ignore[assignment]  # importing it fails
    sys.modules.setdefault("urllib.request", ModuleType("urllib.request"))
