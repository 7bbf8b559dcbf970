"""One catalogue of sentences, keyed by error code; Qt-free."""
