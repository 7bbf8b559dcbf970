"""The drafting engine without a model: it quotes, it does not phrase."""

from dokuhelfer.draft.rules.engine import RulesEngine, draft_rules

__all__ = ["RulesEngine", "draft_rules"]
