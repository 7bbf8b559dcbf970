"""Persons by name, initials or room, and persons by office."""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.people import (
    ADDRESS,
    CLIENT_TITLES,
    DOCTOR,
    GIVEN_NAMES,
    NAME_PARTICLES,
    RELATIVES,
    ROLE_ABBREVIATIONS,
    ROLE_ENDINGS,
    SHORTHAND,
    STAFF_TITLES,
)
from dokuhelfer.draft.facts.lexicon.professions import PROFESSIONALS
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName
from dokuhelfer.draft.facts.view import View
from dokuhelfer.draft.normalise.model import TokenKind

_OFFICES = {
    word + ending: word
    for word in (*PROFESSIONALS, *RELATIVES)
    for ending in ROLE_ENDINGS
    if " " not in word
} | {word: word for word in (*PROFESSIONALS, *RELATIVES)}


def find_persons(view: View) -> list[Fact]:
    """PERSON facts: names in canonical form, rooms with ``name`` ZIMMER."""
    facts: list[Fact] = []
    index = 0
    while index < len(view):
        found = (
            _room(view, index)
            or _room_before(view, index)
            or _titled(view, index)
            or _initials(view, index)
            or _given(view, index)
        )
        if found is None:
            index += 1
            continue
        facts.append(found)
        index = found.tokens[1]
        beside = _room_beside(view, index) if found.name is FactName.PERSON else None
        if beside is not None:
            facts.append(beside)
            index = beside.tokens[1]
    return facts


def find_roles(view: View, persons: list[Fact]) -> list[Fact]:
    """ROLE facts: who is named by office or kinship, as a dictionary word."""
    taken = {index for fact in persons for index in range(*fact.tokens)}
    facts: list[Fact] = []
    for index, word in enumerate(view.low):
        if index in taken:
            continue
        text = _office(view, index, word)
        if text is not None:
            facts.append(view.fact(FactKind.ROLE, index, index + 1, text=text))
    return facts


def _office(view: View, index: int, word: str) -> str | None:
    if word in ROLE_ABBREVIATIONS and view.tokens[index].text.isupper():
        return ROLE_ABBREVIATIONS[word]
    if not view.capital(index):
        return None
    if word in {"frau", "mann"} and view.word(index - 1) in _POSSESSIVES:
        return "Ehefrau" if word == "frau" else "Ehemann"
    base = _OFFICES.get(word)
    return None if base is None else base[:1].upper() + base[1:]


_POSSESSIVES = words("seine seiner sein ihr ihrem ihren ihre ihres seinem seinen")
"""„seine Frau“, „ihren Mann“: a relative, no form of address."""


def _room(view: View, index: int) -> Fact | None:
    if view.word(index) not in {"zimmer", "zi", "zi."}:
        return None
    at = index + 1
    if view.word(at) in {"nummer", "nr", "nr."}:
        at += 1
    number = view.number(at)
    if number is None or number.pair:
        return None
    label = view.tokens[at].text
    return view.fact(
        FactKind.PERSON,
        index,
        at + 1,
        name=FactName.ZIMMER,
        value=number.value,
        text=f"Zimmer {label}",
    )


def _room_beside(view: View, index: int) -> Fact | None:
    """„Frau Neubauer auf der 14“: a room without the word, directly behind a name."""
    if view.word(index) not in {"auf", "in", "aus", "von"} or view.word(index + 1) != "der":
        return None
    number = view.number(index + 2)
    if number is None or number.pair:
        return None
    if view.capital(index + 3) and view.word(index + 3) not in ADDRESS:
        return None
    text = f"Zimmer {view.tokens[index + 2].text}"
    return view.fact(
        FactKind.PERSON, index, index + 3, name=FactName.ZIMMER, value=number.value, text=text
    )


def _room_before(view: View, index: int) -> Fact | None:
    """„In der 3, Frau Ullmann“: the same directly before a name."""
    found = _room_beside(view, index)
    if found is None or found.tokens[0] > 2:
        return None
    behind = found.tokens[1]
    behind += view.word(behind) == ","
    return found if view.word(behind) in ADDRESS else None


def _given(view: View, index: int) -> Fact | None:
    """„Jonas B.“: a given name with an initial."""
    if view.word(index) not in GIVEN_NAMES or not view.capital(index):
        return None
    letters, end = _letters(view, index + 1)
    if not letters:
        return _whole_name(view, index)
    text = f"{view.tokens[index].text} {letters}"
    return view.fact(FactKind.PERSON, index, end, name=FactName.PERSON, text=text)


def _whole_name(view: View, index: int) -> Fact | None:
    """„Nikolai Brandt, Wohngruppe 2“, „der Karl Weber“: a given name with a family name."""
    opens = index == 0 or view.word(index - 1) in _BEFORE_GIVEN
    if not opens or not _may_name(view, index + 1) or view.word(index + 1) in _NO_FAMILY:
        return None
    behind = view.word(index + 2)
    ends = view.kind(index + 2) in {None, TokenKind.PUNCT} or behind in FINITE or behind == "zimmer"
    if not ends:
        return None
    text = view.text(index, index + 2)
    return view.fact(FactKind.PERSON, index, index + 2, name=FactName.PERSON, text=text)


_BEFORE_GIVEN = words("die der und für von bei zu , : . sturzprotokoll pflegebericht bericht sturz")
_NO_FAMILY = words("handy hausaufgaben schule medikamente tabletten musik ausgang arbeit werkstatt")


def _titled(view: View, index: int) -> Fact | None:
    """A form of address or title followed by a name."""
    title, after = _title(view, index)
    if title is None:
        return None
    name, end = _name(view, after)
    if not name:
        return None
    initials = name.endswith(".") and view.word(index) in CLIENT_TITLES
    text = name if initials or not title else f"{title} {name}"
    return view.fact(FactKind.PERSON, index, end, name=FactName.PERSON, text=text)


def _title(view: View, index: int) -> tuple[str | None, int]:
    """Canonical title ("" for shorthand) and the index behind it; None where there is none."""
    word = view.word(index)
    after = _behind_dot(view, index)
    if word in ADDRESS and view.capital(index):
        if view.word(after) in DOCTOR:
            return f"{ADDRESS[word]} Dr.", _behind_dot(view, after)
        if view.word(after) in SHORTHAND:
            return ADDRESS[word], _behind_dot(view, after)
        return ADDRESS[word], after
    if word in DOCTOR or word == "dr.":
        return "Dr.", after
    if word in STAFF_TITLES and view.capital(index) and view.word(after) not in ADDRESS:
        return view.tokens[index].text, after
    if word in CLIENT_TITLES and view.capital(index):
        return _client_title(view, index, after)
    if word == "familie" and view.capital(index):
        return "Familie", after
    if word in SHORTHAND:
        return "", after
    return None, index


def _client_title(view: View, index: int, after: int) -> tuple[str | None, int]:
    """„Klientin“, „Klientin Kürzel“; none before an address: „Klientin Frau L.“."""
    if view.word(after) in ADDRESS:
        return None, index
    if view.word(after) in SHORTHAND:
        return "", _behind_dot(view, after)
    return view.tokens[index].text, after


def _behind_dot(view: View, index: int) -> int:
    """Index behind a word and the full stop of its abbreviation („Dr.“)."""
    after = index + 1
    short = view.word(index) in {"dr", "fr", "hr", "prof"}
    return after + 1 if short and view.word(after) == "." else after


_NOUN_ENDINGS = (
    "ung", "heit", "keit", "schaft", "tion", "tät", "dienst", "werte", "bericht", "protokoll",
    "schmerzen", "wechsel", "pflege", "beratung", "gespräch", "essen", "messung", "bad", "zimmer",
)  # fmt: skip
_NO_NAMES = words(
    """
    zimmer hat ist war und kürzel ja nein heute dann der die vitalwerte vitalzeichen blutdruck puls
    temperatur gewicht blutzucker rr bz sturz sturzprotokoll pflegebericht bericht übergabe station
    wohnbereich wohngruppe bewohnerin bewohner frühdienst spätdienst nachtdienst trinkprotokoll
    wunddokumentation wunde verband verbandwechsel medikamente essen trinken frühstück mittagessen
    abendessen tour kontrolle uhr nacht morgen abend mittag vormittag nachmittag montag dienstag
    mittwoch donnerstag freitag samstag sonntag erstgespräch hausbesuch telefonat beratung gespräch
    """
)
"""Capitalised words that follow a name and are no part of it."""


def _name(view: View, index: int) -> tuple[str, int]:
    """A name from ``index`` on: initials, or one family name with what belongs to it."""
    letters, end = _letters(view, index)
    if letters and not _family_follows(view, end):
        return letters, end
    if letters:
        return f"{letters} {view.tokens[end].text}", end + 1
    at = index
    parts: list[str] = []
    while view.word(at) in NAME_PARTICLES and at - index < 2:
        parts.append(view.tokens[at].text)
        at += 1
    if not view.capital(at) or view.word(at) in _NO_NAMES:
        return "", index
    parts.append(view.tokens[at].text)
    given = view.word(at) in GIVEN_NAMES
    at += 1
    if _may_name(view, at) and (given or view.kind(at + 1) in {None, TokenKind.PUNCT}):
        parts.append(view.tokens[at].text)
        at += 1
    return " ".join(parts), at


def _may_name(view: View, index: int) -> bool:
    """Whether a second name may stand at ``index`` („Herr Ndugu Abara.“): no form of a noun."""
    word = view.word(index)
    return view.capital(index) and word not in _NO_NAMES and not word.endswith(_NOUN_ENDINGS)


def _letters(view: View, index: int) -> tuple[str, int]:
    """Initials („M K“, „M. K.“, „A.“) as "M. K.", and the index behind them."""
    found: list[str] = []
    at = index
    while len(found) < 3 and _is_letter(view, at):
        found.append(view.tokens[at].text.rstrip(".").upper())
        at += 1
        if view.word(at) == "." and view.tokens[at].glue and _dot_belongs(view, at, len(found)):
            at += 1
    return " ".join(f"{letter}." for letter in found), at


def _family_follows(view: View, index: int) -> bool:
    """„A. Kowalski“: the normaliser made the dot part of the initial."""
    return view.tokens[index - 1].text.endswith(".") and (
        view.kind(index - 1) is TokenKind.WORD and view.capital(index)
    )


def _dot_belongs(view: View, dot: int, count: int) -> bool:
    """Whether the full stop after an initial abbreviates and does not end the sentence."""
    return _is_letter(view, dot + 1) or view.kind(dot + 1) in {TokenKind.WORD, TokenKind.NUMBER}


def _is_letter(view: View, index: int) -> bool:
    if view.kind(index) is not TokenKind.WORD:
        return False
    text = view.tokens[index].text.rstrip(".")
    return len(text) == 1 and text.isalpha() and text.isupper()


def _initials(view: View, index: int) -> Fact | None:
    """Two or more initials without a title: „M. K.“."""
    letters, end = _letters(view, index)
    if letters.count(".") < 2:
        return None
    return view.fact(FactKind.PERSON, index, end, name=FactName.PERSON, text=letters)
