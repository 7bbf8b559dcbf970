"""Whether a statement was said at all, in German, and its quotations word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dokuhelfer.draft.check.evidence import Evidence
from dokuhelfer.draft.check.input import Item
from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.check.names import WRITER_ROLES
from dokuhelfer.draft.check.noes import says_no
from dokuhelfer.draft.check.parts import Part, parts_of
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked, Source, plain
from dokuhelfer.draft.check.terms import Term, keys, meet
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.model import Finding, Kind

SUPPORTED = 0.45
"""Least share of a statement's weight that must stand in its evidence."""
_HALF = 0.46
"""The same for one that denies nothing: more than a synonym for one of two words."""
SUPPORTED_CLAUSE = 0.2
"""The same for a single clause of a statement that is otherwise supported."""
SUPPORTED_WITH_NEW_NOUN = 0.6
"""The same for a statement that brings a noun found nowhere in the dictation."""
_HEAVY = 0.9
"""Weight from which a clause says something of its own."""

_QUOTED = re.compile(r"[„“\"»]([^„“”\"«»]{2,})[“”\"«]")
_LATIN = re.compile(r"[a-zäöüß]", re.IGNORECASE)


def check_language(item: Item, source: Source) -> Iterator[Finding]:
    """A statement in another language, unless it was dictated so."""
    text = _QUOTED.sub(" ", item.text)
    letters = [c for c in text if c.isalpha()]
    if letters and sum(bool(_LATIN.match(c)) for c in letters) * 2 < len(letters):
        yield item.finding(Kind.LANGUAGE, Sentence.LANGUAGE)
        return
    words = plain(text).split()
    german = sum(word in lexicon().german for word in words)
    for foreign in lexicon().foreign:
        hits = [word for word in words if word in foreign]
        own = [word for word in hits if f" {word} " not in source.plain]
        if len(own) >= 2 and len(own) > german:
            yield item.finding(Kind.LANGUAGE, Sentence.LANGUAGE)
            return


def check_quotes(item: Item, source: Source) -> Iterator[Finding]:
    """Words in quotation marks must have been said like that, dialect and all."""
    for quote in _QUOTED.findall(item.text):
        said = plain(quote)
        if said.strip() and said not in source.plain and said not in source.written:
            yield item.finding(Kind.QUOTE, Sentence.QUOTE)
            return


def is_quote_only(item: Item) -> bool:
    """Whether nothing but a quotation stands in a statement."""
    return bool(_QUOTED.search(item.text)) and not _LATIN.search(_QUOTED.sub("", item.text))


def check_support(checked: Checked, source: Source) -> Iterator[Finding]:
    """A statement without a place in the dictation."""
    weight = sum(place.weight for place in checked.places)
    if weight == 0 or not any(piece.terms for piece in checked.pieces):
        return  # „08:00–12:00“: values have a check of their own
    support = _support(checked.places, source)
    least = SUPPORTED if any(piece.negative for piece in checked.pieces) else _HALF
    if (
        support < least
        or _invented_clause(checked, source)
        or _invented_noun(checked, support, source)
    ):
        if _taken_back(checked, source):
            yield checked.item.finding(Kind.WITHDRAWN, Sentence.WITHDRAWN)
        else:
            yield checked.item.finding(Kind.UNSUPPORTED, Sentence.NO_SOURCE)
    elif _invented_part(checked):
        yield checked.item.finding(Kind.UNSUPPORTED, Sentence.NO_SOURCE)


def _support(places: Sequence[Evidence], source: Source) -> float:
    """The share of a statement's weight that stands in its evidence.

    Words that say nothing by themselves, and other ways to say no, need no support.
    """
    found = sum(place.weight * place.support for place in places)
    wanted = sum(place.weight for place in places)
    free = sum(
        _needs_none(term) or _spelled_alike(term, place, source)
        for place in places
        for term in place.unmatched
    )
    return found / (wanted - free) if wanted > free else 1.0


def _spelled_alike(term: Term, place: Evidence, source: Source) -> bool:
    """„bestellt“ from „bstellt“, „Singen“ from „Singa“: how it was heard in the evidence itself."""
    word = term.word
    if len(word) < _SPELLED or not place.clauses:
        return False
    most = 1 if len(word) < _LONG else 2
    return any(
        other[:1] == word[:1]
        and abs(len(other) - len(word)) <= most
        and _apart(word, other) <= most
        for piece in source.at(place.clauses[:2])
        for other in piece.words
    )


_SPELLED = 6
"""Letters from which a word that sounds like it is hardly another one."""
_LONG = 7


def _apart(one: str, other: str) -> int:
    """Letters to put in, take out or change to make one word the other."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        last, row[0] = row[0], at
        for n, written in enumerate(other, 1):
            last, row[n] = row[n], min(row[n] + 1, row[n - 1] + 1, last + (letter != written))
    return row[-1]


def _needs_none(term: Term) -> bool:
    return term.word in lexicon().meta or says_no(term.word)


def _taken_back(checked: Checked, source: Source) -> bool:
    """Whether everything new in a statement stands in what „streich das“ took back."""
    taken = frozenset(key for word in source.withdrawn.words for key in keys(word))
    new = [term for place in checked.places for term in place.unmatched]
    return bool(new) and all(meet(term.keys, taken) for term in new)


def _invented_part(checked: Checked) -> bool:
    """„… geschlafen und ist gestürzt“: one part is supported, another stands nowhere."""
    for piece, place in checked.pairs():
        parts = [part for part in parts_of(piece) if part.terms]
        if len(parts) < 2:
            continue
        for part in parts:
            if _subordinate(piece, part):
                continue
            new = all(term in place.unmatched for term in part.terms)
            if len(part.terms) == 1 and part.terms[0].word in _TELLING:
                continue
            if new and not part.quantities and any(is_participle(t.word) for t in part.terms):
                return True
    return False


def _subordinate(piece: Piece, part: Part) -> bool:
    """„unklar, was verwendet wird“, „hingewiesen, dass …“: no step of its own."""
    words = [fold(token.text) for token in piece.clause.tokens]
    first, last = part.terms[0].index, part.terms[-1].index
    behind = words[last + 1 : last + 4]
    return any(word in _CONNECTING for word in words[max(0, first - 2) : first]) or (
        len(part.terms) == 1 and any(word in _CONNECTING for word in behind)
    )


_TELLING = words(
    """
    empfohlen geraten nahegelegt angeraten hingewiesen gebeten beauftragt aufgefordert vereinbart
    abgesprochen besprochen erklart erlautert mitgeteilt hingegangen hingelaufen hingeeilt
    nachgesehen dazugekommen
    """
)
"""What a „soll“ or a „bin hin“ is written as: it frames what is said, and adds nothing."""


_CONNECTING = frozenset({"dass", "ob", "was", "wie", "wer", "wann", "wo", "warum", "welche"})


_WRITER = frozenset({"ich", "mir", "mich", "bin", "hab", "mein", "meine"})


def _invented_clause(checked: Checked, source: Source) -> bool:
    return any(
        place.weight >= _HEAVY
        and _support((place,), source) < SUPPORTED_CLAUSE
        and not _still_open(piece)
        for piece, place in zip(checked.pieces, checked.places, strict=True)
    )


def _still_open(piece: Piece) -> bool:
    """„… noch nicht verschickt“: what is still to come, said of the clause before."""
    heavy = [term for term in piece.terms if term.weight >= 1.0]
    return "noch" in piece.words and piece.negative and not any(term.noun for term in heavy)


def _invented_noun(checked: Checked, support: float, source: Source) -> bool:
    names = {fold(word) for piece in checked.pieces for word in piece.lexical}
    if any(piece.words & _WRITER for piece in source.at(checked.found)):
        names |= lexicon().staff | WRITER_ROLES  # „Was war, hat die Leitung nicht gesehen“
    new = [
        term
        for place in checked.places
        for term in place.unmatched
        if term.noun and term.word not in names and not _needs_none(term)
    ]
    return bool(new) and support < SUPPORTED_WITH_NEW_NOUN
