"""Recognition as the command line shows it: model choice, progress, what to do when lost."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dokuhelfer import jsonio, pipeline
from dokuhelfer.audio.source import FileSource
from dokuhelfer.cli.console import STANDARD_OUTPUT, Console
from dokuhelfer.config.load import user_folder
from dokuhelfer.config.schema import Settings
from dokuhelfer.engine.models import SpeechModel, find_speech_model, model_roots
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
    """The words to expect: of the file named in the call and of the lists that stand."""
    own = user_folder() / _OWN_WORDS
    return read_lists(ListPlaces(named, own, settings.vocabulary_folders, unit))


def choose_model(id: str | None, settings: Settings, console: Console) -> SpeechModel:
    """The speech model to use; says so when it is only the demo model."""
    model = find_speech_model(id or settings.speech_model, model_roots(settings.model_folders))
    if model.is_demo:
        console.warn("demo_model")
    return model


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
    )
    console.done()
    if source.damaged:
        console.warn("sound_damaged")
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
