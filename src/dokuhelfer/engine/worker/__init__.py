"""The child program; the only place that imports faster_whisper, ctranslate2 and llama_cpp."""
