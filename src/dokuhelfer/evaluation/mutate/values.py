"""Numbers, units, times and dates made wrong, in texts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dokuhelfer.draft.check.input import sentences
from dokuhelfer.evaluation.mutate.lists import lists
from dokuhelfer.evaluation.mutate.model import Change, Fault, Place

_TIME = re.compile(r"(?<![\d:])\d{1,2}:\d{2}(?![\d:])|(?<![\d:.,-])\d{1,2}(?= Uhr\b)")
_NUMBER = re.compile(r"(?<![\w:.,-])\d+(?:\.\d{3})*(?:,\d+)?(?![\d:]|\.\d|,\d)")
_MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli"),
    *("August", "September", "Oktober", "November", "Dezember"),
)
_DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_RELATIVE = {"gestern": "vorgestern", "heute": "gestern", "morgen": "übermorgen"}
_DATE = re.compile(r"(?<![\d.,])(\d{1,2})\.\s?(?:\d{1,2}\.|(?:" + "|".join(_MONTHS) + r")\b)")
_FRACTION = re.compile(r"(?<!\d)\d/\d(?!\d)")
_WORDS = (
    *("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"),
    *("zehn", "elf", "zwölf"),
)
_WORD = re.compile(rf"\b({'|'.join(_WORDS)})(mal)?\b", re.IGNORECASE)
_WITHOUT_UNIT = re.compile(r"\b(?:BZ|Blutzucker) (\d+)(?![\d,.]|\s?(?:mg|mmol))")


def numbers(text: str, place: Place) -> Iterator[Change]:
    """Another number: digits turned round, ten times as much, a little more, another word.

    One that its sentence says twice is left alone: the other one would still be right.
    """
    taken = [m.span() for rule in (_TIME, _DATE, _FRACTION) for m in rule.finditer(text)]
    for found in _NUMBER.finditer(text):
        if any(start <= found.start() < end for start, end in taken):
            continue
        if not _twice(found[0], found.start(), text):
            after = _spliced(text, found, _unseen(other_numbers(found[0]), text, place))
            yield Change(Fault.NUMBER, after)
    for found in _WORD.finditer(text):
        value = _WORDS.index(found[1].lower())
        if not _twice(found[1], found.start(), text):
            other = _WORDS[(value + 2) % len(_WORDS)]
            word = other.capitalize() if found[1][0].isupper() else other
            yield Change(Fault.NUMBER, _spliced(text, found, word + (found[2] or "")))


def _twice(number: str, at: int, text: str) -> bool:
    """Whether the sentence around a number says it once more, in digits or as a word."""
    sentence = _sentence_at(text, at).lower()
    said = number.lower()
    forms = {said}
    if said in _WORDS:
        forms.add(str(_WORDS.index(said) + 2))
    elif said.isdecimal() and 2 <= int(said) < len(_WORDS) + 2:
        forms.add(_WORDS[int(said) - 2])
    pattern = rf"(?<![\w,.])(?:{'|'.join(map(re.escape, forms))})(?:mal)?(?!\w|[,.]\d)"
    return len(re.findall(pattern, sentence)) > 1


def _sentence_at(text: str, at: int) -> str:
    end = 0
    for part in sentences(text):
        end += len(part)
        if at < end:
            return part
    return text


def other_numbers(old: str) -> list[str]:
    """Wrong numbers in the same writing, the likeliest mistakes first."""
    if "," in old:
        whole, tail = old.split(",")
        last = str((int(tail[-1]) + 4) % 10 or 3)
        turned = f"{whole[::-1]},{tail}"
        candidates = [f"{whole},{tail[:-1]}{last}"]
        candidates += [turned] if not whole.endswith("0") else []
        return [c for c in candidates if c != old]
    value = int(old.replace(".", ""))
    digits = str(value)
    candidates = [digits[::-1]] if not digits.endswith("0") else []
    candidates += [str(value + (1 if value < 10 else 11)), f"{digits}0"]
    written = [_grouped(c) if "." in old else c for c in candidates]
    return [c for c in written if c != old]


def _grouped(digits: str) -> str:
    return f"{int(digits):,}".replace(",", ".")


def _unseen(candidates: list[str], text: str, place: Place) -> str:
    """A candidate that does not stand in the text already."""
    fresh = [c for c in candidates if not re.search(rf"(?<!\d){re.escape(c)}(?!\d)", text)]
    return next(place.choose(fresh, "number"), candidates[-1])


def times(text: str, place: Place) -> Iterator[Change]:
    """Another clock time, never the same one twelve hours off."""
    for found in _TIME.finditer(text):
        new = other_time(found[0]) if ":" in found[0] else str((int(found[0]) + 1) % 24)
        if new not in text and text.count(found[0]) == 1:
            yield Change(Fault.TIME, _spliced(text, found, new))


def other_time(value: str) -> str:
    """A full hour an hour later, any other time within its hour."""
    hours, minutes = value.split(":")
    if minutes == "00":
        return f"{(int(hours) + 1) % 24:02d}:{minutes}"
    return f"{hours}:45" if minutes == "30" else f"{hours}:{60 - int(minutes):02d}"


def dates(text: str, place: Place) -> Iterator[Change]:
    """Another weekday, month, day of the month, or „gestern“ for „heute“."""
    for row in (_DAYS, _MONTHS):
        for number, word in enumerate(row):
            found = re.search(rf"\b{word}\b", text)
            other = row[(number + 2) % len(row)]
            if found and other.casefold() not in place.spoken and text.count(word) == 1:
                yield Change(Fault.DATE, _spliced(text, found, other))
    for old, new in _RELATIVE.items():
        found = re.search(rf"\b{old}\b", text)
        if found and new not in place.spoken:
            yield Change(Fault.DATE, _spliced(text, found, new))
    for found in _DATE.finditer(text):
        day = str(int(found[1]) % 27 + 2)
        yield Change(Fault.DATE, text[: found.start(1)] + day + text[found.end(1) :])


def units(text: str, place: Place) -> Iterator[Change]:
    """Another unit behind a number, or one for blood sugar that nobody said (design)."""
    for old, new in lists().units.items():
        for found in re.finditer(rf"(?<=\d ){re.escape(old)}(?![\w/])", text):
            yield Change(Fault.UNIT, _spliced(text, found, new))
    if "mg" in place.spoken or "milligramm" in place.spoken or "mmol" in place.spoken:
        return
    for found in _WITHOUT_UNIT.finditer(text):
        yield Change(Fault.UNIT, f"{text[: found.end()]} mg/dl{text[found.end() :]}")


def _spliced(text: str, found: re.Match[str], new: str) -> str:
    return text[: found.start()] + new + text[found.end() :]
