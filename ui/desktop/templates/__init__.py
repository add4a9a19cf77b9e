"""The office's forms: what is in force, what a file would change, the head of papers."""
