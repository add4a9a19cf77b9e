"""Receiving a dossier: one page, four zones."""
