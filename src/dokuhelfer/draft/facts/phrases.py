"""Sets of phrases that are looked up in text without trying each of them at each place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by their first word; ``*`` at either end of a word stands for any letters.

    Attributes:
        words: phrases that begin with a whole word.
        stems: phrases whose first word is a stem („gerötet*“), by the stem.
        others: phrases that begin with any other pattern.
        longest_stem: letters of the longest of ``stems``; no word is cut longer.
    """

    words: Mapping[str, tuple[Phrase, ...]]
    stems: Mapping[str, tuple[Phrase, ...]]
    others: tuple[Phrase, ...]
    longest_stem: int

    @classmethod
    def of(cls, phrases: Iterable[Phrase]) -> Phrases:
        """The set of ``phrases``, without empty ones."""
        words: defaultdict[str, list[Phrase]] = defaultdict(list)
        stems: defaultdict[str, list[Phrase]] = defaultdict(list)
        others: list[Phrase] = []
        for phrase in phrases:
            if not phrase:
                continue
            first = phrase[0]
            if "*" not in first:
                words[first].append(phrase)
            elif first.endswith("*") and "*" not in first[:-1] and len(first) > 1:
                stems[first[:-1]].append(phrase)
            else:
                others.append(phrase)
        return cls(
            {key: tuple(found) for key, found in words.items()},
            {key: tuple(found) for key, found in stems.items()},
            tuple(others),
            max(map(len, stems), default=0),
        )

    @classmethod
    def written(cls, *phrases: str) -> Phrases:
        """The set of phrases written as blank-separated words."""
        return cls.of(tuple(phrase.split()) for phrase in phrases)

    def at(self, text: Sequence[str], index: int) -> Iterator[Phrase]:
        """The phrases that stand in ``text`` from ``index`` on."""
        for phrase in self._candidates(text[index]):
            if len(phrase) == 1 or _rest_stands(phrase, text, index):
                yield phrase

    def longest(self, text: Sequence[str], index: int) -> Phrase | None:
        """The longest phrase that stands at ``index``, or None."""
        return max(self.at(text, index), key=len, default=None)

    def anywhere(self, text: Sequence[str]) -> bool:
        """Whether one of the phrases stands anywhere in ``text``."""
        return any(True for index in range(len(text)) for _ in self.at(text, index))

    def _candidates(self, word: str) -> Iterator[Phrase]:
        yield from self.words.get(word, ())
        if self.stems:
            for end in range(1, min(len(word), self.longest_stem) + 1):
                yield from self.stems.get(word[:end], ())
        for phrase in self.others:
            if word_matches(phrase[0], word):
                yield phrase


def _rest_stands(phrase: Phrase, text: Sequence[str], index: int) -> bool:
    if index + len(phrase) > len(text):
        return False
    return all(
        word_matches(phrase[offset], text[index + offset]) for offset in range(1, len(phrase))
    )


def word_matches(pattern: str, word: str) -> bool:
    """Whether ``word`` fits ``pattern``; ``*`` at either end stands for any letters."""
    if "*" not in pattern:
        return pattern == word
    if pattern == "*":
        return True
    if pattern.endswith("*") and pattern.startswith("*"):
        return pattern[1:-1] in word
    if pattern.endswith("*"):
        return word.startswith(pattern[:-1])
    return word.endswith(pattern[1:])
