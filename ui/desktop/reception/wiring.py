"""Joins what the reception page tells to what its presenter does."""

from collections.abc import Callable

from ui.desktop.reception.page import ReceptionPage
from ui.desktop.reception.presenter import ReceptionPresenter
from ui.desktop.reception.slip_printing import SlipPrinting
from ui.desktop.wires import Wires


def connect_reception(
    wires: Wires,
    page: ReceptionPage,
    presenter: ReceptionPresenter,
    slips: SlipPrinting,
    see_dossier: Callable[[str], object],
) -> None:
    """Connect every signal of the page that changes the draft, prints, or leads to a dossier."""
    join = wires.join
    join(page.duplicates.reason_edited, presenter.duplicates.on_reason_edited)
    join(page.duplicates.dossier_wanted, see_dossier)
    join(page.applicant.edited, presenter.people.on_applicant_edited)
    join(page.applicant.place_wanted, presenter.places.on_next)
    join(page.applicant.left, presenter.people.on_applicant_left)
    join(page.applicant.card_picture_chosen, presenter.people.on_card_picture)
    join(page.applicant.card_picture_pasted, presenter.people.on_card_picture)
    join(page.applicant.card_refused, presenter.people.on_card_refused)
    join(page.applicant.card_text_received, presenter.people.on_card_text)
    join(page.owner.opened, presenter.people.on_owner_opened)
    join(page.owner.form.kind_chosen, presenter.people.on_owner_chosen)
    join(page.owner.form.edited, presenter.people.on_owner_edited)
    join(page.owner.consent_chosen, presenter.memory.on_consent)
    join(page.owner.reuse_wanted, presenter.memory.on_reuse)
    join(page.owner.forget_wanted, presenter.memory.on_forget)
    join(page.procedure.query_edited, presenter.on_query_edited)
    join(page.procedure.procedure_chosen, presenter.on_procedure_chosen)
    join(page.procedure.channel_chosen, presenter.on_channel_chosen)
    join(page.procedure.delivery_chosen, presenter.on_delivery_chosen)
    join(page.procedure.delivery_address_edited, presenter.on_delivery_address_edited)
    join(page.procedure.sets_edited, presenter.on_sets_edited)
    join(page.procedure.case_chosen, presenter.on_case_chosen)
    join(page.procedure.destination_edited, presenter.on_destination_edited)
    join(page.procedure.summary_edited, presenter.on_summary_edited)
    join(page.papers.tick_wanted, presenter.papers.on_paper_ticked)
    join(page.papers.count_wanted, presenter.papers.on_copies_set)
    join(page.papers.files_chosen, presenter.papers.on_files_chosen)
    join(page.papers.file_removal_wanted, presenter.papers.on_file_removed)
    join(page.papers.return_wanted, presenter.papers.on_return_wanted)
    join(page.papers.check.edited, presenter.papers.on_check_edited)
    join(page.papers.other_named, presenter.papers.on_other_paper)
    join(page.papers.other_removal_wanted, presenter.papers.on_paper_removed)
    join(page.fees.tendered_edited, presenter.money.on_tendered_edited)
    join(page.fees.fee_panel.charge_changed, presenter.money.on_fee_charged)
    join(page.fees.fee_panel.quantity_changed, presenter.money.on_quantity_edited)
    join(page.fees.fee_panel.exemption_changed, presenter.money.on_exemption_edited)
    join(page.fees.fee_panel.proof_changed, presenter.money.on_proof_edited)
    join(page.fees.fee_panel.method_chosen, presenter.money.on_payment_chosen)
    join(page.kept_wanted, presenter.kept.on_asked)
    join(page.kept.open_wanted, presenter.kept.on_opened)
    join(page.kept.print_wanted, presenter.kept.on_print)
    join(page.kept.reassign_wanted, presenter.kept.on_reassigned)
    join(page.exits.exit_chosen, presenter.exits.on_exit)
    join(page.exits.reason_edited, presenter.exits.on_reason_edited)
    join(page.ground_chosen, presenter.money.on_ground_chosen)
    join(page.accept_wanted, presenter.on_accept)
    join(page.reprint_wanted, slips.print_again)
    join(page.bars.doubt_answered, slips.answer)
    join(page.bars.other_way_wanted, slips.print_elsewhere)
