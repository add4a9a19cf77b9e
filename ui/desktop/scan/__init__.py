"""The scan desk: paper becomes pages, pages belong to papers of the checklist."""
