"""The measures of form 01 on its sheets: sizes in points, lengths in points from millimetres."""

from dataclasses import dataclass

from reportlab.lib.units import mm

from devices.papers.pdf_page import A4, A4_LANDSCAPE, A5
from station.forms.appointment_slip import SlipCopy


@dataclass(frozen=True, slots=True, kw_only=True)
class FormStyle:
    """How large everything is in one text area of ``width`` × ``height``."""

    width: float
    height: float
    letterhead: float
    title: float
    remark: float
    """The copy's name and the marks below the title."""
    appointment: float
    box_text: float
    codes: float
    qr: float
    body_steps: tuple[float, ...]
    """Tried from the largest: the first that needs the fewest pages is taken."""
    smallest_on_several_pages: float
    table_smaller: float
    table_floor: float
    table_head: float
    signature_gap: float
    note: float
    note_phone: float
    foot: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet of paper and where its copies of the form stand on it (left edge, which copy)."""

    size: tuple[float, float]
    top: float
    copies: tuple[tuple[float, SlipCopy], ...]
    style: FormStyle
    cut_at: float | None = None
    """Where a dashed line parts the sheet, from the left."""


_A5_STYLE = FormStyle(
    width=126 * mm,
    height=198.3 * mm,
    letterhead=9.3,
    title=12.8,
    remark=9.5,
    appointment=18,
    box_text=9.6,
    codes=12.5,
    qr=21.5 * mm,
    body_steps=(11, 10.5, 10, 9.7, 9.4, 9.2),
    smallest_on_several_pages=10,
    table_smaller=0.6,
    table_floor=8.8,
    table_head=8.3,
    signature_gap=10.5 * mm,
    note=8.4,
    note_phone=10.2,
    foot=7.8,
)
_A4_STYLE = FormStyle(
    width=165 * mm,
    height=264 * mm,
    letterhead=12,
    title=15,
    remark=12,
    appointment=22,
    box_text=12,
    codes=15,
    qr=27 * mm,
    body_steps=(13, 12.5, 12, 11.5, 11),
    smallest_on_several_pages=12,
    table_smaller=1,
    table_floor=10.5,
    table_head=10.5,
    signature_gap=17 * mm,
    note=10.5,
    note_phone=13,
    foot=9,
)

A5_SHEET = Sheet(size=A5, top=203.3 * mm, copies=((12 * mm, SlipCopy.CUSTOMER),), style=_A5_STYLE)
A4_SHEET = Sheet(size=A4, top=279 * mm, copies=((30 * mm, SlipCopy.CUSTOMER),), style=_A4_STYLE)
TWO_UP_SHEET = Sheet(
    size=A4_LANDSCAPE,
    top=203.3 * mm,
    copies=((11.5 * mm, SlipCopy.OFFICE), (160 * mm, SlipCopy.CUSTOMER)),
    style=_A5_STYLE,
    cut_at=148.5 * mm,
)
"""Both copies on one sheet; cut at the line, each half is an A5 form. Print at 100 %."""
