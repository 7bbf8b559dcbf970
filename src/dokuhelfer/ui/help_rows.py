"""F1: which keys do what on the page that is shown; the keys come from the one table."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from dokuhelfer.ui.keys import Action, key_of, sequences, spelled
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.widgets.help_panel import HelpRow

translate = QCoreApplication.translate


_HEAD = (Action.PERSON, Action.TEMPLATE, Action.WHEN)
_ALWAYS = (
    Action.HIDE, Action.NEXT_REGION, Action.PREVIOUS_REGION, Action.SAVED, Action.IMPORT,
    Action.LARGER, Action.SMALLER, Action.NORMAL, Action.HELP,
)  # fmt: skip
_HERE: dict[Mode, tuple[Action, ...]] = {
    Mode.HOME: (
        Action.RECORD, Action.NEXT_PERSON, Action.PERSON, Action.TEMPLATE, Action.NEXT_DRAFT,
        Action.PREVIOUS_DRAFT,
    ),
    Mode.RECORDING: (Action.RECORD, Action.PAUSE, Action.NEXT_PERSON, *_HEAD),
    Mode.FIELD: (Action.RECORD, Action.LEAVE, Action.NEXT_PERSON),
    Mode.HEARING: (Action.NEXT_PERSON, *_HEAD, Action.LEAVE),
    Mode.READING: (
        Action.CONFIRM, Action.CHANGE, Action.STRIKE, Action.RECORD, Action.PLAY,
        Action.NEXT_OPEN, Action.PREVIOUS_OPEN, Action.UNDO, Action.REDO, Action.REDRAFT,
        Action.TRANSCRIPT, Action.SEARCH, Action.SIGN, Action.NEXT_DRAFT, Action.PREVIOUS_DRAFT,
        Action.NEXT_PERSON, *_HEAD, Action.LEAVE,
    ),
    Mode.CUTS: (
        Action.CONFIRM, Action.SIGN, Action.JOIN, Action.SPLIT, Action.OWNER, Action.KIND,
        Action.PLAY, Action.UNDO, Action.REDO, Action.RECORD, Action.LEAVE,
    ),
    Mode.SIGNED: (
        Action.RECORD, Action.NEXT_PERSON, Action.COPY, Action.PRINT, Action.NEXT_DRAFT,
        Action.PREVIOUS_DRAFT, Action.LEAVE,
    ),
}  # fmt: skip
_ELSEWHERE = (Action.RECORD, Action.NEXT_PERSON, Action.LEAVE)


def help_rows(mode: Mode) -> tuple[HelpRow, ...]:
    """What can be pressed there: first what the page is for, then what works everywhere."""
    actions = _HERE.get(mode, _ELSEWHERE)
    here = tuple(_row(action, mode) for action in actions)
    return here + _beside(mode) + tuple(_row(action, mode) for action in _ALWAYS)


def _row(action: Action, mode: Mode) -> HelpRow:
    caps = tuple(spelled(sequence) for sequence in sequences(key_of(action)))
    return HelpRow(tuple(dict.fromkeys(caps)), _words(action, mode))


def _words(action: Action, mode: Mode) -> str:
    if action is Action.RECORD:
        return _record_in_words(mode)
    if action is Action.SIGN and mode is Mode.CUTS:
        return translate("Help", "Alle Grenzen passen")
    if action is Action.LEAVE and mode is Mode.FIELD:
        return translate("Field", "Verwerfen")
    return _all_words()[action]


def _record_in_words(mode: Mode) -> str:
    return {
        Mode.RECORDING: translate("Foot", "Diktat beenden"),
        Mode.FIELD: translate("Foot", "Diktat ins Feld beenden"),
        Mode.READING: translate("Foot", "In dieses Feld sprechen"),
        Mode.HOME: translate("Foot", "Diktat starten"),
    }.get(mode, translate("Foot", "Neues Diktat"))


def _beside(mode: Mode) -> tuple[HelpRow, ...]:
    """Keys that stand in no table: digits and arrows belong to what has the focus."""
    arrows = ("↑", "↓")
    if mode is Mode.HOME:
        keys = ("Alt+1 … Alt+6",)
        return (HelpRow(keys, translate("Help", "Eine der Vorlagen wählen")),)
    if mode is Mode.READING:
        ends = (translate("Keys", "Pos1"), translate("Keys", "Ende"))
        return (
            HelpRow(("1", "2", "3", "4"), translate("Help", "Antwort an der Stelle")),
            HelpRow(arrows, translate("Help", "Eine Stelle davor, dahinter")),
            HelpRow(ends, translate("Help", "Erste, letzte Stelle")),
        )
    if mode is Mode.CUTS:
        control = translate("Keys", "Strg")
        return (
            HelpRow(("←", "→"), translate("Help", "Das Ende um ein Wort verschieben")),
            HelpRow(
                (f"{control}+←", f"{control}+→"),
                translate("Help", "Das Ende um ein Satzstück verschieben"),
            ),
            HelpRow(arrows, translate("Help", "Ein Eintrag davor, dahinter")),
            HelpRow((translate("Keys", "Enter"),), translate("Help", "Den ganzen Text zeigen")),
        )
    return ()


def _all_words() -> dict[Action, str]:
    return {
        Action.NEXT_PERSON: translate("Foot", "Nächste Person"),
        Action.HIDE: translate("Help", "Verbergen, wieder zeigen"),
        Action.CONFIRM: translate("Stop", "Passt"),
        Action.PAUSE: translate("Help", "Pause, weiter"),
        Action.PLAY: translate("Help", "Anhören, wieder still"),
        Action.CHANGE: translate("Stop", "Ändern"),
        Action.STRIKE: translate("Stop", "Streichen"),
        Action.NEXT_OPEN: translate("Help", "Nächste offene Stelle"),
        Action.PREVIOUS_OPEN: translate("Help", "Offene Stelle davor"),
        Action.TRANSCRIPT: translate("Sheet", "Diktat zeigen"),
        Action.SEARCH: translate("Help", "Im Diktat suchen"),
        Action.NEXT_REGION: translate("Help", "Nächster Bereich des Fensters"),
        Action.PREVIOUS_REGION: translate("Help", "Bereich davor"),
        Action.NEXT_DRAFT: translate("Help", "Nächster Entwurf"),
        Action.PREVIOUS_DRAFT: translate("Help", "Entwurf davor"),
        Action.SIGN: translate("Foot", "Abzeichnen"),
        Action.UNDO: translate("Help", "Zurücknehmen"),
        Action.REDO: translate("Help", "Doch wieder so"),
        Action.REDRAFT: translate("Sheet", "Neu entwerfen …"),
        Action.COPY: translate("Signed", "Noch einmal kopieren"),
        Action.IMPORT: translate("Home", "Aufnahmen einlesen"),
        Action.PRINT: translate("Signed", "Drucken"),
        Action.SAVED: translate("Help", "Ist alles gesichert?"),
        Action.LARGER: translate("Help", "Größerer Text"),
        Action.SMALLER: translate("Help", "Kleinerer Text"),
        Action.NORMAL: translate("Help", "Text wie am Anfang"),
        Action.LEAVE: translate("Help", "Zurück"),
        Action.PERSON: translate("Home", "Person"),
        Action.TEMPLATE: translate("Home", "Vorlage"),
        Action.WHEN: translate("Help", "Tag, Uhrzeit, Schicht"),
        Action.JOIN: translate("Help", "Mit dem Eintrag davor zusammenlegen"),
        Action.SPLIT: translate("Help", "Trennen"),
        Action.OWNER: translate("Help", "Einer anderen Person geben"),
        Action.KIND: translate("Help", "Andere Vorlage"),
        Action.HELP: translate("Help", "Diese Hilfe"),
    }
