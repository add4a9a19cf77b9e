"""What the thermal slip says, and what it must not say."""

from typing import Any

import pytest

from station.domain.dossier import (
    FeeLine,
)
from station.forms.receipt import ReceiptLine, receipt
from station.forms.wording import (
    phone_number,
)
from tests.paper_samples import (
    a_dossier,
    a_slip,
    texts_of,
    the_worst_dossier,
)


@pytest.mark.parametrize("dossier", [a_dossier(), the_worst_dossier()], ids=["usual", "worst"])
def test_the_thermal_slip_bears_no_number_address_or_phone_of_the_citizen(dossier: Any) -> None:
    content = receipt(dossier, a_slip(dossier))

    whole = " ".join(texts_of(content))
    person = dossier.submitter.person
    digits = person.id_document.number
    phone = phone_number(person.phone)
    for secret in (digits, digits[:4] + "***", person.address, person.email, person.phone, phone):
        assert secret not in whole


def test_the_thermal_slip_agrees_with_form_01() -> None:
    slip = a_slip()

    content = receipt(a_dossier(), slip)

    for name in ("due_weekday", "due_date", "due_time", "dossier_code", "lookup_code", "qr_text"):
        assert getattr(content, name) == getattr(slip, name)
    assert content.place == slip.delivery.place


def test_each_paper_stands_with_what_was_handed_in_of_it() -> None:
    lines = receipt(a_dossier(), a_slip()).documents

    assert [line.amount for line in lines] == [
        "1 chính",
        "1 chính",
        "xem, trả lại",
        "1 chứng thực",
        "1 chứng thực + 1 photo",
        "1 chính",
    ]
    assert lines[2].text == "Căn cước của người sử dụng đất"


def test_money_is_listed_as_charged_taken_and_owed() -> None:
    fee = FeeLine(index=1, name="Phí thẩm định", kind="fee", unit_amount_vnd=8_000, quantity=3)
    free = FeeLine(
        index=2,
        name="Lệ phí hộ tịch",
        kind="charge",
        unit_amount_vnd=5_000,
        quantity=1,
        exemption="người cao tuổi",
    )
    dossier = a_dossier(fees=(fee, free), payments=())

    assert receipt(dossier, a_slip(dossier)).money == (
        ReceiptLine(text="Phí thẩm định × 3", amount="24.000 đ"),
        ReceiptLine(text="Lệ phí hộ tịch", amount="miễn"),
        ReceiptLine(text="Còn phải nộp", amount="24.000 đ"),
    )
    assert receipt(a_dossier(), a_slip()).money[-1] == ReceiptLine(
        text="Đã thu (tiền mặt)", amount="28.000 đ"
    )


def test_a_free_procedure_says_nothing_of_money() -> None:
    dossier = a_dossier(fees=(), payments=())

    assert receipt(dossier, a_slip(dossier)).money == ()
