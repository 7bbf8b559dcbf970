"""Private files and logs without content."""
