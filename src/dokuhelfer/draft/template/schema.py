"""The form of a template file as data: which keys there are and what may stand behind them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from dokuhelfer.draft.facts.names import FactName
from dokuhelfer.draft.template.model import (
    Area,
    EmptyRule,
    FieldType,
    Layout,
    Release,
    Target,
)

ID = re.compile(r"[a-z][a-z0-9_]{0,47}")
"""Ids of templates and fields: they become file names, JSON keys and places in Word."""

UNPLACED = "nicht_zugeordnet"
"""Id of the list that ends every template (domain.md §0.3)."""


class Form(Enum):
    """What a key's value looks like in TOML."""

    TEXT = auto()
    FLAG = auto()
    COUNT = auto()
    """A whole number above 0."""
    NUMBER = auto()
    TEXTS = auto()
    CUES = auto()
    """A list of texts in the form of `Field.cues`."""
    PARTED_CUES = auto()
    """The same, with gaps and alternatives (`draft.facts.parted`)."""
    CHOICES = auto()
    """A list of texts, or of tables with `wert` and `stichworte`."""
    TABLES = auto()


@dataclass(frozen=True, slots=True)
class Key:
    """One key: form of its value, whether it must be there, the words it may hold."""

    form: Form
    required: bool = False
    allowed: tuple[str, ...] = ()


def _words(enum: type[StrEnum]) -> tuple[str, ...]:
    return tuple(member.value for member in enum)


TEMPLATE_KEYS: Mapping[str, Key] = {
    "id": Key(Form.TEXT, required=True),
    "titel": Key(Form.TEXT, required=True),
    "version": Key(Form.TEXT, required=True),
    "bereich": Key(Form.TEXT, required=True, allowed=_words(Area)),
    "ziel": Key(Form.TEXT, required=True, allowed=_words(Target)),
    "ausgabe": Key(Form.TEXT, required=True, allowed=_words(Layout)),
    "leer": Key(Form.TEXT, required=True, allowed=_words(EmptyRule)),
    "basis": Key(Form.TEXT, required=True),
    "freigabe": Key(Form.TEXT, allowed=_words(Release)),
    "hinweis": Key(Form.TEXT),
    "auffangfeld": Key(Form.TEXT),
    "verbotene_ableitungen": Key(Form.TEXTS),
    "beispiel_phrasen": Key(Form.TEXTS),
    "hinweise_llm": Key(Form.TEXTS),
    "felder": Key(Form.TABLES, required=True),
    "stellen": Key(Form.TABLES),
}

FIELD_KEYS: Mapping[str, Key] = {
    "id": Key(Form.TEXT, required=True),
    "label": Key(Form.TEXT, required=True),
    "typ": Key(Form.TEXT, required=True),
    "pflicht": Key(Form.FLAG),
    "einheit": Key(Form.TEXT),
    "werte": Key(Form.CHOICES),
    "hinweis": Key(Form.TEXT),
    "stichworte": Key(Form.CUES),
    "ankuendigung": Key(Form.CUES),
    "gegenworte": Key(Form.CUES),
    "fakt": Key(Form.TEXT),
    "felder": Key(Form.TABLES),
    "auffangfeld": Key(Form.TEXT),
    "export": Key(Form.FLAG),
    "zeichenlimit": Key(Form.COUNT),
    "kritisch": Key(Form.FLAG),
    "leer": Key(Form.TEXT, allowed=_words(EmptyRule)),
    "von": Key(Form.NUMBER),
    "bis": Key(Form.NUMBER),
    "verboten": Key(Form.TEXTS),
    "prosa": Key(Form.FLAG),
    "ausgeblendet": Key(Form.FLAG),
}

ADDED: Mapping[str, str] = {
    "stichworte_dazu": "stichworte",
    "ankuendigung_dazu": "ankuendigung",
    "werte_dazu": "werte",
    "gegenworte_dazu": "gegenworte",
}
"""Keys of a child's field that add to a list of its parent's instead of replacing it."""

CHILD_KEYS: Mapping[str, Key] = {
    name: Key(key.form, name in ("id", "version"), key.allowed)
    for name, key in TEMPLATE_KEYS.items()
} | {"extends": Key(Form.TEXT, required=True), "reihenfolge": Key(Form.TEXTS)}
"""Of a template that extends another one: what it does not say is its parent's."""

CHILD_FIELD_KEYS: Mapping[str, Key] = (
    {name: Key(key.form, name == "id", key.allowed) for name, key in FIELD_KEYS.items()}
    | {name: FIELD_KEYS[target] for name, target in ADDED.items()}
    | {"nach": Key(Form.TEXT)}
)

CHOICE_KEYS: Mapping[str, Key] = {
    "wert": Key(Form.TEXT, required=True),
    "hinweis": Key(Form.TEXT),
    "stichworte": Key(Form.PARTED_CUES),
}

STOP_KEYS: Mapping[str, Key] = {
    "label": Key(Form.TEXT, required=True),
    "felder": Key(Form.TEXTS, required=True),
}

BAUSTEINE_KEYS: Mapping[str, Key] = {"baustein": Key(Form.TABLES, required=True)}

BAUSTEIN_KEYS: Mapping[str, Key] = {
    "id": Key(Form.TEXT, required=True),
    "stichworte": Key(Form.CUES, required=True),
    "text": Key(Form.TEXT, required=True),
    "feld": Key(Form.TEXT),
    "vorlagen": Key(Form.TEXTS),
}

KEYS_OF_TYPE: Mapping[str, frozenset[FieldType]] = {
    "werte": frozenset({FieldType.CHOICE}),
    "einheit": frozenset({FieldType.INT, FieldType.DECIMAL}),
    "felder": frozenset({FieldType.GROUP}),
    "auffangfeld": frozenset({FieldType.GROUP}),
    "prosa": frozenset({FieldType.TEXT}),
}
"""Keys that make sense for some types only."""

NUMBERS = frozenset({FieldType.INT, FieldType.DECIMAL})

_NUMBER_FACTS = (
    FactName.RR_SYSTOLISCH,
    FactName.RR_DIASTOLISCH,
    FactName.PULS,
    FactName.TEMPERATUR,
    FactName.ATEMFREQUENZ,
    FactName.SPO2,
    FactName.BLUTZUCKER,
    FactName.GEWICHT,
    FactName.GROESSE,
    FactName.NRS,
    FactName.BESD_RUHE,
    FactName.BESD_AKTIVITAET,
    FactName.DAUER_MIN,
    FactName.LAENGE_CM,
    FactName.BREITE_CM,
    FactName.TIEFE_CM,
)
_CHOICE_FACTS = (
    FactName.RR_ORT,
    FactName.TEMPERATUR_ORT,
    FactName.BLUTZUCKER_EINHEIT,
    FactName.BLUTZUCKER_ZEITPUNKT,
)
_TIME_FACTS = (
    FactName.UHRZEIT,
    FactName.UHRZEIT_STURZ,
    FactName.UHRZEIT_AUFFINDEN,
    FactName.UHRZEIT_EREIGNIS,
    FactName.UHRZEIT_BEMERKT,
)

TYPES_OF_FACT: Mapping[FactName, frozenset[FieldType]] = {
    **dict.fromkeys(_NUMBER_FACTS, NUMBERS),
    **dict.fromkeys(_CHOICE_FACTS, frozenset({FieldType.CHOICE})),
    **dict.fromkeys(_TIME_FACTS, frozenset({FieldType.TIME})),
    FactName.PERSON: frozenset({FieldType.TEXT}),
    FactName.ZIMMER: frozenset({FieldType.TEXT}),
    FactName.ZEITRAUM: frozenset({FieldType.TEXT}),
    FactName.MEDIKAMENT: frozenset({FieldType.TEXT}),
}
"""Which field types a fact may fill; every `FactName` is listed (a test sees to it)."""
