"""Joins what the catalogue page tells to what its presenters do."""

from ui.desktop.catalogue.page import CataloguePage
from ui.desktop.catalogue.presenter import CataloguePresenter
from ui.desktop.catalogue.signers_presenter import SignersPresenter
from ui.desktop.wires import Wires


def connect_catalogue(
    wires: Wires,
    page: CataloguePage,
    presenter: CataloguePresenter,
    signers: SignersPresenter,
) -> None:
    """Connect every signal of the page and of its keys."""
    join = wires.join
    join(page.file_chosen, presenter.on_file_chosen)
    join(page.reason_edited, presenter.on_reason_edited)
    join(page.import_wanted, presenter.on_import)
    join(page.dropped, presenter.on_dropped)
    keys = page.signers
    join(keys.key_typed, signers.on_key_typed)
    join(keys.added, signers.on_added)
    join(keys.retired, signers.on_retired)
