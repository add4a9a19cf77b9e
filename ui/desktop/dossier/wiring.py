"""Joins what the page of a dossier tells to what its presenter does."""

from collections.abc import Callable

from ui.desktop.dossier.page import DossierPage
from ui.desktop.dossier.presenter import DossierPresenter
from ui.desktop.wires import Wires


def connect_dossier(
    wires: Wires,
    page: DossierPage,
    presenter: DossierPresenter,
    see_papers: Callable[[str], object],
    see_file: Callable[[str, str], object],
) -> None:
    """Connect every signal of the page but those that lead to another one."""
    join, panel, acts = wires.join, page.correction, presenter.correction
    join(page.act_answered, presenter.on_act)
    join(page.act_out_of_place, presenter.on_act_out_of_place)
    join(page.people_panel.reveal_wanted, presenter.on_reveal)
    join(page.twin_panel.kept, presenter.on_twin_kept)
    join(page.files_brought, presenter.on_files_brought)
    join(page.slip_wanted, see_papers)
    join(page.file_wanted, see_file)
    join(panel.wanted, acts.on_wanted)
    join(panel.query_typed, acts.on_query)
    join(panel.procedure_chosen, acts.on_procedure)
    join(panel.applicant.edited, acts.on_applicant_edited)
    join(panel.owner.form.kind_chosen, acts.on_owner_chosen)
    join(panel.owner.form.edited, acts.on_owner_edited)
    join(panel.corrected, acts.on_corrected)
