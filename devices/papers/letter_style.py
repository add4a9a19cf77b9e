"""The measures of letter-like papers on their sheets: sizes in points, lengths from millimetres."""

from dataclasses import dataclass, replace

from reportlab.lib.units import mm

from devices.papers.pdf_page import A4, A4_LANDSCAPE, A5
from devices.papers.pdf_text import SANS, SERIF, Faces
from station.forms.letter import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterStyle:
    """How large everything is on one sheet."""

    page: tuple[float, float]
    left: float
    top: float
    width: float
    height: float
    letterhead: float
    left_share: float
    """The agency's part of the head; the state has the rest."""
    title: float
    above_title: float
    """Space between the head and the title, in points."""
    body_steps: tuple[float, ...]
    """Tried from the largest: the first that needs the fewest pages is taken."""
    smallest_on_several_pages: float
    table_smaller: float
    table_head_smaller: float
    """Heads of tables, below the text of the table."""
    signature_gap: float
    qr: float
    foot: float
    faces: Faces = SERIF
    title_align: str = "centre"


STYLES = {
    Sheet.A5: LetterStyle(
        page=A5,
        left=12 * mm,
        top=203.3 * mm,
        width=126 * mm,
        height=197 * mm,
        letterhead=9.3,
        left_share=0.46,
        title=13,
        above_title=1.5 * mm,
        body_steps=(13, 12.5, 12, 11.5, 11, 10.5, 10),
        smallest_on_several_pages=11,
        table_smaller=0.6,
        table_head_smaller=2.2,
        signature_gap=13 * mm,
        qr=24 * mm,
        foot=7.8,
    ),
    Sheet.A4: LetterStyle(
        page=A4,
        left=30 * mm,
        top=279 * mm,
        width=165 * mm,
        height=264 * mm,
        letterhead=12,
        left_share=0.44,
        title=14,
        above_title=5 * mm,
        body_steps=(14, 13.5, 13, 12.5, 12),
        smallest_on_several_pages=12.5,
        table_smaller=1,
        table_head_smaller=1.5,
        signature_gap=22 * mm,
        qr=27 * mm,
        foot=9,
    ),
    Sheet.A4_LANDSCAPE: LetterStyle(
        page=A4_LANDSCAPE,
        left=18 * mm,
        top=198 * mm,
        width=267 * mm,
        height=190 * mm,
        letterhead=11,
        left_share=0.42,
        title=14,
        above_title=2.5 * mm,
        body_steps=(11,),
        smallest_on_several_pages=11,
        table_smaller=1.5,
        table_head_smaller=0.4,
        signature_gap=17 * mm,
        qr=24 * mm,
        foot=9,
    ),
}


_TONE = 1.5
"""Points by which the tones of its capitals rise above the first line."""


def style_of(sheet: Sheet, *, official: bool) -> LetterStyle:
    """Give the measures on a sheet; what is no official paper is plainer, with a larger title."""
    style = STYLES[sheet]
    if official:
        return style
    return replace(
        style,
        top=style.top - _TONE,
        height=style.height - _TONE,
        faces=SANS,
        title=17,
        title_align="left",
        body_steps=(11.8, 11.4, 11, 10.6, 10.2, 9.8),
        smallest_on_several_pages=11,
        qr=style.qr + 2 * mm,
    )
