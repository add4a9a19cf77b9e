"""How the window looks, and which keys it takes."""
