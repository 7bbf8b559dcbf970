"""The child program that owns the microphone: encrypts and appends what it hears, at once.

It imports neither a window nor inference, so that nothing of theirs can cost a sample.
"""
