"""The daily log as PDF to sign, as spreadsheet and as CSV."""

import csv
from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO, StringIO
from typing import Any

import openpyxl
import pikepdf
import pytest

from devices.papers.rendered_papers import RenderedPapers
from station.domain.journal import VIETNAM
from station.domain.log_page import Adjustment, Unsent
from station.forms.daily_log import DailyLog, LogSignature
from station.ports.papers import LogKind
from tests.paper_samples import RECEIVED_AT, Received, a_log
from tests.pdf_reading import pages_of

FORMULAS = ("=1+1", "+84912345678", "-2", "@SUM(A1)")


def the_day(count: int = 37) -> DailyLog:
    return a_log(
        *(
            Received(
                dossier_code=f"H42.06-261123-{number:04}",
                received_at=RECEIVED_AT + timedelta(minutes=number),
                owner_name="Công ty TNHH Xây dựng và Thương mại Đại Lộc Phát"
                if number % 5 == 0
                else "Nguyễn Thị Ánh Tuyết",
            )
            for number in range(1, count + 1)
        )
    )


def file_of(log: DailyLog, kind: LogKind) -> bytes:
    return RenderedPapers().log_file(log, kind)


def sheet_of(log: DailyLog) -> Any:
    return openpyxl.load_workbook(BytesIO(file_of(log, LogKind.XLSX))).active


def lines_of(log: DailyLog) -> list[list[str]]:
    return list(csv.reader(StringIO(file_of(log, LogKind.CSV).decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("kind", list(LogKind))
def test_the_same_day_gives_the_same_bytes(kind: LogKind) -> None:
    assert file_of(the_day(), kind) == file_of(the_day(), kind)


# -- PDF ------------------------------------------------------------------------------------


def test_every_dossier_stands_on_the_paper_once_and_the_head_on_every_page() -> None:
    pages = pages_of(file_of(the_day(), LogKind.PDF))

    assert len(pages) == 2
    whole = " ".join(pages)
    for number in range(1, 38):
        assert whole.count(f" {number:04} ") == 1
    for number, page in enumerate(pages, 1):
        assert "Họ tên chủ hồ sơ" in page
        assert f"Trang {number}/2" in page
    assert "NHẬT KÝ TIẾP NHẬN HỒ SƠ TRONG NGÀY (tiếp theo)" in pages[1]


def test_the_last_page_has_totals_legend_and_three_signatures() -> None:
    last = pages_of(file_of(the_day(), LogKind.PDF))[-1]

    for part in (
        "Cộng: tiếp nhận 37 hồ sơ",
        "296.000 đồng",
        "Mã đầy đủ = H42.06-261123-(mã).",
        "NGƯỜI LẬP",
        "THỦ QUỸ",
        "TRƯỞNG BỘ PHẬN",
    ):
        assert part in last


def test_a_signed_page_says_who_when_under_which_number_and_what_was_adjusted() -> None:
    adjustment = Adjustment(
        sequence=7,
        at=RECEIVED_AT,
        page="NK-2026-0187",
        page_on=RECEIVED_AT.date() - timedelta(days=3),
        dossier_code="H42.06-261120-0311",
        text="phí 15.000 → 20.000",
        officer_name="Trần Thị Hạnh",
    )
    signature = LogSignature(page="NK-2026-0188", officer_name="Lê Bình", signed_at=RECEIVED_AT)
    log = replace(
        the_day(3),
        officer_name="",
        signature=signature,
        unsent=(Unsent(2, 3),),
        adjustments=(adjustment,),
    )

    (page,) = pages_of(file_of(log, LogKind.PDF))
    said = " ".join(page.split())
    for words in (
        "Số: NK-2026-0188",
        "H42.06-261123-", "0003",
        "Chưa gửi xong khi ký: Quầy 2: 3 hồ sơ.",
        "trang NK-2026-0187 ngày 20/11/2026, hồ sơ H42.06-261120-0311: phí 15.000 → 20.000",
        "(Đã ký và khoá trang trên máy lúc 09:41 23/11/2026)",
        "LÊ BÌNH",
    ):  # fmt: skip
        assert words in said
    cells = [str(cell.value) for row in sheet_of(log).iter_rows() for cell in row if cell.value]
    assert any("Số NK-2026-0188: Lê Bình đã ký và khoá" in cell for cell in cells)
    assert any("phí 15.000 → 20.000" in cell for cell in cells)


@pytest.mark.parametrize("count", [0, 1, 2, *range(20, 34), 60])
def test_signatures_never_stand_alone(count: int) -> None:
    pages = pages_of(file_of(the_day(count), LogKind.PDF))

    assert sum("TRƯỞNG BỘ PHẬN" in page for page in pages) == 1
    if count:
        assert f" {count:04} " in pages[-1]


def test_codes_of_several_agencies_are_printed_whole() -> None:
    log = a_log(Received(), Received(dossier_code="H42.07-261123-0001"))

    (page,) = pages_of(file_of(log, LogKind.PDF))

    assert "H42.06-261123-0217" in page
    assert "H42.07-261123-0001" in page
    assert "Mã đầy đủ" not in page


def test_the_paper_is_a4_landscape() -> None:
    with pikepdf.open(BytesIO(file_of(the_day(), LogKind.PDF))) as document:
        width, height = (float(edge) for edge in document.pages[0].mediabox[2:])
    assert (round(width), round(height)) == (842, 595)


# -- XLSX -----------------------------------------------------------------------------------


def test_the_spreadsheet_has_real_times_and_numbers() -> None:
    sheet = sheet_of(the_day())

    head = [cell.value for cell in sheet[4]]
    first = dict(zip(head, [cell.value for cell in sheet[5]], strict=True))

    received_at = RECEIVED_AT.astimezone(VIETNAM).replace(tzinfo=None) + timedelta(minutes=1)
    assert abs(first["Giờ nhận"] - received_at) < timedelta(seconds=1)
    assert isinstance(first["Hẹn trả"], datetime)
    assert first["Phí (đ)"] == 8_000
    assert first["Trang"] == 5
    assert first["Mã hồ sơ"] == "H42.06-261123-0001"


def test_the_spreadsheet_is_ready_to_look_at_and_to_print() -> None:
    sheet = sheet_of(the_day())

    assert sheet.freeze_panes == "E5"
    assert sheet.auto_filter.ref == "A4:M41"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0  # as many pages as needed, one wide
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.column_dimensions["E"].width > 40


def test_the_spreadsheet_never_computes_what_somebody_typed() -> None:
    sheet = sheet_of(a_log(*(Received(procedure_name=text) for text in FORMULAS)))

    for row, text in enumerate(FORMULAS, 5):
        cell = sheet.cell(row, 5)
        assert cell.data_type == "s"
        assert cell.value == text
        assert cell.quotePrefix


# -- CSV ------------------------------------------------------------------------------------


def test_excel_knows_the_csv_as_utf_8_and_parts_it_at_commas() -> None:
    content = file_of(the_day(), LogKind.CSV)

    assert content.startswith(b"\xef\xbb\xbf")
    lines = lines_of(the_day())
    assert len(lines) == 38
    assert {len(line) for line in lines} == {13}
    assert lines[1][:4] == ["1", "23/11/2026 09:42", "H42.06-261123-0001", "NGUYỄN THỊ ÁNH TUYẾT"]


def test_the_csv_disarms_what_a_spreadsheet_would_compute() -> None:
    lines = lines_of(a_log(*(Received(procedure_name=text) for text in FORMULAS)))

    assert [line[4] for line in lines[1:]] == [f"'{text}" for text in FORMULAS]
    assert [line[7] for line in lines[1:]] == ["8000"] * 4
