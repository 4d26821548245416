"""BLAKE2b without the other digests: ``hashlib`` loads OpenSSL, a seventh of a known answer."""

try:
    from _blake2 import blake2b
except ImportError:  # another Python than CPython
    from hashlib import blake2b

__all__ = ["blake2b"]
