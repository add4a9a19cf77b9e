"""Joins what the page of the till tells to what its presenters do."""

from ui.desktop.till.dossier_money import DossierMoney
from ui.desktop.till.leaving import Leaving
from ui.desktop.till.page import TillPage
from ui.desktop.till.presenter import TillPresenter
from ui.desktop.wires import Wires


def connect_till(
    wires: Wires, page: TillPage, presenter: TillPresenter, money: DossierMoney, leaving: Leaving
) -> None:
    """Connect every signal of the page but those that lead to another one."""
    join, acts = wires.join, page.dossier
    join(page.count.counted, presenter.on_counted)
    join(page.why.reason_typed, presenter.on_reason_typed)
    join(page.why.approver_typed, presenter.on_approver_typed)
    join(page.settle_wanted, presenter.on_settled)
    join(page.searched, presenter.on_searched)
    join(page.print_wanted, presenter.on_print)
    join(page.panel.acted, presenter.on_act)
    join(page.book.opened, presenter.on_book)
    join(page.fees.collect_wanted, presenter.on_collect)
    join(acts.transfer_wanted, money.on_transfer)
    join(acts.transfer.waits, money.on_waits)
    join(acts.transfer.came, money.on_came)
    join(acts.charge_wanted, money.on_charge_wanted)
    join(acts.charge.charged, money.on_charged)
    join(acts.reduce_wanted, money.on_reduce_wanted)
    join(acts.reduce.reduced, money.on_reduced)
    join(page.panel.left, leaving.on_act)
    join(acts.reduce.left, leaving.on_reduced)
    join(page.why.left, leaving.on_counted)
