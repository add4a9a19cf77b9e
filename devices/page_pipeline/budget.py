"""The bytes that one part of a dossier may have: its backgrounds are made smaller until it fits.

Text stays as it is; what lies below it loses quality first, then pitch, the heaviest pages before
the others. A stamp on a background of 100 dpi can still be read.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

import cv2
import numpy as np

from devices.page_pipeline.encoding import as_jpeg
from devices.page_pipeline.result import CleanPage, Picture
from station.errors import StationError

LARGEST_PART = 20_000_000
"""Bytes; what the comparable counter program allows for one paper."""
_BESIDE_PAGES = 4_000
_BESIDE_A_PAGE = 800
"""Bytes that the file has beside the layers: its metadata; the objects of a page."""


class OverBudgetError(StationError):
    """The part is too large even at the lowest quality that can still be read."""

    code: ClassVar[str] = "SCN-007"

    def __init__(self, needed: int, most: int) -> None:
        super().__init__(needed, most)
        self.bytes, self.limit_bytes = needed, most


@dataclass(frozen=True, slots=True)
class _Step:
    """``scale``: of the background as it was first made (150 dpi)."""

    scale: float
    quality: int


_STEPS = (_Step(1, 45), _Step(0.8, 40), _Step(2 / 3, 35))


def within_budget(pages: Sequence[CleanPage], most: int) -> list[CleanPage]:
    """Give pages whose PDF has at most ``most`` bytes.

    Raises:
        OverBudgetError: it cannot be had.
    """
    fitting = list(pages)
    for step in _STEPS:
        for place in sorted(range(len(fitting)), key=lambda one: -fitting[one].size):
            if _size(fitting) <= most:
                return fitting
            fitting[place] = _smaller(fitting[place], pages[place], step)
    if _size(fitting) <= most:
        return fitting
    raise OverBudgetError(_size(fitting), most)


def _size(pages: Sequence[CleanPage]) -> int:
    return _BESIDE_PAGES + sum(page.size + _BESIDE_A_PAGE for page in pages)


def _smaller(page: CleanPage, first: CleanPage, step: _Step) -> CleanPage:
    """Encode the background anew, from how it was first made."""
    if first.background is None or page.background is None:
        return page
    encoded = np.frombuffer(first.background.content, np.uint8)
    way = cv2.IMREAD_GRAYSCALE if first.background.channels == 1 else cv2.IMREAD_COLOR_RGB
    pixels = np.asarray(cv2.imdecode(encoded, way), np.uint8)
    if step.scale < 1:
        way = cv2.INTER_AREA
        pixels = np.asarray(
            cv2.resize(pixels, None, fx=step.scale, fy=step.scale, interpolation=way), np.uint8
        )
    background = np.ascontiguousarray(pixels)
    content = as_jpeg(background, step.quality)
    if len(content) >= len(page.background.content):
        return page
    height, width = background.shape[:2]
    smaller = Picture(content, width=width, height=height, channels=first.background.channels)
    return replace(page, background=smaller)
