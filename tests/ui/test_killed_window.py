"""kill -9 of the window while it dictates, reads and signs: what it said is kept is kept."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from dokuhelfer import jsonio
from dokuhelfer.store.model import Document, State
from dokuhelfer.store.store import Store, store_folder
from dokuhelfer.ui.left_open import left_open
from dokutest.desks import PASSPHRASE

SOME = [1]
MANY = [pytest.param(seed, marks=pytest.mark.long) for seed in range(2, 41)]
LONGEST = 6.0
"""Seconds until the kill; some dictations, readings and signatures go on meanwhile."""


def killed_after(seconds: float) -> list[str]:
    """What a window said until it was killed."""
    child = subprocess.Popen(
        [sys.executable, "-m", "dokutest.busy_window"],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert child.stdout is not None
    assert child.stdout.readline().strip() == "ready"
    time.sleep(seconds)
    assert child.poll() is None, "it ended by itself"
    os.kill(child.pid, signal.SIGKILL)
    said, _ = child.communicate(timeout=30)
    return [line for line in said.split("\n") if line]


@pytest.mark.parametrize("seed", SOME + MANY)
def test_a_killed_window_loses_nothing_that_it_showed_as_kept(seed: int) -> None:
    said = killed_after(random.Random(seed).uniform(1.0, LONGEST))
    marks = {line.split()[1] for line in said if line.startswith("said")}
    signed = [line.split()[1] for line in said if line.startswith("signed")]
    with Store.open(store_folder(), PASSPHRASE) as store:
        listing = store.cases()
        assert not listing.damaged
        kept = b""
        for info in listing.cases:
            case = store.case(info.id)
            if info.state is State.OPEN:
                found = left_open(case)
                assert found is None or not found.damaged
                kept += (case.load(Document.TRANSCRIPT) or b"") + (
                    case.load(Document.REVIEW) or b""
                )
                assert case.load(Document.RELEASED) is None
            else:
                assert len(info.versions) == 1
                released = case.load(Document.RELEASED)
                assert released is not None
                assert jsonio.parse(released)
                kept += released
        closed = [info.id.hex for info in listing.cases if info.state is not State.OPEN]
    assert [id for id in signed if closed.count(id) != 1] == []
    assert [mark for mark in marks if mark.encode() not in kept] == []
