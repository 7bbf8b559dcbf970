"""The dictation in numbered clauses, the unit of evidence."""

from dokuhelfer.draft.clauses.cut import cut

__all__ = ["cut"]
