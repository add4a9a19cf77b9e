"""Seeing a paper before it is printed."""
