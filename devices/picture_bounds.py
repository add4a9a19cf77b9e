"""How large a picture from outside may be; known without the weight of what decodes one."""

MAX_BYTES = 100_000_000
"""An uncompressed A3 page of 300 dpi in colour has 52 MB."""
MAX_PIXELS = 100_000_000
"""An A3 page of 600 dpi has 70 million; more than 100 million would not fit old computers."""
