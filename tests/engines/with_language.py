"""The program with a language model that is in no catalogue.

``python with_language.py MODEL CONTEXT MEMORY_MB ARGUMENT…``: MODEL is a GGUF file, the name of
a behaviour of ``fake_language.py``, or ``incomplete``. The child's id goes to standard output
when it is asked for the first time and MODEL is a behaviour.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from dokuhelfer import pipeline
from dokuhelfer.cli import drafting
from dokuhelfer.cli.main import run
from dokuhelfer.engine.language import LanguageOptions, LanguageWorker
from dokuhelfer.engine.language_speeds import LanguageSpeed, LanguageSpeeds
from dokuhelfer.engine.models import LanguageModel
from dokuhelfer.errors import Code, DokuError

sys.path.insert(0, str(Path(__file__).parents[1] / "helpers"))

from dokutest.languages import ROOMY, fake_language


class Telling(LanguageWorker):
    def choose(self, options: Sequence[str]) -> int:
        sys.stdout.write(f"{self.pid}\n")
        sys.stdout.flush()
        return super().choose(options)


def main(name: str, context: int, memory_mb: int, arguments: Sequence[str]) -> int:
    worker: type[LanguageWorker] = LanguageWorker
    options: LanguageOptions
    if name.endswith(".gguf"):
        sha256 = hashlib.sha256(Path(name).read_bytes()).hexdigest()
        model = LanguageModel("random", Path(name), memory_mb, thinks=False, sha256=sha256)
        options = replace(ROOMY, context=context)
    else:
        model, options = fake_language(name if name != "incomplete" else "obey")
        model = replace(model, memory_mb=memory_mb)
        worker = Telling

    def find(*_: Any) -> LanguageModel:
        if name == "incomplete":
            raise DokuError(Code.MODEL_INCOMPLETE, id="qwen3-4b", file="x.gguf", flaw="size")
        return model

    drafting.find_language_model = find
    drafting.language_models = lambda roots: (find(),)
    speed = LanguageSpeed(model.id, model.sha256, threads=1, reads=100.0, writes=10.0)
    drafting.language_speeds.load = lambda: LanguageSpeeds((speed,))
    pipeline.LanguageWorker = lambda model, cancel=None, **more: worker(  # type: ignore[assignment, misc]
        model, options, cancel, **more
    )
    return run(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]))
