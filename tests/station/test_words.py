from datetime import date, datetime, time

import pytest

from station.domain.journal import VIETNAM
from station.words import (
    capitalised,
    clock,
    day_and_month,
    listed,
    numeric_date,
    spelled,
    weekday_date,
)


@pytest.mark.parametrize(
    ("day", "vietnamese", "english"),
    [
        (7, "thứ Hai 07/12/2026", "Monday 07/12/2026"),
        (8, "thứ Ba 08/12/2026", "Tuesday 08/12/2026"),
        (9, "thứ Tư 09/12/2026", "Wednesday 09/12/2026"),
        (10, "thứ Năm 10/12/2026", "Thursday 10/12/2026"),
        (11, "thứ Sáu 11/12/2026", "Friday 11/12/2026"),
        (12, "thứ Bảy 12/12/2026", "Saturday 12/12/2026"),
        (13, "Chủ nhật 13/12/2026", "Sunday 13/12/2026"),
    ],
)
def test_days_are_named_whatever_the_computer_speaks(
    day: int, vietnamese: str, english: str
) -> None:
    assert weekday_date(date(2026, 12, day)) == vietnamese
    assert weekday_date(date(2026, 12, day), "en") == english


def test_dates_have_two_digits() -> None:
    assert numeric_date(date(2026, 1, 2)) == "02/01/2026"
    assert day_and_month(date(2026, 1, 2)) == "02/01"


def test_times_are_written_with_two_digits() -> None:
    assert clock(time(7, 0)) == "07:00"
    assert clock(datetime(2026, 11, 23, 9, 5, tzinfo=VIETNAM)) == "09:05"


def test_a_sentence_begins_with_a_capital_letter() -> None:
    assert capitalised("thứ Ba 08/12/2026") == "Thứ Ba 08/12/2026"
    assert capitalised("đất") == "Đất"
    assert capitalised("") == ""


def test_lists_end_with_and() -> None:
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b và c"
    assert listed(["a", "b"], "and") == "a and b"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (105, "một trăm linh năm"),
        (111, "một trăm mười một"),
        (200_000, "hai trăm nghìn"),
        (1_003_000, "một triệu không trăm linh ba nghìn"),
        (1_000_005, "một triệu không trăm linh năm"),
        (28_055_000, "hai mươi tám triệu không trăm năm mươi lăm nghìn"),
        (2_000_000_040, "hai tỷ không trăm bốn mươi"),
        (999_999_999_999, "chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu "
         "chín trăm chín mươi chín nghìn chín trăm chín mươi chín"),
    ],
)  # fmt: skip
def test_sums_are_spelled_as_receipts_spell_them(number: int, said: str) -> None:
    assert spelled(number) == said


@pytest.mark.parametrize("number", [-1, 10**12])
def test_what_no_drawer_holds_is_not_spelled(number: int) -> None:
    with pytest.raises(ValueError, match="not spelled"):
        spelled(number)
