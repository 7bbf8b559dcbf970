"""„geöffnet“ where „ungeöffnet“ was said, and back: one word with and without its „un“.

Only where the dictation has the one and not the other, and no no beside it (domain.md §3 R02).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.noes import says_no
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked, Source
from dokuhelfer.draft.check.terms import stem
from dokuhelfer.draft.model import Finding, Kind

_UN = "un"
_LEAST = 4
"""Letters of a word that may have one."""


def check_privatives(checked: Checked, source: Source) -> Iterator[Finding]:
    """At most one word that has lost its „un“ or got one."""
    for piece, place in checked.pairs():
        said = _plain(chunk for best in source.at(place.clauses) for chunk in best.chunks)
        if not said:
            continue
        for own, word in _plain(piece.chunks).items():
            other = said.get(_partner(own))
            if other is not None and own not in said and _says_no_once(word, other):
                yield checked.item.finding(
                    Kind.NEGATION, Sentence.DIFFERS, said=other, written=word
                )
                return


def _plain(chunks: Iterable[Chunk]) -> Mapping[str, str]:
    """Words by their stem, of parts without a negation."""
    return {
        _known(word): word
        for chunk in chunks
        if not chunk.denials
        for word in chunk.words
        if len(word) >= _LEAST
    }


def _known(word: str) -> str:
    """The stem of a word, behind an „un“ that of the word without it."""
    if word.startswith(_UN) and says_no(word):
        return f"{_UN}{stem(word.removeprefix(_UN))}"
    return stem(word)


def _partner(own: str) -> str:
    return own.removeprefix(_UN) if own.startswith(_UN) else f"{_UN}{own}"


def _says_no_once(one: str, other: str) -> bool:
    """Whether just one of the two is a word with „un“ that says no."""
    return says_no(one) is not says_no(other)
