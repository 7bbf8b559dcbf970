"""``python -m demo_speech``: all steps from nothing to a model folder, its toughening, or the
samples."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Size:
    """How much is made and how long is trained."""

    training: int
    validation: int
    short_steps: int
    long_steps: int
    scale: int


FULL = Size(training=24_000, validation=200, short_steps=5500, long_steps=1000, scale=1)
TOUGHENING = 5000
"""Sentences to learn from in bad places."""
_TOUGHENING_SEED = 31
SMOKE = Size(training=20, validation=4, short_steps=20, long_steps=5, scale=6)
"""Goes through every step in two minutes or so; the model it makes understands nothing."""


def main() -> int:
    """Parse the command line and run one of the two commands."""
    parser = argparse.ArgumentParser(prog="python -m demo_speech", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    model = commands.add_parser("model", help="make a model folder")
    model.add_argument("--sdist", type=Path, required=True, help="source package openai-whisper")
    model.add_argument("--work", type=Path, required=True, help="folder for what lies between")
    model.add_argument("--out", type=Path, required=True, help="the model folder to write")
    model.add_argument("--words", type=Path, help="word list, e.g. of Debian's wngerman")
    model.add_argument("--seed", type=int, default=11)
    model.add_argument("--smoke", action="store_true", help="all steps, with hardly any training")
    tough = commands.add_parser("toughen", help="teach a model to hear in bad places")
    tough.add_argument("--model", type=Path, required=True, help="the model.bin to begin with")
    tough.add_argument("--work", type=Path, required=True, help="folder for what lies between")
    tough.add_argument("--out", type=Path, required=True, help="the model.bin to write")
    tough.add_argument("--words", type=Path, help="word list, e.g. of Debian's wngerman")
    tough.add_argument("--minutes", type=float, default=60.0)
    tough.add_argument("--share", type=float, default=1.0, help="of what was learnt, to keep")
    tough.add_argument("--begun", type=Path, help="learnt.bin of an earlier run, to go on from")
    tough.add_argument("--seed", type=int, default=5)
    samples = commands.add_parser("samples", help="speak the sample dictations and score them")
    samples.add_argument("--model", type=Path, required=True)
    samples.add_argument("--folder", type=Path, required=True, help="with the texts")
    samples.add_argument("--score-only", action="store_true")
    options = parser.parse_args()
    return {"model": _model, "toughen": _toughen, "samples": _samples}[options.command](options)


def _model(options: argparse.Namespace) -> int:
    from .convert import convert
    from .corpus import make_corpus
    from .evaluate import evaluate
    from .text import read_words, sentences
    from .tokenizer import build, read_sdist
    from .train import stages, train

    size: Size = SMOKE if options.smoke else FULL
    work: Path = options.work
    work.mkdir(parents=True, exist_ok=True)
    tokenizer, checkpoint = work / "tokenizer.json", work / "checkpoint.pt"
    build(*read_sdist(options.sdist)).save(str(tokenizer))
    words = read_words(options.words) if options.words else ()
    for name, count, seed in (
        ("train", size.training, options.seed),
        ("validation", size.validation, options.seed + 1),
    ):
        hours = make_corpus(sentences(count, seed, words), seed, work / name)
        _say(f"{name}: {count} utterances, {hours:.2f} h")
    plan = stages(size.short_steps, size.long_steps, size.scale)
    train(work / "train", tokenizer, checkpoint, plan, options.seed)
    convert(checkpoint, tokenizer, options.out)
    score, false_alarms = evaluate(options.out, work / "validation")
    _say(f"word error rate {score.rate:.1%} of {score.words} words;")
    _say(f"text from {false_alarms} of 10 windows without speech")
    return 0


def _toughen(options: argparse.Namespace) -> int:
    from .corpus import make_corpus
    from .text import read_words, sentences
    from .toughen import toughen
    from .weights import blend

    work: Path = options.work
    work.mkdir(parents=True, exist_ok=True)
    if not (work / "tough.npy").exists():
        words = read_words(options.words) if options.words else ()
        make_corpus(
            sentences(TOUGHENING, _TOUGHENING_SEED, words), _TOUGHENING_SEED, work / "tough"
        )
    learnt = work / "learnt.bin"
    toughen(options.model, work / "tough", learnt, options.minutes, options.seed, options.begun)
    blend(options.model, learnt, options.share, options.out)
    return 0


def _samples(options: argparse.Namespace) -> int:
    from .samples import make_samples, score_samples

    if not options.score_only:
        make_samples(options.folder)
    failed = False
    for row in score_samples(options.folder, options.model):
        _say(row.line())
        failed = failed or not row.good
    return 1 if failed else 0


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - this is a command-line tool


if __name__ == "__main__":
    sys.exit(main())
