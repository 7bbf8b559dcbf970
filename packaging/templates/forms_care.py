"""How each form of care is set: which sections there are and what stands in them."""

from __future__ import annotations

from .sheet import Base


def pflegebericht(base: Base) -> bytes:
    """One line of a Berichteblatt and who was informed."""
    base.head()
    base.columns(
        "",
        [
            ("Datum", "{{kopf.datum}}", 0.14),
            ("Uhrzeit", "{{kopf.uhrzeit}}", 0.13),
            ("Bericht", "{{bericht}}", 0.62),
            ("Hz.", "{{kopf.handzeichen}}", 0.11),
        ],
    )
    base.informed()
    return base.close(report=False)


def vitalwerte(base: Base) -> bytes:
    """Measurements as a list, then what was done."""
    base.head()
    base.table_section(
        "Kreislauf, Atmung, Temperatur",
        [
            "rr_systolisch",
            "rr_diastolisch",
            "rr_ort",
            "puls",
            "temperatur",
            "temperatur_ort",
            "atemfrequenz",
            "spo2",
            "spo2_bedingung",
        ],
    )
    base.table_section(
        "Blutzucker und Gewicht",
        ["blutzucker", "blutzucker_einheit", "blutzucker_zeitpunkt", "gewicht"],
    )
    base.table_section("Schmerz", ["schmerz_nrs", "schmerz_ort", "besd_ruhe", "besd_aktivitaet"])
    base.table_section("Verlauf", ["kontrollmessung", "massnahme", "bemerkung"])
    base.informed()
    return base.close()


def sturzprotokoll(base: Base) -> bytes:
    """The order in which a fall is asked for."""
    base.head(time=("{{uhrzeit_sturz.label}}", "{{uhrzeit_sturz}}"))
    base.table_section(
        "Ereignis",
        ["uhrzeit_auffinden", "ort", "beobachtet", "zeugen"],
    )
    base.table_section(
        "Hergang und Umstände",
        [
            "hergang",
            "angabe_person",
            "position_auffinden",
            "schuhe_hilfsmittel",
            "umgebung",
            "medikation_risiken",
        ],
    )
    base.table_section(
        "Zustand", ["bewusstsein", "verletzungen", "schmerz", "schmerz_nrs", "vitalwerte"]
    )
    base.table_section("Maßnahmen", ["massnahmen", "krankenhaus", "folgemassnahmen"])
    base.informed()
    return base.close()


def schichtuebergabe(base: Base) -> bytes:
    """One row per person."""
    base.head(
        person=("Person", "siehe Einträge"),
        time=("{{schicht.label}}", "{{schicht}}"),
    )
    base.columns(
        "",
        [
            ("Person", "{{eintraege.person}}", 0.13),
            ("Zimmer", "{{eintraege.zimmer}}", 0.07),
            ("Situation", "{{eintraege.situation}}", 0.26),
            ("Hintergrund", "{{eintraege.hintergrund}}", 0.18),
            ("Einschätzung", "{{eintraege.einschaetzung}}", 0.16),
            ("Empfehlung / zu tun", "{{eintraege.empfehlung}}", 0.2),
        ],
    )
    base.text_section("allgemeines")
    return base.close()


def besonderes_vorkommnis(base: Base) -> bytes:
    """What happened, what followed, who knows."""
    base.head(person=("Person", "siehe Beteiligte"))
    base.table_section("Vorkommnis", ["art", "beteiligte", "ort", "zeugen"])
    base.table_section("Geschehen", ["hergang", "aeusserungen", "verletzungen"])
    base.table_section("Maßnahmen", ["sofortmassnahmen", "folgemassnahmen"])
    base.informed()
    return base.close()


def freitext(base: Base) -> bytes:
    """A subject and a text."""
    base.head()
    base.word.add_paragraph("{{betreff}}", style="Heading 2")
    return base.close()


def medikamentenereignis(base: Base) -> bytes:
    """What was meant, what was given, how the person is."""
    base.head(time=("{{uhrzeit_ereignis.label}}", "{{uhrzeit_ereignis}}"))
    base.table_section(
        "Ereignis", ["uhrzeit_bemerkt", "ereignisart", "medikament", "verordnet", "gegeben"]
    )
    base.table_section("Hergang und Zustand", ["hergang", "zustand_person", "vitalwerte"])
    base.table_section("Anordnung und Maßnahmen", ["anordnung", "massnahmen"])
    base.informed()
    return base.close()


def wunddokumentation(base: Base) -> bytes:
    """Where and what, how large, how it looks, what was done."""
    base.head()
    base.table_section("Wunde", ["lokalisation", "wundart", "foto"])
    base.columns(
        "Größe",
        [
            ("{{laenge_cm.label}}", "{{laenge_cm}}", 0.18),
            ("{{breite_cm.label}}", "{{breite_cm}}", 0.18),
            ("{{tiefe_cm.label}}", "{{tiefe_cm}}", 0.18),
            ("{{unterminierung.label}}", "{{unterminierung}}", 0.46),
        ],
    )
    base.table_section(
        "Befund",
        [
            "wundgrund",
            "wundrand",
            "wundumgebung",
            "exsudat_menge",
            "exsudat_art",
            "geruch",
            "infektionszeichen",
            "schmerz",
            "veraenderung",
        ],
    )
    base.table_section("Versorgung", ["reinigung", "verband", "naechster_vw"])
    base.informed()
    return base.close()


def trink_ernaehrung(base: Base) -> bytes:
    """What was drunk and eaten, one row each, then the sums as dictated."""
    base.head()
    base.columns(
        "{{getraenke.label}}",
        [
            ("Uhrzeit", "{{getraenke.uhrzeit}}", 0.13),
            ("Art", "{{getraenke.art}}", 0.27),
            ("Angeboten", "{{getraenke.angeboten_ml}}", 0.15),
            ("Getrunken", "{{getraenke.getrunken_ml}}", 0.15),
            ("Bemerkung", "{{getraenke.bemerkung}}", 0.3),
        ],
    )
    base.columns(
        "{{mahlzeiten.label}}",
        [
            ("Mahlzeit", "{{mahlzeiten.mahlzeit}}", 0.25),
            ("Speise", "{{mahlzeiten.speise}}", 0.57),
            ("Menge", "{{mahlzeiten.menge}}", 0.18),
        ],
    )
    base.table_section(
        "Mengen", ["trinkmenge_gesamt_ml", "zielmenge_ml", "ausfuhr_ml", "sondenkost"]
    )
    base.table_section("Verlauf", ["besonderheiten", "massnahme"])
    base.informed()
    return base.close()


def infosammlung(base: Base) -> bytes:
    """The person's own words first, then the topics."""
    base.head()
    base.table_section("Gespräch", ["setting", "gespraech_mit"])
    for id in (
        "eingangsfrage",
        "tf1_kognition_kommunikation",
        "tf2_mobilitaet_beweglichkeit",
        "tf3_krankheitsbezogen",
        "tf4_selbstversorgung",
        "tf5_soziale_beziehungen",
        "tf6_haushalt_wohnen",
        "risikohinweise",
        "wuensche",
    ):
        base.text_section(id)
    return base.close()


def sturzprotokoll_ausfuehrlich(base: Base) -> bytes:
    """The fall form with who was where before and after."""
    base.head(time=("{{uhrzeit_sturz.label}}", "{{uhrzeit_sturz}}"))
    base.table_section(
        "Ereignis",
        [
            "uhrzeit_auffinden",
            "ort",
            "beobachtet",
            "zeugen",
            "zuerst_vor_ort",
            "aufmerksam_durch",
            "zuletzt_gesehen",
        ],
    )
    base.table_section(
        "Hergang und Umstände",
        [
            "hergang",
            "angabe_person",
            "position_auffinden",
            "schuhe_hilfsmittel",
            "umgebung",
            "klingel_erreichbar",
            "standort_personal",
            "fem_rechtsgrundlage",
            "hilfebedarf_vorher",
            "medikation_risiken",
        ],
    )
    base.table_section(
        "Zustand", ["bewusstsein", "verletzungen", "schmerz", "schmerz_nrs", "vitalwerte"]
    )
    base.table_section("Maßnahmen", ["massnahmen", "krankenhaus", "folgemassnahmen"])
    base.informed()
    return base.close()
