"""The scenes of the gallery beside their stored pictures, with tolerance.

After a change that was meant: look at the scenes (``station desktop --gallery``), then
``python -m tests.ui.scene_pictures``.
"""

import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtGui import QImage

from tests.ui.scene_pictures import HEIGHT, LOOKS, WIDTH, colours_of, draw_in_a_program, sheet_of

TILE = 8
MOST = 14.0
"""By how much the mean of a tile may differ, of 255: a clock's digits do, a button does not."""


Pixels = npt.NDArray[np.int16]


def pixels_of(file: Path) -> Pixels:
    return colours_of(QImage(str(file))).astype(np.int16)


def worst_tile(one: Pixels, other: Pixels) -> float:
    """Give the largest mean difference of a tile of a scene."""
    rows, columns = HEIGHT // TILE, WIDTH // TILE
    differs = np.abs(one - other)[: rows * TILE, : columns * TILE]
    tiles = differs.reshape(rows, TILE, columns, TILE * 3)
    return float(tiles.mean(axis=(1, 3)).max())


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="letters are drawn by another engine there"
)
@pytest.mark.parametrize("look", LOOKS)
def test_every_scene_looks_as_it_did(look: str, tmp_path: Path) -> None:
    drawn = tmp_path / "drawn.png"
    draw_in_a_program(look, drawn)

    names = drawn.with_suffix(".txt").read_text(encoding="utf-8").split()
    stored = sheet_of(look).with_suffix(".txt").read_text(encoding="utf-8").split()
    assert names == stored, "a scene is new, or gone: draw the pictures anew"
    now, before = pixels_of(drawn), pixels_of(sheet_of(look))
    changed = {}
    for place, name in enumerate(names):
        scene = slice(place * HEIGHT, (place + 1) * HEIGHT)
        if (worst := worst_tile(now[scene], before[scene])) > MOST:
            changed[name] = round(worst, 1)
    assert changed == {}


def test_a_button_that_is_gone_is_seen() -> None:
    now = np.full((HEIGHT, WIDTH, 3), 0xF0, np.int16)
    before = now.copy()
    before[72:76, 124:150] = (0x00, 0x50, 0xA0)

    assert worst_tile(now, before) > MOST
    assert worst_tile(now, now) == 0
