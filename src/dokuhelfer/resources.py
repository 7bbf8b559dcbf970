"""Where the shipped data files are: one answer for checkout, wheel and frozen tree."""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_path(*parts: str) -> Path:
    """Path of a shipped data file or folder such as ``data_path("templates")``.

    Looked for in a frozen tree, in an installed wheel (``dokuhelfer/_data``) and in a
    checkout (repository root), in this order. The path of the last place is returned
    when none holds it; callers find out when they open it.
    """
    candidates = [_PACKAGE / "_data", _PACKAGE.parent.parent]
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        candidates.insert(0, Path(frozen) / "dokuhelfer" / "_data")
    for base in candidates[:-1]:
        path = base.joinpath(*parts)
        if path.exists():
            return path
    return candidates[-1].joinpath(*parts)
