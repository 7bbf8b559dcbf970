"""The bundled dictations are complete; `tests/end2end/test_spoken.py` listens to them."""

from __future__ import annotations

import json

import pytest

from dokuhelfer.draft.context import Context
from dokuhelfer.resources import data_path

SAMPLES = data_path("models", "demo-speech", "samples")
NAMES = sorted(file.stem for file in SAMPLES.glob("*.ogg"))
COMMON = {
    *("pflegebericht", "vitalwerte", "sturzprotokoll", "schichtuebergabe"),
    *("beratungsprotokoll", "aktenvermerk"),
}


def test_every_common_template_has_a_sample() -> None:
    assert set(NAMES) >= COMMON


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_complete_and_small(name: str) -> None:
    assert (SAMPLES / f"{name}.ogg").stat().st_size < 150_000
    assert (data_path("templates") / f"{name}.toml").is_file()
    context = json.loads((SAMPLES / f"{name}.context.json").read_bytes())
    assert set(context) <= set(Context.__dataclass_fields__)
    assert "recorded" in context
