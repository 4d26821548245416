"""antigraft keeps a Thai local government's anti-corruption plan as YAML in git."""

__version__ = "0.1.0"
