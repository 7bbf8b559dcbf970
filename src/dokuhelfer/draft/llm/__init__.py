"""The engine with a language model: the model points, code writes."""

from dokuhelfer.draft.llm.engine import LlmEngine
from dokuhelfer.draft.llm.language import Language

__all__ = ["Language", "LlmEngine"]
