"""The page that tries a reader out: a QR code with every Vietnamese letter, and the verdict.

Its text has a group for each base letter, so that one lost letter does not shift the others, and
``|`` between them as on ID cards, so that a wrong keyboard layout shows.
"""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from station.domain.text_repair import repair

_SCHEME = "TMC:TEST"
_MARK = "|"
_DIGITS = "0123456789"
_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
_VOWELS = ("aăâ", "eê", "i", "oôơ", "uư", "y")


def _groups() -> tuple[str, ...]:
    toned = [
        "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in vowels for tone in _TONES)
        for vowels in _VOWELS
    ]
    small = sorted((*toned, "dđ"))
    return tuple(small) + tuple(group.upper() for group in small)


LETTER_GROUPS = _groups()
"""Every Vietnamese letter that is not ASCII, after the ASCII letter that it looks like."""
READER_TEST_TEXT = _MARK.join((_SCHEME, _DIGITS, *LETTER_GROUPS))


class Arrival(StrEnum):
    """How a letter came through the reader."""

    RIGHT = "right"
    BARE = "bare"
    """Without its marks: the reader, or its setting, knows ASCII only."""
    LOST = "lost"


class ReaderFault(StrEnum):
    """What is wrong with all of a text, and has one remedy."""

    LETTERS_LOST = "letters_lost"
    """Set the reader to COM (serial) mode."""
    CODE_PAGE = "code_page"
    """It sends UTF-8 and something reads it as another code page; the station repairs that."""
    CAPITALS_SWAPPED = "capitals_swapped"
    """Caps Lock is on, or the reader inverts capitals."""
    LAYOUT = "layout"
    """The reader types for another keyboard layout."""


@dataclass(frozen=True, slots=True)
class ReaderVerdict:
    """How the test page came through, letter by letter."""

    letters: tuple[tuple[str, Arrival], ...]
    digits: bool
    separators: bool
    faults: tuple[ReaderFault, ...]

    @property
    def right(self) -> int:
        """How many of the letters came through right."""
        return sum(arrival is Arrival.RIGHT for _, arrival in self.letters)

    @property
    def passed(self) -> bool:
        """Tell whether the reader may read cards as it is."""
        return self.digits and self.right == len(self.letters)


def is_reader_test(text: str) -> bool:
    """Tell whether a text is, or was once, that of the test page."""
    start = text.lstrip("\ufeff \r\n\t")[: len(_SCHEME) + 1]
    return start[:-1].upper() == _SCHEME and not start[-1:].isalnum() and start[-1:] != ":"


def judge_reader(text: str) -> ReaderVerdict:
    """Hold what a reader delivered of the test page against what stands there."""
    repaired = repair(text)
    arrived = unicodedata.normalize("NFC", repaired.text).strip()
    faults = [] if repaired.code_page is None else [ReaderFault.CODE_PAGE]
    if arrived.startswith(_SCHEME.swapcase()):
        faults.append(ReaderFault.CAPITALS_SWAPPED)
        arrived = arrived.swapcase()
    mark = arrived[len(_SCHEME) : len(_SCHEME) + 1]
    if mark != _MARK:
        faults.append(ReaderFault.LAYOUT)
    parts = arrived.split(mark) if mark else []
    by_base = {part[0]: part for part in parts[2:] if part}
    letters = tuple(
        (letter, _arrival(letter, by_base.get(group[0], "")))
        for group in LETTER_GROUPS
        for letter in group
        if not letter.isascii()
    )
    if any(arrival is not Arrival.RIGHT for _, arrival in letters):
        faults.append(ReaderFault.LETTERS_LOST)
    return ReaderVerdict(letters, _DIGITS in parts, mark == _MARK, tuple(faults))


def _arrival(letter: str, group: str) -> Arrival:
    if letter in group:
        return Arrival.RIGHT
    return Arrival.BARE if len(group) > 1 and group.isascii() else Arrival.LOST
