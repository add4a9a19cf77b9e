"""The daily reception log as PDF: A4 landscape, a table over as many pages as the day needs."""

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from devices.papers.pdf_letterhead import letterhead
from devices.papers.pdf_page import A4_LANDSCAPE, Block, PdfDocument, Space, total_height
from devices.papers.pdf_signatures import Signatures
from devices.papers.pdf_table import Column, Row, Table, TableStyle, table
from devices.papers.pdf_text import BOLD, ITALIC, REGULAR, Run, elided, paragraph
from station.domain.journal import VIETNAM
from station.forms.daily_log import LEGEND, TITLE, DailyLog, LogRow
from station.forms.letter import Signer
from station.forms.wording import (
    clock_and_date,
    counter_name,
    in_capitals,
    one_line,
    short_date,
)
from station.words import figures

_LEFT = 18 * mm
_WIDTH = (297 - 18 - 12) * mm
_TOP = 198 * mm
_BOTTOM = 14 * mm
_RUNNING_HEAD = 7 * mm
_ROWS_WITH_SIGNATURES = 3
_SIGNATURE_GAP = 17 * mm
_STYLE = TableStyle(size=9.3, head_size=8.9, pad_across=0.8 * mm, pad_down=1.1 * mm)
_COLUMNS = (
    ("STT", 8, "centre"),
    ("Giờ", 12, "centre"),
    ("Mã", 13, "centre"),
    ("Họ tên chủ hồ sơ", 52, "left"),
    ("Thủ tục", 55, "left"),
    ("Nơi giải quyết", 28, "left"),
    ("Hẹn trả", 22, "centre"),
    ("Phí (đ)", 18, "right"),
    ("Giấy tờ", 14, "centre"),
    ("Trang", 11, "centre"),
    ("Gửi", 16, "centre"),
    ("Ghi chú", 12, "left"),
)
"""Head, relative width, alignment."""
_WHOLE_CODE_SHARE = 38
"""Relative width of the code's column when the codes differ in more than the number."""


def log_pdf(log: DailyLog) -> bytes:
    """Give the log as PDF."""
    document = PdfDocument(
        A4_LANDSCAPE,
        title=f"{TITLE.capitalize()} {short_date(log.on)}",
        subject=f"{short_date(log.on)} – {log.scope}",
        author=one_line(log.office.agency),
        printed_at=log.printed_at,
    )
    subtitle = f"Ngày {short_date(log.on)} – Phạm vi: {log.scope}"
    opening: tuple[Block, ...] = (
        letterhead(log.office, log.on, _WIDTH, 11, left_share=0.42),
        paragraph(TITLE, _WIDTH, 14, face=BOLD, align="centre", before=2 * mm),
        paragraph(subtitle, _WIDTH, 11, face=ITALIC, align="centre", after=2 * mm),
    )
    ending = _ending(log)
    rows = _table(log)
    pages = _paginate(rows.rows, _rooms(rows, opening), total_height(ending))
    for number, page in enumerate(pages):
        y = _TOP
        if number == 0:
            y = _stack(document.canvas, opening, y)
        else:
            _draw_running_head(document.canvas, subtitle)
            y -= _RUNNING_HEAD
        y = _stack(document.canvas, (rows.head, *page), y)
        if number == len(pages) - 1:
            _stack(document.canvas, ending, y)
        _draw_foot(document.canvas, log, f"Trang {number + 1}/{len(pages)}")
        document.canvas.showPage()
    return document.finished()


def _table(log: DailyLog) -> Table:
    common = log.common_code
    shares = [
        _WHOLE_CODE_SHARE if head == "Mã" and log.rows and common is None else share
        for head, share, _ in _COLUMNS
    ]
    scale = _WIDTH / sum(shares)
    columns = [
        Column(head, share * scale, align)
        for (head, _, align), share in zip(_COLUMNS, shares, strict=True)
    ]
    return table(columns, [_texts(row, common or "") for row in log.rows], _STYLE)


def _texts(row: LogRow, common: str) -> tuple[str, ...]:
    return (
        str(row.number),
        f"{row.received_at.astimezone(VIETNAM):%H:%M}",
        row.dossier_code.removeprefix(common),
        row.owner_name,
        row.procedure_name,
        row.handling_agency,
        f"{row.due_at.astimezone(VIETNAM):%d/%m %H:%M}" if row.due_at else "–",
        figures(row.fees_vnd) if row.fees_vnd else "–",
        f"{row.documents_handed_in}/{row.documents_wanted}",
        str(row.pages),
        row.sent,
        row.note,
    )


def _ending(log: DailyLog) -> tuple[Block, ...]:
    legend = LEGEND
    if log.common_code:
        legend = f"Mã đầy đủ = {log.common_code}(mã). {legend}"
    return (
        Space(1.5 * mm),
        paragraph(
            [
                Run("Cộng: ", BOLD),
                Run(f"{log.totals}; phí, lệ phí "),
                Run(f"{log.fees}.", BOLD),
            ],
            _WIDTH,
            11,
        ),
        paragraph(legend, _WIDTH, 9.5, face=ITALIC),
        Signatures(
            (
                Signer("NGƯỜI LẬP", in_capitals(log.officer_name)),
                Signer("THỦ QUỸ"),
                Signer("TRƯỞNG BỘ PHẬN"),
            ),
            _WIDTH,
            11,
            _SIGNATURE_GAP,
        ),
    )


def _rooms(rows: Table, opening: tuple[Block, ...]) -> tuple[float, float]:
    """Give the height left for rows on the first page, and on each later one."""
    whole = _TOP - _BOTTOM - rows.head.height
    return whole - total_height(opening), whole - _RUNNING_HEAD


def _paginate(
    rows: tuple[Row, ...], rooms: tuple[float, float], ending: float
) -> list[tuple[Row, ...]]:
    """Part the rows into pages; the signatures stand with the last rows, never alone."""
    pages: list[tuple[Row, ...]] = []
    page: list[Row] = []
    room = rooms[0]
    for row in rows:
        if row.height > room and page:
            pages.append(tuple(page))
            page, room = [], rooms[1]
        page.append(row)
        room -= row.height
    if ending > room and page:
        kept = max(len(page) - _ROWS_WITH_SIGNATURES, 1)
        pages.append(tuple(page[:kept]))
        page = page[kept:]
    return [*pages, tuple(page)]


def _stack(canvas: Canvas, blocks: tuple[Block, ...], top: float) -> float:
    for block in blocks:
        block.draw(canvas, _LEFT, top)
        top -= block.height
    return top


def _draw_running_head(canvas: Canvas, subtitle: str) -> None:
    canvas.setFont(BOLD, 11)
    canvas.drawString(_LEFT, _TOP - 11, f"{TITLE} (tiếp theo)")
    canvas.setFont(ITALIC, 10.5)
    text = elided(subtitle, ITALIC, 10.5, _WIDTH * 0.55)
    canvas.drawRightString(_LEFT + _WIDTH, _TOP - 11, text)


def _draw_foot(canvas: Canvas, log: DailyLog, page: str) -> None:
    canvas.setFont(REGULAR, 9)
    printed = f"In {clock_and_date(log.printed_at)}"
    who = " – ".join((printed, log.officer_name, counter_name(log.office.counter)))
    canvas.drawString(_LEFT, 8 * mm, who)
    canvas.drawRightString(_LEFT + _WIDTH, 8 * mm, page)
