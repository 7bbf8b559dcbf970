"""Every key of the window in one table; shortcuts, caps on buttons and the help come from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class Action(StrEnum):
    """What a key does."""

    RECORD = "record"
    NEXT_PERSON = "next_person"
    HIDE = "hide"
    CONFIRM = "confirm"
    PAUSE = "pause"
    PLAY = "play"
    CHANGE = "change"
    NEXT_OPEN = "next_open"
    PREVIOUS_OPEN = "previous_open"
    TRANSCRIPT = "transcript"
    SEARCH = "search"
    NEXT_REGION = "next_region"
    PREVIOUS_REGION = "previous_region"
    NEXT_DRAFT = "next_draft"
    PREVIOUS_DRAFT = "previous_draft"
    SIGN = "sign"
    UNDO = "undo"
    REDO = "redo"
    REDRAFT = "redraft"
    COPY = "copy"
    IMPORT = "import"
    PRINT = "print"
    SAVED = "saved"
    LARGER = "larger"
    SMALLER = "smaller"
    NORMAL = "normal"
    STRIKE = "strike"
    APPLY = "apply"
    LEAVE = "leave"
    PERSON = "person"
    TEMPLATE = "template"
    WHEN = "when"
    HELP = "help"
    JOIN = "join"
    SPLIT = "split"
    OWNER = "owner"
    KIND = "kind"


class Where(StrEnum):
    """Where a key acts; `WINDOW` keys are shortcuts, the others belong to what has the focus."""

    WINDOW = "window"
    SHEET = "sheet"
    RECORDING = "recording"
    EDITOR = "editor"
    PANE = "pane"
    CUTS = "cuts"


@dataclass(frozen=True, slots=True)
class Key:
    """One line of the table.

    Attributes:
        key: in Qt's portable spelling.
        other: without function keys; "" where there is none.
    """

    action: Action
    key: str
    other: str = ""
    where: Where = Where.WINDOW


KEYS = (
    Key(Action.RECORD, "F9", "Ctrl+Space"),
    Key(Action.NEXT_PERSON, "F10", "Ctrl+N"),
    Key(Action.HIDE, "F12", "Ctrl+B"),
    Key(Action.CONFIRM, "Space", where=Where.SHEET),
    Key(Action.PAUSE, "Space", where=Where.RECORDING),
    Key(Action.PLAY, "F8", "Shift+Space"),
    Key(Action.CHANGE, "F2", "Return", where=Where.SHEET),
    Key(Action.NEXT_OPEN, "F3", "Ctrl+Down"),
    Key(Action.PREVIOUS_OPEN, "Shift+F3", "Ctrl+Up"),
    Key(Action.TRANSCRIPT, "F4", "Ctrl+T"),
    Key(Action.SEARCH, "Ctrl+F", where=Where.PANE),
    Key(Action.NEXT_REGION, "F6"),
    Key(Action.PREVIOUS_REGION, "Shift+F6"),
    Key(Action.NEXT_DRAFT, "F7", "Ctrl+PgDown"),
    Key(Action.PREVIOUS_DRAFT, "Shift+F7", "Ctrl+PgUp"),
    Key(Action.SIGN, "Ctrl+Return", "Ctrl+Enter"),
    Key(Action.UNDO, "Ctrl+Z"),
    Key(Action.REDO, "Ctrl+Y"),
    Key(Action.REDRAFT, "Ctrl+R"),
    Key(Action.COPY, "Ctrl+C"),
    Key(Action.IMPORT, "Ctrl+O"),
    Key(Action.PRINT, "Ctrl+P"),
    Key(Action.SAVED, "Ctrl+S"),
    Key(Action.LARGER, "Ctrl++"),
    Key(Action.SMALLER, "Ctrl+-"),
    Key(Action.NORMAL, "Ctrl+0"),
    Key(Action.STRIKE, "Del", where=Where.SHEET),
    Key(Action.APPLY, "Return", where=Where.EDITOR),
    Key(Action.LEAVE, "Esc"),
    Key(Action.PERSON, "Alt+P"),
    Key(Action.TEMPLATE, "Alt+V"),
    Key(Action.WHEN, "Alt+D"),
    Key(Action.HELP, "F1", "Alt+H"),
    Key(Action.JOIN, "Z", where=Where.CUTS),
    Key(Action.SPLIT, "T", where=Where.CUTS),
    Key(Action.OWNER, "P", where=Where.CUTS),
    Key(Action.KIND, "V", where=Where.CUTS),
)

_BY_ACTION = {key.action: key for key in KEYS}


def key_of(action: Action) -> Key:
    """The line of an action."""
    return _BY_ACTION[action]


def sequences(key: Key) -> tuple[str, ...]:
    """What is to be pressed for a line, as Qt reads it; letters with Alt follow the language."""
    return tuple(_in_language(one) for one in (key.key, key.other) if one)


def cap(action: Action, *, function_keys: bool = True) -> str:
    """What stands on the key cap of an action, in the window's language."""
    key = key_of(action)
    return spelled(key.key if function_keys or not key.other else key.other)


def spelled(portable: str) -> str:
    """A key in the window's language: ``Ctrl+Return`` → „Strg+Enter“."""
    words = {
        "Ctrl": translate("Keys", "Strg"),
        "Shift": translate("Keys", "Umschalt"),
        "Alt": "Alt",
        "Space": translate("Keys", "Leertaste"),
        "Return": translate("Keys", "Enter"),
        "Esc": "Esc",
        "Del": translate("Keys", "Entf"),
        "PgDown": translate("Keys", "Bild↓"),
        "PgUp": translate("Keys", "Bild↑"),
        "Up": "↑",
        "Down": "↓",
    }
    if portable.endswith("++"):
        return f"{words['Ctrl']}++"
    return "+".join(words.get(part, part) for part in _in_language(portable).split("+"))


def _in_language(portable: str) -> str:
    """Letters that stand for a word are those of the word in the window's language."""
    letters = {
        "Z": translate("Keys", "Z", "Zusammenlegen"),
        "T": translate("Keys", "T", "Trennen"),
        "P": translate("Keys", "P", "Person"),
        "V": translate("Keys", "V", "Vorlage"),
    }
    before, alt, letter = portable.rpartition("Alt+")
    return f"{before}{alt}{letters.get(letter, letter)}"
