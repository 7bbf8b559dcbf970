"""Names and drugs exchanged, sentences put in that nobody said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dokuhelfer.draft.facts.lexicon.drugs import DRUGS
from dokuhelfer.evaluation.mutate.lists import lists
from dokuhelfer.evaluation.mutate.model import Change, Fault, Place

_WORD = re.compile(r"[A-ZÄÖÜ][\w-]{3,}")
_OWN_NAME = re.compile(r"\b[A-ZÄÖÜ][a-zäöüß]{2,}\b")
_INITIAL = re.compile(r"\b([A-ZÄÖÜ])\.")
_STEM = 5
_ABBREVIATED = re.compile(r"\b(?:[A-ZÄÖÜ]|[A-Z]?[a-z]{1,3})\.$")
"""No end of a sentence: what follows would stand within it."""
_EMPTY = frozenset({"wurde", "wurden", "eine", "alle", "besteht"})
_INITIALS = ("V", "Q", "Z", "J", "U")


@cache
def _named() -> re.Pattern[str]:
    titles = "|".join(re.escape(title) for title in lists().titles)
    return re.compile(rf"\b(?:{titles}) (?:Dr\. )?([A-ZÖÄÜ]\w{{2,}})")


def names(text: str, place: Place) -> Iterator[Change]:
    """Another surname; in a field `person` also for a name without a form of address."""
    found = [m for m in _named().finditer(text) if m[1] not in lists().no_names]
    new = place.unspoken(lists().names, "name")
    if new is None:
        return
    for match in found:
        if text.count(match[1]) == 1:
            yield Change(Fault.NAME, text[: match.start(1)] + new + text[match.end(1) :])
    if place.field == "person" and not found:
        yield from _person(text, new, place)


def _person(text: str, new: str, place: Place) -> Iterator[Change]:
    for match in _OWN_NAME.finditer(text):
        if match[0] not in lists().no_names:
            yield Change(Fault.NAME, text[: match.start()] + new + text[match.end() :])
            return
    initial = _INITIAL.search(text)
    if initial is None:
        return
    spoken = set(re.findall(r"\w+", place.spoken))
    other = next((i for i in _INITIALS if i.lower() not in spoken), None)
    if other is not None and other != initial[1]:
        yield Change(Fault.NAME, text[: initial.start(1)] + other + text[initial.end(1) :])


def drugs(text: str, place: Place) -> Iterator[Change]:
    """Another drug."""
    for found in _WORD.finditer(text):
        if found[0].casefold() in DRUGS and text.count(found[0]) == 1:
            new = place.unspoken(lists().drugs, found[0])
            if new is not None:
                yield Change(Fault.DRUG, text[: found.start()] + new + text[found.end() :])


def invented(text: str, place: Place) -> Iterator[Change]:
    """A sentence at the end that no word of the dictation stands behind."""
    if not text.endswith((".", "“")) or _ABBREVIATED.search(text):
        return
    for sentence in place.choose(lists().invented, "invented"):
        if not any(stem in place.spoken for stem in _stems(sentence)):
            yield Change(Fault.INVENTED, f"{text} {sentence}")
            return


def _stems(sentence: str) -> list[str]:
    words = re.findall(r"\w{4,}", sentence.casefold())
    return [word[:_STEM] for word in words if word not in _EMPTY]


def foreign(text: str, place: Place) -> Iterator[Change]:
    """A sentence at the end in another language."""
    if text.endswith(".") and not _ABBREVIATED.search(text):
        sentence = next(place.choose(lists().foreign, "foreign"))
        yield Change(Fault.LANGUAGE, f"{text} {sentence}")
