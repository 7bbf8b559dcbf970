"""What the digits do at an open finding, by its kind (ui.md §2.5)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dokuhelfer.draft import german
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.model import Draft, Finding, Kind, Scalar, Severity, Statement
from dokuhelfer.draft.template.model import Area, Field, FieldType
from dokuhelfer.review.dictation import Dictation
from dokuhelfer.review.emphasis import find_words
from dokuhelfer.review.parts import (
    Address,
    disputed,
    field_of,
    statements_of,
    value_of,
)
from dokuhelfer.review.stops import Answer, Choice, Topic, Why
from dokuhelfer.review.typed import parse

_SIDE = re.compile(r"\b(link|recht)(s|e[nmrs]?)\b", re.IGNORECASE)
_SIDES = ("link", "recht")
_ENDS = (".", "!", "?", "…", "“")
_FELLOW = {Area.PFLEGE: "Mitbewohner/in", Area.BERATUNG: "Andere Person"}
"""What another person is called in somebody's record (domain.md §3 R13)."""
_SILENT = frozenset({Kind.WORDING, Kind.PLAUSIBILITY})
"""Notes without answers: confirming accepts them."""


@dataclass(frozen=True, slots=True)
class Disputed:
    """A finding with the part and the statement it is about.

    Attributes:
        statement: None where the part holds a value without statements.
        others: the other statements of that part.
    """

    finding: Finding
    field: Field
    value: Scalar | None
    statement: Statement | None
    others: tuple[Statement, ...] = ()

    @classmethod
    def of(cls, finding: Finding, draft: Draft, dictation: Dictation) -> Disputed:
        """What a finding of this draft is about."""
        about = disputed(finding, draft)
        field = field_of(dictation.template, finding.path)
        value, statement = value_of(draft, finding.path), about[0] if about else None
        others = tuple(one for one in statements_of(draft, finding.path) if one != statement)
        return cls(finding, field, value, statement, others)

    @property
    def is_text(self) -> bool:
        """Whether it is prose rather than a value."""
        return self.field.type in (FieldType.TEXT, FieldType.LIST)

    @property
    def words(self) -> Mapping[str, str]:
        """The words the finding names: ``said``, ``written``, ``first``, ``second``, ``unit``."""
        for sentence in Sentence:
            found = sentence.read(self.finding.detail)
            if found:
                return found
        return {}


def topic_of(finding: Finding) -> Topic:
    """What the panel of a finding is titled by."""
    if finding.kind is Kind.NEGATION:
        if Sentence.LOST.read(finding.detail) is not None:
            return Topic.NEGATION_LOST
        added = Sentence.ADDED.read(finding.detail) is not None
        return Topic.NEGATION_ADDED if added else Topic.NEGATION
    if finding.kind is Kind.TIME and Sentence.TIME_OPEN.read(finding.detail) is not None:
        return Topic.TIME_OPEN
    if Sentence.KEPT.read(finding.detail) is not None:
        return Topic.KEPT
    return Topic(finding.kind.value)


def choices_of(about: Disputed, dictation: Dictation) -> tuple[Choice, ...]:
    """The numbered answers to a finding; empty where confirming is all there is."""
    finding = about.finding
    if finding.kind is Kind.MISSING:
        return (Choice(1, Answer.LEAVE_EMPTY), Choice(2, Answer.TYPE_IN))
    if topic_of(finding) is Topic.TIME_OPEN:
        first, second = about.words["first"], about.words["second"]
        return (Choice(1, Answer.FIRST_TIME, first), Choice(2, Answer.SECOND_TIME, second))
    if finding.kind in _SILENT or finding.severity is not Severity.BLOCK:
        return ()
    if is_about_another(finding):
        return (
            Choice(1, Answer.FELLOW, _FELLOW[dictation.template.area]),
            Choice(2, Answer.BELONGS_HERE),
            Choice(3, Answer.OWN_ENTRY),
        )
    said = as_dictated(about, dictation)
    why = None if said else Why.NOTHING_DICTATED
    return (
        Choice(1, Answer.AS_DICTATED, said[0] if said else "", why),
        Choice(2, Answer.CORRECT),
        Choice(3, Answer.STRIKE),
        Choice(4, Answer.ADDED_BY_ME),
    )


def is_about_another(finding: Finding) -> bool:
    """Whether another person's name was dictated with it."""
    person = finding.kind is Kind.PERSON
    return person and Sentence.OTHER_PERSON.read(finding.detail) is not None


def fellow(about: Disputed, text: str, area: Area) -> str:
    """A statement with the other person's name replaced, or named so in front."""
    word = _FELLOW[area]
    changed = _replaced(text, about.words.get("said", ""), word)
    return changed if changed is not None else f"{word}: {text}"


def as_dictated(about: Disputed, dictation: Dictation) -> tuple[str, ...]:
    """The wordings that put what was said in its place, the least change first.

    For a typed value they can be read by `typed.parse`. Empty where nothing was said. The
    last wording of a text is that of the dictation itself; it may stand there already.
    """
    if not about.is_text:
        return _said_value(about, dictation)
    if about.statement is None or about.finding.kind is Kind.UNSUPPORTED:
        return ()
    quoted = own_words(about, dictation)
    found = (_corrected(about, about.statement.text, quoted), quoted)
    return tuple(dict.fromkeys(text for text in found if text))


def own_words(about: Disputed, dictation: Dictation) -> str:
    """The disputed statement in the dictation's own words; "" where nothing was said."""
    if about.statement is None:
        return ""
    quoted = dictation.quoted(dictation.own_places(about.statement, about.others))
    return quoted if about.statement.text.endswith(_ENDS) else quoted.removesuffix(".")


def _corrected(about: Disputed, text: str, quoted: str) -> str | None:
    """The statement with the one disputed word replaced; None where that is not certain.

    What the check names as said may be another value of the dictation: it counts only where
    it stands in the statement's own evidence, and what is written does not.
    """
    words = about.words
    if about.finding.kind is Kind.UNIT and "unit" in words:
        return _without_unit(text, words["unit"])
    said, written = words.get("said", ""), words.get("written", "")
    if about.finding.kind is Kind.LATERALITY and said:
        changed = _other_side(text, said)
        return changed if changed and _sides(changed) <= _sides(quoted) else None
    certain = _has(quoted, said) and not _has(quoted, written) and not _has(text, said)
    return _replaced(text, written, said) if certain else None


def _has(text: str, words: str) -> bool:
    return bool(words) and bool(find_words(text, [words]))


def _sides(text: str) -> set[str]:
    return {match[1].lower() for match in _SIDE.finditer(text)}


def _replaced(text: str, old: str, new: str) -> str | None:
    """One word for another where it stands once, as a word of its own."""
    if not old.strip():
        return None
    places = list(re.finditer(rf"(?<!\w){re.escape(old)}(?!\w)", text, re.IGNORECASE))
    if len(places) != 1:
        return None
    return text[: places[0].start()] + new + text[places[0].end() :]


def _other_side(text: str, said: str) -> str | None:
    """„im rechten Knie“ → „im linken Knie“, its ending kept; None where sides are mixed."""
    places = list(_SIDE.finditer(text))
    stem = next((stem for stem in _SIDES if said.lower().startswith(stem)), None)
    if stem is None or len(places) != 1 or places[0][1].lower() == stem:
        return None
    place = places[0]
    new = stem.capitalize() if place[1][0].isupper() else stem
    return text[: place.start()] + new + place[2] + text[place.end() :]


def _without_unit(text: str, unit: str) -> str | None:
    found = re.search(rf"(?<=\d)\s*{re.escape(unit)}(?!\w)", text)
    return None if found is None else text[: found.start()] + text[found.end() :]


def _said_value(about: Disputed, dictation: Dictation) -> tuple[str, ...]:
    """What was said of a typed value: what the rules find, else the finding's own word."""
    found: list[str] = []
    address = Address.of(about.finding.path)
    by_rules = dictation.by_rules.get(address.field)
    value = None if by_rules is None or address.row is not None else by_rules.value
    if value is not None and not isinstance(value, tuple):
        found.append(editable(value, about.field))
    said = about.words.get("said", "")
    if said and parse(said, about.field) is not None:
        found.append(said)
    current = "" if about.value is None else editable(about.value, about.field)
    return tuple(dict.fromkeys(text for text in found if text != current))


def editable(value: Scalar, field: Field) -> str:
    """A value as an editor takes it: German writing, no unit."""
    if isinstance(value, str):
        return german.day(value) if field.type is FieldType.DATE else value
    return german.number(value)
