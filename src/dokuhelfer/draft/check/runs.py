"""Where something new is said inside of a clause that has no mark (domain.md §4).

The cutter leaves two sentences in one where it is not sure. For the reach of a negation or
of „sagt er“, and for what was left out, a wrong joint costs little and a missing one much:
here every finite verb after a complete first part begins a run of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.clauses import tables
from dokuhelfer.draft.clauses.front import front
from dokuhelfer.draft.clauses.words import Words
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.normalise.model import Token, TokenKind

_STEP = 7
"""Words behind „und“ within which the participle of a next step stands."""
_FEWEST = 6
"""Words without a mark from which on a part may hold two sentences."""
_OPENERS = tables.OPENERS | {"wann", "wo"}
_TELLS = tables.SAYING | {"klagt", "klagte", "behauptet", "erzählt"}
_HOW = frozenset({"viel", "viele", "lange", "oft", "weit", "er", "sie", "es"})
_OBJECTS = frozenset({"mir", "ihm", "ihr", "ihn", "mich", "uns", "ihnen"})
_LEADING = frozenset(
    {"wird", "werden", "wurde", "lässt", "ließ", "lassen", "geht", "ging", "hilft"}
)
_BE = frozenset({"ist", "sind", "war", "waren", "bleibt", "blieb"})
_PLURALS = frozenset({"waren", "hatten", "wurden", "sind", "haben"})
_NOTHING = frozenset({"nichts", "nix", "nicht", "keine", "keinen", "keins"})
_ONLY = frozenset({"nur", "aber", "sondern", "bloß"})
_NO_COMPLEMENT = tables.FIRSTS | tables.CONNECTORS | tables.DETERMINERS | tables.PREPOSITIONS


def run_starts(tokens: Sequence[Token], start: int, end: int) -> tuple[int, ...]:
    """Indices between ``start`` and ``end``, both left out, at which a run begins."""
    if end - start < _FEWEST or any(t.kind is TokenKind.QUOTE_OPEN for t in tokens[start:end]):
        return ()
    return tuple(_Runs(Words(tokens), start, end).read())


class _Runs:
    """Reads one part from left to right."""

    def __init__(self, words: Words, start: int, end: int) -> None:
        self._words = words
        self._start, self._end = start, end
        self._verb: int | None = None
        self._open = False
        self._final = False
        self._found: list[int] = []

    def read(self) -> list[int]:
        """The starts in order."""
        for at in range(self._start, self._end):
            if self._turns(at):
                self._begin(at)
            if self._opens(at):
                self._opener(at)
            elif self._finite(at):
                self._see(at)
        return self._found

    def _begin(self, at: int) -> None:
        if at > self._start and self._says_something(at):
            self._found.append(at)
            self._start = at
            self._verb = None

    def _opens(self, at: int) -> bool:
        low = self._words.low
        return low(at) in _OPENERS or (low(at) == "wie" and low(at + 1) in _HOW)

    def _opener(self, at: int) -> None:
        self._begin(at)
        self._open = True

    def _see(self, at: int) -> None:
        """A finite verb: that of a waiting subordinate clause, the first, or a new one."""
        final = self._open
        if self._open:
            self._open = False
        elif self._inserted(at):
            pass
        elif (self._verb is not None and not self._closing(at)) or self._behind_value(at):
            self._begin(self._joint(at))
        self._verb = at
        self._final = final

    def _closing(self, at: int) -> bool:
        """„… sagt sie“, or the main verb right behind a subordinate clause."""
        words = self._words
        tells = words.verb(at) in _TELLS and words.low(at + 1) in {"er", "sie"}
        return tells or self._verb == at - 1

    def _inserted(self, at: int) -> bool:
        """„Ersparnisse sagt sie hat sie keine“: the verb goes on with what stands before „sagt“."""
        words = self._words
        told = self._verb is not None and self._verb == at - 2 and self._verb > self._start
        return told and words.verb(at - 2) in _TELLS and words.low(at - 1) in {"er", "sie"}

    def _behind_value(self, at: int) -> bool:
        """„Sättigung 97 ohne Sauerstoff schwindlig sei ihr …“: a measured value stands alone."""
        if self._verb is not None:
            return False
        begin = front(self._words, at, self._start, loose=False)
        last = at - 1 if begin is None else begin
        return any(self._words.is_value(place) for place in range(self._start, last))

    def _joint(self, verb: int) -> int:
        """Where the part of the finite verb at ``verb`` begins."""
        words = self._words
        begin = front(words, verb, self._start, loose=False)
        if begin is not None and begin > (self._verb or 0):
            return begin + (begin == verb - 1 and words.verb(begin) in tables.MODALS)
        before = words.low(verb - 1)
        closes = words.capital(verb - 1) or before in tables.CLOSERS | tables.SUBJECTS | _NOTHING
        modal = words.verb(self._verb) in tables.MODALS if self._verb is not None else False
        closes = closes or (modal and before.endswith("n") and words.verb(verb) in tables.HAVE)
        alone = not self._final and verb - 1 - (self._verb or 0) <= 1
        return verb if closes or alone or before in tables.MODALS else verb - 1

    def _turns(self, at: int) -> bool:
        """What begins without a finite verb: behind „sagt er“, „ist leer“, „gegeben nichts“."""
        words = self._words
        low = words.low
        if self._verb is None or at <= self._verb + 1:
            return False
        told = (
            words.verb(at - 2) in _TELLS
            and low(at - 1) in {"er", "sie"}
            and self._verb == at - 2
            and not (self._finite(at) and self._inserted(at))
        )
        only = low(at) in _ONLY and low(at - 1) in _NOTHING
        failed = low(at) == "nicht" and is_participle(low(at - 1)) and self._contrasts(at + 1)
        return told or only or failed or self._new_subject(at) or self._joined_step(at)

    def _contrasts(self, at: int) -> bool:
        """„… ausgegangen | nicht von ihm“, „… gewaschen nicht geduscht“."""
        low = self._words.low
        return is_participle(low(at)) or low(at) in tables.PREPOSITIONS | _OBJECTS

    def _joined_step(self, at: int) -> bool:
        """„… gedreht | und Schwester Jolanta geholt“: two steps with nouns of their own."""
        words = self._words
        if words.low(at) != "und":
            return False
        done = any(is_participle(words.low(place)) for place in range(self._start, at))
        ahead = range(at + 1, min(at + _STEP, self._end))
        step = next((p for p in ahead if self._is_step(p)), None)
        return done and step is not None and any(words.capital(p) for p in range(at + 1, step))

    def _is_step(self, at: int) -> bool:
        return is_participle(self._words.low(at)) and not self._words.capital(at)

    def _new_subject(self, at: int) -> bool:
        """„das Gerät ist leer | Schmerzen im Rücken“: a noun behind a complement that is done."""
        words = self._words
        if not words.capital(at) or self._verb != at - 2 or words.verb(at - 2) not in _BE:
            return False
        before = words.low(at - 1)
        attribute = before.endswith(("e", "es", "em")) or before in _NO_COMPLEMENT
        return words.is_word(at - 1) and not words.capital(at - 1) and not attribute

    def _finite(self, at: int) -> bool:
        words = self._words
        word = words.verb(at)
        if not words.is_word(at) or (words.capital(at) and at != self._start):
            return False
        if word.endswith("e") and words.low(at - 1) == "ich":
            return word not in _NO_COMPLEMENT
        if word in lexicon().subjunctive and word not in FINITE:
            return True
        if word not in FINITE or is_participle(word):
            return False
        if word.endswith("en") and word not in _PLURALS:
            ours = words.low(at + 1) == "wir" or words.low(at - 1) == "wir"
            return ours or self._of_several(at)
        return True

    def _of_several(self, at: int) -> bool:
        """„… liegt vor die Nachweise fehlen“; „will die Nachweise holen“ has its verb."""
        words = self._words
        led = self._verb is not None and words.verb(self._verb) in tables.MODALS | _LEADING
        named = words.low(at - 2) == "die" and words.capital(at - 1) and not words.capital(at)
        return named and not led and not self._open

    def _says_something(self, at: int) -> bool:
        """Whether what stands before ``at`` is more than a subject and its verb."""
        words = self._words
        inside = range(self._start, at)
        said = [
            place
            for place in inside
            if place != self._verb
            and words.low(place) not in _NO_COMPLEMENT
            and fold(words.low(place)) not in tables.SUBJECTS
        ]
        return bool(said)
