"""A corrected name or drug: „‚Akşen‘ merken?“"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORTEST = 3
_MOST = 2
"""Words a name may have; more is a new sentence."""


@dataclass(frozen=True, slots=True)
class Remember:
    """A word that was heard wrongly and may go into the personal word list.

    The caller asks once and stores it; the review keeps nothing.
    """

    heard: str
    word: str


def remembered(before: str, after: str, facts: tuple[tuple[int, int], ...]) -> Remember | None:
    """What to remember of a correction: one name or drug put in the place of another.

    Args:
        facts: the ranges of ``after`` that carry facts.
    """
    return next(_corrections(before, after, facts), None)


def _corrections(before: str, after: str, facts: tuple[tuple[int, int], ...]) -> Iterator[Remember]:
    old, new = list(_WORD.finditer(before)), list(_WORD.finditer(after))
    matcher = SequenceMatcher(None, [m[0] for m in old], [m[0] for m in new], autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind != "replace" or end - start > _MOST or last - first > _MOST:
            continue
        heard = " ".join(match[0] for match in old[start:end])
        word = " ".join(match[0] for match in new[first:last])
        place = (new[first].start(), new[last - 1].end())
        if _is_name(word) and any(a < place[1] and place[0] < b for a, b in facts):
            yield Remember(heard, word)


def _is_name(word: str) -> bool:
    return len(word) >= _SHORTEST and all(part[:1].isupper() for part in word.split())
