"""Who works at this station, and as what."""
