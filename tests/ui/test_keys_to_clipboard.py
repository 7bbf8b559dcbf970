"""Keys and the program's own waiting at the real window, over gold dictations."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))

from window_keys import MOST_KEYS, read_through, reports, table, window_for_keys

EVERY = 8
"""One report in so many is read in every test run; all of them: the script."""


def test_a_report_is_in_the_clipboard_within_ten_keys(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with window_for_keys(monkeypatch) as (window, speakers):
        passes = [read_through(window, speakers, case) for case in reports()[::EVERY]]
    with capsys.disabled():
        sys.stdout.write("\n" + table(passes) + "\n")
    assert passes
    assert [one for one in passes if one.keys > MOST_KEYS] == []
