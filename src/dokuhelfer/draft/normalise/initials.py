"""Single letters: „Herr A. Kowalski“ is one name, its dot ends no sentence; „B eins“ is „B1“.

An initial alone is a whole name as well („Frau M. Miete ist offen“), so the word behind it has
to look like a family name or be what a person's name is: the subject right before a verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dokuhelfer.draft.normalise.model import Token, TokenKind
from dokuhelfer.draft.normalise.runs import Hit, cover, low, rewrite, same_segment, word
from dokuhelfer.draft.normalise.tables import words
from dokuhelfer.draft.normalise.work import Work

_ADDRESS = words("herr herrn frau")
_BEHIND_A_NAME = words("hat hatte ist war wurde wird kam geht ging klagt sagt sagte möchte , :")
_NOUN_ENDINGS = ("e", "en", "ung", "heit", "keit", "schaft", "tion", "druck")
_NAME_ENDINGS = (
    "ski", "ska", "sky", "czyk", "enko", "ović", "ovic", "ic", "ić", "ov", "ova", "ew", "owa",
    "mann", "meier", "meyer", "maier", "mayer", "müller", "schmidt", "oglu", "oğlu", "idis",
)  # fmt: skip


def initials(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The dot of an initial made part of it where a family name follows."""
    return rewrite(tokens, _match_initial)


def levels(work: Work) -> Work:
    """„den B eins Kurs“, „B 2 hat er“: a level of language is one word, once it is settled."""
    return replace(work, tokens=rewrite(work.tokens, _match_level, starts=_is_letter))


def _is_letter(token: Token) -> bool:
    return token.text.upper() in {"A", "B", "C"}


def _match_level(tokens: Sequence[Token], at: int) -> Hit | None:
    number = tokens[at + 1] if same_segment(tokens, at, at + 2) else None
    if number is None or number.kind is not TokenKind.NUMBER or number.text not in {"1", "2"}:
        return None
    if not tokens[at].text.isupper() and tokens[at].text != "b":
        return None
    if word(tokens, at - 1) in _PLACES_AND_NAMES:
        return None
    text = tokens[at].text.upper() + number.text
    return Hit(2, (replace(tokens[at], text=text, span=cover(tokens[at : at + 2])),))


_PLACES_AND_NAMES = words(
    """
    frau herr herrn kürzel zimmer haus block station gebäude gruppe eingang aufgang flur klasse
    klientin klient bewohner bewohnerin familie anlage seite punkt vitamin hepatitis
    """
)


def _match_initial(tokens: Sequence[Token], at: int) -> Hit | None:
    letter = tokens[at].text
    if not (len(letter) == 1 and letter.isupper() and word(tokens, at - 1) in _ADDRESS):
        return None
    if low(tokens, at + 1) != "." or not same_segment(tokens, at, at + 3):
        return None
    if not _is_family_name(tokens, at + 2):
        return None
    covered = tokens[at : at + 2]
    return Hit(2, (replace(tokens[at], text=f"{letter}.", span=cover(covered)),))


def _is_family_name(tokens: Sequence[Token], at: int) -> bool:
    name = word(tokens, at)
    if not name or not tokens[at].text.istitle() or len(name) < 3:
        return False
    if name.endswith(_NAME_ENDINGS):
        return True
    return low(tokens, at + 1) in _BEHIND_A_NAME and not name.endswith(_NOUN_ENDINGS)
