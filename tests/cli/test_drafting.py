"""Which engine drafts, and what is said about one that does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from dokuhelfer.cli import drafting
from dokuhelfer.cli.console import Console
from dokuhelfer.config.schema import EngineChoice, Settings, WordingChoice
from dokuhelfer.engine import language_speeds
from dokuhelfer.engine.language_speeds import LanguageSpeed, LanguageSpeeds
from dokuhelfer.engine.models import LanguageModel
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.messages.catalogue import Catalogue

MODEL = LanguageModel("model", Path("/model.gguf"), 3000, thinks=False, sha256="a" * 64)


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """One model is installed."""
    monkeypatch.setattr(drafting, "language_models", lambda roots: (MODEL,))
    monkeypatch.setattr(drafting, "find_language_model", lambda id, roots: MODEL)


def choose(choice: EngineChoice, **more: object) -> drafting.Engine:
    settings = Settings(draft_engine=choice, **more)  # type: ignore[arg-type]
    return drafting.choose_engine(None, settings, Console(Catalogue("de")))


def measured(reads: float) -> None:
    speed = LanguageSpeed("model", "a" * 64, threads=1, reads=reads, writes=10)
    language_speeds.save(LanguageSpeeds((speed,)))


def test_auto_takes_a_model_that_is_fast_enough(
    here: None, capsys: pytest.CaptureFixture[str]
) -> None:
    measured(40)
    assert choose(EngineChoice.AUTO) == drafting.Engine(MODEL, required=False)
    assert not capsys.readouterr().err


def test_auto_leaves_a_slow_one_and_says_so(here: None, capsys: pytest.CaptureFixture[str]) -> None:
    measured(4)
    assert choose(EngineChoice.AUTO).model is None
    assert "zu langsam" in capsys.readouterr().err


def test_auto_leaves_one_that_nobody_measured_and_says_how_to(
    here: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert choose(EngineChoice.AUTO).model is None
    assert "dokuhelfer bench" in capsys.readouterr().err


def test_who_asks_for_a_model_by_name_gets_it_however_slow(here: None) -> None:
    assert choose(EngineChoice.LLM) == drafting.Engine(MODEL, required=True)


def test_the_wording_is_a_setting(here: None) -> None:
    assert not choose(EngineChoice.LLM).phrases
    assert choose(EngineChoice.LLM, draft_wording=WordingChoice.PHRASED).phrases


def test_without_a_model_there_is_nothing_to_say(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def none(*_: object) -> LanguageModel:
        raise DokuError(Code.MODEL_MISSING)

    monkeypatch.setattr(drafting, "language_models", none)
    assert choose(EngineChoice.AUTO).model is None
    assert not capsys.readouterr().err
