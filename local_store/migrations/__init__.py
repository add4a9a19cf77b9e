"""How the schema became what it is, one small step a file, both ways."""
