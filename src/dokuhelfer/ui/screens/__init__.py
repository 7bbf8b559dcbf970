"""The screens of the page area, one a file."""
