"""Joins what the preview tells to what its presenter does."""

from ui.desktop.preview.presenter import PreviewPresenter
from ui.desktop.preview.view import PreviewPage
from ui.desktop.wires import Wires


def connect_preview(wires: Wires, page: PreviewPage, presenter: PreviewPresenter) -> None:
    """Connect every signal of the page but the one that leaves it."""
    wires.join(page.print_wanted, presenter.on_print)
    wires.join(page.paper_chosen, presenter.on_paper_chosen)
    wires.join(page.pages_wanted, presenter.on_pages_wanted)
    wires.join(page.form_chosen, presenter.on_form_chosen)
    wires.join(page.save_wanted, presenter.on_save)
