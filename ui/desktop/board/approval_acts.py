"""Decides about the acts that wait, for one officer at the board. Free of Qt."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol
from uuid import UUID

from station.usecases.answer_approval import Granted
from station.usecases.print_papers import Printed
from station.words import Language, clock, day_and_month
from ui.approval_words import act_of, reason_of
from ui.desks.approval import WaitingApproval
from ui.desks.board import Board
from ui.desktop.board import words as w
from ui.desktop.board.approval_compared import compared
from ui.desktop.board.view_model import ApprovalSheet, ApprovalView
from ui.desktop.page_acts import PageActs
from ui.desktop.show_then_say import show_then_say
from ui.desktop.tasks import Tasks


class DecidingDesk(Protocol):
    """What it needs of the desk. Every call waits for the disk."""

    @property
    def may_approve(self) -> bool: ...

    def one(self, request_id: UUID) -> WaitingApproval: ...

    def approve(self, request_id: UUID, password: str) -> Granted: ...

    def refuse(self, request_id: UUID, reason: str) -> None: ...


class ApprovalActs:
    """What is refused changes nothing, and is said on the page."""

    def __init__(
        self,
        view: ApprovalView,
        *,
        desk: DecidingDesk,
        read: Callable[[], Board],
        show: Callable[[Board], object],
        changed: Callable[[], object],
        print_waiting: Callable[[], Sequence[Printed]],
        store_worker: Tasks,
        printer_worker: Tasks,
        language: Language,
    ) -> None:
        """
        Args:
            read, show: the board as it is after an act.
            changed: hears that something was done, so that other pages are read.
            print_waiting: prints what a confirmed act owes on paper.
        """
        self._view, self._desk = view, desk
        self._read, self._show, self._changed = read, show, changed
        self._print_waiting = print_waiting
        self._store_worker, self._printer_worker = store_worker, printer_worker
        self._language: Language = language
        self._own = False
        self._acts = PageActs(view, store_worker=store_worker, language=language)

    def on_wanted(self, request_id: str) -> None:
        """Show what an act would change, and ask about it."""
        self._acts.read(partial(self._desk.one, UUID(request_id)), done=self._ask)

    def on_approved(self, request_id: str, password: str) -> None:
        """Confirm it.

        Args:
            password: of who confirms; checked and forgotten.
        """
        if not self._acts.goes_on:
            self._acts.do(
                partial(self._desk.approve, UUID(request_id), password), done=self._approved
            )

    def on_refused(self, request_id: str, reason: str) -> None:
        """Say why it is not done."""
        if not self._acts.goes_on:
            words = w.TAKEN_BACK if self._own else w.REFUSED
            self._acts.do(
                partial(self._desk.refuse, UUID(request_id), reason),
                done=lambda _: self._tell(words[self._language]),
            )

    def sheet_of(self, waiting: WaitingApproval) -> ApprovalSheet:
        """Give what the panel shows of one act."""
        language, request, dossier = self._language, waiting.request, waiting.dossier
        act = act_of(waiting.fact)[language]
        title = act
        if dossier is not None:
            title = w.ABOUT[language].format(
                act=act, code=dossier.code, who=dossier.owning_party.name
            )
        may_approve = self._desk.may_approve and not waiting.own
        advice = ""
        if waiting.own:
            advice = w.OWN[language]
        elif not may_approve:
            advice = w.NO_RANK[language]
        return ApprovalSheet(
            request_id=str(request.asked.request_id),
            title=title,
            said=w.ASKED[language].format(
                name=request.asked.officer_name,
                at=f"{clock(request.at)} {day_and_month(request.at.date())}",
                reason=reason_of(waiting.fact),
            ),
            lines=compared(waiting, language),
            dossier_code=dossier.code if dossier else "",
            may_approve=may_approve,
            own=waiting.own,
            advice=advice,
        )

    def _ask(self, waiting: WaitingApproval) -> None:
        self._own = waiting.own
        self._view.show_approval(self.sheet_of(waiting))

    def _approved(self, granted: Granted) -> None:
        language = self._language
        about = f" · {granted.dossier.code}" if granted.dossier else ""
        act = act_of(granted.event)[language].lower()
        said = w.APPROVED[language].format(act=act, name=granted.asked_by, about=about)
        self._tell(said)
        self._printer_worker.run(self._print_waiting, done=self._printed, failed=self._acts.say)

    def _printed(self, papers: Sequence[Printed]) -> None:
        for error in (paper.error for paper in papers if paper.error is not None):
            self._acts.say(error)
            break  # a printer that is out of paper holds up all that waits

    def _tell(self, said: str) -> None:
        self._view.approval_done()
        show_then_say(
            self._store_worker,
            self._read,
            show=self._show,
            said=said,
            say=self._say_done,
            problem=self._view.show_problem,
            language=self._language,
        )

    def _say_done(self, said: str) -> None:
        self._acts.end()
        self._view.show_done(said)
        self._changed()
