"""The station's own controls: painted from one table of tokens, sharp at every scale."""
