"""Letters that the papers' fonts have, and what stands for those that they have not.

A letter without a glyph would come out as an empty box, which says nothing. It is written as its
parts where the fonts have those, else by its number in Unicode: ``[U+4E2D]``.
"""

import re
import unicodedata
from functools import lru_cache

_RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x148),
    (0x14A, 0x180),
    (0x1EA0, 0x1EF9),
)
"""ASCII, Latin-1, Latin Extended-A (Êđê and Gia Rai names), Vietnamese."""
_OTHERS = "\n" + "ɃƠơƯư\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323" + "–—‘’‚“”„†•…‰′″‹›₂₫€№™"
_SIGNS = "←↑→↓−×÷≈≠≤≥■□▲▼●○"
REPERTOIRE = frozenset(
    [chr(code) for first, last in _RANGES for code in range(first, last + 1)] + [*_OTHERS, *_SIGNS]
)
"""What every font of the papers has."""
_ALIKE = {
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "–",
    "\u2015": "—",
    "\u02bc": "’",
    "\u201b": "‘",
    "\u2044": "/",
    "\u22c5": "·",
}
_KNOWN = re.escape("".join(sorted(REPERTOIRE)))
_UNKNOWN = re.compile(f"[^{_KNOWN}]")


def printable(text: str) -> str:
    """Give a text that every paper can show; what has no glyph is named."""
    return _UNKNOWN.sub(lambda found: _named(found[0]), text)


@lru_cache(maxsize=1_000)
def _named(letter: str) -> str:
    if letter in _ALIKE:
        return _ALIKE[letter]
    parts = unicodedata.normalize("NFKD", letter)
    if parts == letter:
        return f"[U+{ord(letter):04X}]"
    whole = unicodedata.normalize("NFC", parts)
    return "".join(
        part if part in REPERTOIRE else _ALIKE.get(part, f"[U+{ord(part):04X}]")
        for part in (whole if set(whole) <= REPERTOIRE else parts)
    )
