"""Every scene of the gallery on one sheet, to look at them all at once: in both themes.

``python -m tests.ui.contact_sheet FOLDER`` writes ``light.webp`` and ``dark.webp``; a scene that is
worth a closer look is drawn by ``python -m ui.desktop.gallery.program --out FOLDER --scene NAME``.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

TILE_WIDTH, CAPTION, COLUMNS, GAP = 456, 22, 5, 10
GROUND, INK = "#3A3F47", "#FFFFFF"
THEMES = {"light": (), "dark": ("--dark",)}


def sheet(
    pictures: Sequence[Path], *, columns: int = COLUMNS, width: int = TILE_WIDTH
) -> Image.Image:
    """Put pictures beside and below one another, each under its file's name."""
    tiles = [(picture.stem, _small(picture, width)) for picture in pictures]
    height = max(tile.height for _, tile in tiles) + CAPTION
    rows = -(-len(tiles) // columns)
    whole = Image.new("RGB", (columns * (width + GAP) + GAP, rows * (height + GAP) + GAP), GROUND)
    draw, font = ImageDraw.Draw(whole), ImageFont.load_default(14)
    for number, (name, tile) in enumerate(tiles):
        x = GAP + number % columns * (width + GAP)
        y = GAP + number // columns * (height + GAP)
        draw.text((x, y + 2), name, INK, font)
        whole.paste(tile, (x, y + CAPTION))
    return whole


def _small(picture: Path, width: int) -> Image.Image:
    with Image.open(picture) as opened:
        height = round(opened.height * width / opened.width)
        return opened.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)


def draw_scenes(folder: Path, *options: str) -> list[Path]:
    """Draw every scene in a program of its own; give the pictures in the gallery's order."""
    around = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    around.pop("QT_SCALE_FACTOR", None)
    command = [sys.executable, "-m", "ui.desktop.gallery.program", "--out", str(folder), *options]
    subprocess.run(command, env=around, check=True, timeout=600)
    return sorted(folder.glob("*.png"), key=lambda picture: picture.stat().st_mtime_ns)


def main(target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for theme, options in THEMES.items():
        with tempfile.TemporaryDirectory() as folder:
            sheet(draw_scenes(Path(folder), *options)).save(
                target / f"{theme}.webp", quality=80, method=6
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
