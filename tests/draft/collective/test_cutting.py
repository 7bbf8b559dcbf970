"""Single behaviours of the cutting, each as somebody would dictate it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from dokuhelfer.draft.model import Draft, Drafts

Drafter = Callable[..., Drafts]


def by_person(made: Drafts) -> dict[str, Draft]:
    return {str(draft.fields["person"].value): draft for draft in made.drafts}


def told(draft: Draft, field: str = "beobachtung") -> str:
    return str(draft.fields[field].value)


def test_the_other_person_is_not_named(drafts: Drafter) -> None:
    made = by_person(
        drafts(
            "Frau Keller, Zimmer 5, war unruhig und hat Herrn Wolf beschimpft. Herr Wolf schlief."
        )
    )
    assert "einen anderen Bewohner beschimpft" in told(made["Frau Keller, Zimmer 5"])
    assert "Eine andere Bewohnerin hat Herrn Wolf beschimpft" in told(made["Herr Wolf"])
    assert "unruhig" not in told(made["Herr Wolf"])


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Frau Keller saß neben Herrn Wolf.", "neben einem anderen Bewohner"),
        ("Frau Keller hat Herrn Wolf die Hand gegeben.", "einem anderen Bewohner die Hand"),
        ("Statt Frau Keller hat Herr Wolf Tee bekommen.", "ein anderer Bewohner Tee"),
    ],
)
def test_the_other_person_stands_in_the_right_case(
    said: str, written: str, drafts: Drafter
) -> None:
    made = by_person(drafts(f"{said} Herr Wolf hat geschlafen. Frau Keller war müde."))
    values = [str(field.value) for field in made["Frau Keller"].fields.values()]
    assert written in " ".join(values)


@pytest.mark.parametrize(
    "said",
    [
        "hat gestern um 14 Uhr Frau Lang geschlagen.",
        "hat um acht Frau Lang beschimpft.",
        "hat im Flur um acht Frau Lang wieder laut beschimpft.",
    ],
)
def test_a_time_closes_no_clause_whose_participle_is_still_to_come(
    said: str, drafts: Drafter
) -> None:
    made = by_person(drafts(f"Herr Koch {said} Puls 90.", context={"shift": "spaet"}))
    assert "eine andere Bewohnerin" in told(made["Herr Koch"])
    assert "Puls 90" in told(made["Herr Koch"])
    assert "Ein anderer Bewohner hat" in told(made["Frau Lang"])
    assert "90" not in told(made["Frau Lang"])


@pytest.mark.parametrize(
    "said",
    [
        "Herr Koch wurde gewaschen um acht Frau Lang gut geschlafen",
        "Herr Koch hat Fieber seit 14 Uhr Frau Lang gut geschlafen",
    ],
)
def test_a_time_closes_a_clause_that_lacks_nothing(said: str, drafts: Drafter) -> None:
    made = by_person(drafts(said))
    assert "geschlafen" in told(made["Frau Lang"])
    assert all("geschlafen" not in str(field.value) for field in made["Herr Koch"].fields.values())


def test_pronouns_follow_the_last_person_of_that_gender(drafts: Drafter) -> None:
    made = by_person(
        drafts("Frau Lind und Herr Moor haben gesungen. Sie hat gelacht. Er hat geklatscht.")
    )
    assert "gelacht" in told(made["Frau Lind"])
    assert "gelacht" not in told(made["Herr Moor"])
    assert "geklatscht" in told(made["Herr Moor"])


def test_a_relative_may_be_meant_by_the_pronoun(drafts: Drafter) -> None:
    made = by_person(
        drafts("Herr Moor hat geschlafen. Frau Lind hatte Besuch vom Sohn. Er brachte Blumen.")
    )
    assert "Blumen" in " ".join(str(field.value) for field in made["Frau Lind"].fields.values())
    assert "Blumen" not in told(made["Herr Moor"])


@pytest.mark.parametrize(
    "text",
    [
        "Frau Lind und Frau Moor haben gesungen. Sie hat geweint.",
        "Frau Lind hat gesungen. Frau Moor schlief. Er war müde und hat geweint.",
        "Frau Lind, Zimmer 4, schlief. Frau Lind, Zimmer 9, sang. Frau Lind hat geweint.",
        "Frau Lind sang. Frau Moor schlief. Die anderen haben geweint.",
    ],
)
def test_what_is_unclear_is_listed_and_not_guessed(text: str, drafts: Drafter) -> None:
    made = drafts(text)
    for draft in made.drafts:
        assert not any("geweint" in str(field.value) for field in draft.fields.values())
    assert any("geweint" in item.text for item in made.uncovered)


def test_whose_it_was_may_be_corrected(drafts: Drafter) -> None:
    made = by_person(
        drafts("Herr Jost hat gut gegessen. Nein, das war Herr Kolb. Herr Jost schlief.")
    )
    assert "gegessen" in told(made["Herr Kolb"])
    assert "gegessen" not in told(made["Herr Jost"])


def test_family_names_alone_are_persons(drafts: Drafter) -> None:
    made = by_person(
        drafts("Frau Keller klagt über Kopfweh. Wolf hat gut gegessen. Herr Wolf schlief.")
    )
    assert "gegessen" in told(made["Herr Wolf"])
    assert not any("gegessen" in str(field.value) for field in made["Frau Keller"].fields.values())


def test_a_handover_stays_one_draft(drafts: Drafter) -> None:
    made = drafts("Übergabe vom Frühdienst. Frau Lind hat erbrochen. Herr Moor war ruhig.")
    assert [draft.template for draft in made.drafts] == ["schichtuebergabe"]


def test_the_time_of_a_list_holds_for_everybody_in_it(drafts: Drafter) -> None:
    made = by_person(
        drafts(
            "Vitalwerte um 8 Uhr: Frau Lind 120 zu 80. Herr Moor 140 zu 90, Puls 70.",
            context={"shift": "frueh"},
        )
    )
    assert made["Frau Lind"].fields["uhrzeit"].value == "08:00"
    assert made["Herr Moor"].fields["uhrzeit"].value == "08:00"
    assert made["Herr Moor"].fields["rr_systolisch"].value == 140


def test_values_in_a_narrative_stay_in_it(drafts: Drafter) -> None:
    made = drafts(
        "Frau Lind war beim Waschen müde, RR 110/60, ich habe sie hingelegt. Herr Moor sang."
    )
    assert [draft.template for draft in made.drafts] == ["pflegebericht", "pflegebericht"]
    assert "110/60" in str(made.drafts[0].fields)


def test_the_person_chosen_beforehand_is_chosen_for_that_draft_only(drafts: Drafter) -> None:
    context = {"person": "Frau Lind", "recorded": datetime(2026, 11, 17, 9, tzinfo=UTC).isoformat()}
    made = by_person(drafts("Hat gut gegessen. Herr Moor war müde.", context=context))
    assert "gegessen" in told(made["Frau Lind"])
    assert made["Frau Lind"].fields["person"].statements[0].origin == "selected"
    assert made["Herr Moor"].fields["person"].statements[0].origin == "rules"


def test_segments_keep_their_places(drafts: Drafter) -> None:
    made = by_person(drafts("Frau Lind hat gesungen.", "Herr Moor hat geschlafen."))
    (statement,) = made["Herr Moor"].fields["beobachtung"].statements
    (span,) = statement.evidence
    assert span.segment == 1
    assert made["Herr Moor"].transcript.segments[1].text[span.start : span.end].startswith("hat")


def test_one_person_and_one_kind_is_one_draft(drafts: Drafter) -> None:
    made = drafts("Frau Lind hat gut gegessen. Sie hat geschlafen.")
    assert [draft.template for draft in made.drafts] == ["pflegebericht"]
    assert made.uncovered == ()


@pytest.mark.parametrize(
    "text", ["", "äh", "Frau", "Zimmer", "beide", "Pflegebericht", "— … !", "und Herr"]
)
def test_scraps_never_raise(text: str, drafts: Drafter) -> None:
    assert all(item.text for item in drafts(text).uncovered)
