from __future__ import annotations

from pathlib import Path

import psutil
import pytest

from dokuhelfer.engine import memory
from dokuhelfer.errors import Code, DokuError


def test_the_nearer_limit_counts(tmp_path: Path) -> None:
    (tmp_path / "memory.max").write_text("1073741824\n", encoding="ascii")
    (tmp_path / "memory.current").write_text("536870912\n", encoding="ascii")

    assert memory.available_mb(tmp_path) == 512


@pytest.mark.parametrize("limit", [None, "max\n"])
def test_without_a_limit_it_is_the_machines(tmp_path: Path, limit: str | None) -> None:
    if limit is not None:
        (tmp_path / "memory.max").write_text(limit, encoding="ascii")

    total = psutil.virtual_memory().total // 1024**2
    assert 0 < memory.available_mb(tmp_path) <= total


def test_a_model_that_does_not_fit_is_refused_with_numbers() -> None:
    with pytest.raises(DokuError) as raised:
        memory.require(10**9)
    assert raised.value.code is Code.TOO_LITTLE_MEMORY
    assert raised.value.params["needed_mb"] > 10**9
    assert raised.value.params["available_mb"] > 0
    memory.require(1)


def test_kills_of_the_kernel_are_counted(tmp_path: Path) -> None:
    vmstat = tmp_path / "vmstat"
    vmstat.write_text("nr_free_pages 100\noom_kill 3\noom_kill_x 9\n", encoding="ascii")

    assert memory.kernel_kills(vmstat) == 3
    assert memory.kernel_kills(tmp_path / "fehlt") == 0


@pytest.mark.parametrize(("total_mb", "both"), [(7_900, False), (12_000, False), (15_700, True)])
def test_both_engines_stay_loaded_only_where_there_is_room(total_mb: int, both: bool) -> None:
    assert memory.keeps_both(total_mb) is both
