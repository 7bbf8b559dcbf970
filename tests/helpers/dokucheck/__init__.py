"""Helpers that measure the check: gold cases, mutations, rates."""
