"""What this machine can run, for ``doctor``: native libraries are tried out in a child."""

from __future__ import annotations

from dataclasses import dataclass

import psutil

from dokuhelfer.engine import cpu, memory
from dokuhelfer.engine.child import Child, ChildGone
from dokuhelfer.engine.messages import Capabilities, Done, Probe, Role
from dokuhelfer.engine.options import EngineOptions
from dokuhelfer.engine.outcome import Ending
from dokuhelfer.engine.patience import SLICE, Patience
from dokuhelfer.engine.protocol import ProtocolError


@dataclass(frozen=True, slots=True)
class Machine:
    """What inference has to work with.

    Attributes:
        cpu_flags: those of `cpu.SPEECH_FLAGS` and `cpu.LANGUAGE_FLAGS` that are there;
            None where they cannot be told.
        missing_for_speech, missing_for_language: what is lacking for either engine.
        physical_cores, threads: cores, and how many of them an inference uses.
        memory_mb, available_mb: in all, and free now.
        libraries: versions of the native libraries that load here.
        compute_types: number formats CTranslate2 offers on this processor.
        responds: False if a child died or said nothing; the lists are then incomplete.
    """

    cpu_flags: tuple[str, ...] | None
    missing_for_speech: tuple[str, ...]
    missing_for_language: tuple[str, ...]
    physical_cores: int | None
    threads: int
    memory_mb: int
    available_mb: int
    libraries: dict[str, str]
    compute_types: tuple[str, ...]
    responds: bool


_SPEECH_LIBRARIES = ("ctranslate2", "faster_whisper", "onnxruntime")
_LANGUAGE_LIBRARIES = ("llama_cpp",)
_SOUND_LIBRARIES = ("av",)
"""In a child of their own, as their licence wants it (decision 002)."""

_WANTED = cpu.SPEECH_FLAGS | cpu.LANGUAGE_FLAGS


def inspect(options: EngineOptions | None = None) -> Machine:
    """Look at the machine, and load each native library once in a child."""
    answers = [_ask(libraries, options or EngineOptions()) for libraries in _loadable()]
    found = [answer for answer in answers if answer is not None]
    present = cpu.flags()
    cores = psutil.cpu_count(logical=False)
    return Machine(
        cpu_flags=None if present is None else tuple(sorted(present & _WANTED)),
        missing_for_speech=cpu.missing(cpu.SPEECH_FLAGS),
        missing_for_language=cpu.missing(_WANTED),
        physical_cores=cores,
        threads=cpu.worker_threads(cores),
        memory_mb=psutil.virtual_memory().total // 1024**2,
        available_mb=memory.available_mb(),
        libraries={name: str(v) for answer in found for name, v in answer.versions.items()},
        compute_types=tuple(kind for answer in found for kind in answer.compute_types),
        responds=len(found) == len(answers),
    )


def _loadable() -> list[tuple[str, ...]]:
    """Libraries that go together, one group a child; only those this processor can run."""
    groups: list[tuple[str, ...]] = [_SOUND_LIBRARIES]
    if not cpu.missing(cpu.SPEECH_FLAGS):
        groups.append(_SPEECH_LIBRARIES)
    if not cpu.missing(_WANTED):
        groups.append(_LANGUAGE_LIBRARIES)
    return groups


def _ask(libraries: tuple[str, ...], options: EngineOptions) -> Capabilities | None:
    patience = Patience(options.timeouts.start)
    found = None
    with Child(options.command, Role.CAPABILITIES, options.timeouts) as child:
        child.send(Probe(libraries))
        try:
            while not patience.is_over():
                match child.receive(SLICE):
                    case Capabilities() as capabilities:
                        found = capabilities
                    case Done():
                        child.conclude(Ending.RESULT)
                        return found
        except (ChildGone, ProtocolError):
            pass
    return None
