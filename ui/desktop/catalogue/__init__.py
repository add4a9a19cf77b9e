"""The catalogue page: which packs are in force, and what a new one would change."""
