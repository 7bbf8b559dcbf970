"""Drafting while somebody speaks is for machines that hold both engines."""

from __future__ import annotations

import psutil
import pytest

from dokuhelfer import pipeline
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.engine.turns import Turns
from dokuhelfer.transcript.json import from_text
from dokutest.languages import fake_language

MODEL, _ = fake_language("obey")
TEMPLATE = load_template("pflegebericht")
SAID = from_text("Frau Lorenz hat gut geschlafen.")


@pytest.fixture(params=[8_000, 16_000])
def megabytes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    memory = psutil.virtual_memory()._replace(total=request.param * 1024**2)
    monkeypatch.setattr(psutil, "virtual_memory", lambda: memory)
    return int(request.param)


def test_one_engine_at_a_time_below_sixteen_gigabytes(megabytes: int) -> None:
    with pipeline.while_speaking(MODEL, Turns()) as begin:
        assert (begin is None) is (megabytes < 15_000)
        if begin is not None:
            made = begin(TEMPLATE, Context()).so_far(SAID)
            assert made.fields["beobachtung"].value == "Hat gut geschlafen."
            assert made.meta.models == {"fake": None}
