"""The citizen's display: what will be printed, on the second screen, for the citizen to check."""
