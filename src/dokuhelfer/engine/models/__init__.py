"""Which models are there, whether their files are sound, and which one to use."""

from dokuhelfer.engine.models.speech import SpeechModel

__all__ = ["SpeechModel"]
