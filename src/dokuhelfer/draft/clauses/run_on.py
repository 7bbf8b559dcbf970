"""Sentences in a dictation without punctuation.

Recognisers often write a whole minute without a mark. A German main clause has exactly one
constituent before its finite verb, so each finite verb that no subordinate clause is waiting
for begins a sentence at that constituent. Where the constituent is not clear nothing is cut:
two sentences in one are better than half of one.
"""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.clauses import tables
from dokuhelfer.draft.clauses.finite import looks_finite, of_we
from dokuhelfer.draft.clauses.front import front
from dokuhelfer.draft.clauses.turns import NAME_REACH, names_next, topic_start, turns_topic
from dokuhelfer.draft.clauses.words import Words
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.normalise.model import Token, TokenKind

STRETCH = 11
"""Tokens without a mark from which a stretch counts as unpunctuated."""
LONG = 30
"""Up to so many tokens „und“ joins the clauses of one sentence."""
_HEADING = 3
"""So many words before a first clause are a heading of their own."""
_COPULAS = frozenset({"war", "waren", "ist", "sind"})
_BRACKET = 12
"""Words within which a verb's second part follows."""


def split(sentence: Sequence[Token]) -> list[list[Token]]:
    """The sentence, or the sentences an unpunctuated one consists of."""
    words = Words(sentence)
    starts = [0]
    for start, end in _stretches(sentence):
        if end - start >= STRETCH:
            starts.extend(at for at in _Reader(words, start, end).read() if at > starts[-1])
    ends = [*starts[1:], len(sentence)]
    return [list(sentence[start:end]) for start, end in zip(starts, ends, strict=True)]


def _stretches(sentence: Sequence[Token]) -> list[tuple[int, int]]:
    """Runs of tokens without marks and outside of quotations."""
    found: list[tuple[int, int]] = []
    start, depth = 0, 0
    for index, token in enumerate(sentence):
        if token.kind in {TokenKind.PUNCT, TokenKind.QUOTE_OPEN, TokenKind.QUOTE_CLOSE}:
            if not depth:
                found.append((start, index))
            depth += token.kind is TokenKind.QUOTE_OPEN
            depth -= depth > 0 and token.kind is TokenKind.QUOTE_CLOSE
            start = index + 1
    return [*found, (start, len(sentence))] if not depth else found


_NO_ORDER = FINITE | tables.SUBJECTS | {"aber", "deshalb", "dann"}
"""Before „bitte“: then it stands within a sentence."""


class _Reader:
    """Reads one stretch from left to right and notes where sentences begin."""

    def __init__(self, words: Words, start: int, end: int) -> None:
        self._words = words
        self._begin, self._end = start, end
        self._start = start
        self._starts: list[int] = []
        self._clear()

    def _clear(self) -> None:
        self._verb = ""
        self._closed = False
        self._speech = False
        self._open: int | None = None
        self._asked: tuple[int, int] | None = None

    def read(self) -> list[int]:
        """Indices at which a sentence begins, in order."""
        for at in range(self._begin, self._end):
            self._look(at)
        return self._starts

    def _look(self, at: int) -> None:
        if self._opens(at):
            self._open, self._speech = at, False
        elif self._is_finite(at):
            self._finite(at)
        elif self._closes(at):
            self._closed = True
            self._speech = self._is_said(at)
        elif self._turns(at) or self._orders(at):
            self._cut(at, turns=True)

    def _closes(self, at: int) -> bool:
        """Whether the second part of the verb stands at ``at``."""
        words = self._words
        if not words.is_word(at) or words.capital(at):
            return False
        if is_participle(words.low(at)):
            return True
        modal = self._verb in tables.MODALS or self._verb.startswith("hätt")
        return modal and words.low(at).endswith("en") and words.low(at) in FINITE

    def _opens(self, at: int) -> bool:
        low = self._words.low
        if low(at) in tables.OPENERS:
            return True
        if low(at) == "als" and low(at + 1) in tables.SUBJECTS:
            return True  # „als ich um drei ins Zimmer kam lag sie …“
        return low(at) == "wie" and low(at + 1) in tables.FIRSTS | {"viel", "viele", "lange"}

    def _is_finite(self, at: int) -> bool:
        words = self._words
        word = words.verb(at)
        if looks_finite(words, at):
            return True
        if word not in FINITE or (words.capital(at) and at != self._start):
            return False
        beside = words.low(at + 1) in tables.SUBJECTS or words.low(at - 1) in tables.SUBJECTS
        if is_participle(word) and word not in tables.HAVE:
            waits = self._verb in tables.HAVE and not self._closed
            return beside and not waits and words.verb(at + 1) not in tables.HAVE
        if word.endswith("en") and word not in {"waren", "hatten", "wurden"}:
            return of_we(words, at) or self._is_plural(at, beside=beside)
        return True

    def _is_plural(self, at: int, *, beside: bool) -> bool:
        """Whether „haben“, „kommen“ … are finite and not the infinitive of an earlier verb."""
        words = self._words
        if words.low(self._words_begin()) == "bitte":
            return False
        if (self._verb in tables.HAVE | tables.MODALS) and not self._closed:
            return words.low(at + 1) in {"wir", "sie", "die"} or self._of_many(at)
        return beside or (not self._verb and self._open is None)

    def _of_many(self, at: int) -> bool:
        """„sie hat Geburtstag ihre Kinder kommen …“, not „hat ihre Kinder kommen lassen“."""
        words = self._words
        many = words.capital(at - 1) and words.low(at - 2) in tables.PLURALS
        return many and self._verb in tables.HAVE and not words.low(at + 1).endswith("en")

    def _words_begin(self) -> int:
        at = self._start
        while self._words.low(at) in tables.CONNECTORS:
            at += 1
        return at

    def _finite(self, at: int) -> None:
        words = self._words
        if self._open is not None:
            opened, self._open = self._open, None
            self._asked = (opened, at) if words.low(opened) in tables.QUESTION else None
            first = words.low(opened) in tables.QUESTION and self._inverted(at)
            if not first:
                self._verb = self._verb or words.verb(at)
                return
            begin: int | None = words.connected(opened, self._start)
        else:
            begin = self._front(at)
        if begin is not None:
            self._begin_at(begin)
        self._verb = words.verb(at)
        self._closed = False
        self._speech = self._speech or self._introduces(at)

    def _inverted(self, at: int) -> bool:
        """Whether the subject stands behind the verb, and is not that of the next verb."""
        words = self._words
        subject = words.low(at + 1) in tables.SUBJECTS and words.verb(at + 2) not in FINITE
        return subject and words.low(at) not in tables.HAVE

    def _introduces(self, at: int) -> bool:
        """„sie sagt …“, „ich finde …“, „vereinbart haben wir …“: what follows belongs to it."""
        words = self._words
        agreed = words.low(at - 1) in tables.AGREED and words.low(at + 1) not in {"das", "es"}
        said_by = words.low(at + 1) in tables.SUBJECTS and not words.capital(at + 2)
        says = words.verb(at) in tables.SAYING and not said_by
        thinks = words.verb(at) in tables.THINKING and words.low(at - 1) in {"ich", "i"}
        return agreed or says or thinks

    def _front(self, at: int) -> int | None:
        """Where the sentence of the finite verb at ``at`` begins; None when it begins none."""
        words = self._words
        if words.verb(at) in tables.SAYING and words.low(at + 1) in {"er", "sie"}:
            return None
        if self._asked is not None and self._asked[1] == at - 1:
            return words.connected(self._asked[0], self._start)
        bracket = self._closes(at - 1)
        if self._closed and bracket and not self._two_brackets(at):
            if words.low(at + 1) not in tables.SUBJECTS:
                return None
            opens = self._verb in _COPULAS and not self._closes_later(at)
            return at - 1 if opens else at
        return front(words, at, self._start, loose=not self._verb)

    def _closes_later(self, at: int) -> bool:
        """Whether the verb at ``at`` has a participle of its own behind it.

        „… gegessen hat sie gut geschlafen“ has one; „… gemerkt hab ich's um acht“ opens with it.
        """
        for place in range(at + 2, min(at + 2 + _BRACKET, self._end)):
            if self._opens(place) or self._words.low(place) == "und":
                return False
            if is_participle(self._words.low(place)) and not self._words.capital(place):
                return True
            if self._words.verb(place) in FINITE and not self._words.capital(place):
                return False
        return False

    def _two_brackets(self, at: int) -> bool:
        """„… den Kopf geschüttelt erbrochen hat sie …“: the second one begins a sentence."""
        return is_participle(self._words.low(at - 2)) or self._verb not in tables.HAVE

    def _begin_at(self, begin: int) -> None:
        if self._speech:
            self._speech = False  # what was said stays with who said it
            return
        if self._verb or self._is_heading(begin) or self._is_order(begin):
            self._cut(begin)

    def _is_heading(self, begin: int) -> bool:
        """Whether what stands before ``begin`` without a verb is a piece of its own."""
        words = self._words
        first = self._words_begin()
        if begin - first < _HEADING or words.low(begin - 1) in tables.CONNECTORS:
            return False
        return words.low(first) not in {"bei", "zu", "zum", "zur"}

    def _is_order(self, begin: int) -> bool:
        """„bitte nachbestellen …“: an order is whole with its infinitive."""
        words = self._words
        infinitive = words.low(begin - 1).endswith(("en", "ern", "eln"))
        ordered = words.low(self._words_begin()) == "bitte" and not words.capital(begin - 1)
        return ordered and infinitive and words.is_word(begin - 1)

    def _is_said(self, at: int) -> bool:
        """Whether what was said follows: not for „nach der Mutter gerufen“ or „das gesagt“."""
        words = self._words
        called = words.low(at) == "gerufen" and any(
            words.low(place) == "nach" for place in range(self._start, at)
        )
        return words.low(at) in tables.SAID and not called and not self._told_before(at)

    def _told_before(self, at: int) -> bool:
        """„das hat sie gesagt“: what was said stands before."""
        words = self._words
        told = {"das", "es", "so", "des", "dass", "hats", "habs"}
        return any(words.low(place) in told for place in range(self._start, at))

    def _turns(self, at: int) -> bool:
        """Whether the next person or another topic is named at ``at``."""
        headed = not self._verb and at - self._words_begin() <= NAME_REACH
        names = names_next(self._words, at, headed=headed)
        return names or turns_topic(self._words, at, told=bool(self._verb))

    def _orders(self, at: int) -> bool:
        """„bitte in der Nacht zweimal nach ihr schauen“: an order of its own."""
        words = self._words
        if words.low(at) != "bitte" or words.capital(at) or not self._verb:
            return False
        before = words.verb(at - 1)
        return before not in _NO_ORDER

    def _cut(self, at: int, *, turns: bool = False) -> None:
        """Begin a sentence at ``at``; one that ``turns`` to somebody else is never joined."""
        begin = self._words.connected(topic_start(self._words, at, self._start), self._start)
        if begin <= self._start:
            return
        short = self._end - self._begin < LONG and not turns
        joined = short and self._words.low(begin) in {"und", "aber"}
        if not joined:
            self._starts.append(begin)
        self._start = begin
        self._clear()
