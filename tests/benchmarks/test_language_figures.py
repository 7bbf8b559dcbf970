"""Figures of language models, and models of a shape to take them from."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

import pytest

from dokuhelfer.bench.dictation import dictation
from dokuhelfer.bench.gguf import SHAPES, Shape, write_shape
from dokuhelfer.bench.language import in_utterances, language_path
from dokuhelfer.cli.commands import bench_language
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.engine import language_speeds
from dokuhelfer.engine.language import LanguageOptions, LanguageWorker
from dokuhelfer.engine.language_messages import Piece
from dokuhelfer.engine.models import LanguageModel, load_catalogue
from dokuhelfer.engine.shapes import LANGUAGE_SHAPES
from dokutest.languages import ROOMY

TEMPLATE = load_template("pflegebericht")
TINY = Shape(layers=2, width=256, heads=2, inner=256, groups=1, words=51_000, context=4096)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> LanguageModel:
    file = write_shape(tmp_path_factory.mktemp("shape") / "tiny.gguf", TINY)
    return LanguageModel("tiny", file, 1, thinks=False, sha256=None)


def test_the_shapes_are_those_of_the_catalogue(tmp_path: Path) -> None:
    assert set(SHAPES) == set(LANGUAGE_SHAPES)
    known = {id: load_catalogue().get(id) for id in SHAPES}
    from dokuhelfer.bench.gguf import _head, _tensors

    for id, shape in SHAPES.items():
        tensors = list(_tensors(shape))
        size = sum(one.bytes for one in tensors) + len(_head(shape, tensors))
        model = known[id]
        assert model is not None
        assert model.main_file.bytes is not None
        assert size == pytest.approx(model.main_file.bytes, rel=0.005)


@pytest.mark.llama
@pytest.mark.program
def test_a_shape_is_a_model_with_german_tokens(tiny: LanguageModel) -> None:
    options = LanguageOptions(context=2048, threads=1, kept=None)
    said = " ".join(one.text for one in dictation(120).segments)
    with LanguageWorker(tiny, options) as worker:
        begun = worker.begin((Piece("Felder:"),))
        held = worker.append((Piece(said),))
        assert 2.4 < len(said) / (held - begun) < 4.5  # inference.md §5.1: 3.1 letters a token
        assert "".join(worker.recite(said)) == said


@pytest.mark.llama
@pytest.mark.program
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="asks the kernel")
def test_the_weights_are_in_memory_once(tiny: LanguageModel) -> None:
    """Mapped from the file as well they would be there twice."""
    options = LanguageOptions(context=512, threads=1, kept=None)
    with LanguageWorker(tiny, options) as worker:
        worker.begin((Piece("Felder:"),))
        worker.append((Piece("Sie hat geschlafen. " * 5),))
        maps = Path(f"/proc/{worker.pid}/maps").read_text("utf-8")
    assert "tiny.gguf" not in maps


@pytest.mark.llama
@pytest.mark.program
def test_the_whole_path_is_measured(random_language: LanguageModel) -> None:
    options = replace(ROOMY, threads=2)  # one thread guesses nothing
    found = language_path(random_language, TEMPLATE, in_utterances(dictation(60)), options=options)
    spoken = found.spoken
    assert 0 < spoken.first < spoken.quoted <= spoken.phrased
    assert 0 < spoken.standing <= spoken.fields
    assert found.prefix_restored < found.prefix_computed
    assert 0 < spoken.speaking < spoken.speech == 30
    assert 0 < spoken.steps < spoken.tokens  # some of the quotes came back
    assert spoken.late < spoken.tokens / 2
    assert found.megabytes > 10
    (answer,) = bench_language.to_json(bench_language.Language((found.speed,), found))
    json.dumps(answer)
    assert answer["phrased_seconds"] >= answer["quoted_seconds"]  # type: ignore[operator]


@pytest.mark.llama
@pytest.mark.program
def test_what_is_measured_is_kept_for_the_choice(random_language: LanguageModel) -> None:
    found = language_path(random_language, TEMPLATE, in_utterances(dictation(24)), options=ROOMY)
    bench_language.keep((found.speed,))
    assert language_speeds.load().of(random_language) == found.speed


@pytest.mark.llama
def test_finding_the_next_token_among_152000_takes_under_two_milliseconds() -> None:
    """The scores are looked through once; a grammar over all tokens takes 27 ms."""
    numpy = pytest.importorskip("numpy")
    writing = pytest.importorskip("dokuhelfer.engine.worker.writing")

    class Words:
        def ends(self, token: int) -> bool:
            return False

        def is_special(self, token: int) -> bool:
            return False

        def letters(self, token: int) -> bytes:
            return b" geschlafen"

    pick = writing.greedy(Words(), "abcdefghijklmnopqrstuvwxyz ")
    scores = numpy.random.default_rng(1).normal(size=151_936).astype(numpy.float32)
    taken = []
    for _ in range(30):
        began = time.perf_counter()
        pick(scores, b"")
        taken.append(time.perf_counter() - began)
    assert median(taken) < 0.002
