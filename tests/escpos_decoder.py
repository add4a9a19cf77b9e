"""Reads ESC/POS bytes back into what a printer would do: a picture, cuts, drawer kicks."""

from dataclasses import dataclass

from PIL import Image


@dataclass(frozen=True, slots=True)
class Printout:
    """What comes out of the printer: black dots on white paper, and what else moves."""

    picture: Image.Image
    initialised: bool
    cuts: int
    drawer_kicks: int
    density: int | None = None


def decode(data: bytes) -> Printout:
    """Play the part of a printer.

    Raises:
        ValueError: a command that these tests do not expect, or a raster that stops short.
    """
    bands: list[Image.Image] = []
    initialised, cuts, kicks, density = False, 0, 0, None
    at = 0
    while at < len(data):
        if data[at : at + 2] == b"\x1b@":
            initialised, at = True, at + 2
        elif data[at : at + 2] == b"\x1bp":
            kicks, at = kicks + 1, at + 5
        elif data[at : at + 6] == b"\x1d(K\x02\x00\x31":
            density, at = data[at + 6], at + 7
        elif data[at : at + 2] == b"\x1bd":
            at += 3
        elif data[at : at + 2] == b"\x1dV":
            cuts, at = cuts + 1, at + (4 if data[at + 2] in (65, 66) else 3)
        elif data[at : at + 4] == b"\x1dv0\x00":
            row_bytes = int.from_bytes(data[at + 4 : at + 6], "little")
            rows = int.from_bytes(data[at + 6 : at + 8], "little")
            end = at + 8 + row_bytes * rows
            if end > len(data):
                raise ValueError("the raster stops short")
            dots = Image.frombytes("1", (row_bytes * 8, rows), data[at + 8 : end])
            bands.append(dots.point(lambda dot: 0 if dot else 255))
            at = end
        else:
            raise ValueError(f"unexpected command {data[at : at + 4]!r} at {at}")
    return Printout(_joined(bands), initialised, cuts, kicks, density)


def _joined(bands: list[Image.Image]) -> Image.Image:
    width = max((band.width for band in bands), default=1)
    paper = Image.new("1", (width, sum(band.height for band in bands) or 1), 255)
    top = 0
    for band in bands:
        paper.paste(band, (0, top))
        top += band.height
    return paper
