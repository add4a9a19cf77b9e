"""Joins what the hand-over page tells to what its presenter does."""

from ui.desktop.hand_over.page import HandOverPage
from ui.desktop.hand_over.presenter import HandOverPresenter
from ui.desktop.wires import Wires


def connect_hand_over(wires: Wires, page: HandOverPage, presenter: HandOverPresenter) -> None:
    """Connect every signal of the page."""
    join = wires.join
    join(page.agency_chosen, presenter.on_agency_chosen)
    join(page.scanned, presenter.on_scanned)
    join(page.tick_wanted, presenter.on_ticked)
    join(page.all_wanted, presenter.on_all_ticked)
    join(page.seal_wanted, presenter.on_seal)
    join(page.list_wanted, presenter.on_list_wanted)
    join(page.reason.explained, presenter.on_explained)
    join(page.sign_wanted, presenter.on_sign_wanted)
    join(page.signing.signed, presenter.on_signed)
