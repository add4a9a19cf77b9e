"""The sync centre: what the province has, what waits, what it sent back."""
