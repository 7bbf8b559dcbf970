"""Coverage-guided fuzzing of one target: ``python -m fuzz.run TARGET SECONDS FOLDER`` in ``tests``.

``FOLDER/corpus`` grows from run to run; what crashed or took too long lies in ``FOLDER``.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

LONGEST = {"normaliser": 600, "templates": 8000, "check": 600}
"""Bytes of an input; a byte is a word, except in template files."""
HANG = 10
"""Seconds; instrumented code runs several times slower."""


def main(name: str, seconds: str, folder: Path) -> None:
    """Fuzz until the time is over (exit 0) or something fails (not 0)."""
    import atheris

    with atheris.instrument_imports(include=["dokuhelfer"], enable_loader_override=False):
        targets = importlib.import_module("fuzz.targets")
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    if name == "templates":
        _seed(corpus)
    arguments = [
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST[name]}",
        f"-timeout={HANG}",
        f"-artifact_prefix={folder}/",
        "-rss_limit_mb=3000",
        "-print_final_stats=1",
        "-verbosity=0",
    ]
    atheris.Setup([name, *arguments, str(corpus)], targets.TARGETS[name])
    atheris.Fuzz()


def _seed(corpus: Path) -> None:
    """Shipped templates to start from: mutated bytes alone hardly ever make one."""
    from dokuhelfer.resources import data_path

    for path in sorted(data_path("templates").glob("*.toml")):
        if path.stat().st_size <= LONGEST["templates"]:
            (corpus / path.stem).write_bytes(path.read_bytes())


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
