"""Joins what the page of forms tells to what its presenter does."""

from ui.desktop.templates.page import TemplatesPage
from ui.desktop.templates.presenter import TemplatesPresenter
from ui.desktop.wires import Wires


def connect_templates(wires: Wires, page: TemplatesPage, presenter: TemplatesPresenter) -> None:
    """Connect every signal of the page but the one that leaves it."""
    join = wires.join
    join(page.selected, presenter.on_selected)
    join(page.file_chosen, presenter.on_file_chosen)
    join(page.dropped, presenter.on_dropped)
    join(page.taken, presenter.on_taken)
    join(page.reset_wanted, presenter.on_reset)
    join(page.logo_chosen, presenter.on_logo)
    join(page.head_edited, presenter.on_head)
    join(page.save_wanted, presenter.on_save)
    join(page.print_wanted, presenter.on_print)
