"""Whichever microphone can be had: opened by name, watched, replaced when it is gone."""

from __future__ import annotations

import time
from collections.abc import Callable

from dokuhelfer.engine.recorder_messages import MicrophoneLost
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.recorder.capture import Found, OpenMicrophone, find

_UNHEARD = 1.0
"""Seconds without sound after which the list of microphones is asked."""

_GIVEN_UP = 2.5
"""Seconds without sound after which a microphone is opened anew though it is listed."""

_FIRST_SOUND = 4.0
"""The same before the first sound: Bluetooth takes its time."""

_AGAIN = 0.5
"""Seconds between two looks for a microphone."""

Hear = Callable[[int, bytes], None]
"""Gets the number of the opening and a piece of sound."""


class AnyMicrophone:
    """At most one open microphone at a time.

    Args:
        wanted: name; "" for the system's default.
        hear: see `Hear`; called in a thread of the system's. Sound of an earlier opening
            than `opening` is to be passed over.

    Attributes:
        opening: counts how often one was opened.
        gap_since: when the last sound came before a loss; None while all is well.
    """

    def __init__(self, wanted: str, hear: Hear) -> None:
        self.wanted = wanted
        self.opening = 0
        self.gap_since: float | None = None
        self._hear = hear
        self._open: OpenMicrophone | None = None
        self._heard = False
        self._last = 0.0
        self._look_at = 0.0

    @property
    def name(self) -> str:
        """That of the open one; "" while there is none."""
        return "" if self._open is None else self._open.name

    @property
    def is_wanted(self) -> bool:
        """Whether the open one is the one that was asked for."""
        return self.wanted in ("", self.name)

    def open(self) -> None:
        """Open the wanted one, or the best there is.

        Raises:
            DokuError: `MICROPHONE_MISSING`, or why the best one cannot be opened.
        """
        self.close()
        error = DokuError(Code.MICROPHONE_MISSING)
        for number, found in enumerate(_by_preference(find(), self.wanted)):
            try:
                self._open = self._opened(found)
            except DokuError as failure:
                error = failure if number == 0 else error
            else:
                self._heard, self._last = False, time.monotonic()
                return
        raise error

    def close(self) -> None:
        """Let go of the microphone."""
        self.opening += 1
        if self._open is not None:
            self._open.close()
            self._open = None

    def heard(self) -> bool:
        """Sound came; whether it is the first since the opening."""
        first, self._heard = not self._heard, True
        self._last = time.monotonic()
        return first

    def watch(self) -> MicrophoneLost | None:
        """Look after it: tell when it is lost, and try to replace a lost one."""
        now = time.monotonic()
        if self._open is None:
            self._replace(now)
            return None
        if not self._is_lost(now - self._last):
            return None
        lost = MicrophoneLost(self.name)
        if self.gap_since is None:
            self.gap_since = self._last
        self.close()
        self._look_at = now
        return lost

    def _replace(self, now: float) -> None:
        if now < self._look_at:
            return
        self._look_at = now + _AGAIN
        try:
            self.open()
        except DokuError:
            return

    def _is_lost(self, unheard: float) -> bool:
        if not self._heard:
            return unheard > _FIRST_SOUND
        if unheard <= _UNHEARD:
            return False
        return unheard > _GIVEN_UP or all(found.microphone.name != self.name for found in find())

    def _opened(self, found: Found) -> OpenMicrophone:
        self.opening += 1
        number = self.opening
        return OpenMicrophone(found, lambda pcm: self._hear(number, pcm))


def _by_preference(found: tuple[Found, ...], wanted: str) -> list[Found]:
    """The wanted one first, then the system's default, then the others."""
    return sorted(
        found,
        key=lambda one: (one.microphone.name != wanted, not one.microphone.is_default),
    )
