"""What a session hears of: sound, requests, the end of its parent."""

from __future__ import annotations

from dataclasses import dataclass

from dokuhelfer.engine.messages import Message


@dataclass(frozen=True, slots=True)
class Heard:
    """A piece of sound from the microphone's opening of that number."""

    opening: int
    pcm: bytes


@dataclass(frozen=True, slots=True)
class ParentGone:
    """Nobody is there any more: keep what there is and end."""


Event = Heard | ParentGone | Message
