"""The word lists of the mutations, read once from ``lists.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import cast


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of a task: „anrufen“, „angerufen“, „ruft … an“.

    ``particle`` is "" where the verb has no separable prefix.
    """

    infinitive: str
    participle: str
    finite: str
    particle: str


@dataclass(frozen=True, slots=True)
class Lists:
    """What mutations put in and take out; see the comments in the file."""

    names: tuple[str, ...]
    titles: tuple[str, ...]
    no_names: frozenset[str]
    drugs: tuple[str, ...]
    invented: tuple[str, ...]
    foreign: tuple[str, ...]
    adjectives: frozenset[str]
    no_participles: frozenset[str]
    open_steps: frozenset[str]
    verbs: tuple[Verb, ...]
    units: Mapping[str, str]


@cache
def lists() -> Lists:
    """The lists; read from the package on first use."""
    text = resources.files(__package__).joinpath("lists.toml").read_text("utf-8")
    data = tomllib.loads(text)

    def row(name: str) -> tuple[str, ...]:
        return tuple(str(data[name]).split())

    return Lists(
        names=row("names"),
        titles=row("titles"),
        no_names=frozenset(row("no_names")),
        drugs=row("drugs"),
        invented=tuple(cast(Sequence[str], data["invented"])),
        foreign=tuple(cast(Sequence[str], data["foreign"])),
        adjectives=frozenset(row("adjectives")),
        no_participles=frozenset(row("no_participles")),
        open_steps=frozenset(row("open_steps")),
        verbs=tuple(_verb(line) for line in cast(Sequence[str], data["verbs"])),
        units=cast(Mapping[str, str], data["units"]),
    )


def _verb(line: str) -> Verb:
    infinitive, participle, present = line.split()
    finite, _, particle = present.partition("|")
    return Verb(infinitive, participle, finite, particle)
