"""What changed in meaning between two states of a plan, and plans as git remembers them."""
