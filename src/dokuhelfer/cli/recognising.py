"""Recognition as the command line shows it: model choice, progress, what to do when lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dokuhelfer import jsonio, pipeline
from dokuhelfer.audio.source import FileSource
from dokuhelfer.cli.console import STANDARD_OUTPUT, Console
from dokuhelfer.config.load import user_folder
from dokuhelfer.config.schema import Settings
from dokuhelfer.engine import memory, speeds
from dokuhelfer.engine.models import SpeechModel, find_speech_model, model_roots, speech_models
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.files import replacing
from dokuhelfer.transcript.json import to_json
from dokuhelfer.transcript.model import Segment, Transcript
from dokuhelfer.transcript.transcribe import NoListener
from dokuhelfer.transcript.vocabulary import ListPlaces, read_lists

_OWN_WORDS = "vocabulary.txt"


@dataclass(frozen=True, slots=True)
class ShowProgress(NoListener):
    """Listener that keeps the progress line on a terminal current.

    Attributes:
        words: how many the word lists hold.
    """

    console: Console
    words: int = 0

    def segment_received(self, segment: Segment) -> None:
        """Segments are shown when all are there."""

    def progressed(self, done: float, total: float | None) -> None:
        """Seconds of audio handled, of how many (None while unknown)."""
        self.console.progress("recognising", done, total)

    def restarted(self) -> None:
        """The worker was lost and a new one goes on."""
        self.console.warn("worker_restarted")

    def words_expected(self, fitted: int) -> None:
        """How much of the word lists recognition was told beforehand."""
        self.console.warn("words_expected", fitted=fitted, total=self.words)


def read_words(named: Path | None, unit: str | None, settings: Settings) -> tuple[str, ...]:
    """The words to expect: of the file named in the call and of the lists that stand.

    Args:
        unit: the one the context names; None: that of the settings.
    """
    own = user_folder() / _OWN_WORDS
    places = ListPlaces(named, own, settings.vocabulary_folders, unit or settings.vocabulary_unit)
    return read_lists(places)


def choose_model(id: str | None, settings: Settings, console: Console) -> SpeechModel:
    """The speech model to use; says so when it is only the demo model."""
    roots = model_roots(settings.model_folders)
    wanted = id or settings.speech_model or _measured_choice(roots)
    model = find_speech_model(wanted, roots)
    if model.is_demo:
        console.warn("demo_model")
    return model


def _measured_choice(roots: Sequence[Path]) -> str | None:
    """The best model that keeps up with speech here, as ``bench`` found; None: not known."""
    here = speech_models(roots)
    fitting = [
        (one.id, one.sha256) for one in here if not one.is_demo and memory.suffices(one.memory_mb)
    ]
    return speeds.load().model(fitting)


def recognise(
    source: FileSource,
    model: SpeechModel,
    words: tuple[str, ...],
    settings: Settings,
    console: Console,
) -> Transcript:
    """Run recognition with a progress line."""
    console.step("recognising")
    transcript = pipeline.recognise(
        source,
        model,
        ShowProgress(console, len(words)),
        vocabulary=words,
        threads=settings.speech_threads,
        beam=speeds.load().beam(model.id, model.sha256) or 0,
    )
    console.done()
    if source.damaged:
        console.warn("sound_damaged")
    if transcript.suggestions:
        console.warn("suggestions", count=len(transcript.suggestions))
    return transcript


def keep_partial(
    transcript: Transcript, targets: tuple[str | Path | None, ...], console: Console
) -> DokuError:
    """Write what was recognised beside the first file target; the error to end with."""
    for target in targets:
        if target is None or str(target) == STANDARD_OUTPUT:
            continue
        with replacing(Path(f"{target}.partial")) as stream:
            stream.write(jsonio.dump(to_json(transcript)))
        console.warn("partial_written")
        break
    return DokuError(Code.WORKER_LOST)
