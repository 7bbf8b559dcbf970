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
from dokuhelfer.draft.clauses.openers import is_heading, is_order, is_said, opens_subordinate, tells
from dokuhelfer.draft.clauses.subject import is_object, opening
from dokuhelfer.draft.clauses.turns import (
    NAME_REACH,
    headed,
    names_next,
    opens_entry,
    topic_start,
    turns_topic,
)
from dokuhelfer.draft.clauses.whole import (
    closes_later,
    closes_verb,
    is_infinitive,
    is_on_or_off,
    is_state,
    next_time,
    object_follows,
    opens_anew,
    stands_alone,
)
from dokuhelfer.draft.clauses.words import Words, behind_quote, stretches
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.normalise.model import Token

STRETCH = 11
"""Tokens without a mark from which a stretch counts as unpunctuated."""
LONG = 30
"""Up to so many tokens „und“ joins the clauses of one sentence."""
_COPULAS = frozenset({"war", "waren", "ist", "sind"})


def split(sentence: Sequence[Token]) -> list[list[Token]]:
    """The sentence, or the sentences an unpunctuated one consists of."""
    words = Words(sentence)
    starts = [0]
    for start, end in stretches(sentence):
        if end - start >= STRETCH:
            if behind_quote(sentence, start) and start > starts[-1]:
                starts.append(start)
            starts.extend(at for at in _Reader(words, start, end).read() if at > starts[-1])
    ends = [*starts[1:], len(sentence)]
    return [list(sentence[start:end]) for start, end in zip(starts, ends, strict=True)]


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
        self._verb_at = -1
        self._tail = -1
        self._first_close = -1
        self._closed = False
        self._speech = False
        self._ordered = False
        self._open: int | None = None
        self._asked: tuple[int, int] | None = None

    def read(self) -> list[int]:
        """Indices at which a sentence begins, in order."""
        for at in range(self._begin, self._end):
            self._look(at)
        return self._starts

    def _look(self, at: int) -> None:
        self._ordered = self._ordered or self._words.low(at) == "bitte"
        if opens_anew(self._words, at) and self._is_whole(at):
            self._cut(at, turns=True)
        if opens_subordinate(self._words, at):
            self._open, self._speech = at, False
        elif self._is_finite(at):
            self._finite(at)
        elif self._closes(at):
            self._first_close = at if self._first_close < 0 else self._first_close
            self._closed = True
            self._speech = is_said(self._words, self._start, at)
        elif self._turns(at) or self._orders(at):
            self._cut(at, turns=True)
        elif not self._waits():
            self._entry(at)

    def _waits(self) -> bool:
        """Whether the clause still lacks the second part of its verb, or is not told to its end."""
        half = self._verb in tables.HALVES and not self._closed
        return half or self._open is not None or self._speech

    def _entry(self, at: int) -> None:
        """Begin a sentence where the name of a field or the next time stands."""
        whole = not self._verb or self._closed
        begin = opens_entry(self._words, at, told=bool(self._verb))
        begin = next_time(self._words, self._start, at) if begin is None and whole else begin
        if begin is not None and begin > self._start:
            self._cut(begin, turns=True)

    def _closes(self, at: int) -> bool:
        """Whether the second part of the verb stands at ``at``."""
        words = self._words
        if not words.is_word(at) or words.capital(at):
            return False
        if is_participle(words.low(at)):
            return True
        modal = self._verb in tables.MODALS or self._verb.startswith("hätt")
        infinitive = words.low(at) in FINITE or is_infinitive(words.low(at))
        return modal and words.low(at).endswith(("en", "ern", "eln")) and infinitive

    def _is_whole(self, at: int) -> bool:
        """Whether the clause before ``at`` has all it needs, with a verb of its own or without."""
        words, last = self._words, at - 1
        if last <= self._start or self._open is not None or self._speech:
            return False
        if last == self._tail:
            return words.capital(at)
        if self._verb:
            if is_state(words, last, self._verb) or is_on_or_off(words, self._verb, at):
                return True
            ended = closes_verb(words, last) or is_infinitive(words.low(last))
            return self._closed and ended and not object_follows(words, self._verb_at, last)
        return stands_alone(words, self._start, last)

    def _is_finite(self, at: int) -> bool:
        words = self._words
        word = words.verb(at)
        if looks_finite(words, at):
            return True
        if word not in FINITE or (words.capital(at) and at != self._start):
            return False
        ahead = words.low(at + 1) in tables.SUBJECTS
        beside = ahead or words.low(at - 1) in tables.SUBJECTS
        if is_participle(word) and ahead and words.verb(at + 2) in FINITE:
            return False  # „telefonisch informiert er möchte …“
        if is_participle(word) and word not in tables.HAVE:
            own = words.low(at - 1) in {"er", "wir", "ich"} and self._verb_at < at - 2
            waits = self._verb in tables.HAVE and not self._closed and not own
            return beside and not waits and words.verb(at + 1) not in tables.HAVE
        if word.endswith("en") and word not in {"waren", "hatten", "wurden"}:
            return of_we(words, at) or self._is_plural(at, beside=beside)
        return True

    def _is_plural(self, at: int, *, beside: bool) -> bool:
        """Whether „haben“, „kommen“ … are finite and not the infinitive of an earlier verb."""
        words = self._words
        asked = self._ordered and words.low(at + 1) not in tables.PRONOUNS
        if asked or words.low(self._words_begin()) == "bitte":
            return False
        if self._verb in tables.HALVES and not self._closed:
            return words.low(at + 1) in {"wir", "sie", "die"} or self._of_many(at)
        if self._closes(at - 1) and (self._verb in tables.MODALS or self._verb.startswith("hätt")):
            return False  # „soll angerufen werden“, „hätte runterfahren müssen“
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
            self._tail = at if self._verb else -1
            if not first:
                self._verb = self._verb or words.verb(at)
                return
            begin: int | None = words.connected(opened, self._start)
        else:
            begin = self._front(at)
        if begin is not None:
            self._begin_at(begin)
        self._verb = words.verb(at)
        self._verb_at = at
        self._first_close = -1
        self._closed = False
        self._speech = self._speech or self._introduces(at)

    def _inverted(self, at: int) -> bool:
        """Whether the subject stands behind the verb, and is not that of the next verb."""
        words = self._words
        subject = words.low(at + 1) in tables.PRONOUNS and words.verb(at + 2) not in FINITE
        return subject and words.low(at) not in tables.HAVE

    def _introduces(self, at: int) -> bool:
        """„sie sagt …“, „ich finde …“, „vereinbart haben wir …“: what follows belongs to it."""
        words = self._words
        agreed = words.low(at - 1) in tables.AGREED and words.low(at + 1) not in {"das", "es"}
        said_by = words.low(at + 1) in tables.SUBJECTS and not words.capital(at + 2)
        said_by = said_by and not (tells(words, at) and words.verb(at + 2) in FINITE)
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
            if 0 <= self._first_close < at - 1 and not self._closes(at - 2):
                return words.connected(at - 1, self._start)
            if words.low(at + 1) not in tables.SUBJECTS:
                return None
            return words.connected(at - 1, self._start) if self._opens_with(at - 1) else at
        begin = front(words, at, self._start, loose=not self._verb)
        if begin is None or not self._verb:
            return begin
        if words.low(begin) == "da" and begin - 1 == self._verb_at:
            return None  # „Besuch war da kommt morgen wieder“
        if self._closed and words.is_time(begin - 1) and words.capital(begin):
            begin -= 1 + (words.low(begin - 2) in {"um", "gegen", "ab"})
        if is_object(words, begin, at, self._verb_at):
            return None
        return opening(words, begin, at, "" if self._closed else self._verb)

    def _opens_with(self, last: int) -> bool:
        """Whether the participle at ``last`` opens a clause („… war 161 gezittert hat er“)."""
        words = self._words
        copula = self._verb in _COPULAS and not closes_later(words, last + 1, self._end)
        return copula or words.is_value(last - 1) or words.low(last - 1) == "und"

    def _two_brackets(self, at: int) -> bool:
        """„… den Kopf geschüttelt erbrochen hat sie …“: the second one begins a sentence."""
        asked = self._verb in tables.MODALS and not is_participle(self._words.low(at - 1))
        return is_participle(self._words.low(at - 2)) or not (asked or self._verb in tables.HAVE)

    def _begin_at(self, begin: int) -> None:
        if self._speech:
            self._speech = False  # what was said stays with who said it
            return
        agreed = self._words.low(begin - 1) in tables.AGREED and begin - 1 > self._start
        if agreed and (self._verb not in tables.HAVE or 0 <= self._first_close < begin - 1):
            begin -= 1  # „… mit vereinbart sie schickt den Bescheid“
        begin = headed(self._words, begin, self._start)
        first = self._words_begin()
        alone = is_heading(self._words, first, begin) or is_order(self._words, first, begin)
        if self._verb or alone or stands_alone(self._words, first, begin - 1):
            self._cut(begin)

    def _turns(self, at: int) -> bool:
        """Whether the next person or another topic is named at ``at``."""
        early = not self._verb and at - self._words_begin() <= NAME_REACH
        return names_next(self._words, at, headed=early) or turns_topic(
            self._words, at, told=bool(self._verb)
        )

    def _orders(self, at: int) -> bool:
        """„bitte in der Nacht zweimal nach ihr schauen“: an order of its own."""
        words = self._words
        if words.low(at) != "bitte" or words.capital(at) or not self._verb:
            return False
        return words.verb(at - 1) not in _NO_ORDER

    def _cut(self, at: int, *, turns: bool = False) -> None:
        """Begin a sentence at ``at``; one that ``turns`` to somebody else is never joined."""
        begin = self._words.connected(topic_start(self._words, at, self._start), self._start)
        if begin <= self._start:
            return
        short = self._end - self._begin < LONG and not turns
        if not (short and self._words.low(begin) in {"und", "aber"}):
            self._starts.append(begin)
        self._start = begin
        self._clear()
