"""Cuts, facts with their owner, and facts with somebody else."""

from __future__ import annotations

from typing import Any

import pytest

from dokuhelfer.draft.model import Draft, DraftField, Drafts, Head, Meta, Span, Uncovered
from dokuhelfer.evaluation.rounds import RoundFigures, score_round
from dokuhelfer.evaluation.score import Ratio
from dokuhelfer.transcript.json import from_text

from .conftest import MakeCase

WANTED = [
    {"person": "Herr Wolf", "template": "pflegebericht", "facts": ["gefrühstückt", "Laune"]},
    {"person": "Frau Keller", "template": "pflegebericht", "facts": ["unruhig", "Laune"]},
]


def draft(person: str | None, text: str, template: str = "pflegebericht") -> Draft:
    fields = {"person": DraftField(person), "beobachtung": DraftField(text)}
    meta = Meta(recorded=None, app="0")
    return Draft(template, "1", "rules", meta, Head(), from_text("x"), fields)


def figures(make_case: MakeCase, *made: Draft, left: str = "", **given: Any) -> RoundFigures:
    case = make_case(**{"template": None, "drafts": WANTED, "uncovered": ["Lift"], **given})
    rest = (Uncovered(Span(0, 0, 1), left),) if left else ()
    return score_round(case, Drafts(made, rest))


def test_right_cuts(make_case: MakeCase) -> None:
    wolf = draft("Herr Wolf, Zimmer 3", "Gut gefrühstückt, gute Laune.")
    keller = draft("Frau Keller", "Unruhig, gute Laune.")
    found = figures(make_case, keller, wolf, left="Der Lift steht.")
    assert found == RoundFigures(Ratio(2, 2), Ratio(4, 4), 0, Ratio(1, 1))


def test_a_fact_with_somebody_else_is_mixed_up_and_missing(make_case: MakeCase) -> None:
    wolf = draft("Herr Wolf", "Gefrühstückt, gute Laune, unruhig.")
    found = figures(make_case, wolf, draft("Frau Keller", "Gute Laune."))
    assert found.cuts == Ratio(2, 2)
    assert found.facts == Ratio(3, 4)
    assert found.mixed == 1
    assert found.uncovered == Ratio(0, 1)
    assert len(found.notes) == 2


@pytest.mark.parametrize(
    ("made", "cuts"),
    [
        ([], Ratio(0, 2)),
        ([draft("Herr Wolf", "")], Ratio(1, 2)),
        ([draft("Herr Wolf", "", "freitext"), draft("Frau Keller", "")], Ratio(1, 2)),
        ([draft(p, "") for p in ("Herr Wolf", "Frau Keller", "Frau Keller")], Ratio(2, 3)),
    ],
)
def test_a_cut_too_few_too_many_or_of_another_kind(
    made: list[Draft], cuts: Ratio, make_case: MakeCase
) -> None:
    assert figures(make_case, *made).cuts == cuts
