"""Cues of a template, compiled, and how strongly a clause answers to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dokuhelfer.draft.facts.phrases import Phrases
from dokuhelfer.draft.rules.frame import leading_words
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.template.model import Field

Cue = tuple[str, ...]

_WORD = re.compile(r"[^\s,]+")
_OTHER_CUES = 0.4
"""Share of every further cue of a field beside its best one."""
_OTHERS_COUNTED = 3


def compile_cue(text: str) -> Cue:
    """A cue as lower-case words without punctuation."""
    return tuple(word.lower() for word in _WORD.findall(text))


@dataclass(frozen=True, slots=True)
class Match:
    """A cue found in a clause: half-open range of token indices."""

    cue: Cue
    start: int
    end: int


def find(cues: Phrases, item: Item) -> Iterator[Match]:
    """Every place where a cue stands in a clause, punctuation skipped."""
    words = item.words
    text = item.text
    for at in range(len(words)):
        for cue in cues.at(text, at):
            yield Match(cue, words[at][0], words[at + len(cue) - 1][0] + 1)


def opens_with(cues: Phrases, item: Item) -> Match | None:
    """The longest cue a clause begins with, leading fillers aside, or None."""
    start = leading_words(item, 0)
    at = next((at for at, (index, _) in enumerate(item.words) if index >= start), None)
    cue = cues.longest(item.text, at) if at is not None else None
    if at is None or cue is None:
        return None
    return Match(cue, item.words[at][0], item.words[at + len(cue) - 1][0] + 1)


def compile_cues(texts: Iterable[str]) -> Phrases:
    """Cues of a template file as a set of phrases."""
    return Phrases.of(compile_cue(text) for text in texts)


@dataclass(frozen=True, slots=True)
class FieldCues:
    """A field's cues and announcements, with a weight for each cue."""

    field: Field
    cues: Phrases
    weights: Mapping[Cue, float]
    announcements: Phrases

    def strength(self, item: Item) -> float:
        """How strongly a clause answers to the cues; 0.0 when it has none of them."""
        found = sorted(
            {match.cue: self.weights[match.cue] for match in find(self.cues, item)}.values(),
            reverse=True,
        )
        if not found:
            return 0.0
        return found[0] + _OTHER_CUES * sum(found[1 : 1 + _OTHERS_COUNTED])


def compile_fields(fields: Sequence[Field], default: str | None = None) -> tuple[FieldCues, ...]:
    """Cues of several fields; a cue that several fields share weighs less in each.

    Args:
        default: field whose cues take no weight from others: it has what no other takes.
    """
    cues = [tuple(dict.fromkeys(compile_cue(text) for text in field.cues)) for field in fields]
    pairs = zip(fields, cues, strict=True)
    shared = Counter(cue for field, own in pairs if field.id != default for cue in own)
    return tuple(
        FieldCues(
            field,
            Phrases.of(own),
            {cue: _weight(cue) / max(1, shared[cue]) for cue in own},
            compile_cues(field.announcements),
        )
        for field, own in zip(fields, cues, strict=True)
    )


def _weight(cue: Cue) -> float:
    """Longer phrases say more; open ends say a little less."""
    weight = 1.0 + 0.6 * (len(cue) - 1)
    return weight - 0.2 if any("*" in word for word in cue) else weight
