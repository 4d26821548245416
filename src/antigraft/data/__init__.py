"""Tables that change without the program changing."""
