"""One dossier: where it is, what it lacks, and what may be done with it."""
