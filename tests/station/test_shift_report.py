"""The report of a shift on paper: every sum, the pieces that were counted, who approved."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from station.domain.dossier import PaymentMethod
from station.domain.events.money import Pieces
from station.domain.journal import VIETNAM
from station.domain.money.receipts import ReceiptNumber
from station.domain.money.shift import Closing, Movement, Shift
from station.domain.processing import Approval
from station.forms.letter import Fields, Grid, Letter
from station.forms.shift_report import NOT_CLOSED, shift_report
from tests.paper_samples import OFFICE

MORNING = datetime(2026, 11, 23, 7, 30, tzinfo=VIETNAM)
EVENING = MORNING.replace(hour=17)
APPROVED = Approval(officer_id="truongbp", officer_name="Phạm Văn Bình", role="supervisor")


def moved(amount_vnd: int, method: PaymentMethod = PaymentMethod.CASH, **more: object) -> Movement:
    whole = {"at": MORNING, "dossier_id": UUID(int=2), "payment": 1} | more
    return Movement(method=method, amount_vnd=amount_vnd, **whole)  # type: ignore[arg-type]


OPEN = Shift(
    shift_id=UUID(int=1),
    opened_at=MORNING,
    officer_id="quay3",
    officer_name="Trần Thị Hạnh",
    opening_vnd=500_000,
    opening_expected_vnd=500_000,
    opening_reason=None,
    collected=(
        moved(150_000, receipt=ReceiptNumber("LP/25E", 1201)),
        moved(50_000, receipt=ReceiptNumber("LP/25E", 1202)),
        moved(30_000, PaymentMethod.TRANSFER),
    ),
    refunded=(moved(20_000, reason="thu thừa", approval=APPROVED),),
    voided=(moved(50_000, receipt=ReceiptNumber("LP/25E", 1202), reason="thu nhầm"),),
)
CLOSED = replace(
    OPEN,
    closing=Closing(
        at=EVENING,
        officer_name="Trần Thị Hạnh",
        counted=tuple(
            Pieces(denomination=note, pieces=pieces)
            for note, pieces in ((20_000, 5), (500_000, 1), (10_000, 0))
        ),
        counted_vnd=600_000,
        expected_vnd=630_000,
        difference_reason="khách không lấy tiền thừa",
        approval=APPROVED,
    ),
)


def rows_of(letter: Letter) -> list[tuple[str, str, str]]:
    (grid,) = (part for part in letter.parts if isinstance(part, Grid))
    texts = [["".join(words.text for words in cell) for cell in row] for row in grid.rows]
    return [(caption, count, amount) for caption, count, amount in texts]


def said(letter: Letter) -> str:
    parts = (part for part in letter.parts if isinstance(part, Fields))
    return "\n".join(words.text for part in parts for group in part.groups for words in group)


def test_a_closed_shift_balances_on_paper() -> None:
    letter = shift_report(CLOSED, OFFICE, counter=3, printed_at=EVENING)

    assert rows_of(letter) == [
        ("Đầu ca phải có", "", "500.000"),
        ("Đầu ca đếm được", "", "500.000"),
        ("Thu tiền mặt", "2 lượt", "200.000"),
        ("Thu chuyển khoản (theo dõi ở ngân hàng)", "1 lượt", "30.000"),
        ("Huỷ thu tiền mặt", "1 lượt", "− 50.000"),
        ("Hoàn tiền mặt", "1 lượt", "− 20.000"),
        ("Phải có trong quỹ", "", "630.000"),
        ("Tờ 500.000", "1", "500.000"),
        ("Tờ 20.000", "5", "100.000"),
        ("Đếm được cuối ca", "", "600.000"),
        ("Chênh lệch", "", "− 30.000"),
    ]
    words = said(letter)
    assert "khách không lấy tiền thừa; người duyệt: Phạm Văn Bình" in words
    assert "LP/25E từ 0001201 đến 0001202, 2 số, huỷ 0001202" in words
    assert "lý do: thu thừa, Phạm Văn Bình duyệt" in words
    assert letter.marks == ()
    assert [signer.name for signer in letter.signers] == ["TRẦN THỊ HẠNH", "PHẠM VĂN BÌNH"]


def test_an_open_shift_says_that_it_is_not_closed() -> None:
    letter = shift_report(OPEN, OFFICE, counter=3, printed_at=EVENING)

    assert letter.marks == (NOT_CLOSED,)
    assert rows_of(letter)[-1] == ("Phải có trong quỹ", "", "630.000")
    assert "Chốt ca" not in said(letter)
    assert letter.signers[1].name == ""


def test_a_sheet_that_was_given_up_is_no_money() -> None:
    spoiled = moved(
        0,
        PaymentMethod.LATER,
        payment=None,
        dossier_id=None,
        receipt=ReceiptNumber("LP/25E", 1203),
        reason="rách khi xé",
    )
    letter = shift_report(
        replace(OPEN, voided=(*OPEN.voided, spoiled)), OFFICE, counter=3, printed_at=EVENING
    )

    assert "Bỏ tờ biên lai LP/25E 0001203 lúc 07:30 23/11/2026, lý do: rách khi xé" in said(letter)
    assert "Huỷ 0 đ" not in said(letter)
