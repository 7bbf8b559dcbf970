"""Shapes and figures, by the real child program."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from dokuhelfer.engine.measuring import encoder_seconds, make_shape
from dokuhelfer.engine.models.weights import whisper_mels
from dokuhelfer.engine.options import EngineOptions, worker_command
from dokuhelfer.engine.shapes import MELS, SHAPES
from dokuhelfer.engine.worker.shapes.sizes import SIZES
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.resources import data_path
from dokuhelfer.transcript.transcribe import load_request
from dokutest.engines import fake_engine, fake_model

pytestmark = pytest.mark.program

DEMO = data_path("models", "demo-speech").absolute()


def test_a_child_makes_a_shape_and_another_times_it(tmp_path: Path) -> None:
    make_shape("tiny", DEMO, tmp_path)
    assert whisper_mels(tmp_path / "model.bin") == 80
    seconds = encoder_seconds(load_request(fake_model(tmp_path), threads=1))
    assert seconds is not None
    assert 0.01 < seconds < 60


def test_the_names_and_bands_are_those_of_the_sizes() -> None:
    assert tuple(SIZES) == SHAPES
    assert {name: size.mels for name, size in SIZES.items() if size.mels != 80} == MELS


def test_an_unknown_size_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DokuError):
        make_shape("huge", DEMO, tmp_path)


def test_tokens_that_are_not_there_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(DokuError) as raised:
        make_shape("tiny", tmp_path / "missing", tmp_path)
    assert raised.value.code is Code.INTERNAL


@pytest.mark.skipif(sys.platform == "win32", reason="the shell's limit is POSIX")
def test_a_full_disk_is_said_to_be_one(tmp_path: Path) -> None:
    """A shell lets the child write 5 MB; the shape has 40."""
    limited = ("sh", "-c", f"ulimit -f 10000; exec {shlex.join(worker_command())}")

    with pytest.raises(DokuError) as raised:
        make_shape("tiny", DEMO, tmp_path, EngineOptions(command=limited))

    assert raised.value.code is Code.DISK_FULL


def test_a_lost_child_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DokuError):
        make_shape("tiny", DEMO, tmp_path, fake_engine("abort"))
