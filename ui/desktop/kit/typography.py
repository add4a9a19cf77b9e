"""The one typeface, Inter: its sizes and weights, and how wide words are in it."""

from functools import cache, lru_cache
from importlib.resources import files
from math import ceil
from typing import Final, NamedTuple

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

FAMILY: Final = "Inter"
_WEIGHT_FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")
_LARGEST_TABULAR = 20
_ELIDE_RIGHT = Qt.TextElideMode.ElideRight
_TEXTS_KEPT = 2048
"""Whose widths are known: a table says the same again at every key, and shaping letters is most
of what painting it costs."""


class TextStyle(NamedTuple):
    """A size in logical pixels and a weight. Nothing on the screen is smaller than 12."""

    size: int
    weight: int = 400


BODY: Final = TextStyle(15)
BODY_MEDIUM: Final = TextStyle(15, 500)
BODY_STRONG: Final = TextStyle(15, 600)
CAPTION: Final = TextStyle(13, 500)
CAPTION_STRONG: Final = TextStyle(13, 600)
KEY: Final = TextStyle(12, 500)
TITLE: Final = TextStyle(20, 600)
SENTENCE: Final = TextStyle(20)
EMPTY_TITLE: Final = TextStyle(18, 600)
CLOCK: Final = TextStyle(64, 600)


class FontsMissingError(RuntimeError):
    """The program was packed without its fonts: a fault of the build, not of the station."""


def load_fonts() -> None:
    """Load the three shipped weights, so that no installed font is relied on.

    Raises:
        FontsMissingError: a font file is missing or damaged.
    """
    folder = files("ui.desktop.kit").joinpath("fonts")
    for name in _WEIGHT_FILES:
        content = folder.joinpath(name).read_bytes()
        if QFontDatabase.addApplicationFontFromData(QByteArray(content)) < 0:
            raise FontsMissingError(name)


@cache
def font(style: TextStyle) -> QFont:
    """Give the font; digits are tabular up to 20 px, so that columns of numbers align."""
    made = QFont(FAMILY)
    made.setPixelSize(style.size)
    made.setWeight(QFont.Weight(style.weight))
    # Set to 0 as well: a painter merges its font with the application's, which is tabular.
    made.setFeature(QFont.Tag("tnum"), 1 if style.size <= _LARGEST_TABULAR else 0)
    made.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return made


@cache
def metrics(style: TextStyle) -> QFontMetricsF:
    return QFontMetricsF(font(style))


@lru_cache(_TEXTS_KEPT)
def text_width(text: str, style: TextStyle = BODY) -> int:
    """Give the width in whole logical pixels that the words need."""
    return ceil(metrics(style).horizontalAdvance(text))


@lru_cache(_TEXTS_KEPT)
def elided(text: str, style: TextStyle, width: float) -> str:
    """Give as much of the text as that width holds; what is cut ends in an ellipsis."""
    return metrics(style).elidedText(text, _ELIDE_RIGHT, width)


def wrapped(text: str, style: TextStyle, width: float, most: int) -> list[str]:
    """Break a text at its words into at most so many lines; what is left over is elided."""
    lines: list[str] = []
    words = text.split()
    while words:
        count = len(words)
        if len(lines) < most - 1:
            count = 1
            while count < len(words) and _width_of(words[: count + 1], style) <= width:
                count += 1
        lines.append(elided(" ".join(words[:count]), style, width))
        words = words[count:]
    return lines


def _width_of(words: list[str], style: TextStyle) -> float:
    return metrics(style).horizontalAdvance(" ".join(words))
