"""Word lists as the command line finds them."""

from __future__ import annotations

from pathlib import Path

import pytest

from dokuhelfer.cli.console import Console
from dokuhelfer.cli.recognising import ShowProgress, read_words
from dokuhelfer.config.load import user_folder
from dokuhelfer.config.schema import Settings
from dokuhelfer.messages.catalogue import Catalogue


def test_the_users_and_the_organisations_lists_are_found(tmp_path: Path) -> None:
    user_folder().mkdir(parents=True)
    (user_folder() / "vocabulary.txt").write_text("Wischnewski\n", "utf-8")
    (tmp_path / "organisation.txt").write_text("Sankt Vinzenz\n", "utf-8")
    settings = Settings(vocabulary_folders=(tmp_path,))

    assert read_words(None, "WB 1", settings) == ("Wischnewski", "Sankt Vinzenz")


def test_how_many_words_fitted_is_said_and_not_which(capsys: pytest.CaptureFixture[str]) -> None:
    ShowProgress(Console(Catalogue("de")), words=41).words_expected(28)

    said = capsys.readouterr()
    assert said.out == ""
    assert "28 von 41" in said.err
