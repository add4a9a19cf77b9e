"""What hard pages look like once they are clean, kept as small pictures.

Run as a module it draws them anew; look at every one before committing it.
"""

from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from devices.page_pipeline.clean_page import clean_page
from devices.page_pipeline.result import CleanPage, Profile, Wanted
from devices.page_pipeline.sheet_recipe import SheetRecipe, Side
from devices.page_pipeline.sheets import as_view, made
from tests.photographed_pages import photographed
from tests.scanned_pages import Kind, scanned

GOLDEN = Path(__file__).with_name("golden_pages")
_WIDTH = 420
"""Pixels: 50 dpi. Letters are gray then, but a line that moves, a stain or a lost stamp shows."""
NAMES = (
    "askew-form", "stamped", "pencil", "table-in-gray", "letter-in-black-and-white", "photograph",
)  # fmt: skip


@cache
def cleaned(name: str) -> CleanPage:
    """Clean one of the pages."""
    match name:
        case "askew-form":
            return clean_page(scanned(Kind.FORM, 501, skew=8.5).pixels, 300)
        case "stamped":
            return clean_page(scanned(Kind.STAMPED, 502).pixels, 300)
        case "pencil":
            return clean_page(scanned(Kind.PENCIL, 503).pixels, 300)
        case "table-in-gray":
            page = scanned(Kind.TABLE, 504, skew=-5.0)
            return clean_page(page.pixels, 300, Wanted(profile=Profile.GRAY))
        case "letter-in-black-and-white":
            upside_down = np.ascontiguousarray(scanned(Kind.LETTER, 505).pixels[::-1, ::-1])
            return clean_page(upside_down, 300, Wanted(profile=Profile.MONO))
        case "photograph":
            photo, _ = photographed(Kind.STAMPED, 506, hard=True)
            return clean_page(photo, None, Wanted(camera=True))
    raise ValueError(name)


def small(name: str) -> NDArray[np.uint8]:
    """Give a clean page as it will be filed, small."""
    view = as_view(made(SheetRecipe(Side(cleaned(name)))), 2 * _WIDTH)
    with Image.open(BytesIO(view)) as page:
        picture = page.convert("RGB")
        size = (_WIDTH, round(picture.height * _WIDTH / picture.width))
        return np.asarray(picture.resize(size, Image.Resampling.BOX), np.uint8)


def kept(name: str) -> NDArray[np.uint8]:
    """Give what it looked like when somebody last looked at it."""
    with Image.open(GOLDEN / f"{name}.jpg") as picture:
        return np.asarray(picture.convert("RGB"), np.uint8)


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for one in NAMES:
        Image.fromarray(small(one)).save(GOLDEN / f"{one}.jpg", quality=88)
