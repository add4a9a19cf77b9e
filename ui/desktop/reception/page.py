"""The reception page: four zones, one sentence, one act."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.desktop.draft_panel import DraftPanel
from ui.desktop.keys import Act, zone_act
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.page import Page
from ui.desktop.kit.tokens import GAP, ROW_GAP
from ui.desktop.kit.tone import Tone
from ui.desktop.reception import zone_keys
from ui.desktop.reception.brought import may_hold_card
from ui.desktop.reception.draft_line import DraftLine
from ui.desktop.reception.draft_list_panel import DraftListPanel
from ui.desktop.reception.duplicate_bar import DuplicateBar
from ui.desktop.reception.exit_panel import ExitPanel
from ui.desktop.reception.ground_panel import GroundPanel
from ui.desktop.reception.owner_panel import OwnerPanel
from ui.desktop.reception.owner_view_model import Owner
from ui.desktop.reception.readiness_words import ZONE_OF, lacking_words
from ui.desktop.reception.spot import Spot
from ui.desktop.reception.state_bars import StateBars
from ui.desktop.reception.view_model import (
    PASSES_EXITS,
    Applicant,
    Block,
    Blocker,
    Draft,
    Due,
    Duplicates,
    Fees,
    Ground,
    LastSlip,
    Matches,
    Paper,
    Printed,
    Problem,
    Procedure,
    Readiness,
)
from ui.desktop.reception.zone_folding import PAPERS_ZONE, ZoneFolding
from ui.desktop.reception.zones import ReceptionZones
from ui.desktop.reprint_panel import ReprintPanel
from ui.desktop.shortcuts import bind


class ReceptionPage(Page):
    """Implements ``ReceptionView``. The signals of a zone are the zone's; these are the page's."""

    scan_wanted = Signal()
    """The scan desk is to be opened."""
    accept_wanted = Signal()
    kept_wanted = Signal()
    """See the drafts that are kept."""
    ground_chosen = Signal(str)
    """A ``Ground`` or a provision in the officer's words; empty takes it back."""
    slip_wanted = Signal()
    """See the slip of the dossier accepted last."""
    reprint_wanted = Signal(str)
    """Why once more; empty where the slip did not come out yet."""

    def __init__(self, zones: ReceptionZones) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.applicant, self.procedure, self.papers, self.fees = self._zones = zones
        self.papers.scan_wanted.connect(self.scan_wanted)
        self.owner = OwnerPanel(self)
        self.duplicates = DuplicateBar()
        self.exits = ExitPanel(self)
        self.kept = DraftListPanel(self)
        self._reprint = ReprintPanel(self, "reception.reprint")
        self._grounds = GroundPanel(self)
        self._of_draft: tuple[DraftPanel, ...] = (
            self._grounds,
            self.exits,
            self.owner,
            self.applicant.email_panel,
            self.papers.other,
            self.papers.check,
            self.fees.fee_panel,
        )
        self._offered_grounds: tuple[Ground, ...] = ()
        self._readiness = Readiness()
        self._problem: Problem | None = None
        self._slip: LastSlip | None = None
        self._fit = Fit()
        self._awaited_zone, self._kept_asked = 0, False
        self._awaited_spot: Spot | None = None
        self.bars = StateBars(self)
        self._lay_out()
        self._folding = ZoneFolding(zones, self._body)
        self._connect()
        self._bind_keys()
        self.show_draft(Draft(), fresh=False)
        self.show_grounds(())
        self.show_last_slip(None)
        self.set_fit(self._fit)

    def show_draft(self, draft: Draft, *, fresh: bool) -> None:
        self.procedure.turn_to(draft.draft)
        for panel in self._of_draft:
            panel.turn_to(draft.draft)
        self.show_applicant(draft.applicant)
        self.show_owner(draft.owner)
        self.show_procedure(draft.procedure)
        self.show_papers(draft.papers, draft.removed)
        self.show_fees(draft.fees)
        self.show_due(draft.due)
        self.show_duplicates(draft.duplicates)
        self.show_readiness(draft.readiness)
        self.exits.show_typed(draft.exit_reasons)
        if fresh:
            self.focus_zone(1)

    def show_applicant(self, applicant: Applicant) -> None:
        self.applicant.show_applicant(applicant)
        self._folding.fold()

    def show_owner(self, owner: Owner) -> None:
        self.owner.show_owner(owner)
        self.applicant.show_owner(owner)

    def show_duplicates(self, duplicates: Duplicates) -> None:
        self.duplicates.show_duplicates(duplicates)

    def show_kept_drafts(self, drafts: tuple[DraftLine, ...], *, may_reassign: bool) -> None:
        self.kept.show_drafts(drafts, may_reassign=may_reassign)
        if self._kept_asked:
            self._kept_asked = False
            self.kept.open_for(self.bars.bar)

    def show_procedure(self, procedure: Procedure) -> None:
        self.procedure.show_procedure(procedure)
        self.papers.show_procedure(procedure.chosen)
        self._folding.fold()

    def show_matches(self, matches: Matches) -> None:
        self.procedure.show_matches(matches)

    def show_papers(self, papers: tuple[Paper, ...], removed: str | None = None) -> None:
        self.papers.show_papers(papers, removed)
        self._folding.fold()

    def show_fees(self, fees: Fees) -> None:
        self.fees.show_fees(fees)
        self._folding.fold()

    def show_due(self, due: Due) -> None:
        self.fees.show_due(due)
        self._folding.fold()

    def show_readiness(self, readiness: Readiness) -> None:
        self._readiness = readiness
        self.bars.offer(readiness, has_grounds=bool(self._offered_grounds))
        self._say_state()

    def show_grounds(self, grounds: tuple[Ground, ...]) -> None:
        self._offered_grounds = grounds
        self._grounds.show_grounds(grounds)
        self.show_readiness(self._readiness)

    def show_last_slip(self, slip: LastSlip | None) -> None:
        self._slip = slip
        self._say_state()

    def show_problem(self, problem: Problem | None) -> None:
        self._problem = problem
        if problem is not None and problem.tone is Tone.ERR:
            self.kept.failed()
        self._say_state()

    def focus_zone(self, zone: int) -> None:
        self._folding.open(zone)
        self._awaited_zone, self._awaited_spot = 0 if self.isVisible() else zone, None
        if not self._awaited_zone:  # else the officer went on to another page, which has the keys
            self._zones[zone - 1].first_focus().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def spot(self) -> Spot | None:
        return zone_keys.spot_in(self._zones)

    def go_to_spot(self, spot: Spot) -> None:
        self._folding.open(spot.zone)
        self._awaited_zone, self._awaited_spot = 0, None if self.isVisible() else spot
        if self._awaited_spot is None:  # else the page in front keeps the keys
            zone_keys.go_to_spot(self._zones, spot)

    def offer_zone(self, zone: int) -> None:
        if zone_keys.are_at(self._zones, zone) and not self.someone_types():
            self.focus_zone(zone)

    def go_on(self) -> None:
        """Go from the procedure that was just chosen to its case, else to its papers."""
        if self.procedure.has_keys() and not self.procedure.go_to_case():
            self.focus_zone(PAPERS_ZONE)

    def take_focus(self) -> None:
        if self._awaited_zone:
            self.focus_zone(self._awaited_zone)
        elif self._awaited_spot is not None:
            self.go_to_spot(self._awaited_spot)
        else:
            super().take_focus()

    def first_focus(self) -> QWidget:
        return self.applicant.first_focus()

    def told_here(self) -> tuple[tuple[str, str], ...]:
        return self.procedure.told()

    def step_back(self) -> None:
        """Take the problem off the screen."""
        self.show_problem(None)

    def set_fit(self, fit: Fit) -> None:
        self._fit = fit
        self._top.setDirection(
            QHBoxLayout.Direction.TopToBottom if fit.compact else QHBoxLayout.Direction.LeftToRight
        )
        gap, margin = (ROW_GAP, 8) if fit.compact else (GAP, 12)
        self._top.setSpacing(gap)
        self._body.setSpacing(gap)
        self._body.setContentsMargins(margin, 8, margin, 0)
        self.bars.bar.set_compact(fit.compact)
        self.procedure.set_fit(fit)
        self.papers.set_fit(fit)
        self.fees.set_fit(fit)
        self.exits.set_fit(fit)
        self._folding.set_compact(fit.compact)
        self._say_state()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if may_hold_card(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.applicant.take_brought(event.mimeData())

    def _lay_out(self) -> None:
        self._top = QHBoxLayout()
        self._top.setContentsMargins(0, 0, 0, 0)
        self._top.addWidget(self.applicant, 1)
        self._top.addWidget(self.procedure, 1)
        self._body = QVBoxLayout(self)
        self._body.addLayout(self._top)
        self._body.addWidget(self.papers)
        self._body.addWidget(self.fees)
        self._body.addWidget(self.duplicates)
        self._body.addWidget(self.bars.slip_banner)
        self._body.addWidget(self.bars.problem_banner)
        self._body.addWidget(self.bars.bar)

    def _connect(self) -> None:
        for number, zone in enumerate(self._zones, start=1):
            zone.open_wanted.connect(partial(self._open_asked, number))
        self.applicant.owner_button.clicked.connect(self._name_owner)
        self.papers.procedure_wanted.connect(self._search_procedure)
        self.bars.accept.clicked.connect(self.accept_wanted)
        self.bars.see.clicked.connect(self.slip_wanted)
        self.bars.again.clicked.connect(self._print_again)
        self.bars.understood.clicked.connect(self.step_back)
        self.bars.kept.clicked.connect(self._ask_for_kept)
        self.bars.slip.clicked.connect(self.slip_wanted)
        self.bars.exits.clicked.connect(self._leave_unreceived)
        self.bars.ground.clicked.connect(self._choose_ground)
        self._reprint.reason_given.connect(self.reprint_wanted)
        self._reprint.asked_again.connect(lambda _: self._print_again())
        self.kept.asked_again.connect(self._ask_for_kept)
        self._grounds.ground_chosen.connect(self.ground_chosen)
        self._grounds.opened_again.connect(lambda _: self._choose_ground())
        self.owner.opened_again.connect(lambda _: self._name_owner())
        self.exits.opened_again.connect(self._leave_again)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_keys)

    def _bind_keys(self) -> None:
        for number in range(1, len(self._zones) + 1):
            bind(self, zone_act(number), partial(self.focus_zone, number))
        bind(self, Act.NEXT_ZONE, lambda: self._cycle(1))
        bind(self, Act.PREVIOUS_ZONE, lambda: self._cycle(-1))
        bind(self, Act.CARD_PICTURE, self.applicant.choose_picture)
        bind(self, Act.PASTE_CARD, self.applicant.paste_card)
        bind(self, Act.OWNER, self._name_owner)
        bind(self, Act.PROCEDURE, self._search_procedure)
        bind(self, Act.ATTACH, partial(self._with_papers, self.papers.choose_files))
        bind(self, Act.SCAN_DESK, self.scan_wanted.emit)
        bind(self, Act.CHECK, partial(self._with_papers, self.papers.check_paper))
        bind(self, Act.FEES, self._enter_money)
        bind(self, Act.WHY, self.fees.explain)
        bind(self, Act.GROUND, self._choose_ground)
        bind(self, Act.KEPT, self._ask_for_kept)
        bind(self, Act.EXITS, self._leave_unreceived)
        bind(self, Act.ACCEPT, self._accept_or_point)
        bind(self, Act.PREVIEW, self._see_slip)
        bind(self, Act.REPRINT, self._print_again)
        bind(self, Act.COMPARE, self.duplicates.compare)
        self.bars.bind_keys(self)

    def _follow_keys(self) -> None:
        self._folding.follow_keys()  # a method of this page: Qt lets go of it when the page goes

    def _cycle(self, step: int) -> None:
        """F6: to the next zone, at the field where the cursor was there."""
        number = (zone_keys.zone_with_keys(self._zones) - 1 + step) % len(self._zones) + 1
        self._folding.open(number)
        zone_keys.last_focus(self._zones[number - 1]).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open_asked(self, number: int) -> None:
        """A folded zone was clicked, or Tab came to it: not Qt, moving off what is hidden."""
        if not self._folding.is_folding:
            self.focus_zone(number)

    def _name_owner(self) -> None:
        self._folding.open(1)
        self.owner.open_for(self.applicant.owner_button, self.fees)

    def _search_procedure(self) -> None:
        self._folding.open(2)
        self.procedure.search()

    def _with_papers(self, act: Callable[[], None]) -> None:
        self._folding.open(PAPERS_ZONE)
        act()

    def _enter_money(self) -> None:
        if self.procedure.is_blank():  # its fees are not known: that comes first
            self._search_procedure()
            return
        self._folding.open(4)
        self.fees.enter_money()

    def _choose_ground(self) -> None:
        if self.bars.ground.isVisible():
            self._grounds.open_for(self.bars.ground)

    def _accept_or_point(self) -> None:
        """Ctrl+Enter: accept, or go to what is still missing; the way out where one is open."""
        if self.exits.isVisible():
            self.exits.confirm()
        elif self._readiness.blocks:
            self._point_to(self._readiness.blocks[0])
        elif not self._readiness.accepting:
            self.accept_wanted.emit()

    def _ask_for_kept(self) -> None:
        """Alt+D: the list opens once it was read."""
        self._kept_asked = True
        self.kept_wanted.emit()

    def _point_to(self, block: Block) -> None:
        """Go to where this is put right."""
        self.focus_zone(ZONE_OF[block.blocker])
        zone_keys.point_into(self._zones, block)
        if block.blocker is Blocker.BAD_OWNER:
            self._name_owner()
        elif block.blocker is Blocker.DUPLICATE:
            self.duplicates.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _leave_unreceived(self) -> None:
        """Alt+H: the three exits, or to what must be put right before any of them."""
        if self._readiness.accepting:
            return
        blocks = self._readiness.blocks
        first = next((one for one in blocks if one.blocker not in PASSES_EXITS), None)
        if first is not None:
            self._point_to(first)
            return
        self.exits.show_lacking(lacking_words(self._readiness))
        button = self.bars.exits if self.bars.exits.isVisible() else self.bars.accept
        self.exits.open_for(button)

    def _leave_again(self, way: str) -> None:
        self._leave_unreceived()
        self.exits.choose(way)

    def _see_slip(self) -> None:
        if self._slip:
            self.slip_wanted.emit()

    def _print_again(self) -> None:
        """A slip that came out needs a reason; one that failed is just tried again."""
        if self._slip and self._slip.printed is not Printed.DONE:
            self.reprint_wanted.emit("")
        elif self._slip:
            shown = self.bars.again.isVisible()
            self._reprint.open_for(self._slip.code, self.bars.again if shown else self.bars.slip)

    def _say_state(self) -> None:
        self.bars.say(
            self._readiness,
            self._problem,
            self._slip,
            is_blank=self.applicant.is_blank() and self.procedure.is_blank(),
            compact=self._fit.compact,
        )
