"""Sizes of Whisper that can be made here; see `engine.worker.shapes.sizes`."""

SHAPES = ("tiny", "base", "small", "turbo")

MELS = {"turbo": 128}
"""Mel bands of a shape; 80 where nothing is said."""
