"""Text in the papers' fonts: measured, broken into lines and drawn on a PDF page.

Positions are in points from the lower left corner of the page, as PDF counts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from devices.papers.line_breaks import NO_BREAK, glue, pieces, smaller_pieces
from devices.papers.pdf_fonts import (
    BOLD,
    BOLD_ITALIC,
    ITALIC,
    REGULAR,
    SANS_BOLD,
    SANS_REGULAR,
    register_fonts,
)
from devices.papers.pdf_operators import document_of, emit
from devices.papers.pdf_structure import TEXT, structure_of

_BASELINE = 0.76
"""Where the baseline lies in a line, as a part of its leading, from the top."""
_SYLLABLES_TO_SPARE = 3
"""A line of fewer gives none away."""
_INDENT_OF_ALIGNMENT = {"left": 0.0, "centre": 0.5, "right": 1.0}


_WORDS_KEPT, _TEXTS_KEPT = 1_000, 200
"""Enough for what stands on every form; names and addresses of citizens soon make room again."""


@lru_cache(maxsize=_WORDS_KEPT)
def _thousandths(text: str, face: str) -> float:
    register_fonts()
    width: float = pdfmetrics.stringWidth(text, face, 1000)
    return width


def text_width(text: str, face: str, size: float) -> float:
    """Give the width in points. Widths are remembered per word, for every size at once."""
    return _thousandths(text, face) * size / 1000


class Faces(NamedTuple):
    """The faces of one family. ``leading`` is the distance of its lines, by the size of the text:
    that the tones of capitals stay clear of the line above."""

    regular: str
    bold: str
    italic: str
    bold_italic: str
    leading: float

    def of(self, *, bold: bool, italic: bool) -> str:
        """Give the face of a stretch of text."""
        if italic:
            return self.bold_italic if bold else self.italic
        return self.bold if bold else self.regular


SERIF = Faces(REGULAR, BOLD, ITALIC, BOLD_ITALIC, 1.19)
"""Of official papers: metric-compatible with Times New Roman."""
SANS = Faces(SANS_REGULAR, SANS_BOLD, SANS_REGULAR, SANS_BOLD, 1.27)
"""Of papers that are no official ones, stickers and sheets of the counter."""


class Run(NamedTuple):
    """A stretch of text in one face; ``size`` 0 is the paragraph's own."""

    text: str
    face: str = REGULAR
    size: float = 0


class _Segment(NamedTuple):
    x: float
    text: str
    face: str
    size: float


class _Piece(NamedTuple):
    """A word, or its part in one face; ``ems`` is its width at size 1."""

    text: str
    face: str
    size: float
    ems: float


_Word = tuple[_Piece, ...]


def _shown(canvas: Canvas, segment: _Segment) -> Iterator[str]:
    """Write the operators that show a text, as ``drawString`` does in four times the time."""
    font: Any = pdfmetrics.getFont(segment.face)
    for name, literal in font.shown(segment.text, document_of(canvas)):
        yield f"{name} {segment.size:.2f} Tf {literal} Tj"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of text with a fixed leading; ``before`` and ``after`` are extra space in points.

    ``role``: what it is to a reader's voice, see ``pdf_structure``.
    """

    lines: tuple[tuple[_Segment, ...], ...]
    widths: tuple[float, ...]
    width: float
    leading: float
    align: str = "left"
    before: float = 0
    after: float = 0
    role: str = TEXT

    @property
    def height(self) -> float:
        return self.before + self.after + self.leading * len(self.lines)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw with the top left corner at (x, top)."""
        baseline = top - self.before - self.leading * _BASELINE
        opening, closing = structure_of(canvas).marks(self.role)
        drawn = [opening, "BT"]
        for line, width in zip(self.lines, self.widths, strict=True):
            start = x + (self.width - width) * _INDENT_OF_ALIGNMENT[self.align]
            for segment in line:
                drawn.append(f"1 0 0 1 {start + segment.x:.2f} {baseline:.2f} Tm")
                drawn += _shown(canvas, segment)
            baseline -= self.leading
        emit(canvas, *drawn, "ET", closing)

    def split(self, room: float) -> "tuple[Paragraph | None, Paragraph]":
        """Part into the lines that fit into a height, and the rest; None when none fits."""
        fitting = min(int((room - self.before) / self.leading), len(self.lines) - 1)
        if fitting < 1:
            return None, self
        head = replace(self, lines=self.lines[:fitting], widths=self.widths[:fitting], after=0)
        rest = replace(self, lines=self.lines[fitting:], widths=self.widths[fitting:], before=0)
        return head, rest


def paragraph(
    runs: str | Sequence[Run],
    width: float,
    size: float,
    *,
    face: str = REGULAR,
    leading: float = 1.19,
    align: str = "left",
    hang: float = 0,
    before: float = 0,
    after: float = 0,
    role: str = TEXT,
) -> Paragraph:
    """Break text into lines.

    Args:
        runs: a text in ``face``, or runs in faces of their own. Spaces between words are single;
            wider gaps are no-break spaces. A line break in a text is kept.
        leading: distance of the lines as a multiple of ``size``.
        align: ``left``, ``centre`` or ``right``.
        hang: indent of all lines but the first, in points.
        role: what it is to a reader's voice, see ``pdf_structure``.
    """
    parts = (Run(runs, face),) if isinstance(runs, str) else tuple(runs)
    return _laid_out(parts, width, size, leading, align, hang, before, after, role)


@lru_cache(maxsize=_TEXTS_KEPT)
def _laid_out(
    parts: tuple[Run, ...],
    width: float,
    size: float,
    leading: float,
    align: str,
    hang: float,
    before: float,
    after: float,
    role: str,
) -> Paragraph:
    """Break text into lines; labels, heads and the names of papers are the same on every form."""
    if len(parts) == 1 and (whole := _line_that_fits(parts[0], width, size)):
        needed = text_width(*whole[1:])
        return Paragraph(((whole,),), (needed,), width, size * leading, align, before, after, role)
    breaker = _LineBreaker(width, hang, size)
    for number, line in enumerate(_measured_lines(parts)):
        if number:
            breaker.end_line()
        for word in line:
            breaker.add(word)
    lines, widths = breaker.finished()
    return Paragraph(lines, widths, width, size * leading, align, before, after, role)


def _line_that_fits(run: Run, width: float, size: float) -> _Segment | None:
    """Give the one line that most texts are, without weighing each of their words."""
    text = _spaced(run.text)
    size = run.size or size
    if not text or "\n" in text or text_width(text, run.face, size) > width:
        return None
    return _Segment(0.0, text, run.face, size)


@lru_cache(maxsize=_TEXTS_KEPT)
def _spaced(text: str) -> str:
    return " ".join(filter(None, glue(text).split(" ")))


@lru_cache(maxsize=_TEXTS_KEPT)
def _measured_lines(runs: tuple[Run, ...]) -> tuple[tuple[_Word, ...], ...]:
    """Part runs at line breaks and spaces, once for all the sizes that are tried."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *later = glue(run.text).split("\n")
        lines[-1].append(run._replace(text=first))
        lines += [[run._replace(text=text)] for text in later]
    return tuple(tuple(_words(line)) for line in lines)


def _words(runs: Sequence[Run]) -> Iterator[_Word]:
    """Part runs at spaces; a word may stretch over runs that have no space between them."""
    word: list[_Piece] = []
    for run in runs:
        for number, text in enumerate(run.text.split(" ")):
            if number and word:
                yield tuple(word)
                word = []
            if text:
                word.append(_Piece(text, run.face, run.size, _thousandths(text, run.face) / 1000))
    if word:
        yield tuple(word)


class _LineBreaker:
    """Fills lines with words; a word wider than a line breaks after ``- / . @ _``, or anywhere.

    The last line is no lone syllable, which would be half a word: it takes one more with it.
    """

    def __init__(self, width: float, hang: float, size: float) -> None:
        self._width, self._hang, self._size = width, hang, size
        self._lines: list[tuple[_Segment, ...]] = []
        self._widths: list[float] = []
        self._line: list[_Segment] = []
        self._x = 0.0
        self._words: list[_Word] = []
        """Of the line that is being filled."""
        self._words_above: list[_Word] = []
        """Of the line before, where that was full."""
        self._in_pieces = False
        """A part of a word stands in the line that is being filled."""

    def add(self, word: _Word) -> None:
        size = self._size
        needed = sum([piece.ems * (piece.size or size) for piece in word])
        gap = text_width(" ", word[0].face, word[0].size or size) if self._line else 0.0
        if self._line and self._x + gap + needed > self._width:
            words = [] if self._in_pieces else self._words
            self.end_line()
            self._words_above = words
            gap = 0.0
        if self._x + needed > self._width:
            self._in_pieces = True
            for piece in word:
                self._add_in_pieces(Run(piece.text, piece.face, piece.size or size))
            return
        self._words.append(word)
        for piece in word:
            own = piece.size or size
            self._place(piece.text, piece.face, own, piece.ems * own, gap)
            gap = 0.0

    def finished(self) -> tuple[tuple[tuple[_Segment, ...], ...], tuple[float, ...]]:
        if self._line:
            self._accompany()
            self._close_line()
        return tuple(self._lines), tuple(self._widths)

    def _accompany(self) -> None:
        """Take a syllable of the full line above down to one that would stand alone."""
        above, last = self._words_above, self._words
        if len(last) != 1 or self._in_pieces or not _is_syllable(last[0]):
            return
        if len(above) < _SYLLABLES_TO_SPARE or not self._fit(above[-1], last[0]):
            return
        self._lines.pop()
        self._widths.pop()
        self._start_line(indent=self._hang if self._lines else 0.0)
        for word in above[:-1]:
            self.add(word)
        self.end_line()
        for word in (above[-1], last[0]):
            self.add(word)

    def _fit(self, first: _Word, second: _Word) -> bool:
        size = self._size
        gap = text_width(" ", second[0].face, second[0].size or size)
        needed = sum([piece.ems * (piece.size or size) for piece in (*first, *second)])
        return self._hang + needed + gap <= self._width

    def _add_in_pieces(self, fragment: Run) -> None:
        text, face, size = fragment
        room = self._width - self._hang
        parts = [
            part
            for piece in pieces(text)
            for part in (
                [piece] if text_width(piece, face, size) <= room else smaller_pieces(piece)
            )
        ]
        for rest in parts:
            if self._line and self._x + text_width(rest, face, size) > self._width:
                self._close_line()
            while self._x + text_width(rest, face, size) > self._width and len(rest) > 1:
                fitting = self._letters_that_fit(rest, face, size)
                head = rest[:fitting]
                self._place(head, face, size, text_width(head, face, size), 0.0)
                self._close_line()
                rest = rest[fitting:]
            self._place(rest, face, size, text_width(rest, face, size), 0.0)

    def _letters_that_fit(self, text: str, face: str, size: float) -> int:
        count, used = 1, text_width(text[0], face, size)
        while count < len(text):
            used += text_width(text[count], face, size)
            if self._x + used > self._width:
                break
            count += 1
        return count

    def _place(self, text: str, face: str, size: float, width: float, gap: float) -> None:
        last = self._line[-1] if self._line else None
        if last and gap:
            last = last._replace(text=last.text + " ")
            self._line[-1] = last
        if last and last.face == face and last.size == size:
            # one string per face: a small file, whole words in it
            self._line[-1] = last._replace(text=last.text + text)
        else:
            self._line.append(_Segment(self._x + gap, text, face, size))
        self._x += gap + width

    def end_line(self) -> None:
        """Go on in the next line, with a space in between for whoever reads the text out."""
        if self._line:
            self._line[-1] = self._line[-1]._replace(text=self._line[-1].text + " ")
        self._close_line()

    def _close_line(self) -> None:
        self._lines.append(tuple(self._line))
        self._widths.append(self._x)
        self._start_line(indent=self._hang)

    def _start_line(self, *, indent: float) -> None:
        self._line = []
        self._x = indent
        self._words, self._words_above = [], []
        self._in_pieces = False


def _is_syllable(word: _Word) -> bool:
    """Tell one from a name or a number with its unit, which no-break spaces hold together."""
    return not any(NO_BREAK in piece.text for piece in word)


def elided(text: str, face: str, size: float, width: float) -> str:
    """Shorten a running head at a whole word, with an ellipsis; statutory text is never elided."""
    if text_width(text, face, size) <= width:
        return text
    words = text.split(" ")
    while len(words) > 1 and text_width(" ".join(words) + " …", face, size) > width:
        words.pop()
    return " ".join(words) + " …"
