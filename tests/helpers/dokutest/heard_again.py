"""What the sound of a dictation says where nobody disturbs its recognition."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from dokuhelfer.engine.models import SpeechModel
from dokuhelfer.store.case import Case
from dokuhelfer.transcript.model import Transcript
from dokuhelfer.transcript.transcribe import transcribe


@dataclass(frozen=True, slots=True)
class Compared:
    """Words of a transcript beside those of its sound.

    Attributes:
        said: how many its sound has.
        lost: words of the sound that the transcript has not.
        doubled: words of the transcript that the sound has not.
    """

    said: int
    lost: int
    doubled: int


def compared(case: Case, transcript: Transcript | None, model: SpeechModel) -> Compared:
    """Hear what the store has of it once more; nothing where there is no sound."""
    if not case.info.recordings:
        return Compared(0, 0, 0)
    with case.whole_sound() as sound:
        said = _words(transcribe(sound, model))
    there = _words(transcript) if transcript is not None else []
    same = SequenceMatcher(None, said, there, autojunk=False).get_matching_blocks()
    both = sum(block.size for block in same)
    return Compared(len(said), len(said) - both, len(there) - both)


def _words(transcript: Transcript) -> list[str]:
    text = " ".join(segment.text for segment in transcript.segments)
    return re.findall(r"\w+", text.casefold())
