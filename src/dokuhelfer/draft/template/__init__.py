"""Templates as data: load, validate, explain mistakes."""
