"""The thermal slip as a picture, dot for dot, for rolls of 80 and 58 mm."""

from dataclasses import dataclass

from PIL import Image

from devices.papers.line_breaks import unbroken
from devices.papers.thermal_roll import (
    BOLD,
    MEDIUM,
    Roll,
    black_and_white,
    fitting_size,
    qr_picture,
    text_width,
)
from station.forms.receipt import Receipt, ReceiptLine
from station.forms.wording import clock_and_date, in_capitals
from station.ports.papers import RollWidth

_QR_DOTS = 5
"""Dots per module: 3 are never read after a fold, 4 often not."""
_QR_CORRECTION = "Q"
_MOST_PAPERS = 8
_MOST = 4
"""Lines of any one text: whatever is typed, a roll is not used up."""
_MOST_THINGS, _MOST_SUMS = 10, 12
_NO_RECEIPT = "THANH TOÁN – KHÔNG PHẢI BIÊN LAI"
_FADES = "Giấy in nhiệt phai màu: hãy chụp ảnh lại, tránh nắng nóng."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sizes:
    """Heights of text in dots, and the dots across the head of the printer."""

    dots: int
    margin: int
    body: int
    small: int
    title: int
    heading: int
    day: int
    date: int
    logo: int
    code: int
    smallest_code: int
    lookup: int
    phone: int
    help_beside_qr: bool


_SIZES = {
    RollWidth.MM_80: _Sizes(
        dots=576,
        margin=10,
        body=26,
        small=24,
        title=30,
        heading=28,
        day=48,
        date=84,
        logo=96,
        code=44,
        smallest_code=30,
        lookup=44,
        phone=36,
        help_beside_qr=True,
    ),
    RollWidth.MM_58: _Sizes(
        dots=384,
        margin=6,
        body=22,
        small=22,
        title=24,
        heading=24,
        day=38,
        date=58,
        logo=72,
        code=34,
        smallest_code=24,
        lookup=30,
        phone=32,
        help_beside_qr=False,
    ),
}


def receipt_picture(receipt: Receipt, width: RollWidth) -> Image.Image:
    """Draw the thermal slip in pure black and white, one pixel a dot of the print head."""
    sizes = _SIZES[width]
    roll = Roll(sizes.dots, sizes.margin)
    _head(roll, sizes, receipt)
    _appointment(roll, sizes, receipt)
    _code_and_help(roll, sizes, receipt)
    _what_to_bring(roll, sizes, receipt)
    _whose_and_what(roll, sizes, receipt)
    _papers(roll, sizes, receipt.documents)
    _money(roll, sizes, receipt.money)
    if receipt.ruler:
        _trial(roll, sizes)
    _foot(roll, sizes, receipt)
    return roll.finished()


def _head(roll: Roll, sizes: _Sizes, receipt: Receipt) -> None:
    if receipt.logo:
        logo = black_and_white(receipt.logo, sizes.logo, roll.inner)
        roll.picture(logo, (roll.width - logo.width) // 2)
        roll.gap(logo.height + 6)
    roll.text(in_capitals(receipt.agency), sizes.small, face=BOLD, align="centre", most_lines=_MOST)
    roll.text(f"Bộ phận Một cửa – {receipt.counter}", sizes.small, align="centre")
    roll.gap(4)
    for line in receipt.title[:_MOST]:
        roll.text(line, sizes.title, face=BOLD, align="centre", leading=1.2, most_lines=_MOST)
    for mark in receipt.marks:
        roll.gap(4)
        roll.text(mark, sizes.small, face=BOLD, align="centre", most_lines=_MOST)


def _appointment(roll: Roll, sizes: _Sizes, receipt: Receipt) -> None:
    roll.gap(8)
    top = roll.y
    roll.gap(12)
    roll.text(receipt.heading, sizes.heading, face=BOLD, align="centre", most_lines=_MOST)
    roll.text(receipt.due_weekday, sizes.day, face=BOLD, align="centre", leading=1.15)
    roll.text(receipt.due_date, sizes.date, face=BOLD, align="centre", leading=1.1)
    roll.text(f"sau {receipt.due_time}", sizes.day, face=BOLD, align="centre", leading=1.2)
    roll.gap(2)
    room = roll.inner - 20
    roll.text(receipt.place, sizes.body, align="centre", indent=10, width=room, most_lines=_MOST)
    if receipt.english:
        roll.gap(4)
        when = receipt.english[0]
        roll.text(when, sizes.small, align="centre", indent=10, width=room, most_lines=_MOST)
    roll.gap(12)
    roll.frame_since(top)
    roll.gap(12)


def _code_and_help(roll: Roll, sizes: _Sizes, receipt: Receipt) -> None:
    roll.text("Mã hồ sơ", sizes.small, align="centre")
    code_sizes = range(sizes.code, sizes.smallest_code - 1, -2)
    size = fitting_size(receipt.dossier_code, BOLD, code_sizes, roll.inner)
    roll.text(receipt.dossier_code, size, face=BOLD, align="centre", leading=1.2)
    qr = qr_picture(receipt.qr_text, _QR_DOTS, _QR_CORRECTION)
    if sizes.help_beside_qr:
        _help_beside(roll, sizes, receipt, qr)
    else:
        _help_around(roll, sizes, receipt, qr)
    roll.gap(8)
    roll.rule()
    roll.gap(8)


def _help_beside(roll: Roll, sizes: _Sizes, receipt: Receipt, qr: Image.Image) -> None:
    """Put the QR on the left; its quiet zone reaches into the margin, which is white as well."""
    spare = 2 * _QR_DOTS
    roll.gap(4)
    top, indent = roll.y, qr.width - spare + 4
    roll.picture(qr, roll.margin - spare)
    roll.gap(26)
    roll.text("Mã tra cứu", sizes.small, indent=indent)
    roll.text(receipt.lookup_code, sizes.lookup, face=BOLD, indent=indent)
    roll.gap(8)
    roll.text("Hỏi:", sizes.small, indent=indent)
    roll.text(unbroken(receipt.phone), sizes.phone, face=BOLD, indent=indent, most_lines=_MOST)
    roll.text(receipt.website, sizes.small, indent=indent, most_lines=_MOST)
    roll.y = max(roll.y, top + qr.height - spare)


def _help_around(roll: Roll, sizes: _Sizes, receipt: Receipt, qr: Image.Image) -> None:
    roll.text(f"Mã tra cứu: {receipt.lookup_code}", sizes.lookup, face=BOLD, align="centre")
    roll.y -= _QR_DOTS
    roll.picture(qr, (roll.width - qr.width) // 2)
    roll.gap(qr.height - _QR_DOTS)
    ask = f"Hỏi: {unbroken(receipt.phone)}"
    roll.text(ask, sizes.phone, face=BOLD, align="centre", most_lines=_MOST)
    roll.text(receipt.website, sizes.small, align="centre", most_lines=_MOST)


def _what_to_bring(roll: Roll, sizes: _Sizes, receipt: Receipt) -> None:
    roll.text(receipt.bring_heading, sizes.body + 2, face=BOLD, most_lines=_MOST)
    roll.gap(2)
    side = round(sizes.body * 0.8)
    for item in receipt.bring[:_MOST_THINGS]:
        roll.tick_box(side, drop=round(sizes.body * 0.24))
        roll.text(item, sizes.body, indent=side + 12, most_lines=_MOST)
        roll.gap(3)
    if receipt.english:
        roll.gap(3)
        roll.text(receipt.english[1], sizes.small, most_lines=2 * _MOST)
    roll.gap(6)
    roll.rule()
    roll.gap(8)


def _whose_and_what(roll: Roll, sizes: _Sizes, receipt: Receipt) -> None:
    roll.text(f"Chủ hồ sơ: {receipt.owner_name}", sizes.body, face=BOLD, most_lines=4)
    roll.gap(2)
    roll.text(f"Việc: {receipt.subject}", sizes.body, most_lines=4)
    roll.gap(2)


def _papers(roll: Roll, sizes: _Sizes, documents: tuple[ReceiptLine, ...]) -> None:
    roll.text(f"Đã nhận {len(documents)} loại giấy tờ:", sizes.body, face=BOLD)
    shown = len(documents) if len(documents) <= _MOST_PAPERS else _MOST_PAPERS - 1
    for number, document in enumerate(documents[:shown], 1):
        _line(roll, sizes, f"{number}. {document.text}", document.amount, most_lines=2)
    if shown < len(documents):
        rest = len(documents) - shown
        roll.text(f"… và {rest} loại khác, ghi đủ trong bản A5 và trong máy", sizes.small)


def _money(roll: Roll, sizes: _Sizes, money: tuple[ReceiptLine, ...]) -> None:
    if not money:
        return
    roll.gap(6)
    roll.text(_NO_RECEIPT, sizes.small, face=BOLD)
    for line in money[:_MOST_SUMS]:
        _line(roll, sizes, line.text, line.amount, most_lines=3)


def _line(roll: Roll, sizes: _Sizes, text: str, amount: str, *, most_lines: int) -> None:
    """Print a text with its amount at the right edge, below it when that leaves too little room."""
    amount_width = text_width(amount, MEDIUM, sizes.small) + 14
    if amount_width > roll.inner * 0.36:
        roll.text(text, sizes.small, most_lines=most_lines)
        roll.text(amount, sizes.small, align="right", most_lines=_MOST)
    else:
        top = roll.y
        roll.text(text, sizes.small, width=roll.inner - amount_width, most_lines=most_lines)
        below = roll.y
        roll.y = top
        roll.text(amount, sizes.small, align="right", most_lines=_MOST)
        roll.y = below
    roll.gap(2)


def _trial(roll: Roll, sizes: _Sizes) -> None:
    """Draw the width of the head in millimetres, and lines that a worn head leaves gaps in."""
    roll.gap(8)
    roll.text("Vạch chia 1 mm; đo bằng thước:", sizes.small)
    roll.ruler(sizes.small)
    roll.text("Vạch liền không đứt là đầu in tốt:", sizes.small)
    for thickness in (1, 2, 4):
        roll.gap(6)
        roll.full_line(thickness)
    roll.gap(8)


def _foot(roll: Roll, sizes: _Sizes, receipt: Receipt) -> None:
    roll.gap(6)
    roll.text(receipt.received, sizes.small, most_lines=_MOST)
    roll.gap(6)
    roll.rule(dash=6)
    roll.gap(6)
    roll.text(_FADES, sizes.small, align="centre")
    printed = f"In {clock_and_date(receipt.printed_at)} · bản {receipt.version}"
    roll.text(printed, sizes.small, align="centre")
