"""Makes a small Whisper-architecture model of synthetic German speech, from nothing."""
