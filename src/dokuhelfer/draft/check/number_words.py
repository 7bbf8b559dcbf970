"""Words that are numbers: „zweimal“, „dritten“, „19.“, „Viertelstunde“."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.normalise.model import Token
from dokuhelfer.draft.normalise.numerals import cardinal, ordinal

_TIMES_WORD = re.compile(r"^([a-z]+?|\d+)(?:mal(?:ig\w*)?|x|fach\w*)$")


_HEEDED = frozenset({"acht", "achte", "achten"})
_COUNTING = frozenset(
    {"der", "die", "das", "den", "dem", "am", "zum", "zur", "vom", "jede", "jeden"}
)


def is_to_heed(tokens: Sequence[Token], index: int, word: str) -> bool:
    """„darauf achten“ is no „am achten“."""
    if word not in _HEEDED or word == "acht":
        return False
    return not index or fold(tokens[index - 1].text) not in _COUNTING


def number_word(word: str) -> int | None:
    """The number of a folded word such as „zwei“, „dritten“, „zweimal“."""
    words = lexicon().number_words
    if word in words:
        return words[word]
    base = word[:-1] if word.endswith(("n", "r", "s", "m")) else word
    if base in words and base.endswith("te"):
        return words[base]
    times = _TIMES_WORD.match(word)
    if times is None:
        return None
    count = times[1]
    return int(count) if count.isdecimal() and len(count) < 5 else words.get(count)


_COUNTED = re.compile(r"^(\w{4,}?)(?:(?:er|ern)?(?:euro|cent)\w*|(?<!^acht)er(?!t)\w{4,})$")


_ORDINAL = re.compile(r"[1-9]\d?\.")


def in_word(word: str) -> int | None:
    """„neunzehnte“, „19.“, „Fünfzigeuroschein“: a number at the head of a word."""
    if _ORDINAL.fullmatch(word):
        return int(word[:-1])
    counted = _COUNTED.match(word)
    return cardinal(counted[1]) if counted is not None else ordinal(word)


def span_of_time(tokens: Sequence[Token], index: int, word: str) -> int | None:
    """„Viertelstunde“, „halbe Stunde“ in minutes: the same length in other words."""
    for name, minutes in (("dreiviertelstund", 45), ("viertelstund", 15), ("halbstund", 30)):
        if word.startswith(name):
            return minutes
    following = fold(tokens[index + 1].text) if index + 1 < len(tokens) else ""
    if word.startswith("halb") and following.startswith("stund"):
        return 30
    return None


def is_ordinal(text: str) -> bool:
    """„dritten“, „19.“, no „Fünfzigeuroschein“: a number that says which, not how many."""
    return _SAYS_WHICH.search(text.lower()) is not None


_SAYS_WHICH = re.compile(r"t(?:e[nrsm]?|ens)$|\.$")
