"""Vietnamese text: one spelling for storing, one for searching."""

import re
import unicodedata

_UNWANTED = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff]"  # halves of letters: no file and no database takes them
)
_PARTINGS = re.compile(r"[\s.\-/]")
_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


def clean(text: str) -> str:
    """Give text its one stored spelling: NFC, no control or direction marks, single spaces.

    Line breaks inside the text stay.
    """
    kept = unicodedata.normalize("NFC", _UNWANTED.sub("", text.replace("\r\n", "\n")))
    return "\n".join(_SPACES.sub(" ", line).strip() for line in kept.split("\n")).strip("\n")


def fold(text: str) -> str:
    """Give the spelling that searches compare: lower case, no diacritics, "đ" as "d"."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def plain_number(number: str) -> str:
    """Give a number as two of them are compared: however its signs are parted or its letters."""
    return _PARTINGS.sub("", clean(number)).upper()


def mask_number(number: str) -> str:
    """Hide the middle of a personal number, for lists, logs and exports: ``0351******45``."""
    if len(number) <= 4:
        return "*" * len(number)
    head = 4 if len(number) >= 9 else 1
    return number[:head] + "*" * (len(number) - head - 2) + number[-2:]
