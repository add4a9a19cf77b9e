"""The statutory text of form 01 as blocks; its words are data (``form_sets.json``)."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from devices.papers.form_01_style import FormStyle
from devices.papers.letter_blocks import blocks_of, grid_table
from devices.papers.pdf_page import Block, Space
from devices.papers.pdf_table import Table, TableStyle, table
from station.forms.letter import Grid, Part

_APART = 0.28 * mm


@dataclass(frozen=True, slots=True)
class StatutoryText:
    """The text at one size, parted at its table; what stands just above that stays with it."""

    before: Sequence[Block]
    table_title: Block
    table: Table
    after: Sequence[Block]


def statutory_text(parts: Sequence[Part], style: FormStyle, size: float) -> StatutoryText:
    """Lay out the text; ``size`` in points."""
    smaller = TableStyle(max(style.table_floor, size - style.table_smaller), style.table_head)
    rows = table((), (), smaller)
    before: list[Block] = []
    after: list[Block] = []
    has_table = False
    for part in parts:
        if isinstance(part, Grid):
            rows, has_table = grid_table(part, style.width, smaller), True
        else:
            blocks = blocks_of(part, style.width, size, apart=_APART)
            (after if has_table else before).extend(blocks)
    title = before.pop() if has_table and before else Space(0)
    return StatutoryText(before, title, rows, after)
