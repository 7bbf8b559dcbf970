"""Word lists as the command line finds them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from dokuhelfer import pipeline
from dokuhelfer.audio.source import FileSource
from dokuhelfer.cli.console import Console
from dokuhelfer.cli.recognising import ShowProgress, read_words, recognise
from dokuhelfer.config.load import user_folder
from dokuhelfer.config.schema import Settings
from dokuhelfer.engine import speeds
from dokuhelfer.engine.models import SpeechModel
from dokuhelfer.messages.catalogue import Catalogue
from dokuhelfer.transcript.model import Transcript


def test_the_users_and_the_organisations_lists_are_found(tmp_path: Path) -> None:
    user_folder().mkdir(parents=True)
    (user_folder() / "vocabulary.txt").write_text("Wischnewski\n", "utf-8")
    (tmp_path / "organisation.txt").write_text("Sankt Vinzenz\n", "utf-8")
    settings = Settings(vocabulary_folders=(tmp_path,))

    assert read_words(None, "WB 1", settings) == ("Wischnewski", "Sankt Vinzenz")


@pytest.mark.parametrize(
    ("context", "expected"), [(None, "Kaspers"), ("WB 2", "Olschewski"), ("WB 9", None)]
)
def test_without_a_context_the_unit_of_the_device_counts(
    tmp_path: Path, context: str | None, expected: str | None
) -> None:
    (tmp_path / "units").mkdir()
    (tmp_path / "units" / "wb-1.txt").write_text("Kaspers\n", "utf-8")
    (tmp_path / "units" / "wb-2.txt").write_text("Olschewski\n", "utf-8")
    settings = Settings(vocabulary_folders=(tmp_path,), vocabulary_unit="WB 1")

    assert read_words(None, context, settings) == ((expected,) if expected else ())


def test_what_bench_found_decides_about_the_beam(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def note(*_: object, beam: int, **__: object) -> Transcript:
        asked.append(beam)
        return Transcript(())

    monkeypatch.setattr(pipeline, "recognise", note)
    model = SpeechModel("small", Path(), 80, memory_mb=1, is_demo=False, sha256="a")
    source = cast("FileSource", SimpleNamespace(damaged=False))
    speeds.save(speeds.Speeds((speeds.Speed("small", "a", 1, 1, 0.1),)))
    for found in (model, replace(model, sha256="b")):
        recognise(source, found, (), Settings(), Console(Catalogue("de")))
    assert asked == [1, 0]


def test_how_many_words_fitted_is_said_and_not_which(capsys: pytest.CaptureFixture[str]) -> None:
    ShowProgress(Console(Catalogue("de")), words=41).words_expected(28)

    said = capsys.readouterr()
    assert said.out == ""
    assert "28 von 41" in said.err
