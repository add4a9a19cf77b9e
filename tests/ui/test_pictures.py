"""The scenes of the gallery beside their stored pictures, with tolerance.

After a change that was meant: look at the scenes (``station desktop --gallery``), then
``python -m tests.ui.scene_pictures``.
"""

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from tests.ui.scene_pictures import HEIGHT, LOOKS, WIDTH, draw_in_a_program, sheet_of

TILE = 8
MOST = 14.0
"""By how much the mean of a tile may differ, of 255: a clock's digits do, a button does not."""


def worst_tile(one: QImage, other: QImage, top: int) -> float:
    """Give the largest mean difference of a tile of the scene that begins at ``top``."""
    worst = 0.0
    for y0 in range(top, top + HEIGHT, TILE):
        for x0 in range(0, WIDTH - TILE + 1, TILE):
            total = 0
            for y in range(y0, y0 + TILE):
                for x in range(x0, x0 + TILE):
                    a, b = QColor(one.pixel(x, y)), QColor(other.pixel(x, y))
                    total += abs(a.red() - b.red()) + abs(a.green() - b.green())
                    total += abs(a.blue() - b.blue())
            worst = max(worst, total / (3 * TILE * TILE))
    return worst


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
    now, before = QImage(str(drawn)), QImage(str(sheet_of(look)))
    changed = {
        name: round(worst, 1)
        for place, name in enumerate(names)
        if (worst := worst_tile(now, before, place * HEIGHT)) > MOST
    }
    assert changed == {}


def test_a_button_that_is_gone_is_seen() -> None:
    before = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB888)
    before.fill(QColor("#F5F7FA"))
    now = before.copy()
    for x in range(124, 150):
        for y in range(72, 76):
            before.setPixelColor(x, y, QColor("#0B5CAB"))

    assert worst_tile(now, before, 0) > MOST
