"""Every other way to say no: „ungesehen“, „problemlos“, „blieb aus“, „vergessen“, „nur“.

A negation of the dictation is kept by any of them in the part of the clause that takes it up, and
one of a statement may stand for any of them (domain.md §3 R02). They only tell that there is a
no, not what it is about; what it is about is looked for before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.lexicon import lexicon
from dokuhelfer.draft.check.terms import stem
from dokuhelfer.draft.facts.lexicon import words

_PRIVATIVE = re.compile(
    r"un(?!d$|s$|ser|ter|ten$|tere|tem|fall|iform|iversit|gefahr|treu|gar|kosten|terlag|m)\w{3,}"
    r"|(?:nicht|miss|des(?!halb|sen)|dys|im(?=mobil|pot)|in(?=akt|kontin|toler|stabil|effekt|"
    r"appet|homog|suffiz|kompl)|a(?=symptom|febril|septisch))\w{3,}"
    r"|(?!aus|auf|ab|er)\w{3,}los(?:e[nrsm]?|igkeit)?"
    r"|\w{3,}frei(?:e[nrsm]?|heit)?|\w{4,}(?:leer|arm)(?:e[nrsm]?)?"
)
"""Words that say no by a part of themselves; folded."""


def noes(chunk: Chunk) -> Counter[str]:
    """All that says no in a part of a clause; „lehnt ab“ and „abgelehnt“ are one."""
    return Counter(_noes(chunk.words)) + Counter(_NO for _ in chunk.denials)


_NO = "nicht"
"""What every negation is counted as."""


def _noes(said: Sequence[str]) -> Iterable[str]:
    for word in said:
        apart = lexicon().no_verbs.get(word, frozenset()).intersection(said)
        if apart:
            yield root(min(apart) + word)
        elif says_no(word):
            yield root(word)


def kept(chunk: Chunk, said: Iterable[Chunk]) -> bool:
    """Whether a part of a statement says no in a way of its own that ``said`` does not have."""
    return bool(noes(chunk) - _sum(said))


def stood_for(chunk: Chunk, said: Iterable[Chunk]) -> bool:
    """Whether the nos of a part of a statement may stand for what ``said`` has of them."""
    own, theirs = noes(chunk), _sum(said)
    left = sum(_LIMITING if word in _limits() else 1 for word in (theirs - own).elements())
    return left >= (own - theirs).total()


def _sum(chunks: Iterable[Chunk]) -> Counter[str]:
    return sum(map(noes, chunks), start=Counter())


_LIMITING = 2
"""„Nur wenn er zahlt“ is „ohne Zahlung nicht“."""


@cache
def _limits() -> frozenset[str]:
    limits = words("nur bloss lediglich erst ausser ausschliesslich einzig sonst")
    return frozenset(map(root, limits))


@lru_cache(maxsize=4_000)
def says_no(word: str) -> bool:
    """Whether a folded word that is no negation says no all the same."""
    lists = lexicon()
    if word in lists.negations or word in lists.no_privatives:
        return False
    listed = word in lists.no_words or word in lists.lexical_negations
    inflected = len(word) > _SHORT and root(word) in _roots()
    return listed or inflected or _PRIVATIVE.fullmatch(word) is not None


_SHORT = 6
"""Letters up to which another word may well look the same."""


@cache
def _roots() -> frozenset[str]:
    lists = lexicon()
    return frozenset(root(w) for w in lists.no_words | lists.lexical_negations if len(w) > _SHORT)


@lru_cache(maxsize=4_000)
def root(word: str) -> str:
    """What forms of one word have in common: without „ge“ and the particle's place."""
    strong = lexicon().strong
    apart = _APART.fullmatch(word)
    if apart is not None and apart[2] not in {"er", "ern"}:
        base = strong.get(apart[2], strong.get(f"ge{apart[2]}", apart[2]))
        return f"{apart[1]}{stem(base)}"[:_LETTERS]
    return stem(strong.get(word, word))[:_LETTERS]


_APART = re.compile(r"(ab|aus|weg|ein|zuruck|fern)(?:ge|zu)?(\w{3,})")
_LETTERS = 9
