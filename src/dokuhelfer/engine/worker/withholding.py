"""Loops and credits are taken out of a text; the words around them stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dokuhelfer.engine.messages import Reason, SpokenWord
from dokuhelfer.engine.worker.loops import loops
from dokuhelfer.engine.worker.stock import plainly, sentences, stock_phrases


@dataclass(frozen=True, slots=True)
class Withheld:
    """Words that may not stand; times as theirs."""

    start: float
    end: float
    reason: Reason


def withhold(
    words: Sequence[SpokenWord],
) -> tuple[tuple[SpokenWord, ...], tuple[Withheld, ...]]:
    """The words that may stand, and the stretches of those that may not, in order."""
    texts = [word.text for word in words]
    reasons: list[Reason | None] = [None] * len(words)
    for first, end in sentences(texts):
        if stock_phrases().is_credit(" ".join(texts[first:end])):
            reasons[first:end] = [Reason.STOCK_PHRASE] * (end - first)
    plain = [plainly(text) for text in texts]
    for number, text in enumerate(plain):
        if loops(text.split()):  # "schein-schein-schein" is one word
            reasons[number] = Reason.REPETITION
    for first, end in loops(plain):
        reasons[first:end] = [Reason.REPETITION] * (end - first)
    kept = tuple(word for word, reason in zip(words, reasons, strict=True) if reason is None)
    return kept, tuple(_stretches(words, reasons))


def _stretches(words: Sequence[SpokenWord], reasons: Sequence[Reason | None]) -> list[Withheld]:
    found: list[Withheld] = []
    before = None
    for word, reason in zip(words, reasons, strict=True):
        if reason is not None and reason is before:
            found[-1] = Withheld(found[-1].start, word.end, reason)
        elif reason is not None:
            found.append(Withheld(word.start, word.end, reason))
        before = reason
    return found
