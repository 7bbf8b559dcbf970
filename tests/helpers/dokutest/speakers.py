"""A microphone and an ear for the window: what is spoken is what the test says it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

import pytest

from dokuhelfer.audio.live import LiveSound
from dokuhelfer.dictaphone import DictaphoneState
from dokuhelfer.dictation_events import DictaphoneEvent, RecordingEnded
from dokuhelfer.engine.recorder_messages import Microphone as Device
from dokuhelfer.engine.recorder_messages import Opened, Paused
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.security.keys import ByKeyring
from dokuhelfer.store.case import Case
from dokuhelfer.store.sound import JoinedSound
from dokuhelfer.store.store import Store
from dokuhelfer.transcript.model import Segment, Transcript
from dokuhelfer.ui import keeper as keeping
from dokuhelfer.ui import microphone_desk
from dokuhelfer.ui.intake import Fetch, Intake
from dokutest.desks import Microphone
from dokutest.stores import MemoryBackend, by

_HERE = (Device("Headset", True), Device("Eingebautes Mikrofon", False))


class TellingMicrophone(Microphone):
    """Tells what the real one tells."""

    def __init__(self, store: Store, hear: Callable[[DictaphoneEvent], None]) -> None:
        super().__init__(store, hear)
        self._case: Case | None = None

    def start(self, case: Case, when: datetime, microphone: str = "") -> LiveSound:
        """Open it."""
        sound = super().start(case, when, microphone)
        self._case = case
        self.hear(Opened("Headset", True, 0.0))
        return sound

    def pause(self) -> None:
        """Close it for now."""
        if self.state is DictaphoneState.RECORDING:
            super().pause()
            self.hear(Paused(False))

    def resume(self) -> None:
        """Open it again."""
        if self.state is DictaphoneState.PAUSED:
            super().resume()
            self.hear(Opened("Headset", True, 0.0))

    def stop(self) -> None:
        """Close it for good."""
        if self.state is not DictaphoneState.IDLE and self._case is not None:
            super().stop()
            self.hear(RecordingEnded(self._case.info.id, None, None))


@dataclass(slots=True)
class _Sounding:
    intake: Intake
    name: str
    sound: LiveSound


@dataclass(slots=True)
class Speakers:
    """What is in place of the system: microphones made, sounds not yet heard."""

    microphones: list[TellingMicrophone] = field(default_factory=list)
    unheard: list[_Sounding] = field(default_factory=list)
    unlock: ByKeyring = field(default_factory=lambda: by(MemoryBackend()))

    @property
    def microphone(self) -> TellingMicrophone:
        """That of the window that is open."""
        return self.microphones[-1]

    @property
    def ended(self) -> list[_Sounding]:
        """Spoken to the end and not heard yet."""
        return [one for one in self.unheard if one.sound._ended]

    def half_heard(self, text: str) -> None:
        """Live text of what is being spoken now."""
        for one in self.unheard:
            if not one.sound._ended:
                one.intake.heard.emit(one.name, text, "und dann")

    def hear(self, text: str) -> str:
        """The first sound that ended becomes this text; the name it was heard for."""
        one = self.ended[0]
        self.unheard.remove(one)
        said = Transcript((Segment(0, None, None, text, ()),)) if text else Transcript(())
        one.intake.finished.emit(one.name, said, {})
        return one.name

    def fail(self) -> str:
        """The first sound that ended could not be heard; the name of it."""
        one = self.ended[0]
        self.unheard.remove(one)
        one.intake.failed.emit(one.name, DokuError(Code.WORKER_LOST))
        return one.name


def stand_in(patch: pytest.MonkeyPatch) -> Speakers:
    """Microphone, keyring and recognition of windows made from here on."""
    speakers = Speakers()

    def microphone(store: Store, hear: Callable[[DictaphoneEvent], None]) -> TellingMicrophone:
        speakers.microphones.append(TellingMicrophone(store, hear))
        return speakers.microphones[-1]

    def hear_live(intake: Intake, name: str, sound: LiveSound) -> None:
        speakers.unheard.append(_Sounding(intake, name, sound))

    def hear_kept(intake: Intake, name: str, fetch: Fetch) -> None:
        def fetched(sound: JoinedSound) -> None:
            sound.close()
            ended = LiveSound()
            ended.close()
            speakers.unheard.append(_Sounding(intake, name, ended))

        fetch(fetched, lambda error: intake.not_fetched.emit(name, error))

    patch.setattr(keeping, "ByKeyring", lambda: speakers.unlock)
    patch.setattr(keeping, "Dictaphone", microphone)
    patch.setattr(microphone_desk, "microphones", lambda: _HERE)
    patch.setattr(Intake, "hear_live", hear_live)
    patch.setattr(Intake, "hear_kept", hear_kept)
    return speakers
