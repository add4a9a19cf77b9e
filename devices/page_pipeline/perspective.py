"""A sheet on a photograph: its four corners, found or given, and the sheet laid flat."""

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.page_pipeline.encoding import as_jpeg
from devices.page_pipeline.resampling import resampled
from devices.page_pipeline.result import RESULT_DPI
from devices.page_pipeline.scales import CELL, GrayPixels, RgbPixels, reduced
from devices.page_pipeline.side_lines import four_sides
from station.domain import scan_pages as sheet

Corners = NDArray[np.float32]
"""Four points (x, y) in pixels: upper left, upper right, lower right, lower left."""
_LOOK_AT = 600
"""Pixels of the longer side in which corners are sought."""
_LOOK_CLOSER = 1600
"""Pixels of the longer side in which their sides are placed."""
_REACH = 12
"""Pixels of that on both sides of where a side was first seen."""
_PARTS, _SEEN_OF_A_PART = 90, 4
"""Of a side, where it is placed; pixels of each that are looked at."""
_CLEAR_RISE = 12
_FEWEST_EDGE_POINTS = 30
_SMALLEST_SHARE = 0.2
_A4 = (210 / 25.4, 297 / 25.4)
_A4_RATIO = 297 / 210
_LIKE_A4 = 0.12
_TRIM_MM = 0.3
"""At least: of the desk a hair would show at each side."""
_BEYOND = 8
"""Pixels on both sides of a side, where it is asked what lies there."""
_DARKEST_SHADOW, _SAME_TINT = 0.22, 0.14
_SHOWN_QUALITY = 88


def on_picture(corners: sheet.Corners, photo: RgbPixels) -> Corners:
    """Give corners that were set by hand in pixels of a photograph."""
    height, width = photo.shape[:2]
    scale = np.array((width - 1, height - 1), np.float32) / sheet.FULL
    return np.asarray(np.array(corners.points, np.float32) * scale, np.float32)


def as_photograph(photo: RgbPixels, width: int) -> tuple[bytes, sheet.Corners | None]:
    """Give a photograph as JPEG for the screen, with the corners that are found on it."""
    shown = reduced(photo, width / photo.shape[1]) if photo.shape[1] > width else photo
    found = find_corners(photo)
    corners = None if found is None else _in_shares(found, photo)
    return as_jpeg(np.ascontiguousarray(shown), _SHOWN_QUALITY), corners


def _in_shares(corners: Corners, photo: RgbPixels) -> sheet.Corners | None:
    height, width = photo.shape[:2]
    shares = corners / np.array((width - 1, height - 1), np.float32) * sheet.FULL
    a, b, c, d = ((int(x), int(y)) for x, y in np.clip(shares.round(), 0, sheet.FULL).tolist())
    try:
        return sheet.Corners((a, b, c, d))
    except ValueError:  # nothing that a hand could go on from
        return None


def find_corners(photo: RgbPixels) -> Corners | None:
    """Find the largest bright sheet with four corners; None where there is none for certain."""
    near = reduced(photo, min(1.0, _LOOK_CLOSER / max(photo.shape[:2])))
    small = reduced(near, _LOOK_AT / max(near.shape[:2]))
    # a sheet that is rounded, or runs out of the picture, has no four sides: its outline then
    seen = four_sides(small)
    found = _by_outline(small) if seen is None else np.asarray(seen, np.float32)
    if found is None:
        return None
    rough = _scaled(in_order(found), max(near.shape[:2]) / max(small.shape[:2]))
    return _scaled(_on_its_edges(rough, near), max(photo.shape[:2]) / max(near.shape[:2]))


def _scaled(points: Corners, factor: float) -> Corners:
    """Give points in pixels of a picture that is so many times as large: 0 is a pixel's middle."""
    return np.asarray((points + 0.5) * factor - 0.5, np.float32)


def _by_outline(small: RgbPixels) -> Corners | None:
    height, width = small.shape[:2]
    gray = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), (0, 0), 2)
    bright = cv2.threshold(gray, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)[1]
    # print on the sheet is dark too: close it, then cut thin bridges to other bright things
    bright = cv2.morphologyEx(bright, cv2.MORPH_CLOSE, np.ones((25, 25), np.uint8))
    bright = cv2.morphologyEx(bright, cv2.MORPH_OPEN, np.ones((9, 9), np.uint8))
    outlines = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)[0]
    if not outlines:
        return None
    contour = np.asarray(max(outlines, key=cv2.contourArea), np.int32)
    outline = cv2.convexHull(contour)
    area = cv2.contourArea(outline)
    if area < _SMALLEST_SHARE * height * width:
        return None
    for tolerance in (0.01, 0.02, 0.03, 0.04, 0.06):
        polygon = cv2.approxPolyDP(outline, tolerance * cv2.arcLength(outline, closed=True), True)
        if len(polygon) == 4 and cv2.contourArea(polygon) > 0.93 * area:
            found = in_order(np.asarray(polygon, np.float32).reshape(4, 2))
            # better no sheet at all than one whose lower half was taken for the desk
            return None if _in_shadow(small, found) else _refined(found, contour.reshape(-1, 2))
    return None


def _in_shadow(small: RgbPixels, corners: Corners) -> bool:
    """Tell whether beyond a side, inside the picture, lies paper in a shadow: darker, same tint."""
    height, width = small.shape[:2]
    parts = np.linspace(0.1, 0.9, 60)[:, None]
    for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        along = (end - start) / max(float(np.linalg.norm(end - start)), 1.0)
        inward = np.array((-along[1], along[0]))
        middle = start + parts * (end - start)
        beyond = np.rint(middle - _BEYOND * inward).astype(int)
        if (beyond < 0).any() or (beyond >= (width, height)).any():
            continue  # the sheet goes on outside the picture
        within = np.rint(middle + _BEYOND * inward).astype(int).clip(0, (width - 1, height - 1))
        outside, inside = (
            np.percentile(small[at[:, 1], at[:, 0]], 70, axis=0) for at in (beyond, within)
        )
        left = outside / np.maximum(inside, 1)
        if left.min() > _DARKEST_SHADOW and left.max() - left.min() < _SAME_TINT * left.max():
            return True
    return False


def _on_its_edges(rough: Corners, near: RgbPixels) -> Corners:
    """Move each side to where the picture itself changes most, to about a pixel of 1,600."""
    levels = np.asarray(cv2.cvtColor(near, cv2.COLOR_RGB2GRAY), np.uint8)
    lines = []
    for start, end in zip(rough, np.roll(rough, -1, axis=0), strict=True):
        edge = _edge_points(levels, start, end)
        if len(edge) < _FEWEST_EDGE_POINTS:
            return rough
        fitted = cv2.fitLine(edge, cv2.DIST_HUBER, 0, 0.01, 0.01).ravel()
        dx, dy, x, y = (float(one) for one in fitted)
        lines.append((dy, -dx, dy * x - dx * y))
    better = _crossings(lines)
    if better is None or float(np.linalg.norm(better - rough, axis=1).max()) > 2 * _REACH:
        return rough
    return better


def _edge_points(
    levels: GrayPixels, start: NDArray[np.float32], end: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Give, along a side, where the paper begins: the steepest rise from outside to inside."""
    along = (end - start) / max(float(np.linalg.norm(end - start)), 1.0)
    inward = np.array((-along[1], along[0]), np.float32)  # the corners go round clockwise
    parts = np.linspace(0.04, 0.96, _PARTS * _SEEN_OF_A_PART, dtype=np.float32)[:, None]
    middle = start + parts * (end - start)
    reach = np.arange(-_REACH, _REACH + 1, dtype=np.float32)
    places = middle[:, None] + reach[None, :, None] * inward
    seen = cv2.remap(
        levels,
        places,
        None,
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,  # type: ignore[call-overload]
    )
    # grain averages out along the side
    whole = np.asarray(seen, np.float32).reshape(_PARTS, _SEEN_OF_A_PART, -1).mean(axis=1)
    soft = np.asarray(cv2.GaussianBlur(whole, (0, 0), sigmaX=1.2, sigmaY=0.3))
    rises = soft[:, 2:] - soft[:, :-2]
    best = rises.argmax(axis=1)
    clear = rises.max(axis=1) > _CLEAR_RISE
    offsets = (best + 1 - _REACH).astype(np.float32)[:, None]
    middle = middle.reshape(_PARTS, _SEEN_OF_A_PART, 2).mean(axis=1)
    return np.ascontiguousarray((middle + offsets * inward)[clear], np.float32)


def in_order(corners: NDArray[np.float32]) -> Corners:
    """Sort four corners: upper left first, then clockwise."""
    middle = corners.mean(axis=0)
    around = np.argsort(np.arctan2(corners[:, 1] - middle[1], corners[:, 0] - middle[0]))
    ring = corners[around]
    return np.asarray(np.roll(ring, -int(ring.sum(axis=1).argmin()), axis=0), np.float32)


def pitch_seen(corners: Corners) -> float:
    """Give the dots per inch in which a sheet is seen: it is taken to be as long as A4, for a
    photograph has no scale."""
    return max(_sides_of(corners)) / _A4[1]


def _sides_of(corners: Corners) -> tuple[float, float]:
    """Give the width and the height of a sheet, in pixels of the photograph."""
    upper, right, lower, left = (
        float(np.linalg.norm(corners[a] - corners[b])) for a, b in ((0, 1), (1, 2), (2, 3), (3, 0))
    )
    return max(upper, lower), max(left, right)


def laid_flat(photo: RgbPixels, corners: Corners) -> tuple[RgbPixels, float]:
    """Give the sheet as if seen from above, and its pitch, 200 dpi unless it is seen in half as
    much; a sheet like A4 becomes A4."""
    width, height = _sides_of(corners)
    longer, shorter = max(width, height), min(width, height)
    seen_dpi = pitch_seen(corners)
    if abs(longer / max(shorter, 1.0) / _A4_RATIO - 1) < _LIKE_A4:
        inches = _A4 if height >= width else _A4[::-1]
    else:
        inches = (width / seen_dpi, height / seen_dpi)
    if seen_dpi >= 2 * RESULT_DPI:  # linear sampling would skip pixels
        fewer = 1.5 * RESULT_DPI / seen_dpi
        photo, corners = reduced(photo, fewer), _scaled(corners, fewer)
    dpi = float(RESULT_DPI) if seen_dpi > RESULT_DPI / 2 else seen_dpi
    wide, high = (max(1.0, side * dpi) for side in inches)
    trimmed = [side - 2 * _TRIM_MM / 25.4 * dpi for side in (wide, high)]
    # whole cells: every stage is quicker on them
    size = (max(CELL, int(trimmed[0]) // CELL * CELL), max(CELL, int(trimmed[1]) // CELL * CELL))
    off = np.array(size) / 2 - 0.5
    target = np.array(((-1, -1), (1, -1), (1, 1), (-1, 1))) * (wide / 2, high / 2) + off
    view = cv2.getPerspectiveTransform(corners, target.astype(np.float32))
    return resampled(photo, np.asarray(view, np.float64), size, (0, 0, 0)), dpi


def _refined(corners: NDArray[np.float32], outline: NDArray[np.int32]) -> NDArray[np.float32]:
    """Cross the straight lines that fit each side best: a corner itself may be bent or rounded."""
    lines = []
    for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        along = end - start
        length = float(np.linalg.norm(along))
        offset = outline - start
        part = offset @ along / length**2
        distance = np.abs(offset[:, 0] * along[1] - offset[:, 1] * along[0]) / length
        near = outline[(part > 0.1) & (part < 0.9) & (distance < 6)]
        if len(near) < 2:
            return corners
        dx, dy, x, y = cv2.fitLine(near.astype(np.float32), cv2.DIST_HUBER, 0, 0.01, 0.01).ravel()
        lines.append((dy, -dx, dy * x - dx * y))
    better = _crossings(lines)
    if better is None:
        return corners
    moved = np.linalg.norm(better - corners, axis=1)
    return better if float(moved.max()) < 20 else corners


def _crossings(lines: list[tuple[float, float, float]]) -> Corners | None:
    """Cross each line with the one before it; None where two are parallel."""
    crossed = []
    for place, (a, b, c) in enumerate(lines):
        d, e, f = lines[place - 1]
        bend = a * e - b * d
        if abs(bend) < 1e-6:
            return None
        crossed.append(((c * e - b * f) / bend, (a * f - c * d) / bend))
    return np.array(crossed, np.float32)
