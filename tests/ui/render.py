"""Pictures of every screen: light and dark, 1024×640, 1280×800 and 200 % text.

    python tests/ui/render.py [--english] FOLDER [NAME ...]

The pictures are looked at beside the concept; nothing compares them by pixels.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "helpers"))

from dokuhelfer.ui.app import make_application
from dokuhelfer.ui.shell import Shell
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Theme
from dokutest.window_screens import SCREENS

SIZES = {
    "1024": (1024, 640, 100), "1280": (1280, 800, 100), "200": (1024, 640, 200),
    "2560": (2560, 1440, 100),
}  # fmt: skip


def render(folder: Path, names: list[str], language: str) -> None:
    """Write a picture for each screen, theme and size."""
    application = make_application(sys.argv[:1], language)
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in SCREENS.items():
        if names and name not in names:
            continue
        for size, (wide, high, percent) in SIZES.items():
            for theme in Theme:
                if theme is Theme.CONTRAST and size != "1280":
                    continue
                look = Look(theme, percent)
                shell = Shell(look)
                shell.resize(wide, high)
                shell.show()
                make(shell, look)
                for _ in range(4):
                    application.processEvents()
                shell.grab().save(str(folder / f"{name}-{size}-{theme}.png"))
                shell.close()
                shell.deleteLater()


if __name__ == "__main__":
    in_english = sys.argv[1] == "--english"
    render(Path(sys.argv[1 + in_english]), sys.argv[2 + in_english :], "en" if in_english else "de")
