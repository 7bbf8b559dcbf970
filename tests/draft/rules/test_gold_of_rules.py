"""The engine on own dictations in the gold format, by what was known when rules were written.

``seen`` cases were at hand, ``unseen`` ones were never looked at, ``hard`` ones (long,
colloquial) and ``fresh`` ones were scored once unseen and then learnt from.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from dokuhelfer.draft.model import DraftField

CASES = json.loads(
    (Path(__file__).parents[2] / "gold" / "cases_rules.json").read_text(encoding="utf-8")
)
Drafter = Callable[..., Mapping[str, DraftField]]


def flat(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return " ".join(flat(part) for part in value.values())
    if isinstance(value, tuple | list):
        return " ".join(flat(part) for part in value)
    return str(value)


def plain(value: Any) -> str:
    return re.sub(r"\s+", " ", flat(value)).strip().lower()


def pick(values: Mapping[str, Any], path: str) -> Any:
    if path == "*":
        return values
    if path.startswith("*ohne:"):
        left_out = path.removeprefix("*ohne:").split(",")
        return {id: value for id, value in values.items() if id not in left_out}
    found = re.fullmatch(r"(\w+)\[(\w+)~([^\]]+)\]\.(\w+|\*)", path)
    if found is None:
        return values.get(path)
    group, key, text, leaf = found.groups()
    for entry in values.get(group) or ():
        if plain(text) in plain(entry.get(key)):
            return entry if leaf == "*" else entry.get(leaf)
    return None


def holds(value: Any, wanted: str) -> bool:
    return any(plain(one) in plain(value) for one in wanted.split("|"))


def mentions(value: Any, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(plain(word))}(?!\w)", plain(value)) is not None


@pytest.fixture(scope="module")
def drafted(draft: Drafter) -> dict[str, dict[str, Any]]:
    return {
        case["id"]: {
            id: field.value
            for id, field in draft(case["dictation"], case["template"], case["context"]).items()
        }
        for case in CASES
    }


def share(hits: list[bool]) -> float:
    assert hits
    return sum(hits) / len(hits)


@pytest.mark.parametrize("part", ["seen", "unseen", "hard", "fresh"])
class TestAgainstGold:
    def cases(self, part: str) -> list[dict[str, Any]]:
        return [case for case in CASES if case["part"] == part]

    def test_facts_anywhere(self, part: str, drafted: dict[str, dict[str, Any]]) -> None:
        hits = [
            holds(drafted[case["id"]], want)
            for case in self.cases(part)
            for wants in case["must_contain"].values()
            for want in wants
        ]
        assert share(hits) >= 0.95

    def test_facts_in_the_right_field(self, part: str, drafted: dict[str, dict[str, Any]]) -> None:
        hits = [
            holds(pick(drafted[case["id"]], path), want)
            for case in self.cases(part)
            for path, wants in case["must_contain"].items()
            if path != "*"
            for want in wants
        ]
        assert share(hits) >= 0.85

    def test_exact_fields(self, part: str, drafted: dict[str, dict[str, Any]]) -> None:
        hits = [
            pick(drafted[case["id"]], path) == pick(case["gold"], path)
            for case in self.cases(part)
            for path in case["exact"]
        ]
        assert share(hits) >= 0.9

    def test_empty_fields_stay_empty(self, part: str, drafted: dict[str, dict[str, Any]]) -> None:
        hits = [
            pick(drafted[case["id"]], path) is None
            for case in self.cases(part)
            for path in case["empty_fields"]
        ]
        assert share(hits) >= 0.95

    def test_nothing_forbidden(self, part: str, drafted: dict[str, dict[str, Any]]) -> None:
        found = [
            (case["id"], path, word)
            for case in self.cases(part)
            for path, words in {
                "*": case["must_not_contain"],
                **case.get("must_not_contain_in", {}),
            }.items()
            for word in words
            if mentions(pick(drafted[case["id"]], path), word)
        ]
        assert found == []

    def test_one_entry_per_person(self, part: str, drafted: dict[str, dict[str, Any]]) -> None:
        counted = [
            (case["id"], len(drafted[case["id"]][group] or ()), number)
            for case in self.cases(part)
            for group, number in case.get("counts", {}).items()
        ]
        assert [entry for entry in counted if entry[1] != entry[2]] == []
