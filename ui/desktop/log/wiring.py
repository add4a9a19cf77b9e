"""Joins what the page of the daily log tells to what its presenter does."""

from collections.abc import Callable

from ui.desktop.log.page import LogPage
from ui.desktop.log.presenter import LogPresenter
from ui.desktop.wires import Wires


def connect_log(
    wires: Wires, page: LogPage, presenter: LogPresenter, see_dossier: Callable[[str], object]
) -> None:
    """Join everything that the page tells."""
    join = wires.join
    join(page.stepped, presenter.on_stepped)
    join(page.day_typed, presenter.on_day_typed)
    join(page.scope_chosen, presenter.on_scope)
    join(page.print_wanted, presenter.on_print)
    join(page.save_wanted, presenter.on_save)
    join(page.register_wanted, presenter.on_register)
    join(page.dossier_wanted, see_dossier)
    join(page.sign_wanted, presenter.on_sign)
    join(page.password_given, presenter.on_password)
    join(page.adjustment_given, presenter.on_adjustment)
