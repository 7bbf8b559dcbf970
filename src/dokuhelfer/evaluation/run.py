"""One gold case through drafting and check."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

from dokuhelfer.draft.collective.assemble import make_drafts
from dokuhelfer.draft.drafting import Structurer, make_draft
from dokuhelfer.draft.json import plain_value
from dokuhelfer.draft.model import Draft, Severity
from dokuhelfer.draft.template.model import Template
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.evaluation.checking import CheckFigures, measure_check
from dokuhelfer.evaluation.gold import Case, Fields
from dokuhelfer.evaluation.rounds import RoundFigures, score_round
from dokuhelfer.evaluation.score import Ratio, Score, score
from dokuhelfer.evaluation.words import word_errors
from dokuhelfer.transcript.json import from_text
from dokuhelfer.transcript.model import Transcript

PER_FAULT = 3
"""Wrong drafts of each kind per case: every kind of every case is heard, none drowns others."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured on one case or on many.

    Attributes:
        cases: how many were drafted; ``skipped`` those whose template does not exist.
        word_errors: of recordings with a known text.
        score: the drafts against gold.
        own_blocks: ``block`` findings on the drafts made here, ``own_uncovered`` what they
            leave out.
        check: the check on gold drafts and on mutations of them.
        rounds: dictations about several persons.
    """

    cases: int = 0
    skipped: int = 0
    word_errors: Ratio = Ratio()
    score: Score = Score()
    own_blocks: int = 0
    own_uncovered: int = 0
    check: CheckFigures = CheckFigures()
    rounds: RoundFigures = RoundFigures()

    def __add__(self, other: Figures) -> Figures:
        return Figures(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(Figures)))


@dataclass(frozen=True, slots=True)
class Result:
    """One case and what was measured on it."""

    case: Case
    figures: Figures


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What every case is run with.

    Attributes:
        load: template by id.
        offered: the templates that a dictation about several persons may be cut for, by id.
        recognise: a recording's transcript.
        per_fault: wrong drafts of each kind per case, 0 for none.
    """

    engine: Structurer
    load: Callable[[str], Template]
    offered: Mapping[str, Template]
    recognise: Callable[[Path], Transcript]
    per_fault: int = 0

    def run(self, case: Case) -> Result:
        """Draft, score and check one case; a template that does not exist yet is skipped."""
        template = None
        if case.drafts is None:
            try:
                template = self.load(case.template)
            except DokuError as error:
                if error.code is not Code.TEMPLATE_UNKNOWN:
                    raise
                return Result(case, Figures(skipped=1))
        heard = None if case.audio is None else self.recognise(case.audio)
        said = None if case.dictation is None else from_text(case.dictation)
        transcript = heard or said
        assert transcript is not None  # noqa: S101 - a case has one of the two
        if template is None:
            figures = self._round(case, transcript)
        else:
            figures = self._draft(case, template, transcript)
            measured = self._check(case, template, said or transcript)
            figures = replace(figures, check=measured)
        if heard is not None and said is not None:
            figures = replace(figures, word_errors=word_errors(_text(said), _text(heard)))
        return Result(case, figures)

    def _round(self, case: Case, transcript: Transcript) -> Figures:
        made = make_drafts(transcript, self.offered, case.context, self.engine)
        blocks = sum(_blocks(draft) for draft in made.drafts)
        return Figures(
            cases=1,
            own_blocks=blocks,
            own_uncovered=len(made.uncovered),
            rounds=score_round(case, made),
        )

    def _draft(self, case: Case, template: Template, transcript: Transcript) -> Figures:
        if not transcript.has_words:
            return Figures(cases=1, score=score(case, {}))
        draft = make_draft(transcript, template, case.context, self.engine)
        return Figures(
            cases=1,
            score=score(case, values(draft)),
            own_blocks=_blocks(draft),
            own_uncovered=len(draft.uncovered),
        )

    def _check(self, case: Case, template: Template, transcript: Transcript) -> CheckFigures:
        """The check is measured on what was meant, so that recognition does not blur it."""
        if case.gold is None:
            return CheckFigures()
        return measure_check(case.id, case.gold, transcript, template, case.context, self.per_fault)


def _blocks(draft: Draft) -> int:
    return sum(finding.severity is Severity.BLOCK for finding in draft.findings)


def values(draft: Draft) -> Fields:
    """The plain values of a draft's fields."""
    return {id: plain_value(field.value) for id, field in draft.fields.items()}


def _text(transcript: Transcript) -> str:
    return " ".join(segment.text for segment in transcript.segments)
