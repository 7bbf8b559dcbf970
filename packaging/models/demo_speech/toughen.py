"""A model learns to hear in bad places what it hears in good ones.

Only the encoder learns. Its aim is what it says itself of the same sentence in clear sound, or of
silence where nobody speaks; so the decoder, and what the model makes of clear sound, stay as they
were.
"""

from __future__ import annotations

import math
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from faster_whisper.feature_extractor import FeatureExtractor
from torch import Tensor, nn
from torch.nn import functional

from . import spoiled
from .corpus import Utterance, load_corpus
from .speech import RATE
from .spoiled import Sound
from .weights import Floats, ModelFile

_HEAD = 64
_EDGE = round(0.3 * RATE)
"""Samples around an utterance, as the program cuts it."""
_HOP = RATE // 100
_CLEAR = 4.0
"""What an error in clear sound counts: the model shall lose nothing."""
_RATE, _WARM_UP = 8e-4, 60
_REPORT_EVERY = 25


class Encoder(nn.Module):
    """The encoder of a CTranslate2 file, its arrays under their names there."""

    def __init__(self, arrays: Mapping[str, Floats]) -> None:
        super().__init__()
        self._places = {name: name.replace("/", "__") for name in arrays}
        for name, place in self._places.items():
            fixed = name.endswith("encodings")
            self.register_parameter(
                place, nn.Parameter(torch.from_numpy(arrays[name]), requires_grad=not fixed)
            )
        self._layers = 1 + max(
            int(name.split("layer_")[1].split("/")[0])
            for name in arrays
            if "/layer_" in name and not name.startswith("encoder/layer_norm")
        )

    def arrays(self) -> dict[str, Floats]:
        """What was learnt, to be put back."""
        return {name: getattr(self, place).detach().numpy() for name, place in self._places.items()}

    def forward(self, mels: Tensor) -> Tensor:
        """Batch by bands by frames; gives batch by half as many frames by width."""
        hidden = functional.gelu(self._convolved(mels, "encoder/conv1", 1))
        hidden = functional.gelu(self._convolved(hidden, "encoder/conv2", 2)).transpose(1, 2)
        hidden = hidden + self._of("encoder/position_encodings/encodings")[: hidden.shape[1]]
        for number in range(self._layers):
            layer = f"encoder/layer_{number}"
            hidden = hidden + self._attention(hidden, f"{layer}/self_attention")
            hidden = hidden + self._feed_forward(hidden, f"{layer}/ffn")
        return self._normed(hidden, "encoder/layer_norm")

    def _attention(self, hidden: Tensor, place: str) -> Tensor:
        batch, frames, width = hidden.shape
        fused = self._linear(self._normed(hidden, f"{place}/layer_norm"), f"{place}/linear_0")
        heads = fused.view(batch, frames, 3, width // _HEAD, _HEAD).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(heads[0], heads[1], heads[2])
        return self._linear(mixed.transpose(1, 2).reshape(hidden.shape), f"{place}/linear_1")

    def _feed_forward(self, hidden: Tensor, place: str) -> Tensor:
        inner = self._linear(self._normed(hidden, f"{place}/layer_norm"), f"{place}/linear_0")
        return self._linear(functional.gelu(inner), f"{place}/linear_1")

    def _of(self, name: str) -> Tensor:
        found: Tensor = getattr(self, self._places[name])
        return found

    def _linear(self, hidden: Tensor, place: str) -> Tensor:
        return functional.linear(hidden, self._of(f"{place}/weight"), self._of(f"{place}/bias"))

    def _normed(self, hidden: Tensor, place: str) -> Tensor:
        gamma, beta = self._of(f"{place}/gamma"), self._of(f"{place}/beta")
        return functional.layer_norm(hidden, gamma.shape, gamma, beta)

    def _convolved(self, hidden: Tensor, place: str, stride: int) -> Tensor:
        weight, bias = self._of(f"{place}/weight"), self._of(f"{place}/bias")
        return functional.conv1d(hidden, weight, bias, stride=stride, padding=1)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a step looks like: windows of so many mel frames, with so many sentences, each in so
    many places."""

    frames: int
    sentences: int
    versions: int


_PLANS = (*(4 * [Plan(500, 3, 3)]), *(2 * [Plan(1000, 2, 3)]), Plan(3000, 1, 2))
"""Mostly short windows, as most sentences are, and now and then Whisper's whole one."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A sound and the one that it shall be taken for; ``weight`` is what an error counts."""

    heard: Sound
    meant: Sound
    weight: float = 1.0


class Lessons:
    """Draws what is learnt from; the same seed draws the same."""

    def __init__(self, corpus: Sequence[Utterance], seed: int) -> None:
        self._corpus = corpus
        self._chance = np.random.default_rng(seed)

    def draw(self, plan: Plan) -> list[Pair]:
        """Several sentences, each in several places, and a place where nobody speaks."""
        room = plan.frames * _HOP
        pairs = [self._nobody(room)]
        for _ in range(plan.sentences):
            clear = self._sentence(room)
            pairs += [Pair(self._spoil(clear), clear) for _ in range(plan.versions - 1)]
            pairs.append(Pair(self._in_place(clear, 60.0), clear, _CLEAR))
        return pairs

    def _sentence(self, room: int) -> Sound:
        while True:
            one = self._corpus[int(self._chance.integers(len(self._corpus)))]
            if len(one.samples) + 2 * _EDGE <= room:
                sound = one.samples.astype(np.float64) / 32768
                return np.pad(sound, _EDGE) * self._chance.uniform(0.2, 1)

    def _spoil(self, clear: Sound) -> Sound:
        chance = self._chance
        drawn = chance.random()
        sound = clear
        if drawn < 0.3:
            sound = spoiled.telephoned(clear, chance)
        elif drawn < 0.7:
            sound = spoiled.whispered(clear, chance)
        return self._in_place(sound, chance.uniform(8, 45))

    def _in_place(self, sound: Sound, above: float) -> Sound:
        """At some level, so many dB above the noise of the place."""
        speech = self._chance.uniform(-50, -12)
        noise = spoiled.levelled(spoiled.room(len(sound), self._chance), speech - above)
        return np.clip(spoiled.levelled(sound, speech) + noise, -1, 1)

    def _nobody(self, room: int) -> Pair:
        chance = self._chance
        length = int(chance.integers(RATE, room))
        if chance.random() < 0.3:
            voices = [self._sentence(room) for _ in range(int(chance.integers(4, 9)))]
            sound = spoiled.babble(voices, length, chance)
        else:
            sound = spoiled.room(length, chance)
        return Pair(spoiled.levelled(sound, chance.uniform(-65, -15)), np.zeros(length))


class Mels:
    """Frames as the program computes them: of the sound alone, the window's rest is zero."""

    def __init__(self, bands: int) -> None:
        self._extract = FeatureExtractor(feature_size=bands)

    def of(self, sounds: Sequence[Sound], frames: int) -> Tensor:
        """Batch by bands by ``frames``."""
        return torch.stack([self._window(sound, frames) for sound in sounds])

    def _window(self, sound: Sound, frames: int) -> Tensor:
        found = torch.from_numpy(self._extract(sound.astype(np.float32))[:, :-1])[:, :frames]
        return functional.pad(found, (0, frames - found.shape[1]))


def toughen(
    model: Path, corpus: Path, target: Path, minutes: float, seed: int, begun: Path | None = None
) -> None:
    """Teach the encoder of ``model`` (a ``model.bin``) for so long and write ``target``.

    Args:
        begun: the target of an earlier run, to go on from.
    """
    torch.manual_seed(seed)
    file = ModelFile.read(model)
    teacher = Encoder(file.floats("encoder/"))
    pupil = Encoder(ModelFile.read(begun or model).floats("encoder/"))
    lessons, mels = Lessons(load_corpus(corpus), seed), Mels(80)
    learning = [one for one in pupil.parameters() if one.requires_grad]
    optimiser = torch.optim.AdamW(learning, lr=1e-3, betas=(0.9, 0.98), weight_decay=0.0)
    began, step, shown = time.monotonic(), 0, 0.0
    while (done := (time.monotonic() - began) / (60 * minutes)) < 1:
        for group in optimiser.param_groups:
            group["lr"] = (
                _RATE * min(1.0, (step + 1) / _WARM_UP) * 0.5 * (1 + math.cos(math.pi * done))
            )
        plan = _PLANS[step % len(_PLANS)]
        pairs = lessons.draw(plan)
        with torch.no_grad():
            aims = _aims(teacher, mels, pairs, plan.frames)
        said = pupil(mels.of([pair.heard for pair in pairs], plan.frames))
        weights = torch.tensor([pair.weight for pair in pairs])
        loss = (((said - aims) ** 2).mean(dim=(1, 2)) * weights).sum() / weights.sum()
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(learning, 1.0)
        optimiser.step()
        step, shown = step + 1, shown + loss.item()
        if step % _REPORT_EVERY == 0:
            print(f"step {step}, {done:.0%}: {shown / _REPORT_EVERY:.4f}", flush=True)  # noqa: T201
            shown = 0.0
            file.replaced(pupil.arrays()).write(target)
    file.replaced(pupil.arrays()).write(target)


def _aims(teacher: Encoder, mels: Mels, pairs: Sequence[Pair], frames: int) -> Tensor:
    """What the teacher says of each clear sound; of one that stands for several, once."""
    meant = {id(pair.meant): pair.meant for pair in pairs}
    said = teacher(mels.of(list(meant.values()), frames))
    rows = list(meant)
    return said[[rows.index(id(pair.meant)) for pair in pairs]]
