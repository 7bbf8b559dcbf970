"""Why nothing was done at a stop, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from dokuhelfer.ui.keys import Action, cap

translate = QCoreApplication.translate


def reason_in_words(reason: str) -> str:
    """A sentence for the reason of a refusal (`work.Shown.refused`)."""
    sentences = {
        "block_open": translate("Reading", "Erst klären: 1 bis 4."),
        "undecided_left": translate("Reading", "Es sind noch Stellen zu lesen."),
        "not_seen": translate("Reading", "Diese Stelle ist noch nicht ganz gelesen."),
        "no_value": translate("Reading", "Das passt nicht in dieses Feld."),
        "nothing_heard": translate("Reading", "Es war nichts zu hören."),
        "said_at_end": translate(
            "Reading", "Das passt nicht in dieses Feld. Es steht jetzt am Ende."
        ),
        "typed_at_end": translate(
            "Reading",
            "Das Getippte passt nicht in dieses Feld. Es steht jetzt am Ende des Blattes.",
        ),
        "words_unheard": translate(
            "Reading", "Was Sie ins Feld gesprochen haben, wird noch gehört."
        ),
        "changed_meanwhile": translate(
            "Reading", "Das Blatt hat sich gerade geändert. Bitte sehen Sie noch einmal hin."
        ),
        "dropped": translate("Reading", "Verworfen. {key} holt es zurück.").format(
            key=cap(Action.UNDO)
        ),
        "nothing_to_undo": translate("Reading", "Es gibt nichts zurückzunehmen."),
        "unfinished": translate(
            "Reading",
            "Hier haben Sie getippt, aber noch nicht übernommen: Enter übernimmt, Esc verwirft.",
        ),
        "signed": translate("Reading", "Was abgezeichnet ist, bleibt, wie es ist."),
        "nothing_said": translate("Reading", "Hier steht noch nichts."),
    }
    return sentences.get(reason, translate("Reading", "Das geht an dieser Stelle nicht."))
