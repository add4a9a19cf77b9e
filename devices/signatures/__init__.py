"""Digital signatures: found and judged on files from citizens, put on digitised copies (PAdES)."""
