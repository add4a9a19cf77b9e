"""One box for every code that a reader delivers, on whichever page."""
