"""What is owed, how it is paid, how the result travels, when it is due."""

from datetime import timedelta

import pytest

from station.domain.dossier import DeliveryMethod, PaymentMethod
from station.domain.procedure import (
    Fee,
)
from tests.builders import a_procedure
from tests.ui.reception_counter import AtCounter
from ui.desktop.reception.view_model import Blocker


@pytest.mark.parametrize(
    ("typed", "change", "blocked"),
    [
        ("20000", 5_000, False),
        ("20.000 đ", 5_000, False),
        ("15000", 0, False),
        ("10000", None, True),
        ("mười nghìn", None, True),
        ("", None, True),
    ],
)
def test_cash_must_cover_the_fees_and_the_change_is_shown(
    typed: str, change: int | None, blocked: bool
) -> None:
    counter = AtCounter()
    counter.fill()

    counter.presenter.money.on_tendered_edited(typed)

    assert counter.page.fees.change_vnd == change
    assert (Blocker.TOO_LITTLE_MONEY in counter.page.blockers) is blocked


def test_lines_quantities_and_exemptions_change_the_sum() -> None:
    fees = tuple(
        Fee(index=n, name=f"Phí {n}", kind="phí", amount_vnd=1_000, per="trang") for n in (1, 2, 3)
    )
    counter = AtCounter(a_procedure(fees=fees))
    counter.fill()
    assert counter.page.fees.total_vnd == 3_000

    counter.presenter.money.on_quantity_edited(1, 5)
    counter.presenter.money.on_fee_charged(2, False)
    counter.presenter.money.on_exemption_edited(3, "Hộ nghèo")
    assert Blocker.NO_PROOF in counter.page.blockers
    counter.presenter.money.on_proof_edited(3, "Giấy chứng nhận hộ nghèo")
    assert counter.page.papers[-1].name == "Giấy chứng nhận hộ nghèo"
    assert counter.page.blockers == {Blocker.MISSING_PAPERS}
    counter.presenter.papers.on_paper_ticked("proof-3")
    counter.presenter.money.on_fee_charged(9, True)

    assert counter.page.fees.total_vnd == 5_000
    counter.accept()
    lines = counter.received[0].dossier.fees
    assert [(line.index, line.quantity, line.exemption) for line in lines] == [
        (1, 5, None),
        (3, 1, "Hộ nghèo"),
    ]


@pytest.mark.parametrize("method", [PaymentMethod.TRANSFER, PaymentMethod.LATER])
def test_no_cash_is_asked_for_when_none_is_paid(method: PaymentMethod) -> None:
    counter = AtCounter()
    counter.fill()
    counter.presenter.money.on_tendered_edited("")

    counter.presenter.money.on_payment_chosen(method)

    assert counter.page.readiness.blocks == ()
    counter.accept()
    assert counter.received[0].dossier.paid_vnd == 0


def test_the_post_needs_an_address() -> None:
    counter = AtCounter()
    counter.fill()
    counter.presenter.on_delivery_chosen(DeliveryMethod.POSTAL)
    assert counter.page.blockers == {Blocker.NO_DELIVERY_ADDRESS}

    counter.presenter.on_delivery_address_edited("Tổ 5, Quang Trung")
    counter.presenter.on_sets_edited(2)
    counter.presenter.on_summary_edited("Xác nhận để kết hôn")
    counter.accept()

    dossier = counter.received[0].dossier
    assert dossier.delivery.address == "Tổ 5, Quang Trung"
    assert (dossier.number_of_sets, dossier.subject) == (2, "Xác nhận để kết hôn")


def test_the_due_date_follows_the_clock_past_the_cut_off() -> None:
    counter = AtCounter(a_procedure(cutoff="15:00"))
    counter.choose_procedure()
    morning = counter.page.due.at
    assert any("24/11" in line for line in counter.page.due.explanation)

    counter.desk.clock.move(timedelta(hours=6, minutes=30))
    counter.presenter.on_minute()

    assert morning is not None
    assert counter.page.due.at is not None
    assert counter.page.due.at > morning
