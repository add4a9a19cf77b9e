"""Parts a form into pages: no row is cut, no signature stands alone, nothing is lost."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from reportlab.lib.units import mm

from devices.papers.pdf_page import Block, Space, total_height
from devices.papers.pdf_signatures import Signatures
from devices.papers.pdf_table import Row, Table

ROWS_WITH_SIGNATURES = 2
"""So many rows of the list, at least, stand on the page that is signed."""
CONTINUED_LINE = 13
"""Points for "Xem tiếp trang n/m" under a cut table."""
_WIDEST_SEAM = 2 * mm
_MOST_INK = 7 * mm


@dataclass(frozen=True, slots=True)
class FormContent:
    """A form at one size of its text, before it is parted; its table may have no rows."""

    opening: Sequence[Block]
    table_title: Block
    table: Table
    closing: Sequence[Block]
    signatures: Signatures
    note: Block
    running_head: Sequence[Block]
    """What stands above the table on page 2 and later."""


@dataclass(frozen=True, slots=True)
class FormPage:
    """Blocks from the top down; the note, on the last page only, stands at the foot."""

    blocks: tuple[Block, ...]
    note: Block | None = None

    def spread(self, height: float) -> "FormPage":
        """Share leftover height out to the seams and to the room for the ink."""
        used = total_height(self.blocks) + (self.note.height if self.note else 0)
        left = max(height - used, 0.0)
        seam = min(left * 0.09, _WIDEST_SEAM)
        ink = min(left * 0.4, _MOST_INK)
        return replace(self, blocks=tuple(_wider(block, seam, ink) for block in self.blocks))


def _wider(block: Block, seam: float, ink: float) -> Block:
    if isinstance(block, Space):
        return Space(block.height + seam)
    if isinstance(block, Signatures):
        return replace(block, gap=block.gap + ink)
    return block


@dataclass(slots=True)
class _Pages:
    """Pages being filled, the last one from the top down."""

    height: float
    running_head: Sequence[Block]
    done: list[FormPage] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    room: float = field(init=False)

    def __post_init__(self) -> None:
        self.room = self.height - total_height(self.blocks)

    @property
    def is_fresh(self) -> bool:
        return len(self.blocks) <= (len(self.running_head) if self.done else 0)

    def put(self, *blocks: Block) -> None:
        self.blocks += blocks
        self.room -= total_height(blocks)

    def turn(self) -> None:
        self.done.append(FormPage(tuple(self.blocks)))
        self.blocks = list(self.running_head)
        self.room = self.height - total_height(self.blocks)

    def flow(self, block: Block) -> None:
        """Put a block here or on the next page; one that is higher than a page is parted."""
        rest = block
        while rest.height > self.room:
            head, tail = rest.split(self.room)
            if head is not None:
                self.put(head)
                rest = tail
            elif self.is_fresh:
                break
            self.turn()
        self.put(rest)


def paginate(content: FormContent, height: float) -> tuple[FormPage, ...]:
    """Part the form into pages of a height in points."""
    pages = _Pages(height, content.running_head)
    for block in content.opening:
        pages.flow(block)
    ending = total_height((*content.closing, content.signatures, content.note))
    _put_rows(pages, content, ending)
    *closing, last = content.closing or (Space(0),)
    for block in closing:
        pages.flow(block)
    signed = content.signatures.height + content.note.height
    if last.height + signed > pages.room and not pages.is_fresh:  # no page bears signatures alone
        pages.turn()
    if last.height + signed > pages.room:
        pages.flow(last)
        if signed > pages.room:
            pages.turn()
    else:
        pages.put(last)
    pages.put(content.signatures)
    return (*pages.done, FormPage(tuple(pages.blocks), content.note))


def _put_rows(pages: _Pages, content: FormContent, ending: float) -> None:
    rows = list(content.table.rows)
    heads: tuple[Block, ...] = (content.table_title, content.table.head)
    height = total_height(rows)
    while rows:
        room = pages.room - total_height(heads)
        if height + ending <= room:
            pages.put(*heads, *rows)
            return
        fitting = _count_fitting(rows, room - CONTINUED_LINE)
        kept = min(fitting, len(rows) - ROWS_WITH_SIGNATURES)  # some rows go with the signatures
        if kept >= 1 or fitting == len(rows) or not pages.is_fresh:
            fitting = kept
        if fitting < 1 and not pages.is_fresh:
            pages.turn()
            continue
        if fitting < 1 and height <= room:
            pages.put(*heads, *rows)
            return
        pages.put(*heads)
        if fitting < 1:
            head, rest = rows[0].split(room - CONTINUED_LINE)
            pages.put(head or rest)
            height += (rest.height if head else 0) - rows[0].height
            rows[:1] = [rest] if head else []
        else:
            pages.put(*rows[:fitting])
            height -= total_height(rows[:fitting])
            del rows[:fitting]
        heads = (content.table.head,)
        pages.turn()


def _count_fitting(rows: Sequence[Row], room: float) -> int:
    for count, row in enumerate(rows):
        room -= row.height
        if room < 0:
            return count
    return len(rows)


def plan(
    content_at: Callable[[float], FormContent],
    height: float,
    sizes: Sequence[float],
    smallest_on_several_pages: float,
) -> tuple[float, tuple[FormPage, ...]]:
    """Find the fewest pages, then the largest text that needs no more than those.

    Args:
        sizes: of the text in points, the largest first.
        smallest_on_several_pages: smaller text is worth it only for a single page.

    Returns:
        The size of the text, and its pages.
    """

    @cache
    def at(size: float) -> tuple[FormPage, ...]:
        return paginate(content_at(size), height)

    fitting, too_large = len(sizes), 0  # what is smaller than a fitting size fits as well
    while too_large < fitting:
        middle = (too_large + fitting) // 2
        if len(at(sizes[middle])) == 1:
            fitting = middle
        else:
            too_large = middle + 1
    if fitting < len(sizes):
        return sizes[fitting], at(sizes[fitting])
    readable = [size for size in sizes if size >= smallest_on_several_pages]
    best = min(readable, key=lambda size: (len(at(size)), -size))
    return best, at(best)
