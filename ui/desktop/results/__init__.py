"""The results desk: the right person, the right papers, the originals back."""
