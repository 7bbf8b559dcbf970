"""The window's English: collects its sentences from the source and compiles what is translated.

    python packaging/dev/translations.py

The German sentences stand in the source. What is new comes into ``dokuhelfer_en.ts`` untranslated
(edit it with Qt Linguist or by hand, then run this again); what is gone goes.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[2]
WINDOW = ROOT / "src" / "dokuhelfer" / "ui"
WORDS = WINDOW / "translations" / "dokuhelfer_en.ts"
"""What is edited; beside it stands the same compiled, which the program reads."""

_TOOLS = Path(PySide6.__file__).parent


def collect(words: Path) -> None:
    """Bring ``words`` in line with the source; what is translated stays."""
    sources = sorted(str(path.relative_to(ROOT)) for path in WINDOW.rglob("*.py"))
    languages = ("-source-language", "de_DE", "-target-language", "en_GB")
    _run("lupdate", *sources, "-locations", "none", "-no-obsolete", *languages, "-ts", str(words))


def compile_words(words: Path, target: Path) -> None:
    """Write what the program reads."""
    _run("lrelease", str(words), "-qm", str(target))


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([_TOOLS / tool, *arguments, "-silent"], cwd=ROOT, check=True)


def main() -> int:
    """Collect, then compile."""
    collect(WORDS)
    compile_words(WORDS, WORDS.with_suffix(".qm"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
