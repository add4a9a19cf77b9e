"""The daily reception log as a spreadsheet: real dates and numbers, ready to print on A4."""

from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from devices.papers.log_columns import COLUMNS, looks_like_formula
from devices.papers.pdf_page import PROGRAM
from station.domain.journal import VIETNAM
from station.forms.daily_log import ADJUSTMENTS, LEGEND, TITLE, DailyLog
from station.forms.wording import clock_and_date, one_line, short_date

_Book = Any  # XlsxWriter publishes no types
_Sheet = Any
_HEAD_ROW = 3
_PAPER_A4 = 9
_FONT = {"font_name": "Times New Roman", "font_size": 11}


def log_xlsx(log: DailyLog) -> bytes:
    """Give the log as XLSX. The same log gives the same bytes."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    written_at = log.printed_at.astimezone(VIETNAM).replace(tzinfo=None)
    book.set_properties(
        {
            "title": f"{TITLE.capitalize()} {short_date(log.on)}",
            "author": one_line(log.office.agency),
            "comments": PROGRAM,
            "created": written_at,
        }
    )
    sheet = book.add_worksheet("Nhật ký")
    _write_head(book, sheet, log)
    _write_rows(book, sheet, log)
    _write_totals(book, sheet, log)
    _set_up_printing(sheet, log)
    book.close()
    return buffer.getvalue()


def _write_head(book: _Book, sheet: _Sheet, log: DailyLog) -> None:
    big = book.add_format({**_FONT, "bold": True, "font_size": 14})
    plain = book.add_format(_FONT)
    head = book.add_format(
        {
            **_FONT,
            "bold": True,
            "border": 1,
            "bg_color": "#EDEDED",
            "align": "center",
            "valign": "vcenter",
            "text_wrap": True,
        }
    )
    sheet.write_string(0, 0, TITLE, big)
    where = f"{one_line(log.office.agency)} – {log.scope} – ngày {short_date(log.on)}"
    sheet.write_string(1, 0, where, plain)
    for number, column in enumerate(COLUMNS):
        sheet.set_column(number, number, column.width)
        sheet.write_string(_HEAD_ROW, number, column.head, head)
    sheet.freeze_panes(_HEAD_ROW + 1, 4)
    last = _HEAD_ROW + max(len(log.rows), 1)
    sheet.autofilter(_HEAD_ROW, 0, last, len(COLUMNS) - 1)


def _write_rows(book: _Book, sheet: _Sheet, log: DailyLog) -> None:
    cell = {**_FONT, "border": 1, "valign": "top"}
    text = book.add_format({**cell, "text_wrap": True})
    quoted = book.add_format({**cell, "text_wrap": True, "quote_prefix": True})
    number = book.add_format({**cell, "num_format": "#,##0"})
    time = book.add_format({**cell, "num_format": "dd/mm/yyyy hh:mm", "align": "center"})
    for row_number, row in enumerate(log.rows, _HEAD_ROW + 1):
        for column_number, column in enumerate(COLUMNS):
            value = column.value(row)
            if isinstance(value, datetime):
                sheet.write_datetime(row_number, column_number, value, time)
            elif isinstance(value, int):
                sheet.write_number(row_number, column_number, value, number)
            else:
                style = quoted if looks_like_formula(value) else text
                sheet.write_string(row_number, column_number, value, style)


def _write_totals(book: _Book, sheet: _Sheet, log: DailyLog) -> None:
    bold = book.add_format({**_FONT, "bold": True})
    plain = book.add_format({**_FONT, "italic": True})
    row = _HEAD_ROW + len(log.rows) + 2
    sheet.write_string(row, 0, f"Cộng: {log.totals}; phí, lệ phí {log.fees}.", bold)
    for below, text in enumerate((LEGEND, *_locked(log)), row + 1):
        sheet.write_string(below, 0, text, plain)


def _locked(log: DailyLog) -> list[str]:
    """Say what locks the page, and which earlier pages were adjusted on its day."""
    said = []
    if (signed := log.signature) is not None:
        when = clock_and_date(signed.signed_at)
        said.append(f"Số {signed.page}: {one_line(signed.officer_name)} đã ký và khoá lúc {when}")
        said += [f"Chưa gửi xong khi ký: quầy {c}: {n} hồ sơ" for c, n in log.unsent]
    if log.adjustments:
        said.append(f"{ADJUSTMENTS}:")
    return said + [
        one_line(" · ".join(filter(None, (clock_and_date(a.at), a.page, a.dossier_code, a.text))))
        for a in log.adjustments
    ]


def _set_up_printing(sheet: _Sheet, log: DailyLog) -> None:
    sheet.set_landscape()
    sheet.set_paper(_PAPER_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD_ROW)
    sheet.set_margins(left=0.7, right=0.5, top=0.6, bottom=0.6)
    sheet.set_footer(f"&L{log.scope}, {short_date(log.on)}&RTrang &P/&N")
    sheet.print_area(0, 0, _HEAD_ROW + len(log.rows) + 3 + len(_locked(log)), len(COLUMNS) - 1)
