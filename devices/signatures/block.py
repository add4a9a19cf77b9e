"""The block that a digitised copy bears at the top right of its first page.

"SAO Y", the agency and the time of signing, upright, 10 pt, black: NĐ 30/2020, appendix I (from
memory, to be compared with the original).
"""

import io
from dataclasses import dataclass
from datetime import datetime

from reportlab.pdfgen.canvas import Canvas

from devices.papers.pdf_fonts import REGULAR, register_fonts
from devices.papers.pdf_text import text_width

_SIZE, _LEADING, _PADDING = 10, 12.5, 2
_FROM_EDGE = 20
"""Points, about 7 mm: printers reach that far."""
_SMALLEST = 6.0


@dataclass(frozen=True, slots=True)
class Block:
    """A PDF page as large as the block; ``width`` and ``height`` in points."""

    pdf: bytes
    width: float
    height: float

    def place_on(self, page_width: float, page_height: float) -> tuple[int, int, int, int]:
        """Give its box on a page: left, lower, right, upper."""
        right, upper = page_width - _FROM_EDGE, page_height - _FROM_EDGE
        return round(right - self.width), round(upper - self.height), round(right), round(upper)


def draw_block(kind: str, agency: str, at: datetime, *, most_width: float) -> Block:
    """Draw the block; a long name of an agency is made smaller to fit."""
    register_fonts()
    lines = [kind, agency, at.isoformat(timespec="seconds")]
    widest = max(text_width(line, REGULAR, _SIZE) for line in lines)
    size = max(_SMALLEST, min(_SIZE, _SIZE * (most_width - 2 * _PADDING) / widest))
    width = min(most_width, widest * size / _SIZE + 2 * _PADDING)
    height = len(lines) * _LEADING + 2 * _PADDING
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(width, height), invariant=True)
    canvas.setFont(REGULAR, size)
    for number, line in enumerate(lines):
        canvas.drawString(_PADDING, height - _PADDING - _LEADING * (number + 0.8), line)
    canvas.showPage()
    canvas.save()
    return Block(buffer.getvalue(), width, height)
