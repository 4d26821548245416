"""Hostile and broken plans, and calls of every command with them."""
