"""Word lists the extractors read: plain data, each module names its source."""
