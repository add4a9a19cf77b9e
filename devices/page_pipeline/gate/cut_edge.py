"""Text that runs out of the picture: letters within a millimetre of the frame."""

import cv2
import numpy as np

from devices.page_pipeline.defects import Defect, DefectKind, Region
from devices.page_pipeline.scales import GrayPixels
from devices.page_pipeline.spots import spots_of

_DPI = 100
_MARGIN, _EDGE = 60, 4
_FEWEST_LETTERS = 2
_CONTRAST = 45


def cut_edge_of(contrast_100: GrayPixels) -> Defect | None:
    """Look at the margins of a page of 100 dpi."""
    height, width = contrast_100.shape
    if min(height, width) < 3 * _MARGIN:
        return None
    ink = cv2.threshold(contrast_100, _CONTRAST, 255, cv2.THRESH_BINARY)[1]
    marks = np.asarray(ink, np.uint8)
    marks[_MARGIN:-_MARGIN, _MARGIN:-_MARGIN] = 0
    stats = spots_of(marks)[1][1:]
    x, y, wide, high, area = stats.T
    letters = (high >= 5) & (high <= 26) & (wide >= 2) & (wide <= 45) & (area >= 8)
    edges = (
        (x <= _EDGE, (0, 0, _MARGIN, height)),
        (x + wide >= width - _EDGE, (width - _MARGIN, 0, _MARGIN, height)),
        (y <= _EDGE, (0, 0, width, _MARGIN)),
        (y + high >= height - _EDGE, (0, height - _MARGIN, width, _MARGIN)),
    )
    counts = [int(np.count_nonzero(letters & at_edge)) for at_edge, _ in edges]
    worst = int(np.argmax(counts))
    if counts[worst] < _FEWEST_LETTERS:
        return None
    return Defect(DefectKind.CUT_EDGE, Region.of_pixels(edges[worst][1], _DPI))
