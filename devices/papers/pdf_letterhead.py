"""The head of every official paper: the agency on the left, the state on the right, the date."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from devices.papers.pdf_fonts import BOLD, ITALIC
from devices.papers.pdf_page import Unbreakable
from devices.papers.pdf_structure import figure
from devices.papers.pdf_text import Paragraph, paragraph, text_width
from station.forms.office import OfficeHeader
from station.forms.wording import in_capitals, long_date, one_line

_STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_RULE_BELOW = 0.9 * mm
_RULE_SPACE = 1.9 * mm
_MOTTO_LARGER = 0.7
_LOGO = 10 * mm
"""Height of the office's picture above letters of 10 points."""
_LOGO_PART = 0.94
"""The picture's part of that; the rest is space."""
_centred = partial(paragraph, align="centre", leading=1.18)


@dataclass(frozen=True, slots=True)
class Logo(Unbreakable):
    """The office's picture, ``height`` points high with the space below it."""

    png: bytes
    height: float

    @property
    def width(self) -> float:
        wide, high = _picture(self.png).getSize()
        return float(self._inner * wide / high)

    @property
    def _inner(self) -> float:
        return self.height * _LOGO_PART

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw with the top left corner at (x, top)."""
        bottom = top - self._inner
        with figure(canvas, "Biểu trưng của cơ quan", (x, bottom, x + self.width, top)):
            canvas.drawImage(_picture(self.png), x, bottom, self.width, self._inner)


@lru_cache(maxsize=4)
def _picture(png: bytes) -> ImageReader:
    return ImageReader(BytesIO(png))


@dataclass(frozen=True, slots=True)
class Letterhead(Unbreakable):
    """Two columns with a rule under each, and below them the register entry and the date."""

    left: tuple[Paragraph, ...]
    logo: Logo | None
    right: tuple[Paragraph, ...]
    register: Paragraph | None
    dateline: Paragraph
    left_width: float
    agency_rule: float
    motto_rule: float

    @property
    def height(self) -> float:
        lowest = self.register.height if self.register else 0.0
        return self._columns + max(lowest, self.dateline.height)

    @property
    def _columns(self) -> float:
        left = sum(line.height for line in self.left) + (self.logo.height if self.logo else 0)
        right = sum(line.height for line in self.right)
        return max(left, right) + _RULE_SPACE

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw with the top left corner at (x, top)."""
        canvas.setLineWidth(0.6)
        below_logo = top
        if self.logo:
            self.logo.draw(canvas, x + (self.left[0].width - self.logo.width) / 2, top)
            below_logo -= self.logo.height
        self._draw_column(canvas, self.left, x, below_logo, self.agency_rule)
        self._draw_column(canvas, self.right, x + self.left_width, top, self.motto_rule)
        below = top - self._columns
        self.dateline.draw(canvas, x + self.left_width, below)
        if self.register:
            self.register.draw(canvas, x, below)

    @staticmethod
    def _draw_column(
        canvas: Canvas, lines: tuple[Paragraph, ...], x: float, top: float, rule: float
    ) -> None:
        for line in lines:
            line.draw(canvas, x, top)
            top -= line.height
        start = x + (lines[0].width - rule) / 2
        canvas.line(start, top - _RULE_BELOW, start + rule, top - _RULE_BELOW)


def letterhead(
    office: OfficeHeader,
    on: date,
    width: float,
    size: float,
    *,
    left_share: float = 0.46,
    register: str | None = None,
) -> Letterhead:
    """Lay out the head of a paper dated ``on``; ``register`` is the entry of a paper book."""
    left = width * left_share
    column = left - 2 * mm
    right = width - left
    *above, agency = [in_capitals(line) for line in office.head] or [""]
    state_size = size if text_width(_STATE, BOLD, size) <= right else size - 0.5
    place = one_line(office.place_name)
    dateline = f"{place}, {long_date(on)}" if place else long_date(on).capitalize()
    motto_size = size + _MOTTO_LARGER
    return Letterhead(
        left=(
            *(_centred(line, column, size) for line in above),
            _centred(agency, column, size, face=BOLD),
        ),
        logo=Logo(office.logo, _LOGO * size / 10) if office.logo else None,
        right=(
            _centred(_STATE, right, state_size, face=BOLD),
            _centred(_MOTTO, right, motto_size, face=BOLD),
        ),
        register=_centred(register, column, size - 0.3) if register else None,
        dateline=_centred(dateline, right, size + 0.5, face=ITALIC),
        left_width=left,
        agency_rule=0.4 * min(text_width(agency, BOLD, size), column),
        motto_rule=text_width(_MOTTO, BOLD, motto_size),
    )
