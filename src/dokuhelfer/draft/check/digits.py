"""Digits that no reading turned into a number must have been said as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from dokuhelfer.draft.check.lexicon import lexicon
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked, Source, plain
from dokuhelfer.draft.check.terms import keys
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


_LEVEL = re.compile(r"^([a-z]{1,3})(\d{1,2})$")


def _level_said(word: str, source: Source) -> bool:
    """„B1“ from „B eins“ or „B 1“: letters and a small number, said apart."""
    level = _LEVEL.match(word)
    if level is None:
        return False
    spoken = (level[2], *(w for w, n in lexicon().number_words.items() if str(n) == level[2]))
    spoken += ("eins",) if level[2] == "1" else ()
    return any(f" {level[1]} {number} " in source.plain + source.written for number in spoken)


def _named_otherwise(word: str, source: Source) -> bool:
    """„O2“ from „Sauerstoff“: a short name with a digit that a group of synonyms holds."""
    groups = (key for key in keys(word) if key.startswith("="))
    return not word[0].isdecimal() and any(map(source.index.holding, groups))


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
        if _level_said(word, source) or _named_otherwise(word, source):
            continue
        values = {q.value for piece in source.pieces for q in piece.quantities}
        if not word.isdecimal() or Decimal(word) not in values:
            return False
    return True
