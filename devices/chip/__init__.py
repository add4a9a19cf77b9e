"""The chip of an ID card or passport through PC/SC (ICAO 9303, parts 10 and 11)."""
