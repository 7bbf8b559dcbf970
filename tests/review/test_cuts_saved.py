"""Cuts put away come back with every decision, or not at all."""

from __future__ import annotations

from typing import Any

import pytest

from dokuhelfer import jsonio
from dokuhelfer.draft.collective.assemble import Collective
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.rules import RulesEngine
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.review.cuts import CutSession
from dokuhelfer.review.cuts_saved import from_json, to_json
from dokuhelfer.transcript.json import from_text
from dokutest.reviewing import NOW

ROUND = (
    "Frau Kern hat gut geschlafen. Sie hat gefrühstückt. "
    "Herr Wolf hatte Schmerzen im Knie. Er hat ein Kühlpack bekommen. "
    "Frau Kern und Frau Lang haben gelacht. Sie war müde."
)
KINDS = frozenset({"pflegebericht", "vitalwerte"})


def session(text: str = ROUND) -> CutSession:
    templates = {id: load_template(id) for id in sorted(KINDS)}
    context = Context(recorded=NOW)
    return CutSession(Collective(from_text(text), templates, context, RulesEngine(), {}))


def looked_at() -> CutSession:
    cuts = session()
    cuts.split(1, cuts.entries[1].pieces[-1].number)
    cuts.give_to(2, "Herr Neu")
    cuts.fits(0)
    cuts.leave_out(cuts.undecided[0])
    return cuts


def test_every_decision_comes_back() -> None:
    before = looked_at()
    kept = jsonio.parse(jsonio.dump(to_json(before.state)))
    after = session()
    state = from_json(kept, after.state.cutting, KINDS)
    assert state is not None
    after.take_up(state)
    assert after.entries == before.entries
    assert (after.nowhere, after.undecided) == (before.nowhere, before.undecided)
    assert after.state == before.state
    after.fits_all()
    assert after.ready
    after.undo()
    after.undo()  # what was decided in the window before is no step of this one
    assert after.state == before.state


def drop_a_piece(kept: dict[str, Any]) -> None:
    kept["pieces"].pop()


def name_another_first(kept: dict[str, Any]) -> None:
    kept["persons"][0] = "Frau Adam"


def point_behind_the_end(kept: dict[str, Any]) -> None:
    kept["cuts"][0]["clauses"] = [99]


def name_a_lost_template(kept: dict[str, Any]) -> None:
    kept["cuts"][0]["kind"] = "gibt_es_nicht"


def own_by_nobody_known(kept: dict[str, Any]) -> None:
    kept["owners"][0] = [17]


@pytest.mark.parametrize(
    "spoil",
    [drop_a_piece, name_another_first, point_behind_the_end, name_a_lost_template,
     own_by_nobody_known, dict.clear],
)  # fmt: skip
def test_what_fits_no_more_is_looked_at_anew(spoil: Any) -> None:
    kept: Any = jsonio.parse(jsonio.dump(to_json(looked_at().state)))
    spoil(kept)
    assert from_json(kept, session().state.cutting, KINDS) is None
    assert from_json([kept], session().state.cutting, KINDS) is None
