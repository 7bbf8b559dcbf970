"""What a mutation is: a correct draft with one fact made wrong."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from dokuhelfer.draft.template.model import Field, FieldType, Template
from dokuhelfer.evaluation.gold import Fields
from dokuhelfer.transcript.model import Transcript

Item = TypeVar("Item")
Path = tuple[str | int, ...]
"""Keys and list numbers from a draft's fields down to one value."""


class Fault(StrEnum):
    """Kinds of wrong facts (issue „check“: number, unit, time …; the last four are extra)."""

    NUMBER = "number"
    UNIT = "unit"
    TIME = "time"
    DATE = "date"
    SIDE = "side"
    NEGATION_DROPPED = "negation_dropped"
    NEGATION_ADDED = "negation_added"
    DRUG = "drug"
    NAME = "name"
    INVENTED = "invented"
    PLANNED_AS_DONE = "planned_as_done"
    WITHDRAWN = "withdrawn"
    CLAUSE_DROPPED = "clause_dropped"
    CHOICE = "choice"
    QUALIFIER = "qualifier"
    QUOTE = "quote"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Change:
    """One value written otherwise. ``after`` is None where it is taken away."""

    fault: Fault
    after: str | int | float | None


@dataclass(frozen=True, slots=True)
class Place:
    """The value that is changed, and what a change has to know about it.

    Attributes:
        path: where it stands.
        field: id of the field or group member it stands in.
        spoken: the dictation, case-folded.
        case: id of the case; seeds every choice.
    """

    path: Path
    field: str
    spoken: str
    case: str

    def choose(self, options: Sequence[Item], key: str) -> Iterator[Item]:
        """The options from a place on that case, path and ``key`` fix; then round once."""
        if options:
            start = seed(self.case, pointer(self.path), key) % len(options)
            yield from options[start:]
            yield from options[:start]

    def unspoken(self, options: Sequence[str], key: str) -> str | None:
        """One of the options that the dictation does not name."""
        return next((o for o in self.choose(options, key) if o.casefold() not in self.spoken), None)


@dataclass(frozen=True, slots=True)
class Mutation:
    """A draft that differs from a correct one in one fact and is wrong.

    Attributes:
        path: JSON pointer of the value that was changed.
        before, after: that value as text; for a dropped clause the clause and "".
    """

    fault: Fault
    field: str
    path: str
    before: str
    after: str
    fields: Fields


def seed(*keys: str) -> int:
    """A number that only the keys decide: runs are comparable on every machine."""
    return zlib.crc32("\n".join(keys).encode())


def pointer(path: Path) -> str:
    """The path as a JSON pointer."""
    return "".join(f"/{part}" for part in path)


def leaves(value: object, path: Path = ()) -> Iterator[tuple[Path, str | int | float]]:
    """Every value of a draft that says something, with its path."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from leaves(item, (*path, str(key)))
    elif isinstance(value, list | tuple):
        for number, item in enumerate(value):
            yield from leaves(item, (*path, number))
    elif isinstance(value, str | int | float) and not isinstance(value, bool) and value != "":
        yield path, value


def member_of(template: Template, path: Path) -> Field | None:
    """What a value stands in; None where the template has no such field."""
    field = next((f for f in template.fields if f.id == path[0]), None)
    if field is None or field.type is not FieldType.GROUP:
        return field
    return next((m for m in field.members if m.id == path[-1]), None)


def replaced(fields: Fields, path: Path, after: object) -> Fields:
    """The draft with another value at one place; everything else is the same."""
    changed = _with(fields, path, after)
    assert isinstance(changed, Mapping)  # noqa: S101 - narrows the type only
    return changed


def _with(value: object, path: Path, after: object) -> object:
    if not path:
        return after
    step, rest = path[0], path[1:]
    if isinstance(value, Mapping):
        return {key: _with(v, rest, after) if key == step else v for key, v in value.items()}
    assert isinstance(value, list | tuple)  # noqa: S101 - paths come from `leaves`
    changed = [_with(v, rest, after) if n == step else v for n, v in enumerate(value)]
    return [item for item in changed if item is not None]


def dictated(transcript: Transcript) -> str:
    """What was said, case-folded."""
    return " ".join(segment.text for segment in transcript.segments).casefold()
