from __future__ import annotations

import os

import pytest

from dokuhelfer.engine import cpu
from dokuhelfer.errors import Code, DokuError

# /proc/cpuinfo of three generations, shortened to what matters.
CORE_2 = "processor\t: 0\nflags\t\t: fpu sse sse2 ht syscall nx lm pni ssse3 cx16 sse4_1 lahf_lm\n"
NEHALEM = CORE_2.replace("sse4_1", "sse4_1 sse4_2 popcnt")
HASWELL = NEHALEM.replace("popcnt", "popcnt avx f16c fma avx2 bmi1 bmi2 movbe")


def test_an_old_processor_is_refused_with_what_it_lacks() -> None:
    with pytest.raises(DokuError) as raised:
        cpu.require(cpu.SPEECH_FLAGS, CORE_2)
    assert raised.value.code is Code.CPU_TOO_OLD
    assert raised.value.params == {"flags": "popcnt sse4_2"}


def test_a_processor_without_avx2_recognises_speech_but_runs_no_language_model() -> None:
    cpu.require(cpu.SPEECH_FLAGS, NEHALEM)
    assert cpu.missing(cpu.LANGUAGE_FLAGS, NEHALEM) == ("avx2", "bmi2", "f16c", "fma")


def test_a_processor_of_2013_runs_everything() -> None:
    cpu.require(cpu.SPEECH_FLAGS | cpu.LANGUAGE_FLAGS, HASWELL)


@pytest.mark.parametrize("text", ["", "processor : 0\n", "Features : fp asimd\n"])
def test_unknown_flags_stop_nobody(text: str) -> None:
    assert cpu.flags(text) is None
    cpu.require(cpu.SPEECH_FLAGS, text)


def test_this_machine_is_told_by_itself() -> None:
    assert cpu.missing(cpu.SPEECH_FLAGS) == ()


@pytest.mark.parametrize(("physical", "threads"), [(1, 1), (2, 1), (4, 3), (8, 7)])
def test_one_core_stays_free(physical: int, threads: int) -> None:
    assert cpu.worker_threads(physical) == threads


def test_threads_without_knowledge_of_cores() -> None:
    assert cpu.worker_threads(None) == max(1, (os.cpu_count() or 1) - 1)
