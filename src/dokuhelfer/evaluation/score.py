"""One draft against one gold case: the figures of the gold format.

The same text is found, placed, equal or forbidden here as in the scoring script that comes
with the gold format: texts meet after NFKC, case folding and folding of blanks; a wanted text
may name alternatives with ``|``; a forbidden one has to stand as a word of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence, Sized
from dataclasses import dataclass, fields

from dokuhelfer.evaluation.gold import Case, Fields

ANYWHERE = "*"
_WITHOUT = "*ohne:"
_ENTRY = re.compile(r"(\w+)\[(\w+)~([^\]]+)\]\.(\w+|\*)")
_EQUAL = 1e-9
_SHOWN = 60
"""Most characters a note repeats of a field that should be empty."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many of how many."""

    hit: int = 0
    of: int = 0

    def __add__(self, other: Ratio) -> Ratio:
        return Ratio(self.hit + other.hit, self.of + other.of)

    @property
    def rate(self) -> float | None:
        """The share, None of nothing."""
        return self.hit / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of one draft or of many.

    Attributes:
        recall: wanted facts found anywhere.
        placed: wanted facts found in the field that was asked for.
        exact: typed fields equal to gold.
        forbidden: facts that must not appear and do.
        wrong_fill: fields that must be empty and are not.
        counts: groups with the right number of entries.
        notes: what is missing or wrong, in words; holds text of dictation and draft.
    """

    recall: Ratio = Ratio()
    placed: Ratio = Ratio()
    exact: Ratio = Ratio()
    forbidden: int = 0
    wrong_fill: Ratio = Ratio()
    counts: Ratio = Ratio()
    notes: tuple[str, ...] = ()

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(Score)))


def score(case: Case, draft: Fields) -> Score:
    """The figures of one draft, given by its plain values."""
    return (
        _wanted(case, draft)
        + _exact(case, draft)
        + _forbidden(case, draft)
        + _empty_fields(case, draft)
        + _counts(case, draft)
    )


def _wanted(case: Case, draft: Fields) -> Score:
    found, placed, notes = [], [], []
    for path, wants in (case.must_contain or {}).items():
        for want in wants:
            hit = contains(pick(draft, path), want)
            found.append(contains(draft, want))
            if path != ANYWHERE:
                placed.append(hit)
            if not hit:
                notes.append(f"missing {path}: {want}")
    return Score(recall=_ratio(found), placed=_ratio(placed), notes=tuple(notes))


def _exact(case: Case, draft: Fields) -> Score:
    hits, notes = [], []
    for path in case.exact:
        got, want = pick(draft, path), pick(case.gold or {}, path)
        hits.append(same(got, want))
        if not hits[-1]:
            notes.append(f"exact {path}: {got!r} != {want!r}")
    return Score(exact=_ratio(hits), notes=tuple(notes))


def _forbidden(case: Case, draft: Fields) -> Score:
    notes = [f"forbidden {word}" for word in case.must_not_contain if mentions(draft, word)]
    for path, words in (case.must_not_contain_in or {}).items():
        value = pick(draft, path)
        notes += [f"forbidden in {path}: {word}" for word in words if mentions(value, word)]
    return Score(forbidden=len(notes), notes=tuple(notes))


def _empty_fields(case: Case, draft: Fields) -> Score:
    values = {name: pick(draft, name) for name in case.empty_fields}
    filled = [not empty(values[name]) for name in case.empty_fields]
    notes = [
        f"should be empty: {name} = {flat(value)[:_SHOWN]!r}"
        for name, value in values.items()
        if not empty(value)
    ]
    return Score(wrong_fill=_ratio(filled), notes=tuple(notes))


def _counts(case: Case, draft: Fields) -> Score:
    wanted = (case.counts or {}).items()
    got = {name: _length(draft.get(name)) for name, _ in wanted}
    notes = [
        f"count {name}: {got[name]} != {count}" for name, count in wanted if got[name] != count
    ]
    hits = [got[name] == count for name, count in wanted]
    return Score(counts=_ratio(hits), notes=tuple(notes))


def _ratio(hits: Sequence[bool]) -> Ratio:
    return Ratio(sum(hits), len(hits))


def _length(value: object) -> int:
    return len(value) if isinstance(value, Sized) else 0


def pick(draft: Fields, path: str) -> object:
    """What a path names, None where there is nothing.

    ``*`` is the whole draft, ``*ohne:a,b`` all but fields a and b, ``feld`` a field,
    ``liste[feld~text].feld`` and ``liste[feld~text].*`` a member or all of the first entry
    whose ``feld`` holds ``text``.
    """
    if path == ANYWHERE:
        return draft
    if path.startswith(_WITHOUT):
        left_out = set(path.removeprefix(_WITHOUT).split(","))
        return {id: value for id, value in draft.items() if id not in left_out}
    found = _ENTRY.fullmatch(path)
    if found is None:
        return draft.get(path)
    group, key, text, member = found.groups()
    for entry in _rows(draft.get(group)):
        if isinstance(entry, Mapping) and norm(text) in norm(flat(entry.get(key))):
            return entry if member == ANYWHERE else entry.get(member)
    return None


def _rows(value: object) -> Iterable[object]:
    return value if isinstance(value, list | tuple) else ()


def norm(text: object) -> str:
    """A text as it is compared."""
    folded = unicodedata.normalize("NFKC", str(text)).casefold()
    return re.sub(r"\s+", " ", folded).strip()


def flat(value: object) -> str:
    """Every leaf of a value as one text; a decimal stands in it with comma and with point."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return " ".join(flat(part) for part in value.values())
    if isinstance(value, list | tuple):
        return " ".join(flat(part) for part in value)
    if isinstance(value, float) and not value.is_integer():
        return f"{str(value).replace('.', ',')} {value}"
    return str(value)


def contains(value: object, wanted: str) -> bool:
    """Whether one of the alternatives stands in the value."""
    hay = norm(flat(value))
    return any(norm(alternative) in hay for alternative in wanted.split("|"))


def mentions(value: object, word: str) -> bool:
    """Whether a text stands in the value as a word of its own."""
    pattern = r"(?<!\w)" + re.escape(norm(word)) + r"(?!\w)"
    return re.search(pattern, norm(flat(value))) is not None


def empty(value: object) -> bool:
    """Whether a field says nothing."""
    return value is None or value in ("", [], {}, ())


def same(got: object, want: object) -> bool:
    """Whether a field equals gold: numbers by value, all else by its text."""
    if isinstance(want, int | float) and not isinstance(want, bool):
        try:
            return abs(float(str(got).replace(",", ".")) - want) < _EQUAL
        except ValueError:
            return False
    return norm(flat(got)) == norm(flat(want))
