"""Keys of one table of a template file: known, present, of the right form."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping

from dokuhelfer.draft.template.mistake import Mistake, Problem, closest, shown
from dokuhelfer.draft.template.schema import Form, Key

_CUES = (Form.CUES, Form.PARTED_CUES)
_CUE_WORD = re.compile(r"\*?[^\s*]{2,}\*?|[^\s*]")

_EXPECTED: Mapping[Form, str] = {
    Form.TEXT: '"…"',
    Form.FLAG: "true, false",
    Form.COUNT: "1, 2, 3 …",
    Form.NUMBER: "37.5",
    Form.TEXTS: '["…", "…"]',
    Form.CUES: '["…", "…"]',
    Form.PARTED_CUES: '["…", "…"]',
    Form.CHOICES: '["…", "…"]',
    Form.TABLES: "[[felder]]",
}


def check_keys(
    table: Mapping[str, object], keys: Mapping[str, Key], file: str, field: str | None = None
) -> Iterator[Mistake]:
    """Unknown keys, missing ones, and values of the wrong form."""
    for name in table:
        if name not in keys:
            missing = [known for known in keys if known not in table]
            yield Mistake(
                file,
                Problem.KEY_UNKNOWN,
                field,
                shown(name),
                expected=", ".join(keys),
                suggestion=closest(name, missing),
            )
    for name, key in keys.items():
        if name not in table:
            if key.required:
                yield Mistake(file, Problem.KEY_MISSING, field, name)
        elif not _fits(table[name], key.form):
            yield Mistake(
                file,
                Problem.VALUE_TYPE,
                field,
                name,
                shown(table[name]),
                _EXPECTED[key.form],
                _meant(table[name], key.form),
            )
        elif key.required and table[name] in ("", []):
            yield Mistake(file, Problem.VALUE_EMPTY, field, name)


def check_words(
    table: Mapping[str, object], keys: Mapping[str, Key], file: str, field: str | None = None
) -> Iterator[Mistake]:
    """Words outside the list a key allows, and cues of a form nothing can match."""
    for name, key in keys.items():
        value = table.get(name)
        if key.allowed and isinstance(value, str) and value not in key.allowed:
            yield Mistake(
                file,
                Problem.VALUE_UNKNOWN,
                field,
                name,
                shown(value),
                ", ".join(key.allowed),
                closest(value, key.allowed),
            )
        if key.form in _CUES and isinstance(value, list):
            yield from _check_cues(value, key.form, name, file, field)


def _check_cues(
    cues: list[object], form: Form, name: str, file: str, field: str | None
) -> Iterator[Mistake]:
    for cue in cues:
        if not isinstance(cue, str):
            continue
        words = re.split(r"[\s|]", cue) if form is Form.PARTED_CUES else cue.split()
        well_formed = words and all(_CUE_WORD.fullmatch(word) for word in words)
        if not well_formed or cue != cue.lower():
            yield Mistake(
                file,
                Problem.CUE_FORM,
                field,
                name,
                shown(cue),
                suggestion=cue.lower() if well_formed else None,
            )


def _fits(value: object, form: Form) -> bool:
    match form:
        case Form.TEXT:
            return isinstance(value, str)
        case Form.FLAG:
            return isinstance(value, bool)
        case Form.COUNT:
            return isinstance(value, int) and not isinstance(value, bool) and value > 0
        case Form.NUMBER:
            return _is_number(value)
        case Form.TEXTS | Form.CUES | Form.PARTED_CUES:
            return _all(value, str)
        case Form.TABLES:
            return _all(value, dict)
        case Form.CHOICES:
            # The entries have a check of their own that says which one is wrong.
            return isinstance(value, list)


def _is_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return math.isfinite(value)


def _all(value: object, kind: type) -> bool:
    return isinstance(value, list) and all(isinstance(entry, kind) for entry in value)


def _meant(value: object, form: Form) -> str | None:
    """What was probably meant by a value of the wrong form."""
    if form is Form.FLAG and isinstance(value, str):
        return {"ja": "true", "true": "true", "nein": "false", "false": "false"}.get(value.lower())
    if form in (Form.TEXTS, *_CUES) and isinstance(value, str):
        return f'["{shown(value)}"]'
    if form is Form.TEXT and isinstance(value, int | float):
        return f'"{value}"'
    return None
