"""Gold dictations of about 360 words with their gold drafts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from dokuhelfer.bench.language import in_utterances
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.drafting import make_draft
from dokuhelfer.draft.rules import RulesEngine
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.draft.template.model import Template
from dokuhelfer.transcript.json import from_text
from dokuhelfer.transcript.model import Transcript

GOLD = Path(__file__).parents[2] / "gold"


@dataclass(frozen=True, slots=True)
class Case:
    """A long dictation and what a draft of it should say.

    Attributes:
        values: by field; a text for each, None where nothing was said.
    """

    template: Template
    spoken: Transcript
    values: dict[str, str | None]

    def sentences(self) -> dict[str, str]:
        """What stands for each quote of running text in the gold draft.

        Each sentence of a field goes to the quote it shares most words with; a quote that gets
        none is said as it is.
        """
        made = make_draft(self.spoken, self.template, Context(), RulesEngine())
        found: dict[str, list[str]] = {}
        for field in self.template.fields:
            notes = made.fields[field.id].statements if field.prose else ()
            quotes = [" ".join(note.text.split()) for note in notes]
            found.update({quote: [] for quote in quotes})
            for sentence in _sentences(self.values[field.id]) if quotes else ():
                nearest = max(quotes, key=lambda quote, one=sentence: len(_shared(one, quote)))
                found[nearest].append(sentence)
        return {quote: " ".join(said) or quote for quote, said in found.items()}


def _sentences(text: str | None) -> list[str]:
    parts = (one.strip(". ") for one in (text or "").split(". "))
    return [f"{one}." for one in parts if one]


def _shared(one: str, other: str) -> set[str]:
    return set(one.casefold().split()) & set(other.casefold().split())


def long_case(template: str, words: int) -> Case:
    """Gold cases of the template one after the other until there are so many words."""
    chosen = load_template(template)
    said: list[str] = []
    values: dict[str, list[str]] = {field.id: [] for field in chosen.fields}
    for case in _longest(template):
        if len(" ".join(said).split()) >= words * 0.9:
            break
        said.append(case["dictation"])
        for id, value in case["gold"].items():
            if id in values and value is not None:
                values[id].append(_text(value))
    cut = " ".join(" ".join(said).split()[:words])
    texts = {id: " ".join(parts) or None for id, parts in values.items()}
    return Case(chosen, replace(in_utterances(from_text(cut))), texts)


def _longest(template: str) -> list[dict[str, dict[str, object] | str]]:  # the gold's own form
    cases = [case for case in _cases() if case["template"] == template]
    return sorted(cases, key=lambda case: -len(str(case["dictation"])))


def _cases() -> Iterator[dict[str, dict[str, object] | str]]:
    for file in sorted(GOLD.glob("c*_[abcd].json")):
        yield from json.loads(file.read_text("utf-8"))


def _text(value: object) -> str:
    if isinstance(value, list):
        return " ".join(map(str, value))
    return str(value)
