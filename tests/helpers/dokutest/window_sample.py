"""The concept's own example, as pages: what the pictures show and several tests press keys on."""

from __future__ import annotations

from dokuhelfer.ui.cut_page import CutKind, CutPage, CutPiece, CutRow
from dokuhelfer.ui.import_page import ImportRow, Offer
from dokuhelfer.ui.page import Blank, Choice, Issue, Page, Passage, Standing, Stop
from dokuhelfer.ui.said import Place, Said
from dokuhelfer.ui.widgets.waiting_list import Urgency, WaitingRow


def passage(text: str, *facts: str, disputed: str = "") -> Passage:
    """A passage with the first place of each of these words marked."""

    def found(word: str) -> tuple[int, int]:
        start = text.index(word)
        return start, start + len(word)

    return Passage(
        text, tuple(found(word) for word in facts), (found(disputed),) if disputed else ()
    )


_SIDES = Issue(
    "block",
    "Die Seite stimmt nicht überein",
    passage("… Schmerzen im rechten Knie …", "rechten"),
    passage("„… gibt Schmerzen im linken Knie an, NRS vier …“", "linken"),
    (
        Choice(1, "Wie diktiert: „linken“", is_next=True),
        Choice(2, "Berichtigen …"),
        Choice(3, "Streichen"),
        Choice(4, "Von mir ergänzt"),
    ),
)
_PLANNED = Issue(
    "block",
    "Im Diktat geplant, im Entwurf erledigt",
    passage("Tochter informiert."),
    passage("„Die Tochter ruf ich nachher an“"),
    _SIDES.choices,
)

STOPS = (
    Stop("uhrzeit", "Uhrzeit", passage("07:30 Uhr", "07:30"), Standing.DECIDED),
    Stop(
        "beobachtung",
        "Beobachtung / Befinden",
        passage(
            "Beim Waschen deutlich müder als sonst. Kein Fieber. Gibt Schmerzen im rechten "
            "Knie an, NRS 4.",
            "Kein",
            "NRS 4",
            disputed="rechten",
        ),
        Standing.BLOCK,
        issue=_SIDES,
        playable=True,
    ),
    Stop(
        "aeusserung",
        "Äußerung (wörtlich)",
        passage("„Ich hab die ganze Nacht kein Auge zugemacht.“", "kein"),
        evidence=passage("„Ich hab die ganze Nacht kein Auge zugemacht.“"),
        verbatim=True,
        playable=True,
    ),
    Stop(
        "massnahme",
        "Maßnahme",
        passage("Kühlpack aufgelegt, 20 Minuten.", "20 Minuten"),
        evidence=passage("„Kühlpack aufgelegt, zwanzig Minuten“", "zwanzig Minuten"),
        playable=True,
    ),
    Stop(
        "information_an",
        "Information an",
        passage("Tochter informiert."),
        Standing.BLOCK,
        issue=_PLANNED,
        playable=True,
    ),
    Stop(
        "weiteres_vorgehen",
        "Weiteres Vorgehen",
        passage("Nachtdienst: bitte auf den Schlaf achten."),
        evidence=passage("„Nachtdienst bitte auf den Schlaf achten“"),
        playable=True,
    ),
)

BLANKS = (Blank("reaktion", "Reaktion / Wirkung"),)


def page(cursor: int) -> Page:
    """The example with the cursor at a stop."""
    stops = list(STOPS)
    if cursor > 1:
        settled = passage(
            "Beim Waschen deutlich müder als sonst. Kein Fieber. Gibt Schmerzen im linken "
            "Knie an, NRS 4.",
            "Kein",
            "linken",
            "NRS 4",
        )
        stops[1] = Stop("beobachtung", "Beobachtung / Befinden", settled, Standing.DECIDED)
        stops[2] = Stop("aeusserung", "Äußerung (wörtlich)", STOPS[2].passage, Standing.DECIDED)
    left = sum(one.standing not in (Standing.DECIDED, Standing.STRUCK) for one in stops)
    blocked = sum(one.standing is Standing.BLOCK for one in stops)
    return Page("Pflegebericht", tuple(stops), BLANKS, cursor, left, blocked)


def all_read() -> Page:
    """The example with every stop decided."""
    stops = tuple(Stop(one.id, one.label, one.passage, Standing.DECIDED) for one in page(3).stops)
    return Page("Pflegebericht", stops, BLANKS, len(stops), 0, 0, all_read=True)


def long_page() -> Page:
    """22 stops, long labels, 2,000 characters in the one at the cursor."""
    long = "Sie war heute sehr bewegt und hat viel von früher erzählt. " * 34
    labels = ("Position beim Auffinden", "Sichtbare Verletzungen / Veränderungen", "Verlauf")
    stops = [
        Stop(f"feld{n}", labels[n % 3], passage(f"Angabe Nummer {n}, ohne Besonderheit."))
        for n in range(22)
    ]
    stops[4] = Stop("feld4", labels[1], passage(long.strip()), playable=True)
    return Page("Sturzprotokoll", tuple(stops), BLANKS * 8, 4, 22, 0)


WAITING = (
    WaitingRow(
        "1", "Herr Kowalczyk", "Pflegebericht", "gestern, 20:41", "zuerst ansehen", Urgency.FIRST
    ),
    WaitingRow(
        "2", "Frau Özdemir", "Vitalwerte", "heute, 07:52", "2 Stellen zu klären",
        Urgency.TO_CLARIFY,
    ),
    WaitingRow("3", "Frau Petersen", "Pflegebericht", "heute, 07:58", "bereit zum Lesen"),
)  # fmt: skip
HEARD = WaitingRow("4", "Ohne Person", "Pflegebericht", "heute, 08:02", "wird gehört …")
SPOKEN = (
    "Frau Lindemann, heute früh halb acht, war beim Waschen deutlich müder als sonst. Kein "
    "Fieber. Sie gibt Schmerzen im linken Knie an, NRS 4. Kühlpack aufgelegt, zwanzig Minuten. "
    "Sie sagte: „Ich hab die ganze Nacht kein Auge zugemacht.“"
)
LEFT_OVER = "Im Bad oben tropft der Hahn."


def _said() -> Said:
    text = SPOKEN.replace(". ", ".\n") + "\n" + LEFT_OVER
    went = (
        ("Kühlpack aufgelegt, zwanzig Minuten", 3, "Maßnahme"),
        (LEFT_OVER, 6, "Passt in kein Feld"),
    )
    places = tuple(
        Place(text.index(words), text.index(words) + len(words), stop, label)
        for words, stop, label in went
    )
    return Said(text, places, ((places[1].start, places[1].end),))


SAID = _said()
TAIL = "Die Tochter ruf ich nachher"
PARAGRAPH = (
    "07:30 Uhr: Beim Waschen deutlich müder als sonst. Kein Fieber. Gibt Schmerzen im linken "
    "Knie an, NRS 4. „Ich hab die ganze Nacht kein Auge zugemacht.“ Kühlpack aufgelegt, 20 "
    "Minuten. Tochter wird nachher angerufen. Nachtdienst: bitte auf den Schlaf achten."
)
AI_LINE = (
    "Aus eigenem Diktat mit lokaler KI-Unterstützung erstellt; geprüft und abgezeichnet: MK, "
    "17.11.2026, 08:14 Uhr."
)

CUTS = CutPage(
    (
        CutRow(
            CutKind.ENTRY, 1, "Herr Kowalczyk", "Schichtübergabe",
            (CutPiece(0, "Der hat um halb drei geklingelt,"), CutPiece(1, "wollte zur Toilette.")),
            "0:08–0:41", True,
        ),
        CutRow(
            CutKind.ADDED, 1, "Herr Kowalczyk", "Schichtübergabe",
            (CutPiece(9, "Ach, und Herr Kowalczyk hat heute noch nicht getrunken."),),
            "1:24–1:29", True,
        ),
        CutRow(
            CutKind.ENTRY, 2, "Frau Özdemir", "Schichtübergabe",
            (
                CutPiece(3, "DK läuft, Urin in der Nacht 650,"),
                CutPiece(4, "klar, kein Geruch, Beutel um sechs Uhr gewechselt,"),
                CutPiece(5, "Frau Özdemir hat danach noch einmal geschlafen."),
            ),
            "0:41–1:05", False,
        ),
        CutRow(
            CutKind.ENTRY, 3, "Frau Petersen", "Schichtübergabe",
            (CutPiece(7, "die hat durchgeschlafen."),), "1:05–1:20", False,
        ),
        CutRow(
            CutKind.LOOSE, 0, "", "", (CutPiece(8, "Sie war müde."),), "1:20–1:24", False
        ),
    ),
    ("Herr Kowalczyk", "Frau Özdemir", "Frau Petersen"),
)  # fmt: skip

_CANCEL = (Offer.CANCEL,)

IMPORTS = (
    ImportRow("a", "diktat_0412.mp3", "3:02", "", "wird gehört, 40 %", False, False, _CANCEL),
    ImportRow(
        "b", "REC0007.WAV", "0:58", "17.11.2026, 06:41 Uhr", "Ist das Ihr eigenes Diktat?",
        False, False, (Offer.OWN, Offer.NOT_OWN), can_remove=True,
    ),
    ImportRow(
        "c", "Übergabe Wohnbereich 2, Frau Dr. Müller-Lüdenscheidt-Wołodźko, Nachtdienst.m4a",
        "12:40", "17.11.2026, 05:58 Uhr", "Ist das Ihr eigenes Diktat?",
        False, False, (Offer.OWN, Offer.NOT_OWN), can_remove=True, remove=True,
    ),
    ImportRow("d", "REC0008.WAV", "1:20", "", "wartet", False, False, _CANCEL, True),
    ImportRow(
        "e", "alt.wma", "–", "",
        "Die Audiodatei lässt sich nicht lesen. Möglich sind WAV, MP3, M4A, Ogg/Opus, FLAC und"
        " WebM mit Ton.", True, False, (Offer.RETRY, Offer.CANCEL),
    ),
    ImportRow(
        "f", "REC0005.WAV", "0:44", "", "Diese Aufnahme ist schon eingelesen. Sie steht in der"
        " Liste der Entwürfe, wenn sie nicht abgezeichnet oder vernichtet ist.", True, True,
        (Offer.RETRY, Offer.CANCEL),
    ),
    ImportRow(
        "g", "REC0006.WAV", "0:31", "", "fertig. Das Original ist entfernt", False, False,
        (Offer.OPEN,),
    ),
)  # fmt: skip
