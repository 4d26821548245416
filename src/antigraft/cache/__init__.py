"""What is remembered between runs, outside every plan folder. Losing it loses nothing."""
