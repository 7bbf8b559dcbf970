"""Typed facts of clauses: numbers, names, times, sides, negations."""

from dokuhelfer.draft.facts.extract import extract, extract_all
from dokuhelfer.draft.facts.modality import modality

__all__ = ["extract", "extract_all", "modality"]
