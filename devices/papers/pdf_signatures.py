"""Who signs at the foot of a paper: titles side by side, room for ink, printed names."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from devices.papers.pdf_page import Block, Unbreakable
from devices.papers.pdf_structure import TEXT, marked
from devices.papers.pdf_text import SERIF, Faces, paragraph, text_width
from station.forms.letter import Signer

_ABOVE = 1.2 * mm
_BELOW = 0.6 * mm
_SMALLEST_NAME = 7.5
_LEAST_SHRUNK = 0.85
"""Of the size of the titles: a smaller name would look like a footnote beside the other one."""
_MOST_LINES = 2
_LINE = 1.2


@dataclass(frozen=True, slots=True)
class Signatures(Unbreakable):
    """``aside`` stands left of the signers, in a column of the same width."""

    signers: Sequence[Signer]
    width: float
    size: float
    gap: float
    """Room for the ink, in points."""
    aside: Block | None = None
    faces: Faces = SERIF

    @property
    def height(self) -> float:
        signed = 3 * self.size * _LINE + self.gap if self.signers else 0.0
        beside = self.aside.height if self.aside else 0.0
        return _ABOVE + max(signed, beside) + _BELOW

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw with the top left corner at (x, top)."""
        top -= _ABOVE
        column = self.width / max(len(self.signers) + bool(self.aside), 1)
        if self.aside:
            self.aside.draw(canvas, x, top)
            x += column
        for number, signer in enumerate(self.signers):
            centre = x + column * (number + 0.5)
            canvas.setFont(self.faces.bold, self.size)
            with marked(canvas, TEXT):
                canvas.drawCentredString(centre, top - self.size, signer.title)
            canvas.setFont(self.faces.italic, self.size - 0.5)
            with marked(canvas, TEXT):
                canvas.drawCentredString(centre, top - self.size * 2.2, signer.remark)
            if signer.name:
                bottom = top - self.size * 3.6 - self.gap
                self._draw_name(canvas, x + column * number, bottom, column, signer.name)

    def _draw_name(self, canvas: Canvas, x: float, bottom: float, column: float, name: str) -> None:
        """Shrink a long name a little, else break it; it grows upwards into the room for ink."""
        room, bold = column - 3 * mm, self.faces.bold
        said = partial(paragraph, name, room, face=bold, leading=_LINE, align="centre")
        wide = max(text_width(name, bold, self.size), room)
        size = self.size * (room - 0.1) / wide
        lines = said(size)
        if size < self.size * _LEAST_SHRUNK:
            size = self.size * _LEAST_SHRUNK
            while len((lines := said(size)).lines) > _MOST_LINES and size > _SMALLEST_NAME:
                size -= 0.5
        lines.draw(canvas, x + 1.5 * mm, bottom + lines.height)
