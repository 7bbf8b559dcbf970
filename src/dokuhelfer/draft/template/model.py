"""Template, field, group member, choice: what a template file says, typed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class FieldType(StrEnum):
    """Types of fields (`typ` in the file)."""

    TEXT = "text"
    TIME = "time"
    DATE = "date"
    INT = "int"
    DECIMAL = "decimal"
    CHOICE = "choice"
    LIST = "list"
    GROUP = "group"


class Area(StrEnum):
    """`bereich`: care or counselling."""

    PFLEGE = "pflege"
    BERATUNG = "beratung"


class Target(StrEnum):
    """`ziel`: where the finished text goes."""

    CLIPBOARD = "zwischenablage"
    DOCX = "docx"
    BOTH = "beides"
    PRINT = "druck"


class Layout(StrEnum):
    """`ausgabe`: one running text, or field by field."""

    RUNNING = "fliesstext"
    FIELDS = "feldweise"


class EmptyRule(StrEnum):
    """`leer`: what the document shows for a field of which nothing was said."""

    OMIT = "weglassen"
    NOT_DICTATED = "nicht_diktiert"
    BLANK = "leer"


class Release(StrEnum):
    """`freigabe`: whether lists and the window show the template without a policy."""

    ALWAYS = "immer"
    AFTER_CLEARANCE = "erst_nach_klaerung"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a choice field and the spoken words that stand for it.

    ``cues`` as in `Field.cues`; empty means the value itself is the only cue. ``hint`` is
    shown when the value is chosen.
    """

    value: str
    cues: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One field, or one member of a group.

    Attributes:
        cues: spoken words that point to this field, lower case; ``*`` at the end (or
            beginning) of a word stands for any letters; several words are a phrase.
        announcements: cues of the same form that, at the beginning of a clause, open
            this field as a section („Vereinbarungen:“, „Anlass ist …“); no colon.
        counters: cues of the same form; a clause with one never fills this number or choice
            („insgesamt 350 Euro Raten“ is no sum of debts).
        fact: name of the extracted fact that fills a typed field, such as
            ``rr_systolisch`` (see ``draft.facts.model.FactName``); None for text.
        forbidden: words that must not appear here unless dictated.
        minimum, maximum: limits against mistyping and mishearing, never clinical
            (domain.md §1.8); inclusive.
        limit: most characters the target system takes; None when it takes any.
        default_member: for a group, the text member that takes an unplaced statement
            about the entry's person.
        prose: running text, whose statements a language model may put into whole sentences.
    """

    id: str
    label: str
    type: FieldType
    required: bool = False
    unit: str | None = None
    choices: tuple[Choice, ...] = ()
    hint: str = ""
    cues: tuple[str, ...] = ()
    announcements: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()
    fact: str | None = None
    members: tuple[Field, ...] = ()
    exported: bool = True
    limit: int | None = None
    critical: bool = False
    empty: EmptyRule | None = None
    minimum: float | None = None
    maximum: float | None = None
    forbidden: tuple[str, ...] = ()
    default_member: str | None = None
    prose: bool = False

    def member(self, id: str) -> Field:
        """The group member of that id; KeyError where there is none."""
        for member in self.members:
            if member.id == id:
                return member
        raise KeyError(id)


@dataclass(frozen=True, slots=True)
class Baustein:
    """A sentence of the institution's own that „Baustein Lagerung“ inserts.

    Attributes:
        cues: spoken words behind „Baustein“, in the form of `Field.cues`.
        field: id of the text field it goes to; None for the template's default field.
        templates: ids of the templates it is for; empty for all.
    """

    id: str
    cues: tuple[str, ...]
    text: str
    field: str | None = None
    templates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StopGroup:
    """Fields that are read and confirmed together (`stellen`): „Blutdruck“ of three fields."""

    label: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """One documentation template.

    Attributes:
        version: goes into every draft and document.
        empty: what the document shows for empty fields unless a field says otherwise.
        base: the Word base document, an absolute path.
        forbidden: inferences never to be drawn without dictation (`verbotene_ableitungen`).
        phrases: typical target phrases (`beispiel_phrasen`), for the language model.
        default_field: id of the text field that takes an unplaced statement about the
            person, None when such a statement goes to ``nicht_zugeordnet``.
        hint: shown when the template is chosen.
        hidden: ids of fields an institution leaves out, ``gruppe.feld`` for members; their
            places in the base document stay empty.
        bausteine: the institution's own sentences for this template.
        stops: fields read together; a field is in one of them at most.
    """

    id: str
    title: str
    version: str
    area: Area
    fields: tuple[Field, ...]
    target: Target
    layout: Layout
    empty: EmptyRule
    base: Path
    release: Release = Release.ALWAYS
    default_field: str | None = None
    forbidden: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    model_hints: tuple[str, ...] = ()
    hint: str = ""
    hidden: tuple[str, ...] = ()
    bausteine: tuple[Baustein, ...] = ()
    stops: tuple[StopGroup, ...] = ()

    def field(self, id: str) -> Field:
        """The field of that id; KeyError where there is none."""
        for candidate in self.fields:
            if candidate.id == id:
                return candidate
        raise KeyError(id)

    @property
    def field_ids(self) -> tuple[str, ...]:
        """All field ids in order."""
        return tuple(candidate.id for candidate in self.fields)
