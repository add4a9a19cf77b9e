"""The chip of an ID card or passport through PC/SC (ICAO 9303, parts 10 and 11)."""

LARGEST_ANSWER = 258
"""Bytes that a chip answers at once: 256 and the status."""
