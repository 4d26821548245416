"""AG0: files that cannot be read as they should."""
