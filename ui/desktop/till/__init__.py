"""The till: count the drawer, see the difference, and what the shift moved."""
