"""Who signs at the foot of a paper: titles side by side, room for ink, printed names."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from devices.papers.pdf_page import Unbreakable
from devices.papers.pdf_text import BOLD, ITALIC, paragraph, text_width

SIGN_AND_NAME = "(Ký và ghi rõ họ tên)"
_ABOVE = 1.2 * mm
_BELOW = 0.6 * mm
_SMALLEST_NAME = 7.5
_LINE = 1.2


@dataclass(frozen=True, slots=True)
class Signatures(Unbreakable):
    """``signers`` are pairs of a title and a printed name, which may be empty."""

    signers: Sequence[tuple[str, str]]
    width: float
    size: float
    gap: float
    """Room for the ink, in points."""

    @property
    def height(self) -> float:
        return _ABOVE + 3 * self.size * _LINE + self.gap + _BELOW

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw with the top left corner at (x, top)."""
        column = self.width / len(self.signers)
        top -= _ABOVE
        for number, (title, name) in enumerate(self.signers):
            centre = x + column * (number + 0.5)
            canvas.setFont(BOLD, self.size)
            canvas.drawCentredString(centre, top - self.size, title)
            canvas.setFont(ITALIC, self.size - 0.5)
            canvas.drawCentredString(centre, top - self.size * 2.2, SIGN_AND_NAME)
            if name:
                bottom = top - self.size * 3.6 - self.gap
                self._draw_name(canvas, x + column * number, bottom, column, name)

    def _draw_name(self, canvas: Canvas, x: float, bottom: float, column: float, name: str) -> None:
        """Shrink a long name, then break it; it grows upwards into the room for the ink."""
        room = column - 3 * mm
        fitting = self.size * (room - 0.1) / max(text_width(name, BOLD, self.size), room)
        size = max(fitting, _SMALLEST_NAME)
        lines = paragraph(name, room, size, face=BOLD, leading=_LINE, align="centre")
        lines.draw(canvas, x + 1.5 * mm, bottom + lines.height)
