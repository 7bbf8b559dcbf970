"""Drafts made by hand for the document tests."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dokuhelfer.draft.model import (
    Draft,
    DraftField,
    FieldStatus,
    Finding,
    Head,
    Kind,
    Meta,
    Origin,
    Severity,
    Span,
    Statement,
    Value,
)
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.draft.template.model import FieldType, Template
from dokuhelfer.transcript.model import Segment, Transcript

HEAD = Head(
    date="2026-11-17",
    time="08:30",
    shift="frueh",
    unit="Wohnbereich Süd",
    case="2026-0815",
    author="Ömer Groß",
    role="Pflegefachkraft",
)


def make_draft(template: Template, values: dict[str, Value], head: Head = HEAD) -> Draft:
    """A draft with these values, each text one statement per line of a tuple or the text."""
    fields: dict[str, DraftField] = {}
    for field in template.fields:
        value = values.get(field.id)
        if value is None:
            fields[field.id] = DraftField()
            continue
        parts: tuple[str, ...] = (str(value),)
        if field.type is FieldType.TEXT and isinstance(value, tuple):
            parts = tuple(str(part) for part in value)
            value = " ".join(parts)
        statements = tuple(Statement(part, (Span(0, 0, 1),), Origin.RULES) for part in parts)
        fields[field.id] = DraftField(value, statements)
    assert set(values) <= set(fields), "the test names a field the template does not have"
    return Draft(
        template=template.id,
        template_version=template.version,
        engine="rules",
        meta=Meta("2026-11-17T08:45:00+01:00", "0.1.0", {"demo-speech": "ab" * 32}),
        head=head,
        transcript=Transcript((Segment(0, None, None, "x"),)),
        fields=fields,
    )


def block(field: str, path: str, text: str) -> Finding:
    return Finding(field, path, text, Kind.NUMBER, Severity.BLOCK, "Im Diktat steht 168.")


def decided(draft: Draft) -> Draft:
    """The draft with every filled field confirmed."""
    return replace(
        draft,
        fields={
            id: replace(field, status=FieldStatus.CONFIRMED) if field.value is not None else field
            for id, field in draft.fields.items()
        },
    )


LONG = tuple(
    f"Absatz {number}: Über den Tag verteilt wurden Größe, Gewicht und Befinden besprochen, "
    "Frau Müller äußerte mehrfach, dass sie gern früher aufstehen würde."
    for number in range(1, 60)
)

SAMPLES: dict[str, dict[str, Value]] = {
    "pflegebericht": {
        "person": "Frau Lindemann",
        "uhrzeit": "07:30",
        "beobachtung": ("War beim Waschen müder als sonst.", "Kein Fieber."),
        "aeusserung": "„Ich hab die ganze Nacht kein Auge zugemacht.“",
        "massnahme": "Fenster geöffnet",
        "information_an": (
            "Tochter um 10:15 Uhr telefonisch informiert.",
            "Hausarzt nicht erreicht.",
        ),
        "weiteres_vorgehen": "Der Nachtdienst soll bitte auf den Schlaf achten.",
        "nicht_zugeordnet": ("Geheime Randbemerkung",),
    },
    "vitalwerte": {
        "person": "Herr Brüggemann",
        "uhrzeit": "10:40",
        "rr_systolisch": 168,
        "rr_diastolisch": 94,
        "rr_ort": "linker Arm",
        "puls": 92,
        "temperatur": 37.2,
        "temperatur_ort": "Ohr",
        "spo2": 94,
        "blutzucker": 11.8,
        "blutzucker_einheit": "mmol/l",
        "schmerz_nrs": 0,
        "bemerkung": "Puls arrhythmisch.",
    },
    "sturzprotokoll": {
        "person": "Frau Özdemir",
        "uhrzeit_auffinden": "03:20",
        "ort": "Im Bad vor dem Waschbecken.",
        "beobachtet": "nein",
        "hergang": ("Den Sturz hat niemand gesehen.", "Zuletzt um 02:00 Uhr im Bett gesehen."),
        "verletzungen": "Schürfwunde am linken Ellenbogen, 2 x 3 cm.",
        "information_an": "Dr. Akşen um 03:45 Uhr informiert.",
    },
    "schichtuebergabe": {
        "schicht": "Nachtdienst",
        "eintraege": (
            {
                "person": "Herr Kowalczyk",
                "zimmer": "3",
                "situation": "02:30 Uhr geklingelt, schweißig und zittrig, BZ 54.",
                "hintergrund": "Diabetiker, spritzt abends Lantus.",
                "einschaetzung": None,
                "empfehlung": "BZ vor dem Frühstück messen.",
            },
            {
                "person": "Frau Petersen",
                "zimmer": "11",
                "situation": None,
                "hintergrund": None,
                "einschaetzung": None,
                "empfehlung": "Isolierung fortführen.",
            },
        ),
        "allgemeines": "Der Lifter im Bad unten ist defekt.",
    },
    "beratungsprotokoll": {
        "person": "M. K.",
        "fachbereich": "Schuldner-/Insolvenzberatung",
        "kontaktart": "persönlich",
        "dauer_min": 50,
        "anliegen": "Kontopfändung seit letzter Woche Mittwoch.",
        "situation": "Netto 1.650 €. Verheiratet, zwei Kinder.",
        "vereinbarungen": "Er bringt alle Briefe mit.",
        "naechster_termin": "Donnerstag in einer Woche, 14:30 Uhr",
    },
    "aktenvermerk": {
        "person": "Frau Yıldız",
        "uhrzeit": "11:05",
        "kontaktart": "telefonisch",
        "gespraechspartner": "Herr Weiß, Jobcenter",
        "inhalt": "Der Antrag liegt vor, der Mietvertrag fehlt.",
        "zu_erledigen": "Mietvertrag schicken, sofern Frau Yıldız zustimmt.",
    },
    "besonderes_vorkommnis": {
        "art": "Gewalt zwischen Bewohnern/Klienten",
        "beteiligte": "Herr A. und Herr B.",
        "uhrzeit": "16:10",
        "ort": "Im Speisesaal.",
        "hergang": "Herr A. stieß Herrn B. mit der Hand. Den Anfang nicht beobachtet.",
        "sofortmassnahmen": "Beide getrennt.",
        "information_an": "PDL um 16:30 Uhr informiert.",
    },
    "freitext": {
        "betreff": "Ideen für das Sommerfest",
        "text": ("Der Grill ist bestellt.", "Über die Musik wird noch gesprochen."),
    },
}


class Drafts:
    """Makes drafts; given to tests as the fixture `drafts`."""

    samples = SAMPLES
    long = LONG
    head = HEAD

    def sample(self, id: str, head: Head = HEAD, **changes: Value) -> Draft:
        """The sample of a shipped template, some fields changed; None empties one."""
        return make_draft(load_template(id), {**SAMPLES[id], **changes}, head)

    def of(self, template: Template, values: dict[str, Value], head: Head = HEAD) -> Draft:
        """A draft of any template."""
        return make_draft(template, values, head)

    def empty(self, id: str) -> Draft:
        """Nothing was said."""
        return make_draft(load_template(id), {}, Head())

    decided = staticmethod(decided)
    block = staticmethod(block)


@pytest.fixture(scope="session")
def drafts() -> Drafts:
    return Drafts()


@pytest.fixture(params=sorted(SAMPLES))
def sample(request: pytest.FixtureRequest) -> tuple[Draft, Template]:
    """A filled draft of each shipped template."""
    template = load_template(request.param)
    return make_draft(template, SAMPLES[request.param]), template


@pytest.fixture(scope="session")
def page_texts(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], list[str]]:
    """Text of each page as LibreOffice sets it; the test is skipped where there is none."""
    if not shutil.which("soffice") or not shutil.which("pdftotext"):
        pytest.skip("LibreOffice or poppler is not installed")
    profile = tmp_path_factory.mktemp("office")

    def convert(path: Path) -> list[str]:
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation={profile.as_uri()}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(path.parent),
                str(path),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
        done = subprocess.run(
            ["pdftotext", "-layout", str(path.with_suffix(".pdf")), "-"],
            check=True,
            capture_output=True,
            timeout=60,
        )
        return done.stdout.decode("utf-8").split("\f")[:-1]

    return convert
