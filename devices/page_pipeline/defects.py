"""The names of what can be wrong with a page, and where on it."""

from dataclasses import dataclass
from enum import StrEnum

MM_PER_INCH = 25.4


class DefectKind(StrEnum):
    """Why a page should be scanned again."""

    BLURRED = "blurred"
    CUT_EDGE = "cut_edge"
    TOO_DARK = "too_dark"
    UPSIDE_DOWN = "upside_down"
    FOLDED_CORNER = "folded_corner"
    FINGER = "finger"
    LOW_RESOLUTION = "low_resolution"
    DIRECTION_UNSURE = "direction_unsure"
    """Text, often of a hand, that does not say which way up it is: left as it came."""


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle in millimetres from the upper left corner of the page as it came."""

    x: float
    y: float
    width: float
    height: float

    @classmethod
    def of_pixels(cls, box: tuple[int, int, int, int], dpi: float) -> "Region":
        """Convert (x, y, width, height)."""
        x, y, width, height = (round(side / dpi * MM_PER_INCH, 1) for side in box)
        return cls(x, y, width, height)

    @classmethod
    def of_page(cls, shape: tuple[int, ...], dpi: float) -> "Region":
        """Take a whole picture."""
        return cls.of_pixels((0, 0, shape[1], shape[0]), dpi)


@dataclass(frozen=True, slots=True)
class Defect:
    """One thing that is wrong, and where."""

    kind: DefectKind
    region: Region
