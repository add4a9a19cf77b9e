"""All stages in their order: one page in, its clean bytes and what was found out."""

import time

import cv2
import numpy as np

from devices.page_pipeline.blank import MOST_INK_POINTS, is_blank
from devices.page_pipeline.defects import Defect, DefectKind, Region
from devices.page_pipeline.encoding import as_group_4, as_jpeg
from devices.page_pipeline.gate.every_defect import defects_of
from devices.page_pipeline.hand_shadow import without_shadow
from devices.page_pipeline.layers import mono, split_layers
from devices.page_pipeline.orientation import TextDirection, text_direction
from devices.page_pipeline.perspective import find_corners, laid_flat, on_picture, pitch_seen
from devices.page_pipeline.result import RESULT_DPI, CleanPage, Picture, Profile, Wanted
from devices.page_pipeline.scales import Channels, GrayPixels, RgbPixels, Scales, pitch_of, reduced
from devices.page_pipeline.sheet import Sheet, find_sheet
from devices.page_pipeline.side_shadow import side_shadows
from devices.page_pipeline.skew import find_skew
from devices.page_pipeline.straighten import paper_colour, straightened
from devices.page_pipeline.whitening import cells_of, whitened

_BACKGROUND_SCALE = 0.75
"""150 dpi: what lies below the text has no fine detail, and colours keep within ΔE 1."""
_BACKGROUND_QUALITY, _PICTURE_QUALITY = 60, 65
_SPARED, _SPARING_SCALE = 15, 0.5
"""Of the quality, where the disk is nearly full; and 100 dpi: stamps keep within ΔE 2."""
_MOSTLY_PICTURE = 0.25
_REDUCE_FROM_DPI = 400


def clean_page(
    picture: RgbPixels,
    tagged_dpi: float | None = None,
    wanted: Wanted | None = None,
) -> CleanPage:
    """Clean one page.

    Args:
        tagged_dpi: the pitch that the file states; checked, and guessed where it cannot be.
    """
    started = time.perf_counter()
    wanted = wanted or Wanted()
    dpi = seen_dpi = pitch_of(picture.shape[0], picture.shape[1], tagged_dpi)
    photograph = wanted.camera or wanted.corners is not None
    if photograph:
        corners = on_picture(wanted.corners, picture) if wanted.corners else find_corners(picture)
        if corners is not None:
            seen_dpi = pitch_seen(corners)
            picture, dpi = laid_flat(picture, corners)
            picture = without_shadow(picture, dpi)
    if dpi > _REDUCE_FROM_DPI:
        picture, dpi = reduced(picture, 1.5 * RESULT_DPI / dpi), 1.5 * RESULT_DPI
    scales = Scales.of(picture, dpi)
    skew = find_skew(scales.contrast_100, scales.gray_150)
    quarter_turns = 1 if skew.sideways else 0
    straight = straightened(
        scales.full,
        scales.dpi,
        degrees=skew.degrees,
        quarter_turns=quarter_turns,
        paper=paper_colour(scales.colour_75),
    )
    blank = skew.ink_points < MOST_INK_POINTS and is_blank(scales.colour_150)
    defects = () if blank else tuple(defects_of(scales, straight, seen_dpi))
    cells = cells_of(straight)
    # what is dark at the side of a photograph is a shadow, or the desk: never cut off unseen
    shadows = side_shadows(straight)
    sheet = Sheet.whole(straight, cells) if photograph else find_sheet(straight, cells, shadows)
    page = sheet.cut(whitened(straight, cells, shadows))
    background, text, direction = _encoded(page, wanted)
    if direction.upside_down or direction.doubtful:
        whole = Region.of_page(scales.gray_75.shape, dpi=75)
        upside_down = direction.upside_down
        kind = DefectKind.UPSIDE_DOWN if upside_down else DefectKind.DIRECTION_UNSURE
        defects = (*defects, Defect(kind, whole))
    return CleanPage(
        width=sheet.width,
        height=sheet.height,
        background=background,
        text=text,
        skew_degrees=round(skew.degrees, 3),
        rotated=90 * quarter_turns + (180 if direction.upside_down else 0),
        blank=blank,
        defects=defects,
        elapsed_ms=round((time.perf_counter() - started) * 1000, 1),
    )


def _encoded(
    page: Channels, wanted: Wanted
) -> tuple[Picture | None, Picture | None, TextDirection]:
    """Encode the layers, the right way up, and tell how they lay."""
    if wanted.profile is Profile.MONO:
        black = mono(page)
        direction = text_direction(black)
        return None, _group_4(np.rot90(black, 2) if direction.upside_down else black), direction
    layers = split_layers(page)
    direction = text_direction(layers.written)
    text, background = layers.text, layers.background
    if layers.pictures > _MOSTLY_PICTURE:  # no certain split: one picture, in full pitch
        text, background = np.zeros_like(text), layers.page
    quality = _PICTURE_QUALITY if background is layers.page else _BACKGROUND_QUALITY
    quality -= _SPARED if wanted.sparing else 0
    if background is not layers.page:
        # an average over areas would take six times as long, and shows no difference at 3:4
        scale = _SPARING_SCALE if wanted.sparing else _BACKGROUND_SCALE
        smaller = cv2.resize(background, None, fx=scale, fy=scale)
        background = np.asarray(smaller, np.uint8)
    if wanted.profile is Profile.GRAY and background.ndim == 3:
        background = np.asarray(cv2.cvtColor(background, cv2.COLOR_RGB2GRAY), np.uint8)
    if direction.upside_down:
        text, background = np.rot90(text, 2), np.rot90(background, 2)
    below = Picture(
        as_jpeg(np.ascontiguousarray(background), quality),
        width=background.shape[1],
        height=background.shape[0],
        channels=1 if background.ndim == 2 else 3,
    )
    return below, _group_4(text) if text.any() else None, direction


def _group_4(black: GrayPixels) -> Picture:
    height, width = black.shape
    content = as_group_4(np.ascontiguousarray(black))
    return Picture(content, width=width, height=height, channels=1, bits=1)
