"""Separator sheets file the pages behind them, or leave them in the tray: never a guess."""

from uuid import UUID

import pytest

from station.domain.scan_pages import BASKET, TRAY, in_row
from station.domain.scan_session import ScanSession
from station.domain.separated_run import SeparatedRun
from station.domain.separator_code import SeparatorCode, read_separator

PROCEDURE = "1.004873"
ROWS = {"row-1": "Tờ khai", "row-2": "Giấy tờ chứng minh nơi cư trú"}
SHEET = SeparatorCode.of(PROCEDURE, "row-2", ROWS["row-2"])
PAGES = [UUID(int=number) for number in range(1, 6)]


def fed(*pages: tuple[str, bool], touched: UUID | None = None) -> tuple[ScanSession, SeparatedRun]:
    session, run = ScanSession(), SeparatedRun(PROCEDURE, ROWS)
    for page_id in PAGES[: len(pages)]:
        session = session.receive(page_id)
    if touched:
        session = session.assign(touched, "row-1")
    for page_id, (code, blank) in zip(PAGES, pages, strict=False):
        session = run.file(session, page_id, [code] if code else [], blank=blank)
    return session, run


def where(session: ScanSession) -> list[object]:
    return [session.page(page.page_id).state.place for page in session.pages]


def test_a_code_is_read_as_it_was_made() -> None:
    assert read_separator(SHEET.text) == SHEET
    assert SHEET.row_in(PROCEDURE, ROWS) == "row-2"


def test_pages_behind_a_sheet_belong_to_its_row_and_the_sheet_is_set_aside() -> None:
    session, run = fed(("", False), (SHEET.text, False), ("", True), ("", False), ("", True))

    assert where(session) == [TRAY, BASKET, BASKET, in_row("row-2"), in_row("row-2")]
    assert run.unmatched == 0


@pytest.mark.parametrize(
    "text",
    [
        SHEET.text[:-1] + ("0" if SHEET.text[-1] != "0" else "1"),
        SeparatorCode.of("2.000815", "row-2", ROWS["row-2"]).text,
        SeparatorCode.of(PROCEDURE, "row-9", "Giấy khác").text,
        SeparatorCode.of(PROCEDURE, "row-2", "Tên dòng trước đây").text,
        "TMC-TO1|1.0048",
    ],
)
def test_a_sheet_that_matches_no_row_sends_its_pages_into_the_tray(text: str) -> None:
    good = SeparatorCode.of(PROCEDURE, "row-1", ROWS["row-1"]).text
    session, run = fed((good, False), ("", False), (text, False), ("", False))

    assert where(session) == [BASKET, in_row("row-1"), BASKET, TRAY]
    assert run.unmatched == 1


def test_other_codes_on_a_page_mean_nothing() -> None:
    session, run = fed(("https://example.org", False), ("", False))

    assert where(session) == [TRAY, TRAY]
    assert run.unmatched == 0


def test_what_the_officer_did_already_stands() -> None:
    session, _ = fed((SHEET.text, False), ("", False), touched=PAGES[1])

    assert where(session) == [BASKET, in_row("row-1")]
