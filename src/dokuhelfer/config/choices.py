"""What a person chose and need not choose again. Lost without harm, so a broken file is none."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from dokuhelfer.config.load import Configuration
from dokuhelfer.errors import DokuError
from dokuhelfer.jsonio import dump
from dokuhelfer.security.private import make_private, replace

_NAME = "choices.json"
_MOST_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices; "" is none.

    Attributes:
        microphone: by its name, which stays the same when a device is plugged in elsewhere.
    """

    microphone: str = ""


def load_choices(folder: Path) -> Choices:
    """The choices kept in the user's settings folder; none where they cannot be read."""
    with suppress(OSError, ValueError, RecursionError):
        with (folder / _NAME).open("rb") as stream:
            plain = json.loads(stream.read(_MOST_BYTES))
        if isinstance(plain, dict) and isinstance(plain.get("microphone"), str):
            return Choices(plain["microphone"])
    return Choices()


def save_choices(folder: Path, choices: Choices) -> None:
    """Keep the choices; where that is not possible, they hold until the program ends."""
    with suppress(DokuError):
        make_private(folder)
        replace(folder / _NAME, dump(asdict(choices)))


def microphone_to_use(configuration: Configuration, choices: Choices) -> str:
    """The microphone's name: the organisation's, else the last chosen, else the user's setting,
    else "" for the system's."""
    setting = configuration.settings.microphone or ""
    if configuration.locked("audio.microphone"):
        return setting
    return choices.microphone or setting
