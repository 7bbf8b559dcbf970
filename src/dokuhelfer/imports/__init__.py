"""Recordings from elsewhere, a recorder or a telephone: from a file into the store."""
