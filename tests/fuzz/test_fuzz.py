"""Inputs that once failed, any bytes for a moment, and the fuzzer itself in the long run."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .targets import TARGETS

HERE = Path(__file__).resolve().parent
REGRESSIONS = sorted((HERE / "regressions").glob("*/*"))
LONGEST_SECONDS = 5.0
"""A hang is more than that for a few kilobytes."""
FUZZ_SECONDS = 280
"""Of one run; `python -m fuzz.run` in ``tests`` goes on for as long as one likes."""


@pytest.mark.parametrize("path", REGRESSIONS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_once_failed_does_not_fail_again(path: Path) -> None:
    began = time.process_time()
    TARGETS[path.parent.name](path.read_bytes())
    assert time.process_time() - began < LONGEST_SECONDS


@pytest.mark.parametrize("name", TARGETS)
def test_any_bytes_pass(name: str) -> None:
    @settings(max_examples=60, suppress_health_check=list(HealthCheck))
    @given(st.binary(max_size=60))
    def attempt(data: bytes) -> None:
        TARGETS[name](data)

    attempt()


@pytest.mark.long
@pytest.mark.skipif(
    importlib.util.find_spec("atheris") is None, reason="no fuzzer for this platform"
)
@pytest.mark.parametrize("name", TARGETS)
def test_the_fuzzer_finds_nothing(name: str, tmp_path: Path) -> None:
    path = os.pathsep.join([str(HERE.parent), *sys.path])
    ended = subprocess.run(
        [sys.executable, "-m", "fuzz.run", name, str(FUZZ_SECONDS), str(tmp_path)],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        timeout=FUZZ_SECONDS + 60,
        check=False,
    )
    found = [entry for entry in tmp_path.iterdir() if entry.is_file()]
    assert ended.returncode == 0, ended.stderr.decode(errors="replace")[-3000:]
    assert found == []
