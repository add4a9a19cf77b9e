"""What is wanted of the pipeline and what it gives: plain data that crosses to other processes."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from devices.page_pipeline.defects import Defect, DefectKind
from station.domain.scan_pages import Corners

RESULT_DPI = 200
"""What the law asks for: 200 dpi, 1:1."""


class Profile(StrEnum):
    """In which colours a page is kept."""

    COLOR = "color"
    GRAY = "gray"
    MONO = "mono"


@dataclass(frozen=True, slots=True)
class PageRef:
    """One page of a file; ``page`` counts from 1."""

    file: Path
    page: int

    @property
    def name(self) -> str:
        """As reports call where it is from."""
        return str(self.file)

    def digest(self) -> str:
        """Give the SHA-256 of the whole file; ``gone`` where it was taken away meanwhile."""
        try:
            with self.file.open("rb") as stream:
                return hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError:
            return "gone"


@dataclass(frozen=True, slots=True)
class PageContent:
    """One page of a file that is in memory only; ``page`` counts from 1."""

    content: bytes
    page: int = 1
    name: str = ""
    """As reports call where it is from."""

    def digest(self) -> str:
        """Give the SHA-256 of the whole file."""
        return hashlib.sha256(self.content).hexdigest()


PageSource = PageRef | PageContent


@dataclass(frozen=True, slots=True)
class Wanted:
    """How pages are to be cleaned. ``camera``: they are photographs, with a desk around them."""

    profile: Profile = Profile.COLOR
    camera: bool = False
    as_scanned: bool = False
    """No step of the pipeline; only the pitch becomes that of the result."""
    codes: bool = False
    """Look for QR codes: a separator sheet may be among the pages."""
    sparing: bool = False
    """The disk is nearly full: what lies below the text may be coarser."""
    corners: Corners | None = None
    """Of the sheet on a photograph, set by hand."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An encoded layer: JPEG, or CCITT group 4 where ``bits`` is 1."""

    content: bytes
    width: int
    height: int
    channels: int
    bits: int = 8


@dataclass(frozen=True, slots=True)
class CleanPage:
    """A page of 200 dpi: ``text`` is printed in black over ``background``; one may be missing."""

    width: int
    height: int
    background: Picture | None
    text: Picture | None
    skew_degrees: float
    rotated: int
    """Degrees clockwise by which the page was brought upright: 0, 90, 180 or 270."""
    blank: bool
    defects: tuple[Defect, ...]
    elapsed_ms: float
    codes: tuple[str, ...] = ()
    """The texts of the QR codes on it, where they were looked for."""

    @property
    def size(self) -> int:
        """Bytes of both layers."""
        return sum(len(layer.content) for layer in (self.background, self.text) if layer)

    @property
    def good(self) -> bool:
        """Nothing is wrong that was not mended; good is also what says no direction."""
        fine = (DefectKind.UPSIDE_DOWN, DefectKind.DIRECTION_UNSURE)
        return all(defect.kind in fine for defect in self.defects)
