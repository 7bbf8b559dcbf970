"""A draft and findings as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dokuhelfer.cli.console import Console
from dokuhelfer.draft.model import Draft, Drafts, Finding, Uncovered, Value
from dokuhelfer.draft.template.model import Template


def show_draft(draft: Draft, template: Template, console: Console) -> None:
    """Title, filled fields, what was not dictated, what is to be checked."""
    say = console.catalogue.text
    console.say(f"{template.title} – {say('output', 'unreviewed')}")
    console.say()
    unsaid: list[str] = []
    for field in template.fields:
        value = draft.fields[field.id].value
        if value is None:
            unsaid.append(field.label)
            continue
        unit = f" {field.unit}" if field.unit and isinstance(value, int | float) else ""
        console.say(f"{field.label}: {_written(value)}{unit}")
    console.say(f"{say('output', 'not_dictated')}: {', '.join(unsaid) or '–'}")
    show_findings(draft.findings, draft.uncovered, console)


def show_left_over(drafts: Drafts, console: Console) -> None:
    """After several drafts: what was said and belongs to none of them."""
    shown = {item for draft in drafts.drafts for item in draft.uncovered}
    left = [item for item in drafts.uncovered if item not in shown]
    if left:
        console.say()
        console.say(f"{console.catalogue.text('output', 'in_no_draft')}:")
        for item in left:
            console.say(f"  {item.text}")


def show_findings(
    findings: Sequence[Finding], uncovered: Sequence[Uncovered], console: Console
) -> None:
    """Findings and uncovered pieces, or one line that there are none."""
    say = console.catalogue.text
    console.say()
    if not findings and not uncovered:
        console.say(say("output", "check_clean"))
        return
    if findings:
        console.say(f"{say('output', 'findings')}:")
        for finding in findings:
            weight = say("output", f"severity_{finding.severity.value}")
            console.say(f"  [{weight}] {finding.field}: {finding.detail}")
    if uncovered:
        console.say(f"{say('output', 'uncovered')}:")
        for item in uncovered:
            console.say(f"  {item.text}")


def _written(value: Value) -> str:
    if isinstance(value, tuple):
        return "".join(f"\n  – {_entry(item)}" for item in value)
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    return str(value)


def _entry(item: str | Mapping[str, object]) -> str:
    if isinstance(item, str):
        return item
    return "; ".join(f"{key}: {part}" for key, part in item.items() if part is not None)
