"""Who is named in a clause: by name, or by office and kinship, with what makes two the same."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from importlib import resources

from dokuhelfer.draft.check.evidence import words_of
from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.terms import Keys
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import FactKind, FactName
from dokuhelfer.draft.normalise.model import Token, TokenKind


class Gender(Enum):
    """What pronoun somebody goes by."""

    MASCULINE = auto()
    FEMININE = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody named in a clause.

    Attributes:
        text: the words by which they are named.
        keys: what they are known by: „#7“ for the seventh row of offices, else family names.
        start, end: half-open range of tokens.
    """

    text: str
    keys: Keys
    gender: Gender
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Office:
    keys: Keys
    gender: Gender


@cache
def _offices() -> Mapping[str, _Office]:
    """Every word of an office in all its forms; read from the package on first use."""
    text = resources.files(__package__).joinpath("people.toml").read_text("utf-8")
    rows: defaultdict[str, set[str]] = defaultdict(set)
    genders: dict[str, Gender] = {}
    for number, row in enumerate(tomllib.loads(text)["rows"]):
        for gender, part in zip(Gender, str(row).split("|"), strict=True):
            for word in part.split():
                rows[fold(word)].add(f"#{number}")
                genders[fold(word)] = gender
    found: dict[str, _Office] = {}
    for word, numbers in rows.items():
        for form in _forms(word, genders[word]):
            found.setdefault(form, _Office(frozenset(numbers), genders[word]))
    return {**found, **{w: _Office(frozenset(n), genders[w]) for w, n in rows.items()}}


def _forms(word: str, gender: Gender) -> Iterator[str]:
    """„Arztes“, „Neffen“: forms that can be no other office."""
    yield word
    if gender is not Gender.FEMININE:
        yield from (word + ending for ending in ("s", "es", "n", "en"))


def mentions(piece: Piece) -> tuple[Mention, ...]:
    """Everybody a clause names, in the order of speaking."""
    named = [*_by_name(piece)]
    taken = {index for mention in named for index in range(mention.start, mention.end)}
    offices = [m for m in _by_office(piece.clause.tokens) if m.start not in taken]
    return tuple(sorted((*named, *offices), key=lambda mention: mention.start))


def _by_name(piece: Piece) -> Iterator[Mention]:
    for fact in piece.of_kind(FactKind.PERSON):
        named = words_of(fact.text)
        own = frozenset(w for w in named if w not in lexicon().titles and len(w) > 1)
        if fact.name is FactName.ZIMMER or not own or own & _NO_NAME:
            continue
        titled = frozenset(key for word in named for key in _of_title(word))
        gender = _address(named)
        yield Mention(fact.text, own | _genitive(own) | titled, gender, *fact.tokens)


_NO_NAME = frozenset({"den", "dem", "der", "die", "das", "hat", "ist"})
"""„seine Frau den Bereitschaftsdienst …“: what follows is no name."""


def _of_title(word: str) -> Keys:
    """„Dr. Weber“ is a doctor, „Schwester Anja“ a colleague."""
    office = _offices().get(_TITLES.get(word, ""))
    return office.keys if office else frozenset()


_TITLES = {
    "dr": "arzt",
    "doktor": "arzt",
    "doktorin": "arzt",
    "prof": "arzt",
    "schwester": "schwester",
    "pfleger": "pfleger",
    "kollege": "kollege",
    "kollegin": "kollegin",
    "praktikant": "praktikant",
    "praktikantin": "praktikantin",
}


def _genitive(names: Iterable[str]) -> Keys:
    """„Annas Mutter“, „Frau Jansens Tochter“."""
    return frozenset(n.removesuffix("s") for n in names if len(n) > _SHORTEST)


_SHORTEST = 4
"""Letters from which a name may be a genitive."""


def _address(named: Sequence[str]) -> Gender:
    if {"frau", "fr", "schwester", "kollegin"}.intersection(named):
        return Gender.FEMININE
    if {"herr", "herrn", "hr", "pfleger", "kollege"}.intersection(named):
        return Gender.MASCULINE
    return Gender.UNKNOWN


def _by_office(tokens: Sequence[Token]) -> Iterator[Mention]:
    offices = _offices()
    for index, token in enumerate(tokens):
        if token.kind is not TokenKind.WORD:
            continue
        word = fold(token.text)
        office = offices.get(word)
        if office is None or (word in _AMBIGUOUS and not _owned(tokens, index)):
            continue
        yield Mention(token.text, office.keys, office.gender, index, index + 1)


_AMBIGUOUS = frozenset({"frau", "mann", "nacht", "el", "station", "technik", "praxis", "amt"})
"""Words of other meanings; an office only behind a word that says whose or which."""
_OWNING = words(
    """
    sein seine seiner seinem seinen ihr ihre ihrer ihrem ihren mein meine meiner der die dem den
    das vom zum zur
    """
)


def _owned(tokens: Sequence[Token], index: int) -> bool:
    return index > 0 and fold(tokens[index - 1].text) in _OWNING


def _names(mention: Mention) -> list[str]:
    return [key for key in mention.keys if not key.startswith("#")]


class Cast:
    """Everybody a dictation names: where, and who is the same.

    ``lead`` is whom it names first: „er“ and „sie“ may always mean that person.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.at = tuple(mentions(piece) for piece in pieces)
        self.lead = next((m.keys for found in self.at for m in found if _names(m)), frozenset())
        self._same: defaultdict[str, set[str]] = defaultdict(set)
        self._offices: defaultdict[str, set[str]] = defaultdict(set)
        for piece, found in zip(pieces, self.at, strict=True):
            for one, other in adjoining(piece, found):
                for key in one.keys:
                    self._same[key] |= other.keys
                for key in other.keys:
                    self._same[key] |= one.keys
                self._hold(one, other)

    def _hold(self, one: Mention, other: Mention) -> None:
        """„Frau Roth, Sprachmittlerin Frau Sadik“: a bare office belongs to the name behind it."""
        bare = one.end == other.start
        for named, office in ((other, one),) if bare else ((one, other), (other, one)):
            for name in _names(named) if not _names(office) else ():
                self._offices[name] |= office.keys

    def offices(self, mention: Mention) -> Keys:
        """The offices that the dictation names right beside a name."""
        return frozenset(key for n in _names(mention) for key in self._offices.get(n, ()))

    def known_by(self, mention: Mention, beside: Iterable[Mention] = ()) -> Keys:
        """What somebody is named by in the dictation, names and offices; ``beside`` adds those
        that a statement gives them."""
        own = set(mention.keys)
        for other in beside:
            own |= other.keys
        return frozenset(own | {key for k in own for key in self._same.get(k, ())})


def adjoining(piece: Piece, found: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pairs that name the same person: „Dr. Weber, der Hausarzt“, „Frau Brandt (Mutter)“."""
    for one, other, behind in zip(found, found[1:], (*found[2:], None), strict=False):
        if behind is not None and other.end == behind.start and one.end < other.start:
            continue  # „Frau Roth, die Sprachmittlerin Frau Sadik“
        between = piece.clause.tokens[one.end : other.start]
        if len(between) <= _APART and all(fold(t.text) in _JOINS for t in between):
            yield one, other


_APART = 4
_JOINS = frozenset(
    {"(", ")", ",", "ist", "–", "-", "also", "die", "der", "das", "als", "vom", "von", "aus", "dem",
     "sein", "seine", "ihr", "ihre", "ihrer", "seiner", "war", "heisst", "zustandige", "neue"}
)  # fmt: skip
"""What may stand between an office and the name of who holds it."""
