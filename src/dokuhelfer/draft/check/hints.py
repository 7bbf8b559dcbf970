"""Hints, not rules: judging words, values to compare, required fields nobody filled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dokuhelfer.draft.check.input import Item
from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.check.quantities import shown
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.model import Finding, Kind, Severity
from dokuhelfer.draft.template.model import Field, Template

_QUOTED = re.compile(r"[„“\"»][^„“”\"«»]*[“”\"«]")


def check_wording(item: Item) -> Iterator[Finding]:
    """Judging words outside quotations, with a neutral way to say it (domain.md §3 R14)."""
    text = " " + " ".join(re.findall(r"\w+", fold(_QUOTED.sub(" ", item.text)))) + " "
    for pattern, hint in lexicon().wording:
        head = fold(pattern.rstrip("*"))
        found = re.search(
            rf" ({re.escape(head)}{'[a-z]*' if pattern.endswith('*') else ''}) ", text
        )
        if found:
            yield item.finding(
                Kind.WORDING, Sentence.WORDING, Severity.INFO, word=found[1], hint=hint
            )


def check_plausible(item: Item) -> Iterator[Finding]:
    """A number outside of the template's limits: misheard or mistyped? Never a judgement."""
    value = item.value
    if isinstance(value, str) or value is None:
        return
    low, high = item.member.minimum, item.member.maximum
    if (low is not None and value < low) or (high is not None and value > high):
        yield item.finding(
            Kind.PLAUSIBILITY, Sentence.PLAUSIBILITY, Severity.INFO, value=shown(value)
        )


def check_missing(template: Template, items: Sequence[Item], context: Context) -> Iterator[Finding]:
    """Required fields, and required members of each entry, that hold nothing."""
    filled = {item.field.id for item in items}
    for field in template.fields:
        if field.required and field.id not in filled:
            if field.id == "person" and context.person:
                continue
            yield _missing(field, field, f"/{field.id}")
    for field in template.fields:
        entries = {item.entry for item in items if item.field.id == field.id} - {None}
        present = {(item.entry, item.member.id) for item in items if item.field.id == field.id}
        for entry in sorted(number for number in entries if number is not None):
            for member in field.members:
                if member.required and (entry, member.id) not in present:
                    yield _missing(field, member, f"/{field.id}/{entry}/{member.id}")


def _missing(field: Field, member: Field, path: str) -> Finding:
    detail = Sentence.MISSING.fill(label=member.label)
    return Finding(field.id, path, "", Kind.MISSING, Severity.WARN, detail)
