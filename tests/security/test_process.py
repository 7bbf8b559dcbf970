import subprocess
import sys

import pytest


@pytest.mark.skipif(sys.platform != "linux", reason="core dumps are Linux's")
def test_a_guarded_process_leaves_no_core_and_prints_no_log_record() -> None:
    code = (
        "import logging, resource\n"
        "from dokuhelfer.security.process import guard_process\n"
        "guard_process()\n"
        "logging.getLogger('fremd').warning('Frau Beispiel')\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert ended.stderr == ""
    assert ended.stdout.splitlines()[0] == "(0, 0)"
