"""Sources of pages, by their means; see ``station.ports.scanners``."""
