"""Training from nothing, in two stages: short windows first, then windows up to 30 s."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from .corpus import load_corpus
from .network import Mels, Network, Shape
from .windows import Batch, Plan, WindowMaker

_REPORT_EVERY = 25
_SAVE_EVERY = 400
_THREADS = 2

_SHORT = Plan(steps=250, windows=24, utterances=1)
_MIDDLE = Plan(steps=500, windows=12, utterances=3)


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of training.

    Attributes:
        rate: highest learning rate; reached after ``warm_up`` steps, then a half cosine down.
        empty: share of windows in which nobody speaks.
        plan: chooses the next batch's shape from the share of steps done and a random number.
        speller: weight of the CTC loss, by the share of steps done.
    """

    steps: int
    rate: float
    warm_up: int
    empty: float
    plan: Callable[[float, float], Plan]
    speller: Callable[[float], float]


def stages(short_steps: int, long_steps: int, scale: int = 1) -> tuple[Stage, Stage]:
    """The two stages; ``scale`` divides the batches (for a trial run)."""

    def smaller(plan: Plan) -> Plan:
        return Plan(plan.steps, max(2, plan.windows // scale), plan.utterances)

    def short(done: float, drawn: float) -> Plan:
        return smaller(_SHORT if done < 0.35 or drawn < 0.35 else _MIDDLE)

    def long(_: float, drawn: float) -> Plan:
        if drawn < 0.2:
            return smaller(_SHORT)
        if drawn < 0.4:
            return smaller(_MIDDLE)
        return smaller(Plan(steps=1500, windows=4, utterances=1 + int(drawn * 100) % 8))

    return (
        Stage(short_steps, 1.2e-3, 300, 0.03, short, lambda done: 0.5 if done < 0.7 else 0.15),
        Stage(long_steps, 7e-4, 60, 0.1, long, lambda _: 0.2),
    )


def train(
    corpus: Path, tokenizer: Path, checkpoint: Path, plan: Sequence[Stage], seed: int
) -> None:
    """Train all stages and leave the network's weights in ``checkpoint``."""
    torch.manual_seed(seed)
    torch.set_num_threads(_THREADS)
    network, mels = Network(Shape()), Mels()
    maker = WindowMaker(load_corpus(corpus), Tokenizer.from_file(str(tokenizer)), seed)
    optimiser = torch.optim.AdamW(
        network.parameters(), lr=1e-3, betas=(0.9, 0.98), weight_decay=0.01
    )
    chance = random.Random(seed)  # noqa: S311 - repeatable training, no secret
    for number, stage in enumerate(plan, 1):
        started = time.monotonic()
        for step in range(stage.steps):
            done = step / stage.steps
            _set_rate(optimiser, stage, step)
            batch = maker.batch(stage.plan(done, chance.random()), stage.empty)
            spoken, spelled = _losses(network, mels, batch)
            loss = spoken + stage.speller(done) * spelled
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            if (step + 1) % _REPORT_EVERY == 0 or step + 1 == stage.steps:
                pace = (step + 1) / (time.monotonic() - started)
                print(  # noqa: T201 - a long-running tool's progress
                    f"stage {number} step {step + 1}/{stage.steps} words {spoken.item():.3f}"
                    f" letters {spelled.item():.3f} {pace:.2f}/s",
                    flush=True,
                )
            if (step + 1) % _SAVE_EVERY == 0:
                torch.save(network.state_dict(), checkpoint)
    torch.save(network.state_dict(), checkpoint)


def _set_rate(optimiser: torch.optim.Optimizer, stage: Stage, step: int) -> None:
    warm = min(1.0, (step + 1) / stage.warm_up)
    rate = stage.rate * warm * (0.5 * (1 + math.cos(math.pi * step / stage.steps)) + 0.02)
    for group in optimiser.param_groups:
        group["lr"] = rate


def _losses(network: Network, mels: Mels, batch: Batch) -> tuple[Tensor, Tensor]:
    """Cross-entropy over the tokens, and CTC over the letters where somebody speaks."""
    encoded = network.encode(mels(batch.waves))
    hidden = network.decode(batch.tokens[:, :-1], encoded)
    counted = batch.counts[:, 1:].bool()
    scores = network.project(hidden[counted])
    words = functional.cross_entropy(scores, batch.tokens[:, 1:][counted])
    voiced = [row for row, letters in enumerate(batch.letters) if letters]
    if not voiced:
        return words, torch.zeros(())
    chances = network.speller(encoded[voiced]).log_softmax(-1).transpose(0, 1)
    letters = [batch.letters[row] for row in voiced]
    spelled = functional.ctc_loss(
        chances,
        torch.tensor([letter for row in letters for letter in row]),
        torch.full((len(voiced),), chances.shape[0]),
        torch.tensor([len(row) for row in letters]),
        zero_infinity=True,
    )
    return words, spelled
