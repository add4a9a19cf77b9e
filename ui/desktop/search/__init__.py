"""Finding a dossier from anywhere."""
