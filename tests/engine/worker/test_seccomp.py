from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the filter is Linux's")

CODE = """
import errno, socket, threading, time
from dokuhelfer.engine.worker import confine
go, answers = threading.Event(), []
def earlier():
    go.wait()
    answers.append(attempt(socket.AF_INET))
def attempt(family):
    try:
        socket.socket(family).close()
    except OSError as error:
        return errno.errorcode[error.errno]
    return "open"
thread = threading.Thread(target=earlier)
thread.start()
before = attempt(socket.AF_INET)
confine.every_job()
go.set()
thread.join()
families = (socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK, socket.AF_UNIX)
print(before, answers[0], *(attempt(family) for family in families))
"""


def test_no_thread_of_a_confined_process_opens_a_network_socket() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", CODE], capture_output=True, text=True, check=True, timeout=60
    )
    assert ended.stdout.split() == ["open", "EPERM", "EPERM", "EPERM", "EPERM", "open"]
