"""Every statement of a draft against the dictation, by code (design, "check")."""

from dokuhelfer.draft.check.attach import check_draft
from dokuhelfer.draft.check.input import PlainDraft, plain_draft
from dokuhelfer.draft.check.run import CheckResult, check

__all__ = ["CheckResult", "PlainDraft", "check", "check_draft", "plain_draft"]
