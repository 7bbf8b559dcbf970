"""Are the words of a sentence those of its quote, in another order or form? Asked before the check.

The check is made for people, who may sum up and leave out. A model may neither: whatever has
content in its sentence has to stand in the quote, and the other way round (inference.md §4:
strict lexical grounding is right for care notes).
"""

from __future__ import annotations

import re

from dokuhelfer.draft.check.lexicon import fold
from dokuhelfer.draft.check.terms import keys, widened

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in text.split())


_FREE = _words(
    "der die das den dem des ein eine einen einem einer eines "
    "man es sich "
    "hab habe hast hat haben hatte hatten gehabt bin ist sind war waren gewesen sei seien "
    "wurde wurden worden und dass äh ähm also ja dann so"
)
"""Words that make a sentence whole and say nothing by themselves. Tenses that tell what is
still to come, or would be, are none of them: „wird“, „würde“, „hätte“."""

_HIS = _words("er ihn ihm seine seinen seinem seiner seines")
_HER = _words("sie ihr ihre ihren ihrem ihrer ihres")
_OURS = _words("ich mir mich wir uns")
"""May be left out („wurde gebracht“), not put in: somebody else may have done it."""


def is_grounded(text: str, quote: str, person: str) -> bool:
    """Whether ``text`` says with its words what ``quote`` says with its own.

    Args:
        person: whom the draft is about, title included; settles which pronoun may be put in.
    """
    if sorted(_NUMBER.findall(text)) != sorted(_NUMBER.findall(quote)):
        return False
    own, said = _words_of(text), _words_of(quote)
    if _pronouns(own) - _pronouns(said) - _pronouns_for(person):
        return False
    return _covers(said, own) and _covers(own, said)


def _words_of(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in _WORD.findall(text))


def _pronouns(words: frozenset[str]) -> frozenset[str]:
    """Which pronouns there are: those for him, for her, for us."""
    kinds = (("he", _HIS), ("she", _HER), ("we", _OURS))
    return frozenset(name for name, some in kinds if words & some)


def _pronouns_for(person: str) -> frozenset[str]:
    words = _words_of(person)
    return frozenset(one for one, title in (("he", "herr"), ("she", "frau")) if title in words)


def _covers(source: frozenset[str], words: frozenset[str]) -> bool:
    """Whether each of the words that has content is in the source, perhaps as part of a
    compound or by another name."""
    there = widened(frozenset(key for word in source for key in _keys(word)))
    content = words - _FREE - _HIS - _HER - _OURS - source
    return all(_keys(word) & there for word in content)


def _keys(word: str) -> frozenset[str]:
    return keys(word) | keys(word, noun=True)
