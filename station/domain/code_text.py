"""The text of a code, whatever it holds: how long it may be before anybody looks at it."""

from typing import Final

MAX_TEXT: Final = 4096
"""Characters. A version 40 QR code holds 2,953 bytes; more than this never came from a card."""
