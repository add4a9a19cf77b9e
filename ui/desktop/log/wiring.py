"""Joins the signing of the daily log to its presenter."""

from ui.desktop.log.page import LogPage
from ui.desktop.log.presenter import LogPresenter
from ui.desktop.wires import Wires


def connect_signing(wires: Wires, page: LogPage, presenter: LogPresenter) -> None:
    """Join what the page asks and hears about its signature."""
    wires.join(page.sign_wanted, presenter.on_sign)
    wires.join(page.password_given, presenter.on_password)
    wires.join(page.adjustment_given, presenter.on_adjustment)
