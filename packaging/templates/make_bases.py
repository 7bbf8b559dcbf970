"""Make the Word base documents of the shipped templates, byte for byte the same each time.

    cd packaging; ../.venv/bin/python -m templates.make_bases [--check]

``--check`` writes nothing and ends with 1 when a committed file differs. The documents are
ordinary Word files: an institution may change them in Word, or replace them by its own.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from pathlib import Path

from .forms import MAKERS
from .sheet import Base

__all__ = ["MAKERS", "main", "make"]

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"
BASES = TEMPLATES / "base"


def make(id: str) -> bytes:
    """The base document of one template."""
    title = tomllib.loads((TEMPLATES / f"{id}.toml").read_text("utf-8"))["titel"]
    base = Base(title, landscape=id == "schichtuebergabe")
    return MAKERS[id](base)


def main() -> int:
    """Write all base documents, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    check = parser.parse_args().check
    differing = []
    for id in MAKERS:
        path, content = BASES / f"{id}.docx", make(id)
        if not path.is_file() or path.read_bytes() != content:
            differing.append(id)
            if not check:
                path.write_bytes(content)
    sys.stdout.write(f"{'differ' if check else 'written'}: {', '.join(differing) or 'none'}\n")
    return 1 if check and differing else 0


if __name__ == "__main__":
    sys.exit(main())
