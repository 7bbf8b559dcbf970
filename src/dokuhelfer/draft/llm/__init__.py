"""The engine with a language model: the model points, code writes."""

from dokuhelfer.draft.llm.engine import LlmEngine
from dokuhelfer.draft.llm.language import Language
from dokuhelfer.draft.llm.session import DraftingSession

__all__ = ["DraftingSession", "Language", "LlmEngine"]
