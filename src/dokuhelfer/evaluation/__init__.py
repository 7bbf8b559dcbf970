"""Drafts and the check measured against gold dictations, on this machine with these models.

A tool for those who build, install or change the program: it measures the program, never a
person. Nothing imports this package but the command ``eval``.
"""
