"""How fast this machine is with its language models: measured once, kept, used to choose.

Like `engine.speeds`: only the machine, models and figures. A model that was never measured here,
or that is too slow, drafts for nobody who did not ask for it by name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from dokuhelfer import jsonio
from dokuhelfer.engine import speeds
from dokuhelfer.engine.models import LanguageModel
from dokuhelfer.files import replacing

FORMAT = "dokuhelfer.language-speeds/1"

_MOST_SECONDS = 20.0
"""For a minute of dictation, when it is read after the end of speech (design, promise 10: about 30
seconds to the finished text, reading by a person included)."""
_READ = 390
"""Tokens read for a minute: 120 words of German (inference.md §5.1), 15 questions of 8 tokens."""
_WRITTEN = 15
"""Steps of one token each: the answers."""


@dataclass(frozen=True, slots=True)
class LanguageSpeed:
    """One measurement.

    Attributes:
        model: id in the catalogue.
        sha256: of its file; another file of the same name is another model.
        reads, writes: tokens a second.
    """

    model: str
    sha256: str | None
    threads: int
    reads: float
    writes: float

    @property
    def seconds(self) -> float:
        """How long the placing of a minute of dictation takes."""
        return _READ / self.reads + _WRITTEN / self.writes

    @property
    def is_enough(self) -> bool:
        """Whether a person may be made to wait for it."""
        return self.seconds <= _MOST_SECONDS


@dataclass(frozen=True, slots=True)
class LanguageSpeeds:
    """What was measured on this machine."""

    measured: tuple[LanguageSpeed, ...] = ()

    def of(self, model: LanguageModel) -> LanguageSpeed | None:
        """The figures of exactly this file."""
        return next(
            (one for one in self.measured if (one.model, one.sha256) == (model.id, model.sha256)),
            None,
        )

    def choose(self, best_first: Sequence[LanguageModel]) -> LanguageModel | None:
        """The best of the models that is known to be fast enough here."""
        for model in best_first:
            speed = self.of(model)
            if speed is not None and speed.is_enough:
                return model
        return None

    def with_more(self, measured: Iterable[LanguageSpeed]) -> LanguageSpeeds:
        """New figures take the place of old ones of the same model."""
        new = tuple(measured)
        models = {one.model for one in new}
        kept = (one for one in self.measured if one.model not in models)
        return LanguageSpeeds((*kept, *new))


def kept_at() -> Path:
    """Where the figures are kept: beside those of speech models."""
    return speeds.kept_at().with_name("language-speeds.json")


def load(path: Path | None = None) -> LanguageSpeeds:
    """The figures of this machine; none if there are none, or the file says nonsense."""
    try:
        content = json.loads((path or kept_at()).read_bytes())
        if content["format"] != FORMAT or content["machine"] != speeds.machine():
            return LanguageSpeeds()
        return LanguageSpeeds(tuple(_speed(one) for one in content["speeds"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return LanguageSpeeds()


def save(measured: LanguageSpeeds, path: Path | None = None) -> None:
    """Keep the figures; errors as for `engine.speeds.save`."""
    target = path or kept_at()
    target.parent.mkdir(parents=True, exist_ok=True)
    content = {
        "format": FORMAT,
        "machine": speeds.machine(),
        "speeds": [asdict(one) for one in measured.measured],
    }
    with replacing(target) as stream:
        stream.write(jsonio.dump(content))


def _speed(content: Mapping[str, object]) -> LanguageSpeed:
    model, sha256, threads = content["model"], content["sha256"], content["threads"]
    reads, writes = content["reads"], content["writes"]
    if not isinstance(model, str) or not isinstance(sha256, str | None):
        raise TypeError
    if not isinstance(reads, int | float) or not isinstance(writes, int | float):
        raise TypeError
    if type(threads) is not int or not (reads > 0 and writes > 0):
        raise ValueError
    return LanguageSpeed(model, sha256, threads, float(reads), float(writes))
