"""Drafts by another engine: what may be asked for, of what, by whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dokuhelfer.config.load import Configuration
from dokuhelfer.config.schema import EngineChoice, WordingChoice
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.model import Draft
from dokuhelfer.draft.template.model import Template
from dokuhelfer.transcript.model import Transcript


class By(StrEnum):
    """Who drafts."""

    RULES = "rules"
    QUOTED = "quoted"
    """A model says what goes where; every word is as it was dictated."""
    PHRASED = "phrased"
    """It also puts running text into sentences."""


def allowed(configuration: Configuration) -> frozenset[By]:
    """What may be chosen: where the organisation has set one of them, no more than that."""
    settings = configuration.settings
    if configuration.locked("draft.engine") and settings.draft_engine is EngineChoice.RULES:
        return frozenset({By.RULES})
    quoted = settings.draft_wording is WordingChoice.QUOTED
    if configuration.locked("draft.wording") and quoted:
        return frozenset({By.RULES, By.QUOTED})
    return frozenset(By)


@dataclass(frozen=True, slots=True)
class Source:
    """What a draft was made from."""

    transcript: Transcript
    template: Template
    context: Context


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be drafted again.

    Attributes:
        field: one text field only, as it stands in ``draft``; "" for the whole sheet.
        remark: a wish for that field's sentences.
        asked: by a person; else it is offered beside the first draft.
        work: id of the dictation, where it may have been read while it was spoken.
    """

    source: Source
    by: By
    field: str = ""
    remark: str = ""
    draft: Draft | None = None
    asked: bool = True
    work: str = ""
