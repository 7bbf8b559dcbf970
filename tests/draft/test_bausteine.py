"""„Baustein Lagerung“ puts the institution's own sentence into the draft, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from dokuhelfer.draft.context import Context
from dokuhelfer.draft.drafting import make_draft
from dokuhelfer.draft.model import Draft, Origin
from dokuhelfer.draft.rules import RulesEngine
from dokuhelfer.draft.template.check import check_file, check_path
from dokuhelfer.draft.template.load import list_templates, load_template
from dokuhelfer.draft.template.mistake import Problem
from dokuhelfer.transcript.model import Segment, Transcript

LAGERUNG = "Die Lagerung wurde nach dem Standard der Einrichtung durchgeführt. Die Haut war frei."
OWN = f"""
[[baustein]]
id = "lagerung"
stichworte = ["lagerung", "lagern"]
text = "{LAGERUNG}"
feld = "massnahme"

[[baustein]]
id = "lagerung_nacht"
stichworte = ["lagerung nacht*"]
text = "Lagerung in der Nacht nach Plan."
feld = "massnahme"

[[baustein]]
id = "schweigepflicht"
stichworte = ["schweigepflicht"]
text = "Auf die Schweigepflicht wurde hingewiesen."
feld = "inhalte_beratung"
vorlagen = ["beratungsprotokoll"]
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    (tmp_path / "bausteine.toml").write_text(OWN, "utf-8")
    return tmp_path


def drafted(text: str, folder: Path, template: str = "pflegebericht") -> Draft:
    transcript = Transcript((Segment(0, None, None, text),))
    found = load_template(template, (folder,))
    return make_draft(transcript, found, Context(), RulesEngine())


def blocks(draft: Draft) -> list[tuple[str, str]]:
    return [
        (id, statement.text)
        for id, field in draft.fields.items()
        for statement in field.statements
        if statement.origin is Origin.BAUSTEIN
    ]


def test_the_sentence_goes_to_its_field_with_the_spoken_words_as_evidence(house: Path) -> None:
    text = "Frau Kern hat gut gegessen. Baustein Lagerung. Sie schläft jetzt."
    draft = drafted(text, house)
    assert blocks(draft) == [("massnahme", LAGERUNG)]
    assert draft.fields["massnahme"].value == LAGERUNG
    (statement,) = draft.fields["massnahme"].statements
    assert [text[s.start : s.end] for s in statement.evidence] == ["Baustein Lagerung"]
    assert draft.findings == ()
    assert draft.uncovered == ()
    assert draft.transcript.segments[0].text == text


def test_it_stands_among_the_statements_in_the_order_of_speaking(house: Path) -> None:
    draft = drafted("Frau Kern geduscht. Baustein Lagerung. Beine eingecremt.", house)
    texts = [statement.text for statement in draft.fields["massnahme"].statements]
    assert texts.index(LAGERUNG) == 1
    assert draft.fields["massnahme"].value == " ".join(texts)


@pytest.mark.parametrize(
    "said",
    [
        "baustein lagerung",
        "Bitte Baustein Lagerung einfügen",
        "Baustein: Lagerung",
        "Baustein „Lagerung“",
    ],
)
def test_ways_to_say_it(house: Path, said: str) -> None:
    draft = drafted(f"Frau Kern hat gut gegessen. {said}.", house)
    assert blocks(draft) == [("massnahme", LAGERUNG)]
    assert draft.uncovered == ()


def test_the_longest_cue_counts(house: Path) -> None:
    draft = drafted("Frau Kern schläft. Baustein Lagerung nachts.", house)
    assert [text for _, text in blocks(draft)] == ["Lagerung in der Nacht nach Plan."]


def test_one_that_is_taken_back_is_not_inserted(house: Path) -> None:
    draft = drafted("Frau Kern schläft. Baustein Lagerung, nein, Baustein Lagerung nachts.", house)
    assert [text for _, text in blocks(draft)] == ["Lagerung in der Nacht nach Plan."]
    draft = drafted("Frau Kern schläft. Baustein Lagerung. Streich das.", house)
    assert blocks(draft) == []
    assert draft.fields["beobachtung"].value == "Schläft."


def test_an_unknown_one_stays_as_it_was_said(house: Path) -> None:
    draft = drafted("Frau Kern schläft. Baustein Mobilisation.", house)
    assert blocks(draft) == []
    assert draft.fields["nicht_zugeordnet"].value == ("Baustein Mobilisation.",)
    assert draft.fields["massnahme"].value is None
    assert draft.uncovered == ()


def test_without_any_the_words_stay_as_they_were_said(tmp_path: Path) -> None:
    draft = drafted("Frau Kern schläft. Baustein Lagerung.", tmp_path)
    assert draft.fields["nicht_zugeordnet"].value == ("Baustein Lagerung.",)


def test_the_word_in_a_sentence_is_no_call(house: Path) -> None:
    draft = drafted("Frau Kern sagt, das ist ein wichtiger Baustein der Hilfe.", house)
    assert draft.fields["nicht_zugeordnet"].value is None


def test_it_is_there_for_its_templates_only(house: Path) -> None:
    counselling = load_template("beratungsprotokoll", (house,))
    assert {b.id for b in counselling.bausteine} == {
        "lagerung",
        "lagerung_nacht",
        "schweigepflicht",
    }
    assert "schweigepflicht" not in {
        b.id for b in load_template("pflegebericht", (house,)).bausteine
    }
    # Without the field it names, the sentence goes where unplaced words go.
    draft = drafted("Frau K. Baustein Lagerung.", house, "beratungsprotokoll")
    assert blocks(draft) == [("situation", LAGERUNG)]


def test_nothing_is_shipped() -> None:
    assert all(template.bausteine == () for template in list_templates())


def test_the_file_is_no_template(house: Path) -> None:
    assert check_path(house) == []
    assert len(list_templates((house,))) == len(list_templates())


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [
        ("text", '"Alle 2 Stunden gelagert."', Problem.BAUSTEIN_NUMBER),
        ("text", '"Um halb drei gelagert."', Problem.BAUSTEIN_NUMBER),
        ("text", '"Zwei Liter getrunken."', Problem.BAUSTEIN_NUMBER),
        ("text", '"Frau Kern wurde gelagert."', Problem.BAUSTEIN_NAME),
        ("text", '""', Problem.VALUE_EMPTY),
        ("stichworte", '["Lagerung"]', Problem.CUE_FORM),
        ("stichworte", "[]", Problem.VALUE_EMPTY),
        ("id", '"Lagerung"', Problem.ID_INVALID),
        ("farbe", '"rot"', Problem.KEY_UNKNOWN),
    ],
)
def test_mistakes_of_a_file(tmp_path: Path, key: str, value: str, problem: Problem) -> None:
    entry = {"id": '"a"', "stichworte": '["a"]', "text": '"Erledigt wie immer."', key: value}
    lines = "\n".join(f"{name} = {written}" for name, written in entry.items())
    path = tmp_path / "bausteine.toml"
    path.write_text(f"[[baustein]]\n{lines}\n", "utf-8")
    assert {mistake.problem for mistake in check_file(path)} == {problem}
    assert load_template("pflegebericht", (tmp_path,)).bausteine == ()


def test_two_with_one_id_or_one_cue(tmp_path: Path) -> None:
    entry = '[[baustein]]\nid = "a"\nstichworte = ["a"]\ntext = "Wie immer."\n'
    path = tmp_path / "bausteine.toml"
    path.write_text(entry * 2, "utf-8")
    assert [m.problem for m in check_file(path)] == [Problem.ID_DUPLICATE, Problem.CUE_TAKEN]


def test_a_file_that_is_no_toml(tmp_path: Path) -> None:
    path = tmp_path / "bausteine.toml"
    path.write_text("[[baustein", "utf-8")
    assert [m.problem for m in check_file(path)] == [Problem.NOT_TOML]
    assert load_template("pflegebericht", (tmp_path,)).bausteine == ()
