"""Spoken German → written tokens, each with its place in the original."""

from dokuhelfer.draft.normalise.model import Normalised
from dokuhelfer.draft.normalise.normalise import normalise

__all__ = ["Normalised", "normalise"]
