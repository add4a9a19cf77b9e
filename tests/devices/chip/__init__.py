"""The chip of an ID card: its protocols, and a card that exists in memory only."""
