"""What happened and what else is told in the same breath: the words of the one decide."""

from __future__ import annotations

import pytest

from .conftest import Drafter


@pytest.mark.parametrize(
    ("said", "value"),
    [
        (
            "Herr Kern um 15 Uhr im Zimmer am Boden gefunden. Er sagt, ihm sei "
            "schwarz vor den Augen geworden.",
            None,
        ),
        (
            "Herr Kern um 15 Uhr im Zimmer am Boden gefunden. Er sagt, ihm sei "
            "schwarz vor den Augen geworden. Gesehen hat es niemand.",
            "nein",
        ),
        (
            "Frau Dorn macht den Toilettengang sonst nur unter Aufsicht, um 15 Uhr "
            "im Bad gefunden.",
            None,
        ),
        ("Frau Dorn um 15 Uhr gefunden, Rollator war mit im Bad.", None),
        ("Mitbewohner war mit im Zimmer, hat geschlafen, um 15 Uhr gefunden.", None),
        ("Ich konnte sie nicht mehr fragen, gefunden um 4 Uhr.", None),
        (
            "Frau Dorn gefunden um 4 Uhr. Der Klingel konnte sie nicht mehr "
            "erreichen, lag am Boden.",
            None,
        ),
        ("Frau Dorn um 4 Uhr gefunden, konnte sie nicht mehr bewegen, die Beine.", None),
        ("Ich war allein im Dienst, er ist vor meinen Augen gestürzt.", "ja"),
        ("Sie war allein im Flur unterwegs, ich habe den Sturz gesehen.", "ja"),
        ("Ich war allein in der Schicht im Haus, der Sturz wurde von Frau Kranz beobachtet.", "ja"),
    ],
)
def test_who_saw_the_fall(draft: Drafter, said: str, value: object) -> None:
    """Eyes, company or a lonely shift tell nothing of who saw it."""
    assert draft(said, "sturzprotokoll")["beobachtet"].value == value


@pytest.mark.parametrize(
    ("said", "value"),
    [
        (
            "Frau Dorn um 9 Uhr gestürzt. Notarzt nicht nötig, mit dem "
            "Krankentransport ins Krankenhaus.",
            None,
        ),
        (
            "Frau Dorn um 9 Uhr gestürzt. Notarzt nicht nötig, Sanitäter nahmen "
            "sie mit in die Klinik.",
            None,
        ),
        (
            "Frau Dorn um 9 Uhr gestürzt. Notarzt war nicht nötig. Der RTW hat sie "
            "ins Krankenhaus gebracht.",
            "ja",
        ),
        (
            "Frau Dorn um 9 Uhr gestürzt. RTW nicht erforderlich, Hausarzt hat sie "
            "ins Krankenhaus eingewiesen.",
            "ja",
        ),
        (
            "Frau Dorn um 9 Uhr gestürzt. Sie bleibt erstmal hier liegen bis der "
            "RTW kommt, dann ins Krankenhaus gebracht.",
            "ja",
        ),
        ("Frau Dorn gestürzt. RTW nicht nötig, sie bleibt hier.", "nein"),
        ("Frau Dorn um 9 Uhr gestürzt. Schwester Petra fuhr mit ins Krankenhaus.", "ja"),
        (
            "Frau Dorn um 9 Uhr gestürzt. Von Schwester Anna mit dem RTW ins Krankenhaus gebracht.",
            "ja",
        ),
        ("Frau Dorn um 9 Uhr gestürzt. Ihr Bruder war bei ihr, RTW, Krankenhaus ja.", "ja"),
    ],
)
def test_to_hospital_or_not(draft: Drafter, said: str, value: object) -> None:
    """No emergency doctor may still mean the hospital; a „Schwester“ is a nurse."""
    assert draft(said, "sturzprotokoll")["krankenhaus"].value == value


@pytest.mark.parametrize(
    ("said", "value"),
    [
        (
            "Frau Reh hat um 8 Uhr die Tabletten von Herrn Kurz bekommen. Um 8:10 "
            "lehnte sie das Frühstück ab.",
            "08:00",
        ),
        (
            "Frau Reh hat um 8 Uhr die doppelte Dosis bekommen. Um 8:30 bekam sie einen Saft.",
            "08:00",
        ),
        ("Um 8 Uhr falsche Tabletten gegeben. Um 8:20 gab sie an, dass ihr übel ist.", "08:00"),
        (
            "Frau Reh hat um 8 Uhr die doppelte Dosis bekommen, um 12 Uhr hat sie viel getrunken.",
            "08:00",
        ),
        (
            "Frau Reh hat um 8 Uhr die doppelte Dosis bekommen. Der Pflegedienst "
            "nahm um 9 Uhr Kontakt auf.",
            "08:00",
        ),
        ("Die Kollegin gab Frau Reh um 8 Uhr die Tabletten von Herrn Kurz.", "08:00"),
        ("Herr Kurz lehnte um 18 Uhr das Ramipril ab.", "18:00"),
    ],
)
def test_when_the_mishap_was(draft: Drafter, said: str, value: object) -> None:
    """A verb that fits anything tells the time only beside a drug."""
    assert draft(said, "medikamentenereignis", shift="frueh")["uhrzeit_ereignis"].value == value


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Bei der Übergabe vergessen zu erwähnen, doppelt gegeben um 8 Uhr.", "doppelt gegeben"),
        ("In der Übergabe wurde vergessen zu sagen, dass sie die falsche Tablette bekam.", None),
        (
            "Sie hat vergessen, dass sie die Tablette schon genommen hatte und nahm sie doppelt.",
            None,
        ),
        ("Der Becher war leer, sie hat die Tabletten von Herrn Kurz genommen.", "falsche Person"),
        ("Blister war leer, also doppelt gegeben", "doppelt gegeben"),
        ("Nimmt das Marcumar nicht mehr, wurde abgesetzt, trotzdem um 18 Uhr gegeben.", None),
        ("Frau Reh ist nicht mehr im Haus, Tabletten nicht gegeben.", "nicht gegeben"),
        ("Um 8 Uhr falsche Tabletten gegeben, um 10 Uhr lehnte sie das Frühstück ab.", None),
        ("Die Abendmedikation wurde vergessen.", "nicht gegeben"),
        ("Die Insulingabe um 8 Uhr wurde vergessen.", "nicht gegeben"),
        ("Herr Kurz lehnte um 18 Uhr seine Tabletten ab.", "Einnahme abgelehnt"),
    ],
)
def test_kind_of_mishap(draft: Drafter, said: str, value: object) -> None:
    """What was forgotten, refused or empty has to be the drug."""
    assert draft(said, "medikamentenereignis")["ereignisart"].value == value


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Herr Klug war unzufrieden, dann schlug er die Pflegerin.", "Gewalt gegen Mitarbeitende"),
        (
            "Frau Engel beklagte sich über Schmerzen nachdem Herr Klug sie geschlagen hat.",
            "Gewalt zwischen Bewohnern/Klienten",
        ),
        ("Tim war mit dem Essen unzufrieden und hat einen Teller zerschlagen.", "Sachschaden"),
        ("Tim war unzufrieden mit dem Taschengeld. Er hat die Erzieherin getreten.", None),
        ("Tim hat die Gruppe verlassen und Leon geschlagen.", None),
        ("Suizidversuch mit fast 30 Tabletten.", "Selbstgefährdung"),
        ("Leon fast eine Stunde vermisst, dann am Bahnhof gefunden.", "Vermisst/Weglaufen"),
        ("Herr Raab ist seit fast drei Stunden vermisst.", "Vermisst/Weglaufen"),
        ("Herr Raab hat fast die ganze Einrichtung in Brand gesetzt.", "Technik/Brand"),
        ("Noro Ausbruch alle getestet.", "Infektion/Ausbruch"),
        (
            "Der zwölfjährige Leon ist seit dem Abendessen verschwunden. Polizei "
            "informiert um 21 Uhr.",
            "Vermisst/Weglaufen",
        ),
        ("Max ist seit gestern Abend verschwunden", "Vermisst/Weglaufen"),
        ("Verschwunden ist Herr Maier", "Vermisst/Weglaufen"),
        ("Der Schlüssel ist verschwunden", None),
    ],
)
def test_kind_of_incident(draft: Drafter, said: str, value: object) -> None:
    """Discontent and „fast“ do not outweigh what happened."""
    assert draft(said, "besonderes_vorkommnis")["art"].value == value


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Frau Dorn um 9 Uhr im Bad gestürzt, um 10 Uhr findet die Visite statt.", None),
        (
            "Frau Dorn um 9 Uhr im Bad gestürzt, um 9:30 entdeckte die Kollegin eine Platzwunde.",
            None,
        ),
    ],
)
def test_when_found(draft: Drafter, said: str, value: object) -> None:
    """A round takes place, a wound is discovered: nobody was found."""
    assert draft(said, "sturzprotokoll", shift="frueh")["uhrzeit_auffinden"].value == value


@pytest.mark.parametrize(
    ("said", "value"),
    [
        (
            "Um 12 Uhr plumpste sie auf den Po, um 13 Uhr hat ihr Bein geknallt gegen den Tisch.",
            "12:00",
        ),
    ],
)
def test_when_fallen(draft: Drafter, said: str, value: object) -> None:
    """A knock is no fall."""
    assert draft(said, "sturzprotokoll", shift="frueh")["uhrzeit_sturz"].value == value
