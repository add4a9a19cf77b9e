"""The quality gate: what is wrong with a page, told while the citizen is still at the counter."""

from collections.abc import Iterator

import cv2
import numpy as np

from devices.page_pipeline.defects import Defect, DefectKind, Region
from devices.page_pipeline.gate.blur import blur_of
from devices.page_pipeline.gate.cut_edge import cut_edge_of
from devices.page_pipeline.gate.finger import finger_of
from devices.page_pipeline.gate.folded_corner import folded_corner_of
from devices.page_pipeline.levels import level_of
from devices.page_pipeline.result import RESULT_DPI
from devices.page_pipeline.scales import RgbPixels, Scales
from devices.page_pipeline.straighten import paper_colour

_LIGHTEST, _DARK_BELOW = 0.95, 170
"""Of 255, the level that all but the lightest twentieth stays below, which would be paper even
where a small sheet lies on a dark bed; good pages have 221 and more."""
_COLOURED_CARD = 0.45
"""Of its lightest channel, what a cover's darkest one lacks; yellow paper has 0.33."""
_DPI_ROUNDING = 0.97


def defects_of(scales: Scales, straight_200: RgbPixels, seen_dpi: float) -> Iterator[Defect]:
    """Look at a page as it came. That it lies upside down is told and mended elsewhere.

    Args:
        straight_200: the same page straightened, but not yet whitened: the edge of a skewed sheet
            would look like a fold.
        seen_dpi: the pitch in which it came; a photograph may be laid flat in a finer one.
    """
    whole = Region.of_page(scales.gray_75.shape, dpi=75)
    gray_200 = np.asarray(cv2.cvtColor(straight_200, cv2.COLOR_RGB2GRAY), np.uint8)
    half = cv2.resize(gray_200, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    gray_75 = np.asarray(cv2.resize(half, None, fx=0.75, fy=0.75), np.uint8)
    if seen_dpi < RESULT_DPI * _DPI_ROUNDING:
        yield Defect(DefectKind.LOW_RESOLUTION, whole)
    if level_of(scales.gray_75, _LIGHTEST) < _DARK_BELOW and not _is_card(scales.colour_75):
        yield Defect(DefectKind.TOO_DARK, whole)
    finger = finger_of(scales.colour_75)
    for found in (
        blur_of(np.asarray(cv2.extractChannel(straight_200, 0), np.uint8)),
        finger,
        folded_corner_of(gray_75),
        # a finger has a colour too, and hides what runs out of the page below it
        None if finger else cut_edge_of(scales.contrast_100, scales.colour_75),
    ):
        if found is not None:
            yield found


def _is_card(colour_75: RgbPixels) -> bool:
    """Tell whether most of the page has a strong colour, as a cover has: it may be dark."""
    channels = paper_colour(colour_75)
    return max(channels) - min(channels) > _COLOURED_CARD * max(channels)
