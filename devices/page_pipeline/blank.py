"""Does a page bear nothing? No faint stamp, initial or pencil line may ever count as dirt.

What is darker or more coloured than the paper is cut into connected spots. Marks that a scanner or
a folder leaves (the dark surround, streaks, folds, holes, staples, dust) are taken out one kind
after the other; of what remains, only what is coloured, dark with sharp edges, or long and sharp
counts: what shines through from the back is never sharp.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from devices.page_pipeline.levels import level_of, value_at
from devices.page_pipeline.scales import GrayPixels, RgbPixels
from devices.page_pipeline.spots import Labels, spots_of

MOST_INK_POINTS = 16_000
"""Pixels of ink at 100 dpi; a page with more is not blank, and need not be asked."""
_NOT_BLANK_FROM = 16
"""Pixels: the extents of all marks together. A page number of one digit reaches 17."""
_CONTRAST = 13
_FRAME = 30
_NARROWEST = 4 * _FRAME
_DARK_SHEET = 170
"""Of 255, in green, the level of a sheet that is no paper for writing: that has 200 and more."""
_SMALLEST_AREA = 10
_MOST_SPOTS = 400
_LINE_REACH, _LINE_LENGTH, _LINE_THICKNESS = 81, 120, 16
_HOLE_SIZES = (24, 52)
_HOLE_ZONE = 190
_RIM, _MOST_INSIDE = 0.6, 0.1
_STAPLE_LONG, _STAPLE_SHORT = (28, 50), (9, 26)
_DUST = 9
_LARGE_SPECK = 13
_TWO_SPECKS, _PALE_SPECK = 18, 50
"""Pixels, levels: specks that touch are as large as a printed digit, but less dark: its mean
contrast is 55 and more."""
_WAIST, _TWO_DARK_SPECKS, _SPECKS_AREA = 0.38, 21, 120
"""Dark ones too: where they touch, no pixel has more than a third of their contrast; the thinnest
place of a printed digit has 45 per cent. Pixels: what is longer, or covers more, is no two specks:
two digits that run together have a waist too, and cover 200."""
_TINTED = 1.1
"""How many times the tint of the paper a gray speck on it may differ from it between channels."""
_TOGETHER = 20
"""Pixels: two specks beside one another reach 18; two digits of 6 point, or three letters, more."""
_PRINT_GAP, _PRINT_OFF = 6, 1
_HAND_GAP, _HAND_OFF = 14, 6
"""Pixels between a digit and the next, and by which their feet and heights differ."""
_STROKE_LENGTH, _STROKE_CONTRAST, _STROKE_SHARPNESS = 40, 24, 0.35
_PALE_CONTRAST, _PALE_SHARPNESS = 18, 0.3
_BENT = 12
"""Pixels across: no hairline, and too thin for a speck of this size."""
_LONGEST_SCRATCH = 320
_SOLID = 19
"""Pixels: thicker than any line, and within any hole."""
_THICK = 11
"""Pixels: thicker than the strokes of two digits that run together, and within half a hole."""
_MOST_ASLANT = 0.29
"""The tangent of 16 degrees: more than a feeder ever turns a sheet."""
_THIN = 0.15


@dataclass(frozen=True, slots=True)
class _Spot:
    """A connected mark; sizes in pixels of 150 dpi."""

    x: int
    y: int
    width: int
    height: int
    area: int
    contrast: float
    peak: float
    chroma: float
    tint: float
    """What ``chroma`` the paper below it has."""
    gradient: float
    inside: float
    """Brightness of its middle, less the paper's."""
    inked: float
    """Share of it that is far from its rim, where it is as large as a hole."""
    disc: int
    """Pixels of what is thick in it, where it is as large as a hole: no digit is, nor a streak."""
    waist: float
    """The least that its contrast falls to along its middle, as a share of its peak."""
    box: tuple[float, float]
    """Shorter and longer side of the smallest turned box around it."""

    @property
    def extent(self) -> int:
        return max(self.width, self.height)

    @property
    def fill(self) -> float:
        return self.area / (self.width * self.height)

    @property
    def is_small(self) -> bool:
        """Dust could be as large, and as dark; it has no colour beside what the paper lends it."""
        pale = self.extent < _TWO_SPECKS and self.contrast < _PALE_SPECK
        return (self.extent < _LARGE_SPECK or pale or self.is_two_specks) and self.is_gray

    @property
    def is_two_specks(self) -> bool:
        """Two that touch: as long and as dark as a digit, with hardly a bridge between them."""
        no_larger = self.extent < _TWO_DARK_SPECKS and self.area < _SPECKS_AREA
        return no_larger and self.waist < _WAIST

    def is_beside(self, other: "_Spot") -> bool:
        """Stands on one line with another, as high and as near as the next letter."""
        is_hand = min(self.extent, other.extent) >= _LARGE_SPECK  # dust is hardly ever so large
        most_gap, most_off = (_HAND_GAP, _HAND_OFF) if is_hand else (_PRINT_GAP, _PRINT_OFF)
        gap = max(self.x - other.x - other.width, other.x - self.x - self.width)
        feet = (self.y + self.height) - (other.y + other.height)
        return (
            self is not other
            and gap <= most_gap
            and abs(feet) <= most_off
            and abs(self.height - other.height) <= most_off
        )

    @property
    def is_line(self) -> bool:
        """A straight thin line along the sheet, however the sheet lies: a fold, a streak."""
        aslant = min(self.width, self.height) / self.extent
        return self.box[0] < _DUST and aslant < _MOST_ASLANT

    @property
    def is_scratch(self) -> bool:
        """A hairline in any direction, paler than the palest pencil's."""
        is_thin = self.box[0] < _DUST and self.extent < _LONGEST_SCRATCH
        return is_thin and self.contrast < _STROKE_CONTRAST

    @property
    def sharpness(self) -> float:
        return self.gradient / max(self.peak, 1.0)

    @property
    def is_gray(self) -> bool:
        """It has no colour, or none but what it takes from the paper it hides."""
        return self.is_neutral or self.chroma <= _TINTED * self.tint

    @property
    def is_neutral(self) -> bool:
        """No colour of its own: a gray thing on tinted paper differs a little in each channel."""
        return self.chroma < max(18.0, 0.35 * self.peak)


def is_blank(colour_150: RgbPixels) -> bool:
    """Tell whether a page of 150 dpi bears nothing.

    Nobody can of a strip that is all edge, nor of a dark cover: it may bear light print.
    """
    some = np.ascontiguousarray(colour_150[::3, ::3])
    if min(colour_150.shape[:2]) < _NARROWEST or level_of(some, 0.7, channel=1) < _DARK_SHEET:
        return False
    found = 0
    for extent in _extents(colour_150):
        found += extent
        if found >= _NOT_BLANK_FROM:
            return False
    return True


def _extents(colour_150: RgbPixels) -> Iterator[int]:
    """Give the extent of each mark that somebody put on the page, the largest first.

    What is no larger than a large speck counts only beside another of its height, as digits stand,
    and so do digits in pencil, paler than anything that counts alone.
    """
    size = colour_150.shape[:2]
    small: list[_Spot] = []
    for spot in _spots(colour_150):
        if _is_hole(spot, size) or _is_staple(spot, size):
            continue
        is_pale = not _is_content(spot)
        if is_pale and not _is_pale_digit(spot):
            continue
        if spot.is_small or is_pale:
            small.append(spot)
        else:
            yield spot.extent
    standing = [spot for spot in small if any(spot.is_beside(other) for other in small)]
    together = sum(spot.extent for spot in standing)
    if together >= _TOGETHER:
        yield together


def _spots(page: RgbPixels) -> Iterator[_Spot]:
    """Give the marks on a page that are larger than dust, the largest first."""
    height, width = page.shape[:2]
    half = cv2.resize(page, None, fx=1 / 2, fy=1 / 2, interpolation=cv2.INTER_AREA)
    small = cv2.resize(half, None, fx=1 / 3, fy=1 / 3, interpolation=cv2.INTER_AREA)
    paper = cv2.resize(cv2.medianBlur(small, 31), (width, height), interpolation=cv2.INTER_LINEAR)
    smooth = cv2.GaussianBlur(page, (3, 3), 0)
    red, green, blue = cv2.split(cv2.subtract(paper, smooth))
    most = np.asarray(cv2.max(cv2.max(red, green), blue), np.uint8)
    least = cv2.min(cv2.min(red, green), blue)
    chroma = np.asarray(cv2.subtract(most, least), np.uint8)
    marks = np.asarray(cv2.threshold(most, _CONTRAST, 255, cv2.THRESH_BINARY)[1], np.uint8)
    marks[_surround(np.asarray(small, np.uint8), (height, width)) > 0] = 0
    marks[:_FRAME] = marks[-_FRAME:] = 0
    marks[:, :_FRAME] = marks[:, -_FRAME:] = 0
    marks = _without_lines(marks)
    labels, stats = spots_of(marks)
    by_size = sorted(
        (np.flatnonzero(stats[1:, 4] >= _SMALLEST_AREA) + 1).tolist(),
        key=lambda label: -stats[label, 4],
    )
    brightness = np.asarray(smooth, np.uint8)[..., 1]
    ground = np.asarray(paper, np.uint8)
    for label in by_size[:_MOST_SPOTS]:
        box = tuple(int(n) for n in stats[label])
        if max(box[2:4]) >= _DUST:
            yield _spot(labels, label, box, most, chroma, brightness, ground)


def _spot(
    labels: Labels,
    label: int,
    stats: tuple[int, ...],
    most: GrayPixels,
    chroma: GrayPixels,
    brightness: GrayPixels,
    ground: RgbPixels,
) -> _Spot:
    x, y, width, height, area = stats
    below = ground[y + height // 2, x + width // 2]
    box = np.s_[y : y + height, x : x + width]
    inside = labels[box] == label
    wide = brightness[max(0, y - 2) : y + height + 2, max(0, x - 2) : x + width + 2]
    slopes = np.abs(cv2.Sobel(wide, cv2.CV_16S, 1, 0)) + np.abs(cv2.Sobel(wide, cv2.CV_16S, 0, 1))
    if area < _THIN * width * height:  # in the box of a long thin stroke most is paper
        hole = _solid(inside.astype(np.uint8)).astype(np.uint8)
        rest = inside & (cv2.dilate(hole, np.ones((_DUST, _DUST), np.uint8)) == 0)
        # a hole that it runs into is none of it; a marker's stroke is solid throughout
        inside = rest if np.count_nonzero(rest) > area / 4 else inside
        stroke = np.zeros(wide.shape, np.uint8)
        rows, columns = y - max(0, y - 2), x - max(0, x - 2)
        stroke[rows : rows + height, columns : columns + width] = inside
        slopes = slopes[np.asarray(cv2.dilate(stroke, np.ones((5, 5), np.uint8))) > 0]
    core = np.s_[height // 4 : height - height // 4 + 1, width // 4 : width - width // 4 + 1]
    points = np.argwhere(inside)[:, ::-1].astype(np.float32)
    disc, inked = 0, 1.0
    if min(width, height) >= _HOLE_SIZES[0] // 2 and max(width, height) <= 2 * _HOLE_SIZES[1]:
        square = np.ones((_THICK, _THICK), np.uint8)
        disc = cv2.countNonZero(cv2.morphologyEx(inside.astype(np.uint8), cv2.MORPH_OPEN, square))
        centre, radius = cv2.minEnclosingCircle(points)
        inked = float((np.hypot(*(points - centre).T) < _RIM * radius).mean())
    peak = value_at(most[box][inside], 0.95)
    along = np.where(inside, most[box], 0).max(axis=0 if width >= height else 1)
    sides = cv2.minAreaRect(points)[1]
    return _Spot(
        x=x,
        y=y,
        width=width,
        height=height,
        area=area,
        contrast=float(most[box][inside].mean()),
        peak=peak,
        chroma=value_at(chroma[box][inside], 0.9),
        tint=float(below.max()) - float(below.min()),
        gradient=value_at(slopes, 0.9) / 8,
        inside=float(np.median(brightness[box][core])) - float(below[1]),
        inked=inked,
        disc=disc,
        waist=float(along[len(along) // 4 : len(along) - len(along) // 4].min()) / max(peak, 1),
        box=(min(sides), max(sides)),
    )


def _surround(small: RgbPixels, size: tuple[int, int]) -> NDArray[np.uint8]:
    """Find the dark region beside the sheet: whatever is dark and reaches the frame."""
    gray = np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), np.uint8)
    dark = (gray < 0.6 * level_of(gray, 0.6)).astype(np.uint8)
    framed = cv2.copyMakeBorder(dark, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=1)
    labels = cv2.connectedComponents(framed)[1]
    outside = (labels == labels[0, 0])[1:-1, 1:-1].astype(np.uint8)
    grown = cv2.dilate(outside, np.ones((5, 5), np.uint8))
    return np.asarray(
        cv2.resize(grown, (size[1], size[0]), interpolation=cv2.INTER_NEAREST), np.uint8
    )


def _without_lines(marks: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Take out long thin lines along the page: streaks of the feeder, folds.

    They are cut out of what crosses them: a pen's stroke over a streak stays, a hole stays whole.
    """
    across, along = np.ones((5, 1), np.uint8), np.ones((1, 5), np.uint8)
    on_side = np.asarray(cv2.transpose(cv2.dilate(marks, across)), np.uint8)
    upright = _long_runs_down(np.asarray(cv2.dilate(marks, along), np.uint8))
    level = np.asarray(cv2.transpose(_long_runs_down(on_side)), np.uint8)
    if not (upright.any() or level.any()):
        return marks
    solid = _solid(marks)
    for lines, is_upright in ((upright, True), (level, False)):
        labels, stats = spots_of(np.asarray(lines, np.uint8))
        for label in range(1, len(stats)):
            x, y, width, height, area = (int(n) for n in stats[label])
            length = height if is_upright else width
            if length <= _LINE_LENGTH or area / max(length, 1) >= _LINE_THICKNESS:
                continue
            top, left = max(0, y - 2), max(0, x - 2)
            around = np.s_[top : y + height + 2, left : x + width + 2]
            line = cv2.dilate((labels[around] == label).astype(np.uint8), np.ones((3, 3), np.uint8))
            marks[around][(np.asarray(line) > 0) & ~solid[around]] = 0
    return marks


def _solid(marks: NDArray[np.uint8]) -> NDArray[np.bool_]:
    square = np.ones((_SOLID, _SOLID), np.uint8)
    return np.asarray(cv2.morphologyEx(marks, cv2.MORPH_OPEN, square)) > 0


def _long_runs_down(marks: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Keep what runs down a column for ``_LINE_REACH`` pixels; most columns have too little."""
    kept = np.zeros_like(marks)
    counts = np.asarray(cv2.reduce(marks, 0, cv2.REDUCE_SUM, dtype=cv2.CV_32F)).ravel()
    columns = np.flatnonzero(counts >= 255 * _LINE_REACH)
    if len(columns):
        some = np.ascontiguousarray(marks[:, columns])
        line = np.ones((_LINE_REACH, 1), np.uint8)
        kept[:, columns] = cv2.morphologyEx(some, cv2.MORPH_OPEN, line)
    return kept


def _is_hole(spot: _Spot, size: tuple[int, int]) -> bool:
    """Tell a punch hole: a disc, or the crescent of its shadow, at the side of the sheet."""
    height, width = size
    low, high = _HOLE_SIZES
    beside = min(spot.x + spot.width / 2, width - spot.x - spot.width / 2) <= _HOLE_ZONE
    middle = 0.07 * height < spot.y + spot.height / 2 < 0.93 * height  # four holes: 0.1 to 0.9
    short = min(spot.width, spot.height)
    if not (beside and middle and spot.is_gray and low <= spot.extent):
        return False
    if spot.extent > high:  # a streak that runs into it, and was too faint to be cut out
        return short <= high and spot.disc > 0.6 * short**2 and abs(spot.inside) > 25
    if short < low // 2:
        return False
    is_thick = spot.disc > 0.7 * spot.area
    disc = spot.fill > 0.6 and is_thick and abs(spot.inside) > 25
    rim = spot.fill < 0.4 and spot.inked < _MOST_INSIDE
    crescent = rim and spot.contrast < 65 and spot.gradient < 40
    return disc or crescent


def _is_staple(spot: _Spot, size: tuple[int, int]) -> bool:
    """Tell a staple with its soft shadow, in one of the two upper corners."""
    width = size[1]
    corner = spot.y < 150 and (spot.x < 150 or spot.x + spot.width > width - 150)
    if not (corner and spot.is_neutral and spot.sharpness < 0.33):
        return False
    short, long = spot.box
    whole = (
        _STAPLE_LONG[0] <= long <= _STAPLE_LONG[1]
        and _STAPLE_SHORT[0] <= short <= _STAPLE_SHORT[1]
        and spot.area > 250
    )
    cut_off = spot.x == _FRAME or spot.y == _FRAME or spot.x + spot.width == width - _FRAME
    return whole or (cut_off and long <= _STAPLE_LONG[1])


def _is_pale_digit(spot: _Spot) -> bool:
    """Tell a thin stroke of a hand, as small as a digit."""
    is_stroke = spot.sharpness >= _PALE_SHARPNESS and spot.fill < 0.6 and not spot.is_line
    return is_stroke and spot.extent >= _LARGE_SPECK and spot.contrast >= _PALE_CONTRAST


def _is_content(spot: _Spot) -> bool:
    if spot.box[1] < 1:
        return False
    coloured = spot.chroma > 18
    ink = spot.gradient >= 4 and spot.sharpness >= 0.25 and spot.peak >= 40
    faint = (
        spot.extent >= 90
        and spot.sharpness >= 0.26
        and min(spot.width, spot.height) >= 12
        and not (spot.is_line or spot.is_scratch)
        and spot.fill < 0.5
    )
    # a tick, a short word: more of a contrast than the scratches of the glass have
    stroke = (
        spot.extent >= _STROKE_LENGTH
        and spot.sharpness >= _STROKE_SHARPNESS
        and spot.contrast >= _STROKE_CONTRAST
        and not spot.is_line
        and spot.fill < 0.5
    )
    bent = (
        spot.box[0] >= _BENT
        and spot.sharpness >= _STROKE_SHARPNESS
        and spot.contrast >= _STROKE_CONTRAST
        and spot.fill < 0.45
    )
    return coloured or ink or faint or stroke or bent
