"""Rounds whose values run over the ends of segments."""

from __future__ import annotations

import pytest

from dokuhelfer.draft.collective.assemble import make_drafts
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.json import to_json
from dokuhelfer.draft.rules import RulesEngine
from dokuhelfer.draft.template.load import list_templates
from dokuhelfer.transcript.model import Segment, Transcript


@pytest.mark.parametrize("end", ["zwei.", "zwei im Ohr gemessen."])
def test_a_value_over_the_end_of_a_segment_stays_whole_and_with_its_person(end: str) -> None:
    said = (
        "Frau Keller hat gut gegessen. Temperatur siebenunddreißig",
        end,
        "Herr Brandt hat schlecht geschlafen. Temperatur sechsunddreißig",
        "neun, er war müde.",
    )
    transcript = Transcript(tuple(Segment(id, None, None, text) for id, text in enumerate(said)))
    templates = {template.id: template for template in list_templates()}
    drafts = make_drafts(transcript, templates, Context(), RulesEngine()).drafts
    of = dict.fromkeys(("Keller", "Brandt"), "")
    for draft in drafts:
        fields = str(to_json(draft)["fields"]).replace("37.2", "37,2").replace("36.9", "36,9")
        for name in of:
            of[name] += fields if name in fields else ""
    assert "37,2" in of["Keller"]
    assert "36,9" not in of["Keller"]
    assert "36,9" in of["Brandt"]
    assert "37,2" not in of["Brandt"]
