"""Step 4, decide: a person confirms or rejects every field."""
