"""What can be wrong with a page, one kind a module; ``every_defect`` asks them all."""
