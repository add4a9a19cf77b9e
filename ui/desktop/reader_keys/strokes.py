"""Keys as the window system saw them, and the text that a reader typed with them.

A reader plays an American keyboard. Its text follows from the places of the keys alone: read by
what the keys *mean* here, it would change with Caps Lock, with the layout of the officer's
keyboard, and with whatever an input method makes of it.

Places are counted as X11 does: scan code + 8.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, Flag, auto

_ROWS = {
    10: "1!2@3#4$5%6^7&8*9(0)-_=+",
    24: "qQwWeErRtTyYuUiIoOpP[{]}",
    38: "aAsSdDfFgGhHjJkKlL;:'\"`~",
    51: "\\|",
    52: "zZxXcCvVbBnNmM,<.>/?",
    65: "  ",
    94: "<>",
}
LETTERS = {
    first + place // 2: (pairs[place], pairs[place + 1])
    for first, pairs in _ROWS.items()
    for place in range(0, len(pairs), 2)
}
"""Without and with Shift."""
KEYPAD = dict(zip((79, 80, 81, 83, 84, 85, 87, 88, 89, 90, 91), "7894561230.", strict=True)) | {
    63: "*",
    82: "-",
    86: "+",
    106: "/",
}
_SHIFTS, _CONTROLS, _ALTS = (50, 62), (37, 105), (64, 108)
TAB = 23
_ENDS = (36, 104, TAB)
"""Enter, the keypad's Enter, Tab."""
_J, _U = 44, 30
FUNCTION_KEYS = {f"F{number}": 178 + number for number in range(13, 25)}
"""F13 to F24: no keyboard has them, so a reader may be set to press one before each code."""


class KeyKind(Enum):
    """What a key can be in the text of a reader."""

    PRINTABLE = auto()
    SHIFT = auto()
    CONTROL = auto()
    ALT = auto()
    END = auto()
    OTHER = auto()


class Held(Flag):
    """The modifiers that were down when a key moved."""

    NONE = 0
    SHIFT = auto()
    CONTROL = auto()
    ALT = auto()
    SUPER = auto()


_CHORD = Held.CONTROL | Held.ALT | Held.SUPER


class Source(Enum):
    """Who moved a key, as far as the window system tells."""

    READER = auto()
    """A device that the settings name."""
    KEYBOARD = auto()
    """Another one, while the reader's own is known."""
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class KeyStroke:
    """One key that went down or up. ``at_ms`` is the window system's time, 32 bits, and wraps.

    ``event`` is what the window system must be told so that the key moves once more.
    """

    pressed: bool
    key: int
    at_ms: int
    held: Held = Held.NONE
    source: Source = Source.UNKNOWN
    event: bytes = b""

    @property
    def kind(self) -> KeyKind:
        return kind_of(self.key)

    @property
    def in_chord(self) -> bool:
        """Tell whether Ctrl, Alt or Super makes this a command instead of a letter."""
        return bool(self.held & _CHORD)

    @property
    def is_line_feed(self) -> bool:
        """Tell whether this is Ctrl+J, by which some readers type the LF of CR and LF."""
        return self.key == _J and bool(self.held & Held.CONTROL)

    def since(self, at_ms: int) -> int:
        """Give the milliseconds from an earlier time to this stroke."""
        return (self.at_ms - at_ms) & 0xFFFFFFFF


def kind_of(key: int) -> KeyKind:
    """Tell what a key can be in the text of a reader."""
    if key in LETTERS or key in KEYPAD:
        return KeyKind.PRINTABLE
    groups = (
        (_SHIFTS, KeyKind.SHIFT),
        (_CONTROLS, KeyKind.CONTROL),
        (_ALTS, KeyKind.ALT),
        (_ENDS, KeyKind.END),
    )
    return next((kind for keys, kind in groups if key in keys), KeyKind.OTHER)


def typed_text(strokes: Iterable[KeyStroke]) -> str:
    """Give the text that a reader typed.

    Letters that no American keyboard has come as Alt with digits of the keypad (``0nnn`` is a
    place in code page 1252, without the 0 one in 437, above 255 one in Unicode), or as Ctrl+Shift+U
    with hexadecimal digits.
    """
    typist = _Typist()
    for stroke in strokes:
        typist.take(stroke)
    return "".join(typist.letters)


class _Typist:
    """Follows the keys of one reader."""

    def __init__(self) -> None:
        self.letters: list[str] = []
        self._shift = self._control = False
        self._alt_digits: str | None = None
        self._hexadecimal: str | None = None

    def take(self, stroke: KeyStroke) -> None:
        match stroke.kind:
            case KeyKind.SHIFT:
                self._shift = stroke.pressed
            case KeyKind.CONTROL:
                self._control = stroke.pressed
            case KeyKind.ALT:
                self._take_alt(pressed=stroke.pressed)
            case KeyKind.PRINTABLE | KeyKind.END if stroke.pressed:
                self._take_key(stroke)

    def _take_alt(self, *, pressed: bool) -> None:
        if not pressed and self._alt_digits:
            self.letters.append(_letter_of_code_page(self._alt_digits))
        self._alt_digits = "" if pressed else None

    def _take_key(self, stroke: KeyStroke) -> None:
        if self._alt_digits is not None:
            self._alt_digits += KEYPAD.get(stroke.key, "")
        elif self._control or stroke.held & Held.CONTROL:
            if stroke.key == _U:
                self._hexadecimal = ""
        else:
            self._take_letter(self._letter(stroke))

    def _take_letter(self, letter: str) -> None:
        if self._hexadecimal is None:
            self.letters.append(letter)
        elif letter.strip():
            self._hexadecimal += letter
        else:  # a space or Enter closes the number
            self.letters.append(_letter_of_unicode(self._hexadecimal, base=16))
            self._hexadecimal = None

    def _letter(self, stroke: KeyStroke) -> str:
        plain, shifted = LETTERS.get(stroke.key) or (KEYPAD.get(stroke.key, ""),) * 2
        return shifted if self._shift or stroke.held & Held.SHIFT else plain


def _letter_of_code_page(digits: str) -> str:
    if not digits.isdecimal() or int(digits) > 255:
        return _letter_of_unicode(digits, base=10)
    page = "cp1252" if digits.startswith("0") else "cp437"
    return bytes([int(digits)]).decode(page, "replace")


def _letter_of_unicode(digits: str, *, base: int) -> str:
    """Give one letter; the replacement character for what is no number or no letter."""
    try:
        letter = chr(int(digits, base))
        letter.encode()
    except (ValueError, OverflowError):
        return "\ufffd"
    return letter
