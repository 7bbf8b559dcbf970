"""Findings of a whole draft sit at its statements."""

from __future__ import annotations

from dataclasses import replace

from dokucheck.running import dictated
from dokuhelfer.draft.check import check_draft
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.model import (
    Draft,
    DraftField,
    Head,
    Kind,
    Meta,
    Origin,
    Span,
    Statement,
)
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.draft.template.model import Baustein

DICTATION = "Frau Berger hat gut gegessen. Die linke Hüfte ist gerötet."


def draft_of(*statements: Statement) -> Draft:
    template = load_template("pflegebericht")
    text = " ".join(statement.text for statement in statements)
    fields = {id: DraftField() for id in template.field_ids}
    fields["beobachtung"] = DraftField(text, statements)
    return Draft(
        "pflegebericht", "1.0", "llm", Meta(None, "0"), Head(), dictated(DICTATION), fields
    )


def test_each_statement_carries_its_own_findings() -> None:
    right = Statement("Hat gut gegessen.", (Span(0, 0, 29),), Origin.LLM)
    wrong = Statement("Rechte Hüfte gerötet.", (Span(0, 30, 58),), Origin.LLM)
    template = load_template("pflegebericht")
    result = check_draft(draft_of(right, wrong), template, Context())
    first, second = result.fields["beobachtung"].statements
    assert first.findings == ()
    assert [f.kind for f in second.findings] == [Kind.LATERALITY]
    assert second.findings[0] in result.findings
    assert result.uncovered == ()


def test_a_text_block_of_the_institution_is_not_searched_in_the_dictation() -> None:
    text = "Lagerung nach Standard durchgeführt."
    block = Statement(text, (), Origin.BAUSTEIN)
    template = load_template("pflegebericht")
    known = replace(template, bausteine=(Baustein("lagerung", ("lagerung",), text),))
    called = replace(draft_of(block), transcript=dictated(f"{DICTATION} Baustein Lagerung."))
    result = check_draft(called, known, Context())
    assert [f for f in result.findings if f.field == "beobachtung"] == []
    # Nobody said „Baustein Lagerung“, or the institution has no such sentence: invented.
    for draft, of in ((draft_of(block), known), (called, template)):
        result = check_draft(draft, of, Context())
        assert [f.kind for f in result.findings if f.field == "beobachtung"] == [Kind.UNSUPPORTED]
