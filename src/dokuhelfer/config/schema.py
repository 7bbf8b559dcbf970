"""Every setting: declared once, typed, described, bounded."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import StrEnum
from pathlib import Path


class Language(StrEnum):
    """Languages of the messages."""

    DE = "de"
    EN = "en"


class EngineChoice(StrEnum):
    """Which drafting engine to use."""

    AUTO = "auto"
    RULES = "rules"
    LLM = "llm"


class WordingChoice(StrEnum):
    """Whose words running text is in."""

    QUOTED = "woertlich"
    PHRASED = "ausformuliert"


Raw = str | int | bool | tuple[str, ...] | tuple[Path, ...] | StrEnum | None


class ValueKind(StrEnum):
    """How a setting is written in a TOML file."""

    BOOL = "boolean"
    INT = "integer"
    TEXT = "text"
    TEXTS = "list of texts"
    FOLDERS = "list of absolute folders"
    LANGUAGE = "de or en"
    ENGINE = "auto, rules or llm"
    WORDING = "woertlich or ausformuliert"


@dataclass(frozen=True, slots=True)
class Declared:
    """What is known of a setting beside its value.

    Attributes:
        key: dotted name in the files, such as ``speech.model``.
        about: what it does, for the admin's manual.
        minimum, maximum: bounds of an INT, inclusive.
    """

    key: str
    kind: ValueKind
    about: str
    minimum: int | None = None
    maximum: int | None = None


def _declared(key: str, kind: ValueKind, about: str, **bounds: int) -> dict[str, Declared]:
    return {"declared": Declared(key, kind, about, **bounds)}


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force. Each field's default is the packaged default."""

    language: Language | None = field(
        default=None,
        metadata=_declared(
            "language", ValueKind.LANGUAGE, "Language of messages; unset: the system's."
        ),
    )
    speech_model: str | None = field(
        default=None,
        metadata=_declared(
            "speech.model", ValueKind.TEXT, "Id of the speech model; unset: the best that fits."
        ),
    )
    speech_threads: int = field(
        default=0,
        metadata=_declared(
            "speech.threads",
            ValueKind.INT,
            "Threads for recognition; 0: physical cores minus one.",
            minimum=0,
            maximum=64,
        ),
    )
    microphone: str | None = field(
        default=None,
        metadata=_declared(
            "audio.microphone",
            ValueKind.TEXT,
            "Name of the microphone; unset: the one last chosen, else the system's.",
        ),
    )
    start_tone: bool = field(
        default=True,
        metadata=_declared(
            "audio.start_tone", ValueKind.BOOL, "Whether a short tone says when to speak."
        ),
    )
    end_tone: bool = field(
        default=True,
        metadata=_declared(
            "audio.end_tone", ValueKind.BOOL, "Whether two tones say that nobody listens any more."
        ),
    )
    vocabulary_folders: tuple[Path, ...] = field(
        default=(),
        metadata=_declared(
            "vocabulary.folders",
            ValueKind.FOLDERS,
            "Folders with the institution's word lists: organisation.txt, units/NAME.txt.",
        ),
    )
    vocabulary_unit: str | None = field(
        default=None,
        metadata=_declared(
            "vocabulary.unit",
            ValueKind.TEXT,
            "The unit this device belongs to: whose word list counts where no context names one.",
        ),
    )
    draft_engine: EngineChoice = field(
        default=EngineChoice.AUTO,
        metadata=_declared("draft.engine", ValueKind.ENGINE, "Which engine structures the draft."),
    )
    draft_days: int = field(
        default=7,
        metadata=_declared(
            "draft.days",
            ValueKind.INT,
            "Days for which a draft that nobody signs is kept; then it is destroyed, and told.",
            minimum=1,
            maximum=30,
        ),
    )
    draft_wording: WordingChoice = field(
        default=WordingChoice.QUOTED,
        metadata=_declared(
            "draft.wording",
            ValueKind.WORDING,
            "Whether a language model may put fields of running text into sentences.",
        ),
    )
    template_folders: tuple[Path, ...] = field(
        default=(),
        metadata=_declared(
            "templates.folders",
            ValueKind.FOLDERS,
            "The institution's templates; they go before the shipped ones.",
        ),
    )
    cleared_templates: tuple[str, ...] = field(
        default=(),
        metadata=_declared(
            "templates.cleared",
            ValueKind.TEXTS,
            "Ids of templates the institution has cleared although they ship held back.",
        ),
    )
    model_folders: tuple[Path, ...] = field(
        default=(),
        metadata=_declared(
            "models.folders", ValueKind.FOLDERS, "Folders with models, searched first."
        ),
    )
    person_folders: tuple[Path, ...] = field(
        default=(),
        metadata=_declared(
            "persons.folders",
            ValueKind.FOLDERS,
            "Folders with the institution's list of persons, personen.csv; read, never copied.",
        ),
    )
    import_folders: tuple[Path, ...] = field(
        default=(),
        metadata=_declared(
            "import.folders",
            ValueKind.FOLDERS,
            "Folders whose recordings the window offers to read in; each is asked for.",
        ),
    )
    files_allowed: bool = field(
        default=True,
        metadata=_declared(
            "export.files",
            ValueKind.BOOL,
            "Whether the command line may write readable files (--json, --docx, --out).",
        ),
    )


DECLARED: dict[str, tuple[str, Declared]] = {
    item.metadata["declared"].key: (item.name, item.metadata["declared"])
    for item in fields(Settings)
}
"""Dotted key → (attribute of `Settings`, declaration)."""
