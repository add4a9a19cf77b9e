"""The money of one draft: which lines of the tariff are charged."""

from dataclasses import replace
from datetime import date

from station.domain.procedure import DatedAmount
from tests.builders import a_procedure
from ui.desktop.reception.money_entry import MoneyEntry


def test_an_extra_line_is_charged_only_when_it_is_chosen() -> None:
    plain = a_procedure()
    fee = plain.fees[0]
    extra = replace(fee, index=len(plain.fees) + 1, name="Bản sao", optional=True)
    money = MoneyEntry()

    money.change_procedure(replace(plain, fees=(*plain.fees, extra)), date(2026, 11, 26))
    before = money.total_vnd
    money.charge(extra.index, charged=True)

    assert before == sum(each.amount_vnd for each in plain.fees)
    assert money.total_vnd == before + extra.amount_vnd


def test_the_screen_shows_the_amount_that_will_be_charged_today() -> None:
    fee = replace(
        a_procedure().fees[0],
        amount_vnd=10_000,
        tariffs=(DatedAmount(from_on=date(2026, 12, 1), amount_vnd=12_000),),
    )
    dated = a_procedure(fees=(fee,))
    money = MoneyEntry()

    money.change_procedure(dated, date(2026, 11, 30))
    before = money.total_vnd
    money.change_procedure(dated, date(2026, 12, 1))

    assert (before, money.total_vnd) == (10_000, 12_000)
