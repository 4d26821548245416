"""The typed, frozen records of a plan. They hold what was printed and compute nothing but keys."""
