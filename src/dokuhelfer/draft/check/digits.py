"""Digits that no reading turned into a number must have been said as they are."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked, Source, plain
from dokuhelfer.draft.model import Finding, Kind


def check_digits(checked: Checked, source: Source) -> Iterator[Finding]:
    """Digits that were read as no number („521/70“) must stand in the dictation as they are."""
    for piece in checked.pieces:
        for token in piece.clause.tokens:
            if token.value is not None or not any(map(str.isdecimal, token.text)):
                continue
            if not _digits_said(token.text, source):
                yield checked.item.finding(Kind.NUMBER, Sentence.ADDED, written=token.text)
                return


def _digits_said(text: str, source: Source) -> bool:
    """Whether each part with a digit was said: „C1“ of „C1-Zertifikat“, „27.“ as an ordinal."""
    words = plain(text).split()
    turned = f" {' '.join(reversed(words))} "
    if len(words) == 2 and words[0] != words[1] and "/" in text:
        straight = f" {' '.join(words)} "
        if straight not in source.written + source.plain and turned in source.written:
            return False
    for word in words:
        if not any(map(str.isdecimal, word)):
            continue
        if f" {word} " in source.plain or f" {word} " in source.written:
            continue
        values = {q.value for piece in source.pieces for q in piece.quantities}
        if not word.isdecimal() or Decimal(word) not in values:
            return False
    return True
