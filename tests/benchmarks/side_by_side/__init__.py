"""Our file transcription beside others: same sound, same weights, same threads, one run.

Not collected with the tests: it takes minutes and wants an environment with openai-whisper.
README.md says how to run it.
"""
