"""Joins what the results desk tells to what its presenter does."""

from collections.abc import Callable

from ui.desktop.results.page import ResultsPage
from ui.desktop.results.presenter import ResultsPresenter
from ui.desktop.wires import Wires


def connect_results(
    wires: Wires,
    page: ResultsPage,
    presenter: ResultsPresenter,
    see_dossier: Callable[[str], object],
) -> None:
    """Connect every signal of the page."""
    join = wires.join
    join(page.text_edited, presenter.on_text_edited)
    join(page.text_entered, presenter.on_text_entered)
    join(page.result_wanted, presenter.open)
    join(page.closed, presenter.on_closed)
    join(page.give_wanted, presenter.on_give)
    join(page.arrival_wanted, presenter.on_arrived)
    join(page.paper_wanted, presenter.on_preview)
    join(page.dossier_wanted, see_dossier)
    join(page.fees.collect_wanted, presenter.on_collect)
    join(page.sheet.typed, presenter.on_typed)
    join(page.sheet.kind_chosen, presenter.on_kind_chosen)
    join(page.sheet.tick_wanted, presenter.on_ticked)
    join(page.sheet.keep_rest_changed, presenter.on_keep_rest)
    join(page.sheet.slip_lost_changed, presenter.on_slip_lost)
