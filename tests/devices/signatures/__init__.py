"""Signing with a token, and judging what is signed."""
