"""What can be wrong with a template file, one value per thing to put right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum


class Problem(StrEnum):
    """Kinds of mistakes; one sentence each in ``messages/template_*.toml``."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    NOT_UTF8 = "not_utf8"
    NOT_TOML = "not_toml"
    KEY_UNKNOWN = "key_unknown"
    KEY_MISSING = "key_missing"
    KEY_MISPLACED = "key_misplaced"
    VALUE_TYPE = "value_type"
    VALUE_EMPTY = "value_empty"
    VALUE_UNKNOWN = "value_unknown"
    ID_INVALID = "id_invalid"
    ID_DUPLICATE = "id_duplicate"
    ID_NOT_FILE_NAME = "id_not_file_name"
    TYPE_UNKNOWN = "type_unknown"
    CHOICES_MISSING = "choices_missing"
    CHOICE_FORM = "choice_form"
    CHOICE_DUPLICATE = "choice_duplicate"
    GROUP_EMPTY = "group_empty"
    GROUP_NESTED = "group_nested"
    FACT_UNKNOWN = "fact_unknown"
    FACT_TYPE = "fact_type"
    DEFAULT_UNKNOWN = "default_unknown"
    DEFAULT_TYPE = "default_type"
    BASE_NAME = "base_name"
    BASE_MISSING = "base_missing"
    BASE_REFUSED = "base_refused"
    PLACE_UNKNOWN = "place_unknown"
    CUE_FORM = "cue_form"
    LIMITS_INVERTED = "limits_inverted"
    LIMITS_TYPE = "limits_type"
    UNPLACED_MISSING = "unplaced_missing"
    EXTENDS_UNKNOWN = "extends_unknown"
    EXTENDS_CYCLE = "extends_cycle"
    EXTENDS_BROKEN = "extends_broken"
    TYPE_CHANGED = "type_changed"
    FIELD_UNKNOWN = "field_unknown"
    HIDDEN_NEEDED = "hidden_needed"
    BAUSTEIN_NUMBER = "baustein_number"
    BAUSTEIN_NAME = "baustein_name"
    CUE_TAKEN = "cue_taken"
    STOP_UNKNOWN = "stop_unknown"
    STOP_ROWS = "stop_rows"
    STOP_TWICE = "stop_twice"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake in a template file. Holds words of the template, never of a dictation.

    Attributes:
        file: the file's name without its folder.
        field: id of the field, ``eintraege.person`` for a member, ``#3`` for the third
            field when it has no usable id; None when the mistake is not in a field.
        key: the key it is about.
        value: what stands there, shortened; for `NOT_TOML` the line number.
        expected: the form or the values that would do.
        suggestion: what was probably meant; None when nothing comes close.
    """

    file: str
    problem: Problem
    field: str | None = None
    key: str | None = None
    value: str = ""
    expected: str = ""
    suggestion: str | None = None

    @property
    def params(self) -> dict[str, str]:
        """All placeholders of the message catalogue; what is not set is empty."""
        return {
            "file": self.file,
            "field": self.field or "",
            "key": self.key or "",
            "value": self.value,
            "expected": self.expected,
            "suggestion": self.suggestion or "",
        }


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word the given one was probably meant to be, None when none comes close."""
    by_lower = {candidate.lower(): candidate for candidate in known}
    matches = get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[matches[0]] if matches else None


def shown(value: object) -> str:
    """A value of the file as a mistake quotes it: one line, at most 60 characters."""
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:59] + "…"
