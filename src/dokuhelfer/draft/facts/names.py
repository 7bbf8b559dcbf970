"""The names of facts that a template may bind its fields to; read without the normaliser."""

from __future__ import annotations

from enum import StrEnum


class FactName(StrEnum):
    """Names by which a template binds a typed field to a fact (`fakt` in the file)."""

    UHRZEIT = "uhrzeit"
    """Time of the event that leads the report."""
    PERSON = "person"
    RR_SYSTOLISCH = "rr_systolisch"
    RR_DIASTOLISCH = "rr_diastolisch"
    RR_ORT = "rr_ort"
    PULS = "puls"
    TEMPERATUR = "temperatur"
    TEMPERATUR_ORT = "temperatur_ort"
    ATEMFREQUENZ = "atemfrequenz"
    SPO2 = "spo2"
    BLUTZUCKER = "blutzucker"
    BLUTZUCKER_EINHEIT = "blutzucker_einheit"
    BLUTZUCKER_ZEITPUNKT = "blutzucker_zeitpunkt"
    GEWICHT = "gewicht"
    GROESSE = "groesse"
    NRS = "nrs"
    BESD_RUHE = "besd_ruhe"
    BESD_AKTIVITAET = "besd_aktivitaet"
    DAUER_MIN = "dauer_min"
    UHRZEIT_STURZ = "uhrzeit_sturz"
    UHRZEIT_AUFFINDEN = "uhrzeit_auffinden"
    ZIMMER = "zimmer"
    UHRZEIT_EREIGNIS = "uhrzeit_ereignis"
    """When something went wrong, as against when it was noticed."""
    UHRZEIT_BEMERKT = "uhrzeit_bemerkt"
    LAENGE_CM = "laenge_cm"
    BREITE_CM = "breite_cm"
    TIEFE_CM = "tiefe_cm"
    ZEITRAUM = "zeitraum"
    """„von 9 bis 10:30 Uhr“, as text."""
    MEDIKAMENT = "medikament"
    """Every drug named, with strength and form, as text."""
