"""A piece between two joints, and whether it has a verb of its own."""

from __future__ import annotations

from dataclasses import dataclass

from dokuhelfer.draft.clauses.tables import NO_VERBS
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.modality import has_zu_inside, is_participle
from dokuhelfer.draft.facts.view import plain
from dokuhelfer.draft.normalise.model import Token, TokenKind

AUXILIARIES = frozenset({"hat", "hab", "habe", "haben", "ist", "sind", "wurde", "wurden"})


@dataclass(slots=True)
class Piece:
    """Tokens between two joints, and whether a new clause may begin with them."""

    tokens: list[Token]

    @property
    def words(self) -> list[str]:
        """Its words in lower case."""
        return [plain(token.text) for token in self.tokens if token.kind is TokenKind.WORD]

    @property
    def first(self) -> str:
        """Its first token in lower case."""
        return plain(self.tokens[0].text)

    @property
    def segment(self) -> int:
        """The segment it begins in."""
        return self.tokens[0].span.segment


def finite(piece: Piece) -> bool:
    """Whether a finite verb stands in it."""
    return any(
        plain(token.text) in FINITE
        and not token.text[:1].isupper()
        and not is_participle(plain(token.text))
        for token in piece.tokens
    )


def has_predicate(piece: Piece) -> bool:
    """Whether it has a finite verb or a participle."""
    words = [
        plain(token.text)
        for token in piece.tokens
        if token.kind is TokenKind.WORD and not token.text[:1].isupper()
    ]
    first = piece.tokens[0]
    if first.kind is TokenKind.WORD and first.text.lower() in FINITE:
        return True
    if any(word in FINITE for word in words):
        return True
    return any(is_participle(word) for word in words)


def verb_last(piece: Piece) -> bool:
    """Whether a finite verb ends it, as in a subordinate clause."""
    words = piece.words
    if not words or words[-1] in NO_VERBS:
        return False
    return words[-1] in FINITE or _inflected(words[-1])


def ends_in_infinitive(piece: Piece) -> bool:
    """Whether it ends in an infinitive with „zu“ and has no finite verb: „nichts zu brauchen“."""
    words = piece.words
    if len(words) > 1 and words[-2] == "zu" and words[-1].endswith(_INFINITIVE):
        rest = words[:-2]
    elif words and has_zu_inside(words[-1]):
        rest = words[:-1]
    else:
        return False
    while len(rest) > 1 and rest[-1].endswith("en"):
        rest = rest[:-1]  # „nicht liegen zu können“
    return not any(word in FINITE for word in rest)


_INFINITIVE = ("en", "ern", "eln", "sein", "tun")


def _inflected(word: str) -> bool:
    return word.endswith(("t", "te", "ten", "en", "e"))


def _verb_second(piece: Piece) -> bool:
    """„der hat um halb drei geklingelt“, „die Mutter will das überlegen“: no relative clause."""
    words = piece.words
    if len(words) > 1 and words[1] in FINITE:
        return True
    subject = len(piece.tokens) > 2 and piece.tokens[1].text[:1].isupper()
    return subject and len(words) > 3 and words[2] in FINITE


def is_relative(piece: Piece) -> bool:
    """Whether the finite verb stands last: „die er mag“, but not „die Mutter hab ich probiert“."""
    if not verb_last(piece) or _verb_second(piece):
        return False
    return not any(word in FINITE and word in AUXILIARIES for word in piece.words[1:-1])
