"""What a coloured sign means. Free of Qt, so that presenters can name a tone."""

from enum import StrEnum


class Tone(StrEnum):
    """A meaning that is always shown by colour together with an icon or a word."""

    OK = "ok"
    WARN = "warn"
    ERR = "err"
    INFO = "info"
    MUTE = "mute"
