"""Spoken German → written tokens, each with its place in the original."""
