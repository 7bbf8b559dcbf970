"""The drafting engine without a model: it quotes, it does not phrase."""
