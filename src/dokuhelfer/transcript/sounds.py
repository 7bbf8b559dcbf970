"""How German words sound, as far as spelling tells, and how alike two sounds are.

A mishearing keeps the sound and loses the spelling: „Zitalopramm“ for Citalopram. So words are
compared as strings of sounds, one character each, and not as letters. The consonant classes of
`code` are those of the Kölner Phonetik (H. J. Postel, 1969); the distance is a Levenshtein
distance whose steps cost less between sounds that are easily taken for each other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

_LETTERS = str.maketrans(
    {"ä": "ä", "ö": "ö", "ü": "ü", "ß": "ss", "ı": "i", "ł": "l", "ş": "sch", "š": "sch"}
    | {"ž": "sch", "ç": "tsch", "č": "tsch", "ć": "tsch", "ğ": "", "đ": "d", "ø": "ö", "å": "o"}
    | {"æ": "ä", "ñ": "nj"}
)

# Upper case stands for what German writes with several letters: A ei, O eu, U au, S sch, X ch,
# N ng, Z ts. The longest spelling is tried first.
_SPELLINGS: Mapping[str, str] = {
    "tsch": "tS", "sch": "S", "chs": "ks", "ch": "X", "ck": "k", "cc": "k", "ph": "f", "th": "t",
    "rh": "r", "dt": "t", "tz": "Z", "qu": "kw", "ng": "N", "nk": "Nk", "sz": "S",
    "cz": "tS", "ti(?=on)": "Zi", "c(?=[eiäöüy])": "Z", "c": "k", "x": "ks", "z": "Z", "v": "f",
    "^y(?=[aeiouäöü])": "j", "eih|aih|ei|ai|ey|ay": "A", "eu|äu|oi|oy": "O", "au": "U",
    "ieh|ih|ie": "i", "(?<=[aeiouäöü])h(?![aeiouäöü])": "", "ae": "ä", "oe": "ö", "ue": "ü",
    "y": "ü", "b$": "p", "d$": "t", "g$": "k",
}  # fmt: skip
_SPELLING = re.compile("|".join(f"({pattern})" for pattern in _SPELLINGS))
_SOUNDS = tuple(_SPELLINGS.values())
_KEYBOARD = str.maketrans("ıłŁđĐøØ", "ilLdDoO")
_DOUBLED = re.compile(r"(.)\1+")

_VOWELS = frozenset("aeiouäöüAOU")
_CLASSES = {
    sound: digit
    for digit, sounds in {
        "1": "bp", "2": "dt", "3": "fw", "4": "gkqX", "5": "l", "6": "mnN", "7": "r", "8": "sSZ",
    }.items()
    for sound in sounds
}  # fmt: skip

_ALIKE = {
    0.1: "eä",
    0.2: "iü ij nN",
    0.25: "bp dt gk",
    0.3: "fw sZ sS SZ ou öü eö",
    0.35: "ei äi Ae AO",
    0.4: "mn kX gX SX uö uü aä ao aU oU",
    0.5: "wb wu",
    0.6: "lr tZ fp rX",
}
_STEPS = {frozenset(pair): cost for cost, pairs in _ALIKE.items() for pair in pairs.split()}
_VOWEL_FOR_VOWEL = 0.5
_LEFT_OUT = {"h": 0.25, "e": 0.4, "r": 0.6, "j": 0.6, "n": 0.8, "t": 0.8, "s": 0.8}
_VOWEL_LEFT_OUT = 0.6


def sounds_of(text: str) -> str:
    """The sounds of a word or phrase, blanks and signs left out."""
    letters = unicodedata.normalize("NFC", text).lower().translate(_LETTERS)
    plain = "".join(_without_accent(letter) for letter in letters if letter.isalpha())
    spoken = _SPELLING.sub(lambda found: _SOUNDS[(found.lastindex or 1) - 1], plain)
    return _DOUBLED.sub(r"\1", spoken)


def without_accents(text: str) -> str:
    """As a keyboard without foreign letters has it, which is how recognition writes names:
    „Petrovic“. Umlauts stay."""
    letters = unicodedata.normalize("NFC", text).translate(_KEYBOARD)
    return "".join(letter if letter in "ÄÖÜ" else _without_accent(letter) for letter in letters)


def _without_accent(letter: str) -> str:
    return letter if letter in "äöü" else unicodedata.normalize("NFD", letter)[0]


def code(sounds: str) -> str:
    """The consonant classes in their order: what stays when a word is misheard."""
    return _DOUBLED.sub(r"\1", "".join(_CLASSES.get(sound, "") for sound in sounds))


def distance(one: str, other: str, limit: float) -> float:
    """What it costs to turn one string of sounds into another; infinite above ``limit``.

    A clear step (one consonant for a very different one) costs 1.
    """
    if abs(len(one) - len(other)) * min(_LEFT_OUT.values()) > limit:
        return float("inf")
    above = [0.0]
    for sound in other:
        above.append(above[-1] + _left_out(sound))
    for mine in one:
        skipped = _left_out(mine)
        row = [above[0] + skipped]
        for column, theirs in enumerate(other):
            row.append(
                min(
                    above[column] + _step(mine, theirs),
                    above[column + 1] + skipped,
                    row[column] + _left_out(theirs),
                )
            )
        if min(row) > limit:
            return float("inf")
        above = row
    return above[-1] if above[-1] <= limit else float("inf")


def _step(one: str, other: str) -> float:
    if one == other:
        return 0.0
    cost = _STEPS.get(frozenset((one, other)))
    if cost is not None:
        return cost
    alike = (one in _VOWELS) == (other in _VOWELS)
    if not alike:
        return 1.2
    return _VOWEL_FOR_VOWEL if one in _VOWELS else 1.0


def _left_out(sound: str) -> float:
    return _LEFT_OUT.get(sound, _VOWEL_LEFT_OUT if sound in _VOWELS else 1.0)
