"""Helpers of the tests; importable because pyproject.toml puts `tests/helpers` on the path."""
