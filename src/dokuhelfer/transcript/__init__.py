"""Step 2, recognise: recording → words with times."""
