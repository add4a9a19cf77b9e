"""How large a picture from outside may be; known without the weight of what decodes one."""

MAX_BYTES = 100_000_000
"""An uncompressed A3 page of 300 dpi in colour has 52 MB."""
MAX_PIXELS = 100_000_000
"""An A3 page of 600 dpi has 70 million; more than 100 million would not fit old computers."""
MAX_JPEG_PIXELS = 205_000_000
"""Where it is reduced while it is decoded. The largest sensors of phones have 200 million."""
LARGE_PIXELS = 45_000_000
"""Above this a picture is reduced before codes are sought in it: what is found in it at all is
then still more than a hundred pixels wide. Phones take 12 to 24 million, or 48 and more."""
