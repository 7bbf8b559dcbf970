"""The window's own widgets, one a file; everything else is a plain Qt widget with a style."""
