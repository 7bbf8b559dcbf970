"""How each form of counselling is set: which sections there are and what stands in them."""

from __future__ import annotations

from .sheet import Base

_TALK = ("fachbereich", "kontaktart", "dauer_min", "beteiligte")
_COURSE = (
    "inhalte_beratung",
    "vereinbarungen",
    "unterlagen",
    "einverstaendnis",
    "einschaetzung",
    "naechster_termin",
)


def aktenvermerk(base: Base) -> bytes:
    """One page, neutral."""
    base.head()
    base.table_section("Kontakt", ["kontaktart", "gespraechspartner"])
    for id in ("anlass", "inhalt", "ergebnis", "zu_erledigen"):
        base.text_section(id)
    return base.close()


def hilfeplangespraech(base: Base) -> bytes:
    """Each view in a section of its own."""
    base.head(person=("{{person.label}}", "{{kopf.person}}"))
    base.table_section("Gespräch", ["hilfeart", "teilnehmende"])
    for id in (
        "sicht_junger_mensch",
        "sicht_eltern",
        "sicht_fachkraft",
        "sicht_jugendamt",
        "zielueberpruefung",
        "neue_ziele",
        "vereinbarungen",
        "dissens",
    ):
        base.text_section(id)
    base.table_section("Weiter", ["umfang_hilfe", "naechstes_hpg"])
    return base.close()


def teilhabe_verlauf(base: Base) -> bytes:
    """The goal, what the person did, what the support was."""
    base.head()
    base.table_section("Leistung", ["zeitraum", "leistung", "ziel", "lebensbereich"])
    for id in (
        "selbst_geleistet",
        "unterstuetzung",
        "aeusserung",
        "foerder_barrierefaktoren",
        "vereinbarung",
    ):
        base.text_section(id)
    return base.close()


def fallbesprechung(base: Base) -> bytes:
    """The phases of a peer consultation in their order."""
    base.head()
    base.table_section("Runde", ["teilnehmende", "moderation", "fallgebende"])
    for id in (
        "fragestellung",
        "situation",
        "ressourcen",
        "hypothesen",
        "vorschlaege",
        "entscheidung",
        "massnahmen",
        "ueberpruefung",
    ):
        base.text_section(id)
    return base.close()


def beratungsprotokoll(base: Base) -> bytes:
    """Frame of the conversation as a list, its substance as text."""
    base.head()
    base.table_section("Gespräch", _TALK)
    for id in ("anliegen", "situation", *_COURSE):
        base.text_section(id)
    return base.close()


def _counselling(base: Base, title: str, special: tuple[str, ...]) -> None:
    """The counselling record with the special fields of one service as a table."""
    base.head()
    base.table_section("Gespräch", _TALK)
    for id in ("anliegen", "situation"):
        base.text_section(id)
    base.table_section(title, special)


def beratung_schulden(base: Base) -> bytes:
    """Counselling record with debts, creditors and income."""
    _counselling(
        base,
        "Schulden",
        ("gesamtschulden_eur", "gesamtschulden_geschaetzt", "glaeubiger_anzahl"),
    )
    base.columns(
        "",
        [
            ("Gläubiger", "{{glaeubiger.name}}", 0.32),
            ("Art", "{{glaeubiger.art}}", 0.22),
            ("Forderung", "{{glaeubiger.forderung_eur}}", 0.2),
            ("Stand", "{{glaeubiger.stand}}", 0.26),
        ],
    )
    base.table_section("Haushalt", ["netto_eur", "haushalt", "miete_warm_eur", "rueckstand"])
    base.table_section(
        "Vollstreckung und Insolvenz",
        ["pfaendung", "p_konto", "bescheinigung_903_zpo", "bescheinigung_305_inso", "inso_schritt"],
    )
    for id in _COURSE:
        base.text_section(id)
    return base.close()


def beratung_sucht(base: Base) -> bytes:
    """Counselling record with substance, treatment, conditions."""
    _counselling(
        base,
        "Konsum und Behandlung",
        (
            "substanz",
            "menge_haeufigkeit",
            "abstinent_seit",
            "behandlung",
            "auflage",
            "ziel",
            "rueckfall",
        ),
    )
    for id in _COURSE:
        base.text_section(id)
    return base.close()


def beratung_migration(base: Base) -> bytes:
    """Counselling record with the residence title as dictated."""
    _counselling(
        base,
        "Aufenthalt und Sprache",
        ("aufenthaltstitel_wortlaut", "gueltig_bis", "frist", "sprachkurs", "anerkennung"),
    )
    for id in _COURSE:
        base.text_section(id)
    return base.close()
