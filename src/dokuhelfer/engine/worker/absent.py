"""Libraries faster-whisper imports but this program never uses through it.

``av`` decodes in a job of its own (`engine.worker.decode`); ``huggingface_hub`` is a network
client, and nothing here may reach a network (design, promise 5). Standing in for both keeps
the speech job free of them, which also saves a third of its start.
"""

from __future__ import annotations

import sys
from types import ModuleType

_NAMES = ("av", "huggingface_hub")


class _Absent(ModuleType):
    def __getattr__(self, name: str) -> object:
        raise AttributeError(f"{self.__name__} is not available in the speech job")


def stand_in() -> None:
    """Put a stand-in before each of them is imported. Call before faster_whisper is."""
    for name in _NAMES:
        sys.modules.setdefault(name, _Absent(name))
