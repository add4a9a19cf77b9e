"""What the samples are drawn with: the fonts that ship, ink that lies over print, noise, JPEG."""

import io
from functools import cache
from importlib.resources import files

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFont

Colour = tuple[int, int, int]
Point = tuple[float, float]
SPECIMEN = "MẪU – KHÔNG CÓ GIÁ TRỊ"
"""Stands on everything that could be taken for a paper of a real person."""


@cache
def font(face: str, size: int) -> ImageFont.FreeTypeFont:
    """Give a font of the papers, for example ``Inter-Bold.otf``, in pixels."""
    content = (files("devices.papers") / "fonts" / face).read_bytes()
    return ImageFont.truetype(io.BytesIO(content), size)


def stamped_over(page: Image.Image, ink: Image.Image, at: tuple[int, int]) -> None:
    """Lay ink on white over what is printed: where both are, it is darker."""
    box = (*at, at[0] + ink.width, at[1] + ink.height)
    page.paste(ImageChops.multiply(page.crop(box), ink), at)


def curve(size: tuple[int, int], points: list[Point], colour: Colour, width: int) -> Image.Image:
    """Draw a pen's stroke on white, drawn twice as large and reduced, so that it is smooth."""
    ink = Image.new("RGB", (2 * size[0], 2 * size[1]), "white")
    doubled = [(2 * x, 2 * y) for x, y in points]
    ImageDraw.Draw(ink).line(doubled, fill=colour, width=2 * width, joint="curve")
    return ink.resize(size, Image.Resampling.LANCZOS)


def with_light_and_grain(
    image: Image.Image, light: np.ndarray, *, grain: float, seed: int
) -> Image.Image:
    """Multiply by the light (height × width) and add the grain of a sensor, in gray levels."""
    noise = np.random.default_rng(seed).standard_normal(light.shape, np.float32) * grain
    pixels = np.array(image, dtype=np.float32)
    pixels *= light[..., None]
    pixels += noise[..., None]
    return Image.fromarray(np.clip(pixels, 0, 255, out=pixels).astype(np.uint8))


def as_jpeg(image: Image.Image, *, quality: int, dpi: int | None = None) -> bytes:
    """Encode as JPEG."""
    file = io.BytesIO()
    options = {} if dpi is None else {"dpi": (dpi, dpi)}
    image.save(file, "JPEG", quality=quality, **options)
    return file.getvalue()
