"""Step 5, write down: a draft becomes a Word document."""
