"""Step 1, record and import: a microphone or a file becomes 16 kHz mono blocks."""
