"""The daily log: what a counter, or the whole centre, received on a day."""
