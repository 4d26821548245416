"""The command line: options in, text out, an exit code. It decides nothing about plans."""
