"""Persons, roles and drugs of a statement against the dictation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dokuhelfer.draft.check.actors import by_client, by_writer
from dokuhelfer.draft.check.evidence import Evidence, words_of
from dokuhelfer.draft.check.input import Item
from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked, Source
from dokuhelfer.draft.check.terms import keys
from dokuhelfer.draft.facts.lexicon.people import GIVEN_NAMES
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName
from dokuhelfer.draft.facts.view import plain
from dokuhelfer.draft.model import Finding, Kind
from dokuhelfer.draft.normalise.model import Token, TokenKind

_GENDER = {"frau": "Frau", "fr": "Frau", "herr": "Herr", "herrn": "Herr", "hr": "Herr"}


def check_person_field(item: Item, source: Source) -> Iterator[Finding]:
    """The field `person`: as dictated or as chosen beforehand."""
    if item.text == source.context.person:
        return
    words = words_of(item.text)
    for before, word in zip(("", *words), words, strict=False):
        if word in lexicon().titles | _AGE:
            continue
        if _said_name(word, source) and _numbered(before, word, source):
            continue
        said = next(iter(_persons(source.pieces)), None)
        yield _differs(item, Kind.NAME, said, item.text)
        return
    yield from _gender(item, words_of(item.text), source)


_AGE = frozenset({"jahr", "jahre", "jahren", "alt", "jahrig", "jahrige", "jahriger"})
"""„Jannik, 13 Jahre“: words of an age beside a name."""


def _numbered(before: str, word: str, source: Source) -> bool:
    """„Zimmer 8“, where „Zimmer“ was said with numbers, but not with this one."""
    if not (word.isdecimal() and before.isalpha()):
        return True
    said = re.findall(rf" {before} (\d+)(?= )", source.written)
    return not said or word in said


def _said_name(word: str, source: Source) -> bool:
    if word.isdecimal():
        return any(
            quantity.value == int(word) for piece in source.pieces for quantity in piece.quantities
        )
    if f" {word} " in source.plain or f" {word} " in source.written:
        return True
    if word in _COUPLES:
        return any(other in source.words for other in _COUPLES)
    return word.endswith("s") and word[:-1] in source.words or f"{word}s" in source.words


_COUPLES = ("eheleute", "eheleuten", "ehepaar", "ehepaars", "familie", "paar")
"""Who is called so may be either of two."""


def check_names(checked: Checked, source: Source) -> Iterator[Finding]:
    """Every person and drug named in a statement was named in the dictation."""
    near = tuple(source.at(checked.near))
    for piece in checked.pieces:
        for name, words in _named(piece):
            if all(_said_name(word, source) for word in words if word not in lexicon().titles):
                yield from _gender(checked.item, words, source)
                continue
            other = _unwritten(near, checked, FactKind.PERSON)
            yield _differs(checked.item, Kind.NAME, other, name)
    for fact in checked.facts(FactKind.MEDICATION):
        if not all(_said_name(word, source) for word in words_of(fact.text)):
            other = _unwritten(near, checked, FactKind.MEDICATION)
            yield _differs(checked.item, Kind.MEDICATION, other, fact.text)


def _named(piece: Piece) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Names as written, with their words: title, perhaps „Dr.“, then capitalised words."""
    tokens = piece.clause.tokens
    index = 0
    while index < len(tokens):
        start = index
        while index < len(tokens) and fold(tokens[index].text).strip(".") in lexicon().before_names:
            index += 1
        if index == start or index >= len(tokens):
            if index < len(tokens) and _is_given(tokens[index]):
                yield tokens[index].text, words_of(tokens[index].text)
            index += 1
            continue
        token = tokens[index]
        if token.kind is TokenKind.WORD and token.text[:1].isupper():
            name = " ".join(item.text for item in tokens[start : index + 1])
            yield name, words_of(name)
        index += 1


def _is_given(token: Token) -> bool:
    """„gemessen von Kristina“: a given name needs no title to be one."""
    return token.text[:1].isupper() and plain(token.text) in GIVEN_NAMES


def _persons(pieces: Sequence[Piece]) -> Iterator[str]:
    for piece in pieces:
        for fact in piece.of_kind(FactKind.PERSON):
            if fact.name is not FactName.ZIMMER:
                yield fact.text


def _unwritten(near: Sequence[Piece], checked: Checked, kind: FactKind) -> str | None:
    """A person or drug of the evidence that the statement does not name."""
    written = {word for fact in checked.facts(kind) for word in words_of(fact.text)}
    for piece in near:
        for fact in piece.of_kind(kind):
            own = {word for word in words_of(fact.text) if word not in lexicon().titles}
            if fact.name is not FactName.ZIMMER and own and not own & written:
                return fact.text
    return None


def _differs(item: Item, kind: Kind, said: str | None, written: str) -> Finding:
    if said is None:
        return item.finding(kind, Sentence.ADDED, written=written)
    return item.finding(kind, Sentence.DIFFERS, said=said, written=written)


def _gender(item: Item, words: Sequence[str], source: Source) -> Iterator[Finding]:
    """„Herr Nowak“ where „Frau Nowak“ was said."""
    for title, name in zip(words, words[1:], strict=False):
        written = _GENDER.get(title)
        if written is None:
            continue
        name = next((w for w in words if w not in lexicon().titles), name)
        said = {
            _GENDER[word]
            for word in _GENDER
            if f" {word} {name} " in source.plain or f" {word} dr {name} " in source.plain
        }
        if any(f" {couple} {name} " in source.plain for couple in _COUPLES):
            return
        if said and written not in said:
            other = f"{said.pop()} {name.capitalize()}"
            yield item.finding(
                Kind.NAME, Sentence.DIFFERS, said=other, written=f"{written} {name.capitalize()}"
            )
        return


def check_roles(checked: Checked, source: Source) -> Iterator[Finding]:
    """Son or daughter, doctor or night shift: the role must be the one that was said."""
    near = tuple(source.at(checked.near))
    said = [fact for piece in near for fact in piece.of_kind(FactKind.ROLE)]
    said_keys = {key for piece in near for term in piece.terms for key in term.keys}
    for fact in checked.facts(FactKind.ROLE):
        if fold(fact.text) in lexicon().light | lexicon().staff or _role_keys(fact) & said_keys:
            continue
        if any(_role_keys(fact) & _term_keys(piece) for piece in source.pieces):
            continue
        if fold(fact.text) in WRITER_ROLES and any(piece.words & _SPEAKER for piece in near):
            continue  # „ich bin dazwischen“, written by her office
        written = {key for own in checked.facts(FactKind.ROLE) for key in _role_keys(own)}
        other = next((o.text for o in said if not _role_keys(o) & written), None)
        if other is not None:
            yield checked.item.finding(Kind.PERSON, Sentence.DIFFERS, said=other, written=fact.text)


def _role_keys(fact: Fact) -> frozenset[str]:
    return frozenset(key for word in words_of(fact.text) for key in keys(word))


def _term_keys(piece: Piece) -> frozenset[str]:
    return frozenset(key for term in piece.terms for key in term.keys)


WRITER_ROLES = frozenset(
    {"leitung", "teamleitung", "einrichtungsleitung", "hausleitung", "gruppenleitung"}
    | {"schichtleitung"}
)
"""Offices a writer may hold besides those of all staff, folded."""
_ARTICLES = frozenset({"der", "die", "das", "ein", "eine"})
_WHOLE = 0.9
"""Support from which a clause was taken over whole, agent included."""
_SPEAKER = frozenset({"ich", "wir", "mir", "uns", "unsererseits", "bin", "hab"})
_OTHERS = frozenset({"er", "sie", "der", "die", "klient", "klientin"})


def check_agents(checked: Checked, source: Source) -> Iterator[Finding]:
    """„er holt selber“ written as „Beraterin holt“, or the other way round."""
    lists = lexicon()
    near = {word for said in source.at(checked.near) for word in said.words}
    for piece, place in zip(checked.pieces, checked.places, strict=True):
        if not place.clauses or place.support < 0.5:
            continue
        evidence = source.pieces[place.clauses[0]]
        speaker = bool(evidence.words & _SPEAKER)
        other = not speaker and _somebody_else(evidence)
        by_staff = _opens_with(piece, lists.staff) and not piece.words & lists.staff & near
        of_client = _opens_with(piece, lists.clients)
        only_speaker = speaker and not evidence.words & _OTHERS and _whole(place)
        swapped = (by_staff and by_client(piece, evidence)) or (
            of_client and by_writer(piece, evidence)
        )
        if swapped or (by_staff and other) or (of_client and only_speaker):
            yield checked.item.finding(Kind.PERSON, Sentence.OTHER_AGENT)


def _somebody_else(evidence: Piece) -> bool:
    """„er holt“, „die holt“; „vor die Tür“ names nobody."""
    tokens = evidence.clause.tokens
    return any(
        fold(token.text) in _OTHERS and not (fold(token.text) in _ARTICLES and _noun_at(tokens, at))
        for at, token in enumerate(tokens)
    )


def _noun_at(tokens: Sequence[Token], article: int) -> bool:
    """Whether a noun stands within the three words behind an article."""
    return any(token.text[:1].isupper() for token in tokens[article + 1 : article + 4])


def _whole(place: Evidence) -> bool:
    return len(place.clauses) == 1 and place.support >= _WHOLE


def _opens_with(piece: Piece, words: frozenset[str]) -> bool:
    first = [fold(token.text) for token in piece.clause.tokens[:2]]
    return bool(first) and (first[0] in words or (first[0] in _ARTICLES and first[-1] in words))
