"""Pictures of invented cards as scanners, webcams and phones take them; each by its seed alone."""
