"""The shipped templates say what domain.md §6.2 says, and their cues tell fields apart."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dokuhelfer.draft.facts.model import FactName
from dokuhelfer.draft.template.check import check_path
from dokuhelfer.draft.template.load import list_templates, load_template, shipped_folder
from dokuhelfer.draft.template.model import EmptyRule, Field, FieldType, Layout
from dokuhelfer.draft.template.schema import TYPES_OF_FACT

# Type and, with R, duty of each field; „|“ parts the values of a choice.
FIELDS = {
    "pflegebericht": "person:text:R uhrzeit:time beobachtung:text:R aeusserung:text "
    "massnahme:text wirkung:text information_an:text weiteres_vorgehen:text",
    "vitalwerte": "person:text:R uhrzeit:time rr_systolisch:int rr_diastolisch:int rr_ort:choice "
    "puls:int temperatur:decimal temperatur_ort:choice atemfrequenz:int spo2:int "
    "spo2_bedingung:text blutzucker:decimal blutzucker_einheit:choice "
    "blutzucker_zeitpunkt:choice gewicht:decimal schmerz_nrs:int schmerz_ort:text "
    "besd_ruhe:int besd_aktivitaet:int kontrollmessung:text massnahme:text "
    "information_an:text bemerkung:text",
    "sturzprotokoll": "person:text:R uhrzeit_sturz:time uhrzeit_auffinden:time ort:text:R "
    "beobachtet:choice zeugen:text hergang:text:R angabe_person:text position_auffinden:text "
    "bewusstsein:text schuhe_hilfsmittel:text umgebung:text verletzungen:text schmerz:text "
    "schmerz_nrs:int vitalwerte:text medikation_risiken:text massnahmen:text "
    "information_an:text krankenhaus:choice folgemassnahmen:text",
    "schichtuebergabe": "schicht:choice eintraege:group allgemeines:text",
    "beratungsprotokoll": "person:text:R fachbereich:choice kontaktart:choice dauer_min:int "
    "beteiligte:text anliegen:text:R situation:text inhalte_beratung:text vereinbarungen:text "
    "unterlagen:text einverstaendnis:text einschaetzung:text naechster_termin:text",
    "aktenvermerk": "person:text:R uhrzeit:time kontaktart:choice gespraechspartner:text "
    "anlass:text inhalt:text:R ergebnis:text zu_erledigen:text",
    "besonderes_vorkommnis": "art:choice beteiligte:text:R uhrzeit:time ort:text hergang:text:R "
    "aeusserungen:text verletzungen:text sofortmassnahmen:text zeugen:text information_an:text "
    "folgemassnahmen:text",
    "freitext": "betreff:text text:text:R",
}

CHOICES = {
    ("vitalwerte", "rr_ort"): "linker Arm·rechter Arm",
    ("vitalwerte", "temperatur_ort"): "Ohr·axillar·sublingual·rektal·Stirn",
    ("vitalwerte", "blutzucker_einheit"): "mg/dl·mmol/l",
    ("vitalwerte", "blutzucker_zeitpunkt"): "nüchtern·vor dem Essen·nach dem Essen",
    ("sturzprotokoll", "beobachtet"): "ja·nein",
    ("sturzprotokoll", "krankenhaus"): "ja·nein",
    ("schichtuebergabe", "schicht"): "Frühdienst·Spätdienst·Nachtdienst·Zwischendienst",
    ("beratungsprotokoll", "kontaktart"): "persönlich·telefonisch·Video·online/schriftlich·"
    "Hausbesuch",
    ("aktenvermerk", "kontaktart"): "persönlich·telefonisch·Video·online/schriftlich·Hausbesuch",
    ("beratungsprotokoll", "fachbereich"): "Allgemeine Sozialberatung·"
    "Schuldner-/Insolvenzberatung·Suchtberatung·Schwangerschaftsberatung·"
    "Migrationsberatung (MBE)·Jugendmigrationsdienst·Erziehungs-/Familienberatung·"
    "Wohnungslosenhilfe·Flüchtlingsberatung·HIV/Aids-Beratung·Krisen-/Suizidprävention·"
    "Straffälligenhilfe·Sonstige",
    ("besonderes_vorkommnis", "art"): "Gewalt gegen Bewohner/Klient·Gewalt gegen Mitarbeitende·"
    "Gewalt zwischen Bewohnern/Klienten·Vermisst/Weglaufen·Selbstgefährdung·Sachschaden·"
    "Technik/Brand·Infektion/Ausbruch·Beschwerde·Todesfall·Sonstiges",
}


def test_the_shipped_folder_has_no_mistakes() -> None:
    assert check_path(shipped_folder()) == []
    assert {template.id for template in list_templates()} >= set(FIELDS)


@pytest.mark.parametrize("id", FIELDS)
def test_fields_are_those_of_the_domain(id: str) -> None:
    template = load_template(id)
    written = [
        f"{field.id}:{field.type.value}{':R' if field.required else ''}"
        for field in template.fields
    ]
    assert written == [*FIELDS[id].split(), "nicht_zugeordnet:list"]
    assert template.base.is_file()


@pytest.mark.parametrize(("id", "field"), CHOICES)
def test_choices_are_those_of_the_domain(id: str, field: str) -> None:
    choices = load_template(id).field(field).choices
    assert "·".join(choice.value for choice in choices) == CHOICES[id, field]


def test_members_of_the_handover_group() -> None:
    group = load_template("schichtuebergabe").field("eintraege")
    assert [(member.id, member.required) for member in group.members] == [
        ("person", True),
        ("zimmer", False),
        ("situation", True),
        ("hintergrund", False),
        ("einschaetzung", False),
        ("empfehlung", False),
    ]
    assert group.default_member == "situation"


def test_form_of_output() -> None:
    assert load_template("pflegebericht").layout is Layout.RUNNING
    assert load_template("sturzprotokoll").empty is EmptyRule.NOT_DICTATED
    assert all(not t.field("nicht_zugeordnet").exported for t in list_templates())


@pytest.mark.parametrize(
    ("field", "low", "high"),
    [
        ("rr_systolisch", 50, 280),
        ("rr_diastolisch", 20, 160),
        ("puls", 20, 250),
        ("temperatur", 30.0, 43.0),
        ("atemfrequenz", 4, 60),
        ("spo2", 40, 100),
        ("gewicht", 20, 300),
        ("schmerz_nrs", 0, 10),
    ],
)
def test_limits_are_those_of_the_domain(field: str, low: float, high: float) -> None:
    found = load_template("vitalwerte").field(field)
    assert (found.minimum, found.maximum) == (low, high)


def _levels(fields: tuple[Field, ...]) -> Iterator[tuple[Field, ...]]:
    yield fields
    for field in fields:
        if field.members:
            yield field.members


@pytest.mark.parametrize("id", FIELDS)
def test_no_cue_points_to_two_fields(id: str) -> None:
    for level in _levels(load_template(id).fields):
        owners: dict[str, str] = {}
        for field in level:
            assert len(set(field.cues)) == len(field.cues), field.id
            for cue in field.cues:
                assert owners.setdefault(cue, field.id) == field.id, cue


@pytest.mark.parametrize("id", FIELDS)
def test_no_cue_points_to_two_values(id: str) -> None:
    for field in load_template(id).fields:
        cues = [cue for choice in field.choices for cue in choice.cues]
        assert len(set(cues)) == len(cues), field.id


@pytest.mark.parametrize("id", sorted(set(FIELDS) - {"freitext"}))
def test_every_text_field_can_be_pointed_to(id: str) -> None:
    for level in _levels(load_template(id).fields):
        for field in level:
            if field.type is FieldType.TEXT:
                assert field.cues or field.announcements or field.fact, field.id


def test_every_fact_has_its_field_types() -> None:
    assert set(TYPES_OF_FACT) == set(FactName)
