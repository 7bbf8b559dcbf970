"""Example sentences: what is dictated and how it must be written (``sentences.txt``)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from dokuhelfer.draft.normalise.model import join

_CONTEXT = re.compile(r"\[(\w+)(?: (\d\d:\d\d))?\] (.*)")


def _examples() -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split(" =>", 1) for line in lines if line and not line.startswith("#")]
    return [(said, written.strip()) for said, written in pairs]


def test_there_are_enough_examples() -> None:
    assert len(_examples()) >= 150


@pytest.mark.parametrize(("said", "written"), _examples())
def test_sentence(heard: Any, said: str, written: str) -> None:
    context = _CONTEXT.fullmatch(said)
    shift, recorded, text = context.groups() if context else (None, None, said)
    result = heard(text, shift=shift, recorded=recorded)
    assert join(result.tokens).replace("\n", "¶") == written
