"""Sizes of models that can be made here, of Whisper (`engine.worker.shapes.sizes`) and of language
models (`bench.gguf`)."""

SHAPES = ("tiny", "base", "small", "turbo")

LANGUAGE_SHAPES = ("qwen3-1.7b", "qwen3-4b")

MELS = {"turbo": 128}
"""Mel bands of a shape; 80 where nothing is said."""
