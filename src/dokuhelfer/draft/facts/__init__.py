"""Typed facts of clauses: numbers, names, times, sides, negations.

Nothing is imported here: the normaliser reads ``facts.lexicon``, and the extractors stand on it.
"""
