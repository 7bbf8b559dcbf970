"""Call the real program as a child process."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

COMMAND = (sys.executable, "-m", "dokuhelfer")


def call(
    *arguments: str | Path, cwd: Path, stdin: str = "", timeout: float = 180
) -> subprocess.CompletedProcess[str]:
    """One call, its output as text."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
    )


def answer(*arguments: str | Path, cwd: Path, stdin: str = "") -> Any:
    """The JSON of a call with ``--json -``; the call must end well."""
    ended = call(*arguments, "--json", "-", cwd=cwd, stdin=stdin)
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)
