"""Text, frames and QR codes on a roll of thermal paper, one below the other, in dots.

A thermal head burns whole dots at 203 dpi. Everything is drawn in grey at that size and then cut
at one threshold, without dithering or scaling: of the ways tried, this kept the most Vietnamese
tones apart from their letters.
"""

from collections.abc import Callable
from functools import cache, lru_cache
from importlib import resources
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont, ImageOps

from devices.papers.line_breaks import NO_BREAK, glue, pieces
from devices.papers.qr_symbol import QUIET_ZONE, qr_matrix

MEDIUM = "Inter-Medium"
BOLD = "Inter-Bold"
_DARKEST_PAPER = 110
"""Grey up to here becomes ink."""
_WHITE, _BLACK = 255, 0
_LEADING = 1.22
DOTS_PER_MM = 8
"""203 dpi, as makers count them."""
_LONGEST_MARK = 26
_MORE_THAN_A_LINE = 400
"""So many letters stand on no line; what follows is not even measured."""
_MOST_INK = 0.4
"""The part of a picture that may be black."""
_EDGE_DOTS, _EDGE_SHADES = 3, 12
_ALIGNED = {"left": 0.0, "centre": 0.5, "right": 1.0}
_Ink = Callable[[Image.Image, ImageDraw.ImageDraw], None]


@cache
def _font(face: str, size: int) -> ImageFont.FreeTypeFont:
    file = resources.files("devices.papers").joinpath("fonts", f"{face}.otf")
    with resources.as_file(file) as path:
        return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=1_000)  # what stands on every slip; what is a citizen's soon makes room
def text_width(text: str, face: str, size: int) -> float:
    """Give the width in dots."""
    return _font(face, size).getlength(text)


def fitting_size(text: str, face: str, sizes: range, width: float) -> int:
    """Give the largest of the sizes, which fall, at which the text fits; the last if none does."""
    return next((size for size in sizes if text_width(text, face, size) <= width), sizes[-1])


def broken_into_lines(text: str, face: str, size: int, width: float) -> list[str]:
    """Break text into lines; a word wider than a line breaks after ``- / . @``, or anywhere."""
    lines: list[str] = []
    line = ""
    for word in glue(text).split(" "):
        longer = f"{line} {word}" if line else word
        if text_width(longer, face, size) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = _chopped(word, face, size, width)
        lines += whole
    return _accompanied([*lines, line] if line else lines, face, size, width)


def _accompanied(lines: list[str], face: str, size: int, width: float) -> list[str]:
    """Take a syllable of the line above down to one that would stand alone: half a word."""
    *above, last = lines or [""]
    if not above or " " in last or NO_BREAK in last:
        return lines
    rest, _, syllable = above[-1].rpartition(" ")
    pair = f"{syllable} {last}"
    if " " not in rest or text_width(pair, face, size) > width:
        return lines
    return [*above[:-1], rest, pair]


def balanced_lines(text: str, face: str, size: int, width: float) -> list[str]:
    """Break text into as few lines as ever, of lengths as equal as they can be, for centring."""
    lines = broken_into_lines(text, face, size, width)
    narrow, wide = width / max(len(lines), 1), width
    while len(lines) > 1 and wide - narrow > size:
        middle = (narrow + wide) / 2
        tried = broken_into_lines(text, face, size, middle)
        if len(tried) > len(lines):
            narrow = middle
        else:
            lines, wide = tried, middle
    return lines


def _chopped(word: str, face: str, size: int, width: float) -> list[str]:
    parts = [""]
    for piece in pieces(word):
        if text_width(parts[-1] + piece, face, size) <= width:
            parts[-1] += piece
            continue
        if parts[-1]:
            parts.append("")
        for letter in piece:
            if parts[-1] and text_width(parts[-1] + letter, face, size) > width:
                parts.append("")
            parts[-1] += letter
    return parts


def elided(lines: list[str], most: int, face: str, size: int, width: float) -> list[str]:
    """Keep the first lines; the last one ends at a whole word, with an ellipsis, if more follow."""
    if len(lines) <= most:
        return lines
    words = lines[most - 1].split(" ")
    while len(words) > 1 and text_width(" ".join(words) + " …", face, size) > width:
        words.pop()
    return [*lines[: most - 1], " ".join(words).rstrip(",.;") + " …"]


class Roll:
    """A strip of paper that grows as things are put on it; ``y`` is where the next one begins."""

    def __init__(self, width: int, margin: int) -> None:
        self.width, self.margin = width, margin
        self.y = 14
        self._inks: list[_Ink] = []

    @property
    def inner(self) -> int:
        """Width between the margins."""
        return self.width - 2 * self.margin

    def gap(self, dots: int) -> None:
        self.y += dots

    def text(
        self,
        text: str,
        size: int,
        *,
        face: str = MEDIUM,
        align: str = "left",
        indent: int = 0,
        width: float | None = None,
        leading: float = _LEADING,
        most_lines: int | None = None,
    ) -> None:
        """Print lines of text, from ``indent`` dots right of the margin."""
        room = self.inner - indent if width is None else width
        if most_lines is not None:
            text = text[: most_lines * _MORE_THAN_A_LINE]
        breaking = balanced_lines if align == "centre" else broken_into_lines
        lines = breaking(text, face, size, room)
        if most_lines is not None:
            lines = elided(lines, most_lines, face, size, room)
        for line in lines:
            left = (room - text_width(line, face, size)) * _ALIGNED[align]
            self._line(line, round(self.margin + indent + left), face, size)
            self.y += round(size * leading)

    def _line(self, line: str, x: int, face: str, size: int) -> None:
        font, baseline = _font(face, size), self.y + size

        def ink(_: Image.Image, draw: ImageDraw.ImageDraw) -> None:
            # From the ascender instead, the tones of Ễ, Ỗ and Ữ are cut off.
            draw.text((x, baseline), line, font=font, fill=_BLACK, anchor="ls")

        self._inks.append(ink)

    def rule(self, thickness: int = 2, *, dash: int = 0) -> None:
        """Draw a line from margin to margin, in dashes when ``dash`` dots are given."""
        top, step = self.y, 2 * dash if dash else self.inner
        for x in range(self.margin, self.width - self.margin, step):
            end = min(x + (dash or self.inner), self.width - self.margin) - 1
            self._rectangle((x, top, end, top + thickness - 1), fill=_BLACK)
        self.y += thickness

    def ruler(self, size: int) -> None:
        """Draw a mark a millimetre over the whole width of the head, with every tenth numbered."""
        bottom = self.y + size + 4 + _LONGEST_MARK
        for millimetre in range((self.width - 1) // DOTS_PER_MM + 1):
            x = millimetre * DOTS_PER_MM
            tenth, fifth = millimetre % 10 == 0, millimetre % 5 == 0
            length = _LONGEST_MARK if tenth else _LONGEST_MARK * 2 // 3 if fifth else 10
            self._rectangle((x, bottom - length, x + 1, bottom), fill=_BLACK)
            if tenth:
                text = str(millimetre)
                left = min(x, self.width - round(text_width(text, MEDIUM, size)) - 1)
                self._line(text, left, MEDIUM, size)
        self.y = bottom + 8

    def full_line(self, thickness: int) -> None:
        """Draw a line over the whole width of the head: every dot of it burns."""
        self._rectangle((0, self.y, self.width - 1, self.y + thickness - 1), fill=_BLACK)
        self.y += thickness

    def tick_box(self, side: int, drop: int) -> None:
        """Draw an empty square at the margin beside the text that follows."""
        top = self.y + drop
        box = (self.margin, top, self.margin + side, top + side)
        self._rectangle(box, outline=_BLACK, width=2)

    def frame_since(self, top: int) -> None:
        """Draw a round-cornered frame from ``top`` down to here."""
        box = (self.margin, top, self.width - self.margin - 1, self.y)

        def ink(_: Image.Image, draw: ImageDraw.ImageDraw) -> None:
            draw.rounded_rectangle(box, radius=14, outline=_BLACK, width=4)

        self._inks.append(ink)

    def _rectangle(
        self,
        box: tuple[int, int, int, int],
        *,
        fill: int | None = None,
        outline: int | None = None,
        width: int = 1,
    ) -> None:
        def ink(_: Image.Image, draw: ImageDraw.ImageDraw) -> None:
            draw.rectangle(box, fill=fill, outline=outline, width=width)

        self._inks.append(ink)

    def picture(self, picture: Image.Image, x: int) -> None:
        """Paste a picture here without moving on; ``x`` counts from the edge of the paper."""
        top = self.y
        self._inks.append(lambda paper, _: paper.paste(picture, (x, top)))

    def finished(self) -> Image.Image:
        """Give the paper as a picture of pure black and white, one pixel a dot."""
        self.gap(10)
        paper = Image.new("L", (self.width, self.y), _WHITE)
        draw = ImageDraw.Draw(paper)
        for ink in self._inks:
            ink(paper, draw)
        cut = paper.point([_BLACK if grey <= _DARKEST_PAPER else _WHITE for grey in range(256)])
        return cut.convert("1", dither=Image.Dither.NONE)


@lru_cache(maxsize=4)
def black_and_white(png: bytes, height: int, width: int) -> Image.Image:
    """Give a picture in this height, or less where it were too wide: its darker half is ink.

    A picture that is mostly dark would be a black block, which says nothing and heats the head: of
    it the edges are drawn, where it is darker than what lies around.
    """
    with Image.open(BytesIO(png)) as opened:
        grey = ImageOps.autocontrast(opened.convert("L"))
    grey.thumbnail((width, height), Image.Resampling.LANCZOS)
    middle = (_BLACK + _WHITE) // 2
    halves = grey.point([_BLACK if shade <= middle else _WHITE for shade in range(256)])
    if halves.histogram()[_BLACK] <= _MOST_INK * halves.width * halves.height:
        return halves
    grey = ImageOps.equalize(grey)
    around = grey.filter(ImageFilter.BoxBlur(_EDGE_DOTS))
    darker = ImageChops.subtract(around, grey)
    return darker.point([_BLACK if by > _EDGE_SHADES else _WHITE for by in range(256)])


def qr_picture(text: str, dots: int, error_correction: str) -> Image.Image:
    """Give a QR code with its quiet zone, one module ``dots`` dots wide."""
    matrix = qr_matrix(text, error_correction)
    size = len(matrix)
    modules = Image.frombytes(
        "L", (size, size), bytes(_BLACK if dark else _WHITE for row in matrix for dark in row)
    )
    whole = size + 2 * QUIET_ZONE
    picture = Image.new("L", (whole, whole), _WHITE)
    picture.paste(modules, (QUIET_ZONE, QUIET_ZONE))
    return picture.resize((whole * dots, whole * dots), Image.Resampling.NEAREST)
