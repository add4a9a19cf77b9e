"""What all PDF papers share: the document with its metadata, and blocks one below the other."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache, partial
from typing import Protocol, Self

from reportlab import rl_config
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from devices.papers.pdf_archive import make_archival
from devices.papers.pdf_file import whole_file
from devices.papers.pdf_fonts import REGULAR, register_fonts
from devices.papers.pdf_operators import document_of, emit, whole_pdf
from devices.papers.pdf_structure import TaggedCanvas, figure
from devices.papers.qr_symbol import QUIET_ZONE, qr_matrix

rl_config.useA85 = 0  # binary streams instead of printable ones: a fifth smaller, 2 ms faster
PROGRAM = "Trạm Một Cửa"
FOOT_LEADING = 1.15
A5 = (148 * mm, 210 * mm)
A4 = (210 * mm, 297 * mm)
A4_LANDSCAPE = (297 * mm, 210 * mm)


class Block(Protocol):
    """Something of a known height that can be put anywhere on a page."""

    @property
    def height(self) -> float: ...

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw with the top left corner at (x, top)."""
        ...

    def split(self, room: float) -> tuple[Self | None, Self]:
        """Part into what fits into a height, and the rest; None when no part of it fits."""
        ...


class Unbreakable:
    """A block that stands on one page as a whole."""

    __slots__ = ()

    def split(self, room: float) -> tuple[Self | None, Self]:
        return None, self


@dataclass(frozen=True, slots=True)
class Space(Unbreakable):
    """Empty height between blocks; leftover height of a page is shared out here."""

    height: float

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw nothing."""


@dataclass(frozen=True, slots=True)
class Stack(Unbreakable):
    """Blocks one below the other that stay together."""

    blocks: tuple[Block, ...]

    @property
    def height(self) -> float:
        return total_height(self.blocks)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw with the top left corner at (x, top)."""
        for block in self.blocks:
            block.draw(canvas, x, top)
            top -= block.height


def total_height(blocks: Iterable[Block]) -> float:
    return sum(block.height for block in blocks)


class PdfDocument:
    """A PDF being written, in Vietnamese, with embedded fonts only.

    Its metadata name the paper and the office, never a person. The same content gives the same
    bytes: the date inside is the date of printing.
    """

    def __init__(
        self,
        size: tuple[float, float],
        *,
        title: str,
        subject: str,
        author: str,
        printed_at: datetime,
    ) -> None:
        register_fonts()
        self.canvas = TaggedCanvas(
            None,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            initialFontName=REGULAR,
            lang="vi-VN",
        )
        self.canvas.setViewerPreference("DisplayDocTitle", "true")
        make_archival(
            self.canvas,
            title=title,
            subject=subject,
            author=author,
            program=PROGRAM,
            written_at=printed_at,
        )

    def finished(self) -> bytes:
        """Give the whole file."""
        document = document_of(self.canvas)
        self.canvas.structure.finish(document)
        document.format = partial(whole_file, document, self.canvas.structure.tree)
        return whole_pdf(self.canvas)


def draw_foot(
    canvas: Canvas,
    x: float,
    bottom: float,
    width: float,
    size: float,
    *lines: tuple[str, str],
    face: str = REGULAR,
) -> None:
    """Draw lines at the foot of a page, each a text on the left and one on the right."""
    canvas.setFont(face, size)
    for number, (left, right) in enumerate(reversed(lines)):
        y = bottom + number * size * FOOT_LEADING
        canvas.drawString(x, y, left)
        canvas.drawRightString(x + width, y, right)


def draw_qr(canvas: Canvas, x: float, top: float, size: float, text: str) -> None:
    """Draw a QR code of level M with its quiet zone into a square of this size."""
    modules, drawn = _qr_marks(text)
    module = size / (modules + 2 * QUIET_ZONE)
    with figure(canvas, "Mã QR", (x, top - size, x + size, top)):
        canvas.saveState()
        canvas.setFillGray(0)
        canvas.transform(module, 0, 0, module, x, top - size)
        emit(canvas, drawn)  # whole modules: a path would write each as four long numbers
        canvas.restoreState()


@lru_cache(maxsize=8)
def _qr_marks(text: str) -> tuple[int, str]:
    """Give the modules across a code, and its dark stretches as PDF rectangles of whole modules."""
    matrix = qr_matrix(text, "M")
    size = len(matrix)
    drawn = [
        f"{QUIET_ZONE + start} {QUIET_ZONE + size - 1 - number} {length} 1 re"
        for number, row in enumerate(matrix)
        for start, length in _dark_stretches(row)
    ]
    return size, "\n".join([*drawn, "f"])


def _dark_stretches(row: tuple[bool, ...]) -> Iterable[tuple[int, int]]:
    start = 0
    while start < len(row):
        length = 0
        while start + length < len(row) and row[start + length]:
            length += 1
        if length:
            yield start, length
        start += length + 1
