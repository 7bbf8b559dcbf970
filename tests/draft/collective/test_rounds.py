"""Own rounds: right cuts, nobody's facts with somebody else, nothing lost.

``seen`` rounds were at hand when the rules were written. ``second``, ``unseen``, ``fresh``,
``last`` and ``final`` were each scored once unseen and then learnt from (docs/decisions/004 has
what they scored).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from dokuhelfer.draft.model import Draft, Drafts
from dokuhelfer.draft.rules.people import same_person

ROUNDS = json.loads((Path(__file__).parents[2] / "gold" / "rounds.json").read_text("utf-8"))
PARTS = ["seen", "second", "unseen", "fresh", "last", "final"]
Drafter = Callable[..., Drafts]


def leaves(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for part in value.values():
            yield from leaves(part)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from leaves(part)
    elif value is not None:
        yield str(value).replace(".", ",") if isinstance(value, float) else str(value)


def text_of(draft: Draft) -> str:
    fields = (field.value for id, field in draft.fields.items() if id != "person")
    return " | ".join(leaf for value in fields for leaf in leaves(value)).lower()


def person_of(draft: Draft) -> str | None:
    field = draft.fields.get("person")
    return None if field is None or field.value is None else str(field.value).split(",")[0]


def holds(text: str, fact: str) -> bool:
    behind = r"(?!\d)" if fact[-1].isdigit() else ""
    return re.search(rf"(?<!\w){re.escape(fact.lower())}{behind}", text) is not None


def meets(draft: Draft, wanted: Mapping[str, Any]) -> bool:
    return draft.template == wanted["template"] and about(draft, wanted["person"])


def about(draft: Draft, person: str | None) -> bool:
    own = person_of(draft)
    return own is None if person is None else own is not None and same_person(own, person)


@pytest.fixture(scope="module")
def made(drafts: Drafter) -> dict[str, Drafts]:
    return {case["id"]: drafts(case["dictation"], context=case["context"]) for case in ROUNDS}


def of(part: str) -> list[dict[str, Any]]:
    return [case for case in ROUNDS if case["part"] == part]


@pytest.mark.parametrize("part", PARTS)
def test_nine_of_ten_cuts_are_right(part: str, made: dict[str, Drafts]) -> None:
    right = total = 0
    for case in of(part):
        found = made[case["id"]].drafts
        total += max(len(found), len(case["drafts"]))
        for wanted in case["drafts"]:
            right += sum(meets(draft, wanted) for draft in found) == 1
    assert right / total >= 0.9


@pytest.mark.parametrize("case", ROUNDS, ids=lambda case: case["id"])
def test_no_fact_is_with_the_wrong_person(case: dict[str, Any], made: dict[str, Drafts]) -> None:
    for wanted in case["drafts"]:
        for fact in wanted["facts"]:
            sharers = [other["person"] for other in case["drafts"] if fact in other["facts"]]
            for draft in made[case["id"]].drafts:
                if not any(about(draft, person) for person in sharers):
                    assert not holds(text_of(draft), fact), (fact, person_of(draft))


@pytest.mark.parametrize("case", ROUNDS, ids=lambda case: case["id"])
def test_nobody_is_named_in_the_draft_of_another(
    case: dict[str, Any], made: dict[str, Drafts]
) -> None:
    persons = {wanted["person"] for wanted in case["drafts"]} - {None}
    for draft in made[case["id"]].drafts:
        if person_of(draft) is None:
            continue
        own = (person_of(draft) or "").split()[-1]
        for person in persons:
            if not about(draft, person) and person.split()[-1] != own:
                family = person.split()[-1].lower().rstrip(".")
                assert len(family) < 2 or not re.search(rf"\b{family}\b", text_of(draft))


@pytest.mark.parametrize("part", PARTS)
def test_facts_stand_with_their_person(part: str, made: dict[str, Drafts]) -> None:
    hits = [
        any(
            about(draft, wanted["person"]) and holds(text_of(draft), fact)
            for draft in made[case["id"]].drafts
        )
        for case in of(part)
        for wanted in case["drafts"]
        for fact in wanted["facts"]
    ]
    assert sum(hits) / len(hits) >= 0.95


@pytest.mark.parametrize("case", ROUNDS, ids=lambda case: case["id"])
def test_what_concerns_nobody_is_listed(case: dict[str, Any], made: dict[str, Drafts]) -> None:
    listed = " ".join(item.text for item in made[case["id"]].uncovered)
    assert all(piece in listed for piece in case["uncovered"])


@pytest.mark.parametrize("case", ROUNDS, ids=lambda case: case["id"])
def test_evidence_lies_in_the_whole_dictation(
    case: dict[str, Any], made: dict[str, Drafts]
) -> None:
    for draft in made[case["id"]].drafts:
        assert draft.transcript.segments[0].text == case["dictation"]
        assert not [item for item in draft.findings if item.severity.value == "block"]
        for field in draft.fields.values():
            for statement in field.statements:
                assert statement.evidence
                for span in statement.evidence:
                    assert 0 <= span.start < span.end <= len(case["dictation"])
