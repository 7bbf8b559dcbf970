"""Every open dictation once more, without marks and with capitals for names only.

Many recognisers write so. What is asked for stays the same: no fact that must not stand there, no
wrong typed value; a field may rather stay empty. A failure shows figures.
"""

from __future__ import annotations

import re

import pytest

from dokuhelfer.draft.json import plain_value
from dokuhelfer.draft.prepared import prepare
from dokuhelfer.draft.rules import draft_rules
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.evaluation.gold import Case, read_gold
from dokuhelfer.evaluation.score import Score, score
from dokuhelfer.transcript.json import from_text
from dokutest.open_gold import open_gold

BEFORE_NAMES = {"frau", "herr", "herrn", "dr.", "familie", "schwester", "pfleger"}
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_INSIDE = re.compile(rf"(?<=\d)[.,:](?=\d)|(?<=\d)\.(?= (?:{_MONTHS}))|\b(?:Dr|ca|St)\.")
_MARKS = re.compile(r"[.,;:!?„“\"–()…]")


def stripped(dictation: str) -> str:
    """The words alone; a dot or comma within a number and in „Dr.“ is none of the marks."""
    kept: list[str] = []
    at = 0
    for inside in _INSIDE.finditer(dictation):
        kept += [_MARKS.sub(" ", dictation[at : inside.start()]), inside.group()]
        at = inside.end()
    words = ("".join(kept) + _MARKS.sub(" ", dictation[at:])).split()
    return " ".join(
        word if _is_name(word, words[at - 1].lower() if at else "") else word.lower()
        for at, word in enumerate(words)
    )


def _is_name(word: str, before: str) -> bool:
    return before in BEFORE_NAMES or (word.isupper() and before != "")


def _score(case: Case) -> Score:
    assert case.dictation is not None
    prepared = prepare(from_text(stripped(case.dictation)), case.context)
    template = load_template(case.template)
    draft = draft_rules(prepared.clauses, prepared.facts, template, case.context)
    return score(case, {id: plain_value(field.value) for id, field in draft.items()})


def test_only_marks_and_capitals_go() -> None:
    said = "Frau Kern, Zimmer 4: Temperatur 38,5. Dr. Lang weiß es (seit 8.30 Uhr)."
    assert stripped(said) == "frau Kern zimmer 4 temperatur 38,5 dr. Lang weiß es seit 8.30 uhr"


@pytest.mark.long
def test_without_marks_hardly_anything_false_is_written() -> None:
    cases = [case for path in open_gold() for case in read_gold(path)]
    whole = sum((_score(case) for case in cases if case.drafts is None), start=Score())
    wrong = [n for n in whole.notes if n.startswith("exact") and ": None !=" not in n]
    assert whole.recall.rate is not None
    assert whole.exact.rate is not None
    figures = (whole.forbidden, len(wrong), round(whole.exact.rate, 3), round(whole.recall.rate, 3))
    assert whole.forbidden <= FORBIDDEN, figures
    assert len(wrong) <= WRONG, figures
    assert whole.exact.rate >= EXACT, figures
    assert whole.recall.rate >= ANYWHERE, figures


FORBIDDEN, WRONG, EXACT, ANYWHERE = 45, 17, 0.895, 0.985
