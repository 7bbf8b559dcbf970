"""Words as the check compares them: stems, synonyms, parts of compounds.

Only for finding the place a statement came from. A fact is never excused by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.view import plain
from dokuhelfer.draft.normalise.model import Token, TokenKind
from dokuhelfer.draft.normalise.tables.units import DOSES

Keys = frozenset[str]
"""What words are matched by: stems, and „=7“ for the seventh group of synonyms."""

LIGHT_WEIGHT = 0.3
"""Weight of words that belong to any report („Bewohnerin“, „geben“)."""

_MIN_STEM = 3
_MIN_PART = 4
"""Shortest part of a compound that counts („Abend“ + „dosis“)."""
_LONGEST_COMPOUND = 200
"""Letters; anything longer is no word, and all its parts would take memory by the square."""
_SPLIT = re.compile(r"[-/]")


@dataclass(frozen=True, slots=True)
class Term:
    """One word that carries content.

    Attributes:
        word: folded.
        keys: stems and synonym groups it may be matched by.
        weight: 0.3 for words of any report and for names, 1 for others.
        noun: written with a capital letter, and not because a clause begins.
        index: of its token.
        name: part of a person's name, which has a check of its own.
    """

    word: str
    stem: str
    keys: frozenset[str]
    weight: float
    noun: bool
    index: int
    name: bool = False


@lru_cache(maxsize=20_000)
def stem(word: str, noun: bool = False) -> str:
    """The stem of a folded word: irregular forms by list, endings by rule.

    Nouns lose fewer endings, so that „Haut“ and „Haus“ stay apart.
    """
    base = None if noun else lexicon().strong.get(word)
    return _cut(base or word, noun)


def _declined(word: str) -> str | None:
    """„geschlossene Schuhe“: a strong participle with the ending of an adjective."""
    for ending in _DECLENSION:
        bare = word.removesuffix(ending)
        if bare != word and bare.endswith("en"):
            return lexicon().strong.get(bare)
    return None


_DECLENSION = ("en", "er", "es", "em", "e")


def _cut(word: str, noun: bool) -> str:
    lists = lexicon()
    endings = lists.noun_endings if noun else lists.verb_endings
    least = _MIN_STEM + 1 if noun else _MIN_STEM
    for _ in range(2):
        ending = next(
            (e for e in endings if word.endswith(e) and len(word) - len(e) >= least), None
        )
        if ending is None:
            break
        word = word[: -len(ending)]
    return word


@lru_cache(maxsize=20_000)
def stems(word: str, noun: bool = False) -> frozenset[str]:
    """All stems a folded word may have: as it is, and for verbs without particle and „ge“."""
    found = {stem(word, True)}
    if not noun:
        found.update(_verb_stems(word))
    return frozenset(item for item in found if len(item) >= 2)


def _verb_stems(word: str) -> Iterator[str]:
    yield stem(word)
    declined = _declined(word)
    if declined is not None:
        yield stem(declined)
    able = _ABLE.fullmatch(word)
    if able is not None:
        yield stem(f"{able[1]}en")
    if word.startswith("ge") and len(word) > _MIN_STEM + 2:
        yield stem(word[2:])
    split = _particle(word)
    if split is not None:
        yield from _whole_forms(word)
        yield stem(split[1])


@lru_cache(maxsize=20_000)
def base_stems(word: str) -> frozenset[str]:
    """The stem of a verb without its particle: „umgestellt“ and „ausgestellt“ share it."""
    split = _particle(word)
    return frozenset() if split is None else frozenset({stem(split[1])})


_ABLE = re.compile(r"(\w{3,})bar(?:e[nrsm]?)?")
"""„lesbar“ is what one can „lesen“."""


def _whole_forms(word: str) -> Iterator[str]:
    """„angerufen“, „anzurufen“ as „anrufen“: the particle stays, „ge“ and „zu“ go."""
    split = _particle(word)
    if split is not None:
        yield stem("".join(split))
        yield stem("".join(split), True)


def _particle(word: str) -> tuple[str, str] | None:
    """A verb taken apart into its particle and its base form."""
    for particle in lexicon().particles:
        rest = word.removeprefix(particle)
        if rest == word or (len(rest) < _MIN_PART and rest not in lexicon().strong):
            continue
        bare = rest[2:] if rest.startswith(("ge", "zu")) and len(rest) > _MIN_PART + 1 else rest
        return particle, lexicon().strong.get(rest, bare)
    return None


@cache
def _concepts() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for number, group in enumerate(lexicon().synonyms):
        for word in group:
            for key in {stem(word), stem(word, True), *_whole_forms(word)}:
                found.setdefault(key, set()).add(f"={number}")
    return {key: frozenset(value) for key, value in found.items()}


@cache
def _light_stems() -> frozenset[str]:
    return frozenset(key for word in lexicon().light for key in (stem(word), stem(word, True)))


def is_light(word: str, noun: bool = False) -> bool:
    """Whether a folded word belongs to any report."""
    if word in lexicon().heavy:
        return False
    if word in lexicon().light or stem(word, noun) in _light_stems():
        return True
    return not noun and word.startswith("ge") and stem(word[2:]) in _light_stems()


@lru_cache(maxsize=20_000)
def keys(word: str, noun: bool = False) -> frozenset[str]:
    """Stems and synonym groups of a folded word."""
    own = stems(word, noun)
    groups = _concepts()
    concepts = groups.get(stem(word, noun), frozenset())
    if not concepts:
        concepts = frozenset(group for item in own for group in groups.get(item, ()))
    return own | concepts


@lru_cache(maxsize=20_000)
def affixes(base: str) -> frozenset[str]:
    """Parts at the beginning and end of a stem that may be a word of their own."""
    if len(base) > _LONGEST_COMPOUND:
        return frozenset()
    inner = range(_MIN_PART, len(base) - 2)
    heads = {base[:size] for size in inner}
    tails = {base[-size:] for size in inner}
    return frozenset(heads | tails)


@lru_cache(maxsize=20_000)
def widened(found: frozenset[str]) -> frozenset[str]:
    """Keys with the parts of their compounds: „Urinausscheidung“ also by „Urin“."""
    parts = {part for key in found if not key.startswith("=") for part in affixes(key)}
    groups = {group for part in parts for group in _concepts().get(part, ())}
    return found | parts | groups


def meet(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of keys speak of the same, compounds taken apart."""
    return bool(one & other or widened(one) & other or one & widened(other))


def terms(tokens: Sequence[Token]) -> tuple[Term, ...]:
    """The words with content among ``tokens``."""
    found: list[Term] = []
    for index, token in enumerate(tokens):
        if token.kind is TokenKind.WORD or _is_thing(token):
            found.extend(_of_word(token.text, index, first=index == 0))
    particles: dict[int, str] = {}
    places: set[int] = set()
    for verb, particle, place in _separated(tokens):
        particles[verb] = particle
        places.add(place)
    return tuple(
        _with_particle(term, particles[term.index]) if term.index in particles else term
        for term in found
        if term.index not in places or term.index in particles
    )


def _is_thing(token: Token) -> bool:
    """„1 Pflaster“, „2 Kapseln“: a unit that is a thing to be given, and said without a number."""
    return token.kind is TokenKind.UNIT and token.text.lower() in _THINGS


_THINGS = DOSES.keys() - {"tropfen", "hub", "hübe", "hüben"}


@lru_cache(maxsize=2_000)
def named(label: str) -> tuple[Term, ...]:
    """The words with content of a short text that is no speech, such as the label of a field."""
    words = enumerate(_LABEL_WORD.findall(label))
    return tuple(term for index, word in words for term in _of_word(word, index, first=False))


_LABEL_WORD = re.compile(r"[\w-]+")


def _separated(tokens: Sequence[Token]) -> Iterator[tuple[int, str, int]]:
    """(index of a verb, its particle at the end of the clause, where): „steht noch aus“."""
    verb: int | None = None
    for index, token in enumerate(tokens):
        if token.kind is not TokenKind.WORD:
            verb = None
            continue
        word = token.text.lower()
        last = index + 1 == len(tokens) or tokens[index + 1].kind is not TokenKind.WORD
        if last and verb is not None and fold(word) in lexicon().particles:
            yield verb, fold(word), index
        if word in FINITE or word in lexicon().strong:
            verb = index


def _with_particle(term: Term, particle: str) -> Term:
    whole = particle + lexicon().strong.get(term.word, term.word)
    return replace(term, keys=term.keys | keys(whole))


def constructed(
    tokens: Sequence[Token], found: tuple[Term, ...], words: frozenset[str]
) -> tuple[Term, ...]:
    """Terms with what several little words say together: „ging keiner ran“ as „unerreicht“."""
    result = list(found)
    for head, phrases in lexicon().constructions:
        phrase = next((p for p in phrases if p <= words), None)
        if phrase is None:
            continue
        own = keys(head) | {f"={head}"}
        carrier = next((n for n, term in enumerate(result) if term.word in phrase), None)
        if carrier is None:
            index = next(i for i, t in enumerate(tokens) if fold(plain(t.text)) in phrase)
            result.append(Term(head, stem(head), own, LIGHT_WEIGHT, noun=False, index=index))
        else:
            term = result[carrier]
            result[carrier] = replace(term, keys=term.keys | own)
    return tuple(result)


def _of_word(text: str, index: int, *, first: bool) -> Iterator[Term]:
    lists = lexicon()
    pieces = [piece for piece in _SPLIT.split(text) if piece] if "-" in text[1:-1] else [text]
    for piece in pieces:
        word = fold(plain(piece)).strip(".'’")
        empty = word in lists.stop or word in lists.sides or not any(map(str.isalpha, word))
        if empty or len(word) < 2:
            continue
        noun = piece[:1].isupper() and not first
        yield Term(
            word=word,
            stem=stem(word, noun),
            keys=keys(word, noun),
            weight=LIGHT_WEIGHT if is_light(word, noun) else 1.0,
            noun=noun,
            index=index,
        )
