"""``bench`` with language models that cannot be measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from dokuhelfer.cli.commands import bench_language
from dokuhelfer.cli.console import Console
from dokuhelfer.config.schema import Settings
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.engine.language_speeds import LanguageSpeed
from dokuhelfer.engine.models import LanguageModel
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.messages.catalogue import Catalogue

GOOD = LanguageModel("good", Path("/good.gguf"), 1, thinks=False, sha256=None)
BAD = LanguageModel("bad", Path("/bad.gguf"), 1, thinks=False, sha256=None)


def measured(
    monkeypatch: pytest.MonkeyPatch, code: Code, *models: LanguageModel
) -> bench_language.Language:
    def measure(model: LanguageModel) -> LanguageSpeed:
        if model is BAD:
            raise DokuError(code)
        return LanguageSpeed(model.id, None, 1, 50.0, 10.0)

    monkeypatch.setattr(bench_language, "language_models", lambda roots: models)
    monkeypatch.setattr(bench_language, "measure", measure)
    template = load_template("pflegebericht")
    return bench_language.of_models(None, template, Settings(), Console(Catalogue("de")))


def test_one_that_cannot_be_measured_is_told_and_the_others_count(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = measured(monkeypatch, Code.MODEL_DEFECT, BAD, GOOD)
    assert [one.model for one in found.speeds] == ["good"]
    assert "wurde nicht gemessen" in capsys.readouterr().err


def test_an_interrupt_is_none_of_these(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DokuError):
        measured(monkeypatch, Code.CANCELLED, BAD)
