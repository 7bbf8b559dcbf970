"""The word lists of the check, read once from ``words.toml`` and the files of synonyms."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import cast

_FOLD = str.maketrans({"ı": "i", "ł": "l", "đ": "d", "ð": "d", "ø": "o", "æ": "ae", "œ": "oe"})
"""Letters that Unicode takes for letters of their own rather than for marked ones."""


def fold(word: str) -> str:
    """Lower case, letters without their marks: „Größe“ meets „grosse“, „Yıldırım“ „Yildirim“."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c)).translate(_FOLD)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists, folded (see `fold`) unless said otherwise; groups are tuples of words."""

    stop: frozenset[str]
    light: frozenset[str]
    heavy: frozenset[str]
    meta: frozenset[str]
    """Words of full weight that need no place in the dictation to be supported."""
    synonyms: tuple[tuple[str, ...], ...]
    constructions: tuple[tuple[str, tuple[frozenset[str], ...]], ...]
    """(word, sets of words that say the same when they stand in one clause)."""
    constructed: frozenset[str]
    """The words of ``constructions`` that stand for several."""
    strong: Mapping[str, str]
    """Irregular form → infinitive."""
    particles: tuple[str, ...]
    titles: frozenset[str]
    before_names: frozenset[str]
    money: tuple[str, ...]
    noun_endings: tuple[str, ...]
    """Longest first, like ``verb_endings``."""
    verb_endings: tuple[str, ...]
    greetings: frozenset[str]
    asides: frozenset[str]
    """Words by which a speaker judges his own telling („das ist wichtig“)."""
    day_greetings: frozenset[str]
    announcements: frozenset[str]
    wards: frozenset[str]
    heavy_heads: tuple[str, ...]
    sides: frozenset[str]
    negations: frozenset[str]
    lexical_negations: frozenset[str]
    no_words: frozenset[str]
    no_verbs: Mapping[str, frozenset[str]]
    """Verb → words apart with which it says no („lehnt“: „ab“)."""
    no_privatives: frozenset[str]
    anaphoric: frozenset[str]
    """Predicates that point back: „hab ich aber nicht gemacht“."""
    opposites: tuple[tuple[frozenset[str], frozenset[str]], ...]
    antonyms: tuple[tuple[frozenset[str], frozenset[str]], ...]
    refusals: frozenset[str]
    offers: frozenset[str]
    wishes: frozenset[str]
    preterites: frozenset[str]
    subjunctive: frozenset[str]
    source_words: frozenset[str]
    """Nouns and verbs by which a statement names its source."""
    source_labels: re.Pattern[str]
    staff: frozenset[str]
    clients: frozenset[str]
    german: frozenset[str]
    foreign: tuple[frozenset[str], ...]
    number_words: Mapping[str, int]
    one_words: frozenset[str]
    units: Mapping[str, str]
    """Spoken or written form, lower case → written unit."""
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    day_words: Mapping[str, int]
    wording: tuple[tuple[str, str], ...]
    """(pattern, neutral way to say it), as written in the file."""


@cache
def lexicon() -> Lexicon:
    """The lists; read from the package on first use."""
    return _build(_data("words.toml"), [_data(name) for name in _SYNONYMS])


_SYNONYMS = (
    "synonyms.toml",
    "synonyms_care.toml",
    "synonyms_counsel.toml",
    "synonyms_style.toml",
    "synonyms_nouns.toml",
)


def _data(name: str) -> Mapping[str, object]:
    text = resources.files(__package__).joinpath(name).read_text("utf-8")
    return cast(Mapping[str, object], tomllib.loads(text))


def _build(data: Mapping[str, object], groups: Sequence[Mapping[str, object]]) -> Lexicon:
    section = _section
    quantities, calendar = section(data, "quantities"), section(data, "calendar")
    language, negation = section(data, "language"), section(data, "negation")
    source, agents = section(data, "source"), section(data, "agents")
    reversals = section(data, "reversals")
    return Lexicon(
        stop=_words(data["stop"]),
        heavy=_words(data["heavy"]),
        meta=_words(data["meta"]),
        light=_words(data["light"]),
        synonyms=tuple(
            _row(item)
            for rows in (data["synonyms"], *(rows for file in groups for rows in file.values()))
            for item in _texts(rows)
        ),
        constructed=frozenset(_construction(item)[0] for item in _texts(data["constructions"])),
        constructions=tuple(_construction(item) for item in _texts(data["constructions"])),
        strong=_strong(_texts(data["strong"])),
        particles=_row(data["particles"]),
        titles=_words(data["titles"]),
        before_names=_words(data["before_names"]),
        money=_row(data["money"]),
        noun_endings=_longest_first(data["noun_endings"]),
        verb_endings=_longest_first(data["verb_endings"]),
        greetings=_words(data["greetings"]),
        asides=_words(data["asides"]),
        wards=_words(data["wards"]),
        day_greetings=_words(data["day_greetings"]),
        announcements=_words(data["announcements"]),
        heavy_heads=_row(data["heavy_heads"]),
        sides=_words(section(data, "sides")["words"]),
        negations=_words(negation["words"]),
        lexical_negations=_words(negation["lexical"]),
        no_words=_words(negation["other"]),
        no_verbs=_apart(_texts(negation["apart"])),
        no_privatives=_words(negation["none"]),
        anaphoric=_words(negation["anaphoric"]),
        opposites=tuple(_pair(item) for item in _texts(data["opposites"])),
        antonyms=tuple(_pair(item) for item in _texts(reversals["antonyms"])),
        refusals=_words(reversals["refusals"]),
        offers=_words(reversals["offers"]),
        wishes=_words(reversals["wishes"]),
        preterites=_words(reversals["preterites"]),
        subjunctive=_words(source["subjunctive"]),
        source_words=_words(source["words"]),
        source_labels=re.compile(str(source["labels"]), re.IGNORECASE),
        staff=_words(agents["staff"]),
        clients=_words(agents["clients"]),
        german=_words(language["german"]),
        foreign=tuple(_words(item) for item in _texts(language["foreign"])),
        number_words=_numbers(quantities["words"]),
        one_words=_words(quantities["one"]),
        units=_units(section(data, "units")),
        weekdays=_row(calendar["weekdays"]),
        months=_row(calendar["months"]),
        day_words=_numbers(calendar["relative"]),
        wording=tuple((key, str(value)) for key, value in section(data, "wording").items()),
    )


def _section(data: Mapping[str, object], name: str) -> Mapping[str, object]:
    return cast(Mapping[str, object], data[name])


def _texts(value: object) -> Sequence[str]:
    return cast(Sequence[str], value)


def _row(value: object) -> tuple[str, ...]:
    return tuple(fold(word) for word in str(value).split())


def _longest_first(value: object) -> tuple[str, ...]:
    return tuple(sorted(_row(value), key=len, reverse=True))


def _words(value: object) -> frozenset[str]:
    return frozenset(_row(value))


def _pair(value: str) -> tuple[frozenset[str], frozenset[str]]:
    left, _, right = value.partition("|")
    return _words(left), _words(right)


def _construction(value: str) -> tuple[str, tuple[frozenset[str], ...]]:
    head, _, phrases = value.partition(":")
    return fold(head), tuple(_words(phrase) for phrase in phrases.split("|"))


def _strong(rows: Sequence[str]) -> dict[str, str]:
    return {form: row[0] for row in map(_row, rows) for form in row}


def _apart(rows: Sequence[str]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in rows:
        verbs, _, particles = row.partition(":")
        for verb in _row(verbs):
            found[verb] = found.get(verb, frozenset()) | _words(particles)
    return found


def _numbers(value: object) -> dict[str, int]:
    return {fold(word): number for word, number in cast(Mapping[str, int], value).items()}


def _units(value: Mapping[str, object]) -> dict[str, str]:
    return {form.casefold(): unit for unit, forms in value.items() for form in str(forms).split()}
