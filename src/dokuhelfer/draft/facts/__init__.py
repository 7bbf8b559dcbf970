"""Typed facts in a clause, with their places."""
