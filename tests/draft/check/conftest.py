from __future__ import annotations

import pytest

from dokucheck.running import Check, run_check


@pytest.fixture
def checked() -> Check:
    return run_check
