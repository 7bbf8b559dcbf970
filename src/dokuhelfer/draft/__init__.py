"""Step 3, structure and check: words become the fields of a template, each with its evidence."""
