"""What an office puts at the head of its papers: a picture that prints, and lines of its own."""

from dataclasses import replace
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import Any

from station.errors import ProblemError, StationError
from station.ports.officers import Officer
from station.text import clean
from station.usecases.permissions import Act, require
from ui.paper_templates import Write
from ui.settings import FILE as SETTINGS
from ui.settings import read_settings, settings_text

_LOGO_PIXELS = 240
"""Enough for 10 mm at 600 dpi."""
LARGEST_LOGO = 8_000
"""Bytes: form 01 stays within 60 KB with it."""
_COLOURS = (64, 32, 16)
"""Tried from the most."""
LARGEST_PICTURE = 20_000_000
MOST_LINES, LONGEST_LINE = 4, 120
"""Of the head of papers."""
_FEWEST_SHADES = 12
"""Of 256, between the darkest and the lightest part: below, a printer shows one plain area."""


class LogoProblem(StrEnum):
    """Why a picture cannot stand at the head of papers."""

    NO_PICTURE = "no_picture"
    TOO_LARGE = "too_large"
    TOO_MANY_COLOURS = "too_many_colours"
    ONE_SHADE = "one_shade"


class BadHeadError(StationError):
    """There are more lines, or longer ones, than the head of a paper has room for."""

    code = "PAP-020"

    @property
    def details(self) -> dict[str, Any]:
        return {"most": MOST_LINES, "longest": LONGEST_LINE}


class BadLogoError(ProblemError):
    """The picture cannot stand at the head of papers."""

    code = "PAP-016"


def keep_logo(home: Path, picture: bytes | None, *, officer: Officer, write: Write) -> int:
    """Put a picture at the head of the papers of the newest office, or take it away.

    Args:
        write: puts a file in place, whole after a power cut.

    Returns:
        Its size in bytes, as it goes into every paper.

    Raises:
        NotAllowedError: the officer may not.
        BadLogoError: it is no picture, has too many colours to be small, or is one plain area.
        BadSettingsError: the settings cannot be read.
    """
    require(officer, Act.CHANGE_PAPERS)
    png = b"" if picture is None else _small(picture)
    _keep(home, write, logo=png)
    return len(png)


def keep_head(home: Path, lines: tuple[str, ...], *, officer: Officer, write: Write) -> None:
    """Put lines at the head of the papers of the newest office; none: its two agencies.

    Args:
        write: puts a file in place, whole after a power cut.

    Raises:
        NotAllowedError: the officer may not.
        BadHeadError: more lines, or longer ones, than there is room for.
        BadSettingsError: the settings cannot be read.
    """
    require(officer, Act.CHANGE_PAPERS)
    said = tuple(filter(None, map(clean, lines)))
    if len(said) > MOST_LINES or any(len(line) > LONGEST_LINE for line in said):
        raise BadHeadError
    _keep(home, write, header_lines=said)


def _keep(home: Path, write: Write, **changes: Any) -> None:  # noqa: ANN401 - of an office
    settings = read_settings(home)
    newest = max(settings.offices, key=lambda office: office.valid_from)
    offices = tuple(
        replace(office, **changes) if office is newest else office for office in settings.offices
    )
    write(home / SETTINGS, settings_text(replace(settings, offices=offices)).encode())


def _small(picture: bytes) -> bytes:
    from PIL import Image, UnidentifiedImageError

    if len(picture) > LARGEST_PICTURE:
        raise BadLogoError(LogoProblem.TOO_LARGE)
    try:
        with Image.open(BytesIO(picture), formats=("PNG", "JPEG", "BMP", "GIF")) as opened:
            opened.draft("RGB", (_LOGO_PIXELS, _LOGO_PIXELS))
            seen = opened.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise BadLogoError(LogoProblem.NO_PICTURE) from error
    seen.thumbnail((_LOGO_PIXELS, _LOGO_PIXELS))
    paper = Image.new("RGBA", seen.size, "white")
    whole = Image.alpha_composite(paper, seen).convert("RGB")
    shades = [shade for shade, count in enumerate(whole.convert("L").histogram()) if count]
    if shades[-1] - shades[0] < _FEWEST_SHADES:
        raise BadLogoError(LogoProblem.ONE_SHADE)
    for colours in _COLOURS:
        png = BytesIO()
        whole.quantize(colours).save(png, "PNG", optimize=True)
        if len(png.getvalue()) <= LARGEST_LOGO:
            return png.getvalue()
    raise BadLogoError(LogoProblem.TOO_MANY_COLOURS)
