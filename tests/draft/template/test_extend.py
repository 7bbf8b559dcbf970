"""`extends`: an institution changes a template, or adds to it, in its own folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from dokuhelfer.draft.template.check import check_file
from dokuhelfer.draft.template.load import list_templates, load_template, shipped_folder
from dokuhelfer.draft.template.mistake import Problem
from dokuhelfer.errors import Code, DokuError

HEAD = 'id = "pflegebericht"\nextends = "pflegebericht"\nversion = "haus-1"\n'


def house(folder: Path, text: str, id: str = "pflegebericht") -> Path:
    path = folder / f"{id}.toml"
    path.write_text(text, "utf-8")
    return path


def test_an_institution_changes_the_shipped_one_of_the_same_id(tmp_path: Path) -> None:
    house(
        tmp_path,
        HEAD
        + """
reihenfolge = ["person", "massnahme"]
[[felder]]
id = "beobachtung"
label = "Was war"
zeichenlimit = 300
stichworte_dazu = ["im wintergarten"]
[[felder]]
id = "wirkung"
ausgeblendet = true
""",
    )
    ours, shipped = load_template("pflegebericht", (tmp_path,)), load_template("pflegebericht")
    field = ours.field("beobachtung")
    assert (ours.version, ours.title, ours.base) == ("haus-1", shipped.title, shipped.base)
    assert (field.label, field.limit, field.required) == ("Was war", 300, True)
    assert field.cues == (*shipped.field("beobachtung").cues, "im wintergarten")
    expected = (
        "person massnahme uhrzeit beobachtung aeusserung information_an weiteres_vorgehen "
        "nicht_zugeordnet"
    )
    assert ours.field_ids == tuple(expected.split())
    assert ours.hidden == ("wirkung",)
    assert load_template("pflegebericht").field("beobachtung").label != "Was war"


def test_choices_are_replaced_or_added_to(tmp_path: Path) -> None:
    house(
        tmp_path,
        """
id = "aktenvermerk"
extends = "aktenvermerk"
version = "1"
[[felder]]
id = "kontaktart"
werte_dazu = [{ wert = "Video", stichworte = ["per jitsi"] }, "Fax"]
""",
        "aktenvermerk",
    )
    choices = {
        c.value: c for c in load_template("aktenvermerk", (tmp_path,)).field("kontaktart").choices
    }
    assert list(choices)[-1] == "Fax"
    assert choices["Video"].cues[-1] == "per jitsi"
    assert "videogespräch" in choices["Video"].cues


def test_new_fields_stand_where_they_are_wanted(tmp_path: Path) -> None:
    house(
        tmp_path,
        """
id = "haus_bericht"
extends = "pflegebericht"
titel = "Hausbericht"
version = "1"
[[felder]]
id = "am_ende"
label = "Am Ende"
typ = "text"
[[felder]]
id = "stimmung"
label = "Stimmung"
typ = "choice"
werte = ["gut", "schlecht"]
nach = "beobachtung"
""",
        "haus_bericht",
    )
    ids = load_template("haus_bericht", (tmp_path,)).field_ids
    assert ids[-2:] == ("am_ende", "nicht_zugeordnet")
    assert ids[ids.index("beobachtung") + 1] == "stimmung"
    assert "haus_bericht" in {t.id for t in list_templates((tmp_path,))}


def test_members_of_a_group_are_changed_alike(tmp_path: Path) -> None:
    house(
        tmp_path,
        """
id = "schichtuebergabe"
extends = "schichtuebergabe"
version = "1"
[[felder]]
id = "eintraege"
[[felder.felder]]
id = "hintergrund"
label = "Vorgeschichte"
[[felder.felder]]
id = "zimmer"
ausgeblendet = true
[[felder.felder]]
id = "pflegegrad"
label = "Pflegegrad"
typ = "text"
nach = "person"
""",
        "schichtuebergabe",
    )
    template = load_template("schichtuebergabe", (tmp_path,))
    members = {member.id: member.label for member in template.field("eintraege").members}
    assert list(members)[:2] == ["person", "pflegegrad"]
    assert members["hintergrund"] == "Vorgeschichte"
    assert "zimmer" not in members
    assert template.hidden == ("eintraege.zimmer",)


def test_the_chain_goes_over_institution_and_user_to_the_shipped_one(tmp_path: Path) -> None:
    first, second = tmp_path / "haus", tmp_path / "ich"
    for folder, label in ((first, "Haus"), (second, "Ich")):
        folder.mkdir()
        house(folder, f'{HEAD}[[felder]]\nid = "massnahme"\nlabel = "{label}"\n')
    house(second, f'{HEAD}[[felder]]\nid = "wirkung"\nlabel = "Ich"\n')
    template = load_template("pflegebericht", (first, second))
    assert template.field("massnahme").label == "Haus"
    assert template.field("wirkung").label == "Ich"


def test_a_shipped_child_is_not_changed_by_the_institutions_parent(tmp_path: Path) -> None:
    text = HEAD.replace("pflegebericht", "sturzprotokoll")
    house(tmp_path, f'{text}[[felder]]\nid = "ort"\nlabel = "Wo"\n', "sturzprotokoll")
    assert load_template("sturzprotokoll", (tmp_path,)).field("ort").label == "Wo"
    child = load_template("sturzprotokoll_ausfuehrlich", (tmp_path,))
    assert child.field("ort").label == "Ort"


MISTAKES = [
    ('extends = "pflegebreicht"\n', Problem.EXTENDS_UNKNOWN, None, "pflegebericht"),
    ('extends = "../pflegebericht"\n', Problem.EXTENDS_UNKNOWN, None, "pflegebericht"),
    ("extends = 1\n", Problem.VALUE_TYPE, None, '"1"'),
    (
        'extends = "pflegebericht"\n[[felder]]\nid = "uhrzeit"\ntyp = "text"\n',
        Problem.TYPE_CHANGED,
        "uhrzeit",
        "time",
    ),
    (
        'extends = "pflegebericht"\n[[felder]]\nid = "beobachtug"\nlabel = "B"\n',
        Problem.FIELD_UNKNOWN,
        "beobachtug",
        "beobachtung",
    ),
    (
        'extends = "pflegebericht"\n[[felder]]\nid = "massnahme"\nnach = "wirkungg"\n',
        Problem.FIELD_UNKNOWN,
        "massnahme",
        "wirkung",
    ),
    (
        'extends = "pflegebericht"\nreihenfolge = ["persn"]\n',
        Problem.FIELD_UNKNOWN,
        None,
        "person",
    ),
    (
        'extends = "pflegebericht"\n[[felder]]\nid = "person"\nausgeblendet = true\n',
        Problem.HIDDEN_NEEDED,
        "person",
        None,
    ),
    (
        'extends = "pflegebericht"\n[[felder]]\nid = "wirkung"\nlabl = "W"\n',
        Problem.KEY_UNKNOWN,
        "wirkung",
        "label",
    ),
    (
        'extends = "pflegebericht"\n[[felder]]\nid = "neu"\ntyp = "text"\n',
        Problem.KEY_MISSING,
        "neu",
        None,
    ),
    (
        'extends = "pflegebericht"\n[[felder]]\nlabel = "Ohne Kennung"\n',
        Problem.KEY_MISSING,
        "#1",
        None,
    ),
]


@pytest.mark.parametrize(("text", "problem", "field", "suggestion"), MISTAKES)
def test_mistakes(
    tmp_path: Path, text: str, problem: Problem, field: str | None, suggestion: str | None
) -> None:
    path = house(tmp_path, f'id = "haus"\nversion = "1"\n{text}', "haus")
    (mistake,) = check_file(path, (tmp_path, shipped_folder()))
    found = (mistake.file, mistake.problem, mistake.field, mistake.suggestion)
    assert found == ("haus.toml", problem, field, suggestion)
    with pytest.raises(DokuError) as error:
        load_template("haus", (tmp_path,))
    assert error.value.code is Code.TEMPLATE_BROKEN


@pytest.mark.parametrize(
    "links", [{"a": "a"}, {"a": "b", "b": "a"}, {"a": "b", "b": "c", "c": "b"}]
)
def test_circles(tmp_path: Path, links: dict[str, str]) -> None:
    for id, parent in links.items():
        house(tmp_path, f'id = "{id}"\nversion = "1"\nextends = "{parent}"\n', id)
    for id in links:
        (mistake,) = check_file(tmp_path / f"{id}.toml", (tmp_path, shipped_folder()))
        assert mistake.problem is Problem.EXTENDS_CYCLE


def test_a_parent_with_mistakes_is_named_not_explained_again(tmp_path: Path) -> None:
    house(tmp_path, 'id = "kaputt"\n', "kaputt")
    path = house(tmp_path, 'id = "kind"\nversion = "1"\nextends = "kaputt"\n', "kind")
    (mistake,) = check_file(path, (tmp_path, shipped_folder()))
    assert (mistake.problem, mistake.value) == (Problem.EXTENDS_BROKEN, "kaputt")
