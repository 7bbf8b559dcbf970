"""The shipped templates say what domain.md §6.2 says, and their cues tell fields apart."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dokuhelfer.draft.facts.model import FactName
from dokuhelfer.draft.template.check import check_path
from dokuhelfer.draft.template.load import list_templates, load_template, shipped_folder
from dokuhelfer.draft.template.model import Area, EmptyRule, Field, FieldType, Layout, Release
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
    "medikamentenereignis": "person:text:R uhrzeit_ereignis:time uhrzeit_bemerkt:time "
    "ereignisart:choice medikament:text:R verordnet:text gegeben:text hergang:text:R "
    "zustand_person:text vitalwerte:text information_an:text anordnung:text massnahmen:text",
    "wunddokumentation": "person:text:R uhrzeit:time lokalisation:text:R wundart:text "
    "laenge_cm:decimal breite_cm:decimal tiefe_cm:decimal unterminierung:text wundgrund:text "
    "wundrand:text wundumgebung:text exsudat_menge:choice exsudat_art:text geruch:choice "
    "infektionszeichen:text schmerz:text reinigung:text verband:text foto:choice "
    "veraenderung:text naechster_vw:text information_an:text",
    "trink_ernaehrung": "person:text:R getraenke:group mahlzeiten:group "
    "trinkmenge_gesamt_ml:int zielmenge_ml:int sondenkost:text ausfuhr_ml:int "
    "besonderheiten:text massnahme:text information_an:text",
    "infosammlung": "person:text:R setting:choice gespraech_mit:text eingangsfrage:text "
    "tf1_kognition_kommunikation:text tf2_mobilitaet_beweglichkeit:text "
    "tf3_krankheitsbezogen:text tf4_selbstversorgung:text tf5_soziale_beziehungen:text "
    "tf6_haushalt_wohnen:text risikohinweise:text wuensche:text",
    "hilfeplangespraech": "person:text:R hilfeart:text teilnehmende:text:R "
    "sicht_junger_mensch:text sicht_eltern:text sicht_fachkraft:text sicht_jugendamt:text "
    "zielueberpruefung:text neue_ziele:text vereinbarungen:text dissens:text "
    "umfang_hilfe:text naechstes_hpg:text",
    "teilhabe_verlauf": "person:text:R zeitraum:text leistung:text ziel:text "
    "lebensbereich:choice selbst_geleistet:text unterstuetzung:text aeusserung:text "
    "foerder_barrierefaktoren:text vereinbarung:text",
    "fallbesprechung": "person:text:R teilnehmende:text moderation:text fallgebende:text "
    "fragestellung:text:R situation:text ressourcen:text hypothesen:text vorschlaege:text "
    "entscheidung:text massnahmen:text ueberpruefung:text",
}

# The fields that a template by `extends` has beside those of its parent (domain.md §6.2b).
ADDED = {
    "sturzprotokoll_ausfuehrlich": (
        "sturzprotokoll",
        "zuerst_vor_ort:text aufmerksam_durch:text zuletzt_gesehen:text fem_rechtsgrundlage:text "
        "standort_personal:text klingel_erreichbar:text hilfebedarf_vorher:text",
    ),
    "beratung_schulden": (
        "beratungsprotokoll",
        "gesamtschulden_eur:decimal gesamtschulden_geschaetzt:choice glaeubiger_anzahl:text "
        "glaeubiger:group netto_eur:decimal haushalt:text miete_warm_eur:decimal rueckstand:text "
        "pfaendung:text p_konto:text bescheinigung_903_zpo:text bescheinigung_305_inso:text "
        "inso_schritt:choice",
    ),
    "beratung_sucht": (
        "beratungsprotokoll",
        "substanz:text menge_haeufigkeit:text abstinent_seit:text behandlung:text auflage:text "
        "ziel:text rueckfall:text",
    ),
    "beratung_migration": (
        "beratungsprotokoll",
        "aufenthaltstitel_wortlaut:text gueltig_bis:text frist:text sprachkurs:text "
        "anerkennung:text",
    ),
}

MEMBERS = {
    ("trink_ernaehrung", "getraenke"): "uhrzeit:time art:text angeboten_ml:int getrunken_ml:int "
    "bemerkung:text",
    ("trink_ernaehrung", "mahlzeiten"): "mahlzeit:choice speise:text menge:choice",
    ("beratung_schulden", "glaeubiger"): "name:text art:text forderung_eur:text stand:text",
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
    ("medikamentenereignis", "ereignisart"): "falsche Person·falsches Medikament·falsche Dosis·"
    "falsche Zeit·falsche Applikation·nicht gegeben·doppelt gegeben·Einnahme abgelehnt·"
    "nicht verfügbar·Sonstiges",
    ("wunddokumentation", "exsudat_menge"): "kein·wenig·mäßig·viel",
    ("wunddokumentation", "geruch"): "keiner·leicht·stark",
    ("wunddokumentation", "foto"): "ja·nein",
    ("infosammlung", "setting"): "ambulant·stationär·Tagespflege·Kurzzeitpflege",
    ("teilhabe_verlauf", "lebensbereich"): "Lernen und Wissensanwendung·Allgemeine Aufgaben und "
    "Anforderungen·Kommunikation·Mobilität·Selbstversorgung·Häusliches Leben·Interpersonelle "
    "Interaktionen und Beziehungen·Bedeutende Lebensbereiche·Gemeinschafts-, soziales und "
    "staatsbürgerliches Leben",
    ("beratung_schulden", "gesamtschulden_geschaetzt"): "ja·nein",
    ("beratung_schulden", "inso_schritt"): "nicht besprochen·besprochen·außergerichtlicher "
    "Versuch·Antrag",
}
MEMBER_CHOICES = {
    "mahlzeit": "Frühstück·Zwischenmahlzeit·Mittagessen·Kaffee·Abendessen·Spätmahlzeit",
    "menge": "nichts·1/4·1/2·3/4·alles",
}
ALL = sorted({*FIELDS, *ADDED})


def test_the_shipped_folder_has_no_mistakes() -> None:
    assert check_path(shipped_folder()) == []
    assert {template.id for template in list_templates()} == set(ALL)


def written(fields: tuple[Field, ...]) -> list[str]:
    return [f"{field.id}:{field.type.value}{':R' if field.required else ''}" for field in fields]


@pytest.mark.parametrize("id", FIELDS)
def test_fields_are_those_of_the_domain(id: str) -> None:
    template = load_template(id)
    assert written(template.fields) == [*FIELDS[id].split(), "nicht_zugeordnet:list"]
    assert template.base.is_file()


@pytest.mark.parametrize("id", ADDED)
def test_a_template_by_extends_has_its_parents_fields_and_its_own(id: str) -> None:
    template = load_template(id)
    parent, own = ADDED[id]
    inherited = [*FIELDS[parent].split(), "nicht_zugeordnet:list"]
    fields = written(template.fields)
    assert [field for field in fields if field in inherited] == inherited
    assert [field for field in fields if field not in inherited] == own.split()
    assert template.base.stem == id
    assert set(template.forbidden) >= set(load_template(parent).forbidden)


@pytest.mark.parametrize(("id", "group"), MEMBERS)
def test_members_of_groups(id: str, group: str) -> None:
    members = load_template(id).field(group).members
    assert written(members) == MEMBERS[id, group].split()
    for member in members:
        if member.type is FieldType.CHOICE:
            values = "·".join(choice.value for choice in member.choices)
            assert values == MEMBER_CHOICES[member.id]


def test_what_is_held_back_and_what_is_said_when_it_is_chosen() -> None:
    held = {t.id for t in list_templates() if t.release is Release.AFTER_CLEARANCE}
    assert held == {"infosammlung", "fallbesprechung"}
    counselling = load_template("beratungsprotokoll")
    hints = {c.value: c.hint for c in counselling.field("fachbereich").choices if c.hint}
    assert hints == {"Schwangerschaftsberatung": "Nicht für Konfliktberatung (§§ 5–7, 10 SchKG)"}
    for id in ("beratungsprotokoll", "beratung_sucht", "hilfeplangespraech", "fallbesprechung"):
        assert "Kein Diktat ohne Regelung Ihrer Einrichtung" in load_template(id).hint


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


@pytest.mark.parametrize("id", ALL)
def test_no_cue_points_to_two_text_fields(id: str) -> None:
    """A number field takes the value beside a cue, the text field its sentence: no conflict.

    The default field of counselling may share cues: it has what no other field takes.
    """
    template = load_template(id)
    shares = template.default_field if template.area is Area.BERATUNG else None
    for level in _levels(template.fields):
        owners: dict[str, str] = {}
        for field in level:
            if field.type is not FieldType.TEXT or field.id == shares:
                continue
            assert len(set(field.cues)) == len(field.cues), field.id
            for cue in field.cues:
                assert owners.setdefault(cue, field.id) == field.id, cue


@pytest.mark.parametrize("id", ALL)
def test_no_cue_points_to_two_values(id: str) -> None:
    for field in load_template(id).fields:
        cues = [cue for choice in field.choices for cue in choice.cues]
        assert len(set(cues)) == len(cues), field.id


@pytest.mark.parametrize("id", sorted(set(ALL) - {"freitext"}))
def test_every_text_field_can_be_pointed_to(id: str) -> None:
    for level in _levels(load_template(id).fields):
        for field in level:
            if field.type is FieldType.TEXT:
                assert field.cues or field.announcements or field.fact, field.id


def test_every_fact_has_its_field_types() -> None:
    assert set(TYPES_OF_FACT) == set(FactName)
