"""`dokuhelfer --help` answers at once: nothing heavy is loaded before it is needed."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = {
    "PySide6", "av", "cryptography", "ctranslate2", "docx", "faster_whisper", "huggingface_hub",
    "keyring", "llama_cpp", "lxml", "numpy", "onnxruntime", "psutil", "tokenizers",
}  # fmt: skip

CALL = """
import json, sys
sys.argv[1:] = json.loads(sys.argv[1])
try:
    from dokuhelfer.__main__ import main
    status = main()
except SystemExit as ended:
    status = ended.code
sys.stderr.write("\\n" + json.dumps({"status": status, "modules": sorted(sys.modules)}))
"""


def call(*arguments: str) -> tuple[int, set[str], str]:
    done = subprocess.run(
        [sys.executable, "-c", CALL, json.dumps(arguments)],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    told = json.loads(done.stderr.splitlines()[-1])
    return told["status"] or 0, {name.split(".")[0] for name in told["modules"]}, done.stdout


@pytest.mark.program
@pytest.mark.parametrize("arguments", [["--help"], ["draft", "--help"], ["templates", "list"]])
def test_nothing_heavy_is_loaded(arguments: list[str]) -> None:
    status, modules, output = call(*arguments)
    assert status == 0
    assert output.strip()
    assert "dokuhelfer" in modules
    assert modules & HEAVY == set()
