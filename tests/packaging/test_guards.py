"""The rules of tests/conftest.py bite: each is broken once in a suite of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]


def run_suite(folder: Path, body: str, *options: str) -> subprocess.CompletedProcess[str]:
    tests = folder / "tests"
    shutil.copytree(REPOSITORY / "tests" / "helpers", tests / "helpers")
    shutil.copy(REPOSITORY / "tests" / "conftest.py", tests)
    shutil.copy(REPOSITORY / "pyproject.toml", folder)
    (tests / "test_it.py").write_text(body, encoding="utf-8")
    environment = {key: value for key, value in os.environ.items() if "PYTEST" not in key}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *options],
        cwd=folder,
        env={**environment, "DOKUHELFER_LANG": "en", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


BROKEN = {
    "child process": """
        import subprocess, sys
        kept = []
        def test_it():
            kept.append(subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]))
        """,
    "nobody waited for it": """
        import os
        def test_it():
            if os.fork() == 0:
                os._exit(0)
        """,
    "thread": """
        import threading, time
        def test_it():
            threading.Thread(target=time.sleep, args=(6,), daemon=True).start()
        """,
    "unexpected log records": """
        import logging
        def test_it():
            logging.getLogger("anything").warning("strange")
        """,
    "expected but missing": """
        import pytest
        @pytest.mark.expects_log("strange")
        def test_it():
            pass
        """,
    "UserWarning": """
        import warnings
        def test_it():
            warnings.warn("old")
        """,
    "PySide6 is blocked": """
        def test_it():
            import PySide6.QtCore
        """,
}


@pytest.mark.parametrize("complaint", BROKEN)
def test_a_broken_rule_fails_the_test(tmp_path: Path, complaint: str) -> None:
    if "fork" in BROKEN[complaint] and not hasattr(os, "fork"):
        pytest.skip("no fork here")
    done = run_suite(tmp_path, dedent(BROKEN[complaint]), "--without-qt")
    assert done.returncode == 1, done.stdout + done.stderr
    assert complaint in done.stdout


GOOD = """
    import logging, os, pathlib, threading
    import pytest

    def test_home_is_empty_and_our_settings_are_gone():
        assert list(pathlib.Path.home().iterdir()) == []
        assert "DOKUHELFER_LANG" not in os.environ

    def test_a_thread_that_ends():
        threading.Thread(target=lambda: None).start()

    @pytest.mark.expects_log("known")
    def test_an_announced_record():
        logging.getLogger("x").error("known trouble")
    """


def test_what_keeps_the_rules_passes(tmp_path: Path) -> None:
    done = run_suite(tmp_path, dedent(GOOD))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 passed" in done.stdout
