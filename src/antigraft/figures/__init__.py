"""Figures: pure functions from records to frozen tables. No file, no text, no rounding."""
