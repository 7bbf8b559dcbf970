"""Cut a normalised dictation into numbered clauses, the unit of evidence.

Clauses end at sentence ends, line breaks and segment ends. Inside a sentence a new one
begins, at a comma or conjunction, where a new predicate, a new measured value, a negated
item of its own or a new person begins. A negation stays with its scope, a condition with
its consequence, a quotation whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.clauses import run_on
from dokuhelfer.draft.clauses.measures import (
    MEASURE_WORDS,
    begins_measure,
    measures_anew,
    next_measure,
)
from dokuhelfer.draft.clauses.predicates import (
    AUXILIARIES,
    Piece,
    ends_in_infinitive,
    finite,
    has_predicate,
    is_relative,
    verb_last,
)
from dokuhelfer.draft.clauses.sentences import deeper, sentences
from dokuhelfer.draft.clauses.tables import SET_PHRASES
from dokuhelfer.draft.facts.lexicon.people import ADDRESS
from dokuhelfer.draft.facts.lexicon.speech import NEGATIVE_ARTICLES
from dokuhelfer.draft.facts.lexicon.verbs import COORDINATORS, RELATIVE, SUBORDINATORS
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.facts.view import plain
from dokuhelfer.draft.model import Span
from dokuhelfer.draft.normalise.model import Normalised, Token, TokenKind

_JOINTS = frozenset({",", ";", ":", "–", "-"})
_LONG = 14
"""Tokens from which a „weil“ clause stands on its own."""
_ORDER = frozenset({"bitte"})
_SAYING = frozenset({"sagt", "sagte", "meint", "meinte", "glaubt", "denkt", "hofft", "erzählt"})
_SAYING_WORDS = 4
"""Up to this many words „Er sagt,“ only introduces what was said."""


def cut(normalised: Normalised) -> tuple[Clause, ...]:
    """Clauses of a dictation in order; every token is in exactly one, breaks in none."""
    clauses: list[Clause] = []
    whole = (part for marked in sentences(normalised.tokens) for part in run_on.split(marked))
    for number, sentence in enumerate(whole):
        for tokens in _clauses(sentence):
            clauses.append(Clause(len(clauses), number, tokens, _span(tokens)))
    return tuple(clauses)


def _span(tokens: Sequence[Token]) -> Span:
    return Span(
        tokens[0].span.segment,
        min(token.span.start for token in tokens),
        max(token.span.end for token in tokens),
    )


def _clauses(sentence: list[Token]) -> Iterator[tuple[Token, ...]]:
    """The clauses of one sentence."""
    current: list[Token] = []
    waiting = False
    for piece in _pieces(sentence):
        crosses = bool(current) and current[-1].span.segment != piece.segment
        if current and (crosses or (not waiting and _begins_clause(piece, current))):
            yield tuple(current)
            current = []
        waiting = _awaits_main_clause(piece, starts=not current)
        current.extend(piece.tokens)
    if current:
        yield tuple(current)


def _pieces(sentence: list[Token]) -> Iterator[Piece]:
    current: list[Token] = []
    depth = 0
    for index, token in enumerate(sentence):
        crosses = bool(current) and current[-1].span.segment != token.span.segment
        if crosses or (current and not depth and _splits_before(sentence, index, current)):
            yield Piece(current)
            current = []
        current.append(token)
        depth = deeper(token, depth)
    if current:
        yield Piece(current)


def _splits_before(sentence: list[Token], index: int, current: list[Token]) -> bool:
    token, last = sentence[index], current[-1]
    if next_measure(sentence, index, current) or measures_anew(sentence, index, current):
        return True
    if token.kind is TokenKind.QUOTE_CLOSE or token.kind is TokenKind.PUNCT:
        return False
    if last.kind is TokenKind.PUNCT and last.text in _JOINTS:
        return True
    if plain(last.text) in COORDINATORS:
        return False  # „und dann“ opens one clause
    if index + 1 < len(sentence) and _is_one_phrase(last, sentence[index + 1]):
        return False
    return token.kind is TokenKind.WORD and plain(token.text) in COORDINATORS


def _is_one_phrase(before: Token, behind: Token) -> bool:
    """„ab und zu“, „hin und wieder“: the „und“ between joins no clauses."""
    return (plain(before.text), plain(behind.text)) in SET_PHRASES


def _begins_clause(piece: Piece, before: list[Token]) -> bool:
    """Whether ``piece`` says something of its own."""
    first = piece.first
    if _in_speech(before):
        return False
    if first in SUBORDINATORS and verb_last(piece):
        return first in {"weil", "da", "obwohl"} and len(piece.tokens) > _LONG
    if first in RELATIVE and is_relative(piece):
        return False
    if first == "sondern" or (before[-1].text == "," and ends_in_infinitive(piece)):
        return False  # „gab an, nichts zu brauchen“: the source belongs to it
    if first == "oder":
        return has_predicate(piece) and len(piece.words) > 4
    return _says_something(piece, before)


def _says_something(piece: Piece, before: list[Token]) -> bool:
    first = piece.first
    if _is_inquit(piece) or _goes_on_with_verb(piece, before):
        return False
    if first in NEGATIVE_ARTICLES:
        return len(piece.words) > 1
    if measures_anew([*before, *piece.tokens], len(before), before):
        return True
    if first in _ORDER or begins_measure(piece.tokens) or _begins_person(piece):
        return True
    if first in COORDINATORS and len(piece.tokens) > 1:
        second = plain(piece.tokens[1].text)
        if second in NEGATIVE_ARTICLES or second in MEASURE_WORDS:
            return True
    if first in {"aber", "und", "doch"} and len(piece.words) <= _SHORT:
        return False
    if piece.words[:2] == ["aber", "nicht"]:
        return False
    if _FAILED_CALL & set(piece.words) and _CALLED & {plain(token.text) for token in before}:
        return False
    return has_predicate(piece) and _complete(before, piece)


def _is_heading(piece: Piece) -> bool:
    """„angerufen, Anordnung: stündlich messen“: a noun before a colon heads what follows."""
    head = piece.tokens[0]
    named = head.kind is TokenKind.WORD and head.text[:1].isupper()
    return named and len(piece.tokens) > 1 and piece.tokens[1].text == ":"


def _is_inquit(piece: Piece) -> bool:
    """„Luftnot hat sie nicht, sagt sie“: whose word it is belongs to what was said."""
    words = piece.words
    return 1 < len(words) <= _INQUIT and words[0] in _INQUITS and words[1] in _SPEAKERS


def _goes_on_with_verb(piece: Piece, before: list[Token]) -> bool:
    """„Die Haustechnik, Herrn Lange, hab ich erreicht“: the verb of what stands before it."""
    if piece.first not in AUXILIARIES or before[-1].text != "," or len(before) > _LONG:
        return False
    words = [plain(token.text) for token in before if token.kind is TokenKind.WORD]
    named = before[0].text[:1].isupper() and len(words) > 1
    return named and not has_predicate(Piece(before)) and _NAMES & set(words) != set()


def _in_speech(before: list[Token]) -> bool:
    """Whether the colon of a direct speech stands at the end („Er sagt: …“)."""
    words = [plain(token.text) for token in before]
    if ":" not in words:
        return False
    at = words.index(":")
    return at > 0 and any(word in _SPEECH for word in words[max(0, at - 3) : at])


_INQUIT = 4
"""Up to this many words „sagt die Tochter“ only names the source."""
_INQUITS = frozenset(
    {"sagt", "sagte", "meint", "meinte", "erzählt", "erzählte", "berichtet", "behauptet", "klagt"}
)
_SPEAKERS = frozenset({"sie", "er", "die", "der", "das", "frau", "herr", "ihr", "sein", "seine"})
_NAMES = frozenset(ADDRESS) | frozenset({"der", "die", "den", "dem", "dr", "dr."})
_SPEECH = frozenset({"sagt", "sagte", "gesagt", "meint", "meinte", "ruft", "rief", "fragt"})


_CALLED = frozenset({"angerufen", "telefoniert", "versucht", "anzurufen", "probiert"})
_FAILED_CALL = frozenset(
    {"mailbox", "anrufbeantworter", "besetzt", "ran", "rangegangen", "drangegangen", "erreicht"}
)
"""„angerufen, ging nur die Mailbox ran“: whether somebody was reached belongs to the call."""
_SHORT = 4
"""„aber nicht erreicht“: up to this many words belong to the clause before."""


def _complete(before: list[Token], piece: Piece) -> bool:
    """Whether what stands before can be a clause: more than an opening word or half a verb.

    „hat zwei Traubenzucker | und ein Glas Saft getrunken“ is one predicate.
    """
    words = [plain(token.text) for token in before if token.kind is not TokenKind.PUNCT]
    if len(words) < 2:
        return False
    if piece.first == "und" and _only_names(before):
        return False
    half = bool(AUXILIARIES & set(words)) and not any(is_participle(word) for word in words)
    return not (half and any(map(is_participle, piece.words)) and not finite(piece))


def _only_names(tokens: list[Token]) -> bool:
    """„Frau Lemke | und Herr Adomeit haben beide …“: two subjects of one verb."""
    if len(tokens) > 2 * _NAME_WORDS:
        return False
    words = [token for token in tokens if token.kind is TokenKind.WORD]
    return len(words) <= _NAME_WORDS and all(
        token.text[:1].isupper() or plain(token.text) in _NAMES for token in words
    )


_NAME_WORDS = 4


def _begins_person(piece: Piece) -> bool:
    if _is_heading(piece):
        return True
    head = piece.tokens[0]
    if head.kind is not TokenKind.WORD or len(piece.tokens) < 2:
        return False
    if plain(head.text) == "zimmer":
        return False
    return (
        plain(head.text) in ADDRESS
        and head.text[:1].isupper()
        and piece.tokens[1].text[:1].isupper()
        and has_predicate(piece)
    )


def _awaits_main_clause(piece: Piece, *, starts: bool) -> bool:
    """„Wenn sie Schmerzen hat,“ or „Er sagt,“: what follows belongs to it."""
    if piece.tokens[-1].text != ",":
        return False
    if len(piece.words) <= _SAYING_WORDS and set(piece.words) & _SAYING:
        return True
    return starts and piece.first in SUBORDINATORS and verb_last(piece)
