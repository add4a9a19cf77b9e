"""What copies say of themselves, whatever the procedure is called."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.forms.copy_purpose import CopyPurpose, shortened

OFFICE = "Trung tâm Phục vụ hành chính công phường Quang Trung"
LONG = (
    "Đăng ký, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu "
    "đối với cá nhân, cộng đồng dân cư, hộ gia đình đang sử dụng đất"
)


@pytest.mark.parametrize(
    ("procedure", "first", "across"),
    [
        (
            "Đăng ký khai sinh",
            "Chỉ dùng cho hồ sơ: Đăng ký khai sinh",
            "Chỉ dùng cho hồ sơ: Đăng ký khai sinh – 28/11/2026",
        ),
        ("", "Chỉ dùng cho hồ sơ", "Chỉ dùng cho hồ sơ nộp ngày 28/11/2026"),
        (
            LONG,
            f"Chỉ dùng cho hồ sơ: {LONG.removesuffix(' dụng đất')}…",
            "Chỉ dùng cho hồ sơ: Đăng ký, cấp Giấy chứng nhận quyền sử dụng… – 28/11/2026",
        ),
        (
            " Cấp\nbản sao ",
            "Chỉ dùng cho hồ sơ: Cấp bản sao",
            "Chỉ dùng cho hồ sơ: Cấp bản sao – 28/11/2026",
        ),
    ],
)
def test_it_names_procedure_office_and_day(procedure: str, first: str, across: str) -> None:
    purpose = CopyPurpose(procedure=procedure, office=OFFICE, on=date(2026, 11, 28))

    assert purpose.lines == (first, f"nộp tại {OFFICE} ngày 28/11/2026")
    assert purpose.across == across


@given(text=st.text(st.sampled_from("ab ,–"), max_size=60), most=st.integers(2, 40))
def test_what_is_shortened_says_so_and_fits(text: str, most: int) -> None:
    short = shortened(text, most)

    assert len(short) <= most
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))
