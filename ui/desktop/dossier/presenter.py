"""One dossier on the screen, read anew after every act."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from station.catalogue.parts import Reason
from station.domain.acts import ActNotAllowedError, DossierAct
from station.domain.dossier import Dossier
from station.domain.history import Step
from station.domain.signatures import FoundSignature
from station.usecases.print_papers import Printed
from station.words import Language, capitalised
from ui.approval_words import CORRECT, LEFT
from ui.desks.sync import DossierSending
from ui.desktop.dossier.correction_acts import CorrectionActs
from ui.desktop.dossier.correction_spot import CorrectionSpot
from ui.desktop.dossier.details import detail_of
from ui.desktop.dossier.doing import ActingDesk, do_act
from ui.desktop.dossier.people import people_of
from ui.desktop.dossier.signed_rows import SignedRows
from ui.desktop.dossier.view_model import ActAnswer, AttachedPaper, DossierDetail, DossierView
from ui.desktop.dossier.words import DONE, NOT_CORRECTABLE, TWIN_KEPT
from ui.desktop.page_acts import PageActs
from ui.desktop.reception.files import KeptFile
from ui.desktop.show_then_say import show_then_say
from ui.desktop.tasks import Tasks
from ui.dossier_words import ACTS, state_of

_Read = tuple[Dossier, Sequence[Step], Sequence[Reason], DossierSending | None]
_WITH_CITIZEN: Final = frozenset({DossierAct.BRING, DossierAct.RETURN})
"""What citizens come for with their slip, once it is expected next."""


class DossierPresenter:
    """The page of one dossier, for one officer."""

    def __init__(
        self,
        view: DossierView,
        *,
        desk: ActingDesk,
        steps: Callable[[UUID], Sequence[Step]],
        sending: Callable[[UUID], DossierSending | None],
        now: Callable[[], datetime],
        changed: Callable[[], object],
        may_decide: bool,
        judge: Callable[[str], Sequence[FoundSignature]],
        keep_file: Callable[[Path, UUID], KeptFile],
        store_worker: Tasks,
        file_worker: Tasks,
        printer_worker: Tasks,
        language: Language,
    ) -> None:
        """
        Args:
            sending: how far the province knows of a dossier; None: there is no server.
            judge: judges the signatures of a file, by the name of its bytes.
            keep_file: opens a file that came for a dossier, and keeps it, as the reception does.
            changed: hears that an act was done and its papers printed, so that lists are read.
            may_decide: the officer may say that a twin at another counter goes on as well.
        """
        self._view = view
        self._desk = desk
        self._steps, self._sending = steps, sending
        self._now = now
        self._changed = changed
        self._may_decide = may_decide
        self._store_worker = store_worker
        self._printer_worker = printer_worker
        self._keep_file, self._file_worker = keep_file, file_worker
        self._language: Language = language
        self._code = ""
        self._spot: CorrectionSpot | None = None
        self._with_slip = False
        self._last: _Read | None = None
        self._signed = SignedRows(judge=judge, worker=file_worker, judged=self._show_again)
        self._acts = PageActs(view, store_worker=store_worker, language=language)
        self.correction = CorrectionActs(
            view.correction,
            desk=desk,
            do=partial(self._do, DossierAct.CORRECT),
            leave=lambda work: self._begin(work, self._left),
            store_worker=store_worker,
            failed=self._acts.say,
            language=language,
        )

    @property
    def code(self) -> str:
        """The dossier on the page; empty before the first."""
        return self._code

    def left(self) -> dict[str, Any]:
        """Give which dossier is on the page."""
        return {"code": self._code} if self._code else {}

    def come_back(self, left: Mapping[str, Any]) -> None:
        """Show the dossier that was on the page."""
        self.open(str(left.get("code", "")))

    def open(
        self, code: str, spot: CorrectionSpot | None = None, *, with_slip: bool = False
    ) -> None:
        """Show a dossier.

        Args:
            spot: the field of it that is to be corrected, as soon as it is shown.
            with_slip: its citizen stands here with the slip, and what that is for is begun.
        """
        self._code, self._spot, self._with_slip = code, spot, with_slip
        self._signed.forget()
        self._view.show_problem("")
        self.refresh()

    def refresh(self) -> None:
        """Read the dossier on the page anew."""
        if self._code:
            self._acts.read(partial(self._read, self._code), done=self._show)

    def on_round_ended(self) -> None:
        """Say what the province has of it now, and what came from there; else leave the page."""
        if self._code:
            self._acts.read(partial(self._read, self._code), done=self._show_news)

    def on_act(self, act: DossierAct, answer: ActAnswer) -> None:
        """Do a lawful act with what the officer entered."""
        self._do(act, partial(do_act, self._desk, self._code, act, answer))

    def on_act_out_of_place(self, act: DossierAct) -> None:
        """Say in which state the dossier is, and what may be done in it."""
        if self._last is not None and self._last[0].code == self._code:
            self._acts.say(ActNotAllowedError(self._last[0], act))

    def on_files_brought(self, code: str, row: int, paths: Sequence[str]) -> None:
        """Keep files that came for a paper, each after it was opened."""
        if self._last is None or self._last[0].code != code:
            return
        dossier_id = self._last[0].dossier_id
        for path in map(Path, paths):
            self._file_worker.run(
                partial(self._keep_file, path, dossier_id),
                done=partial(self._attach, code, row, path.name),
                failed=partial(self._refuse_file, code, row),
            )

    def _attach(self, code: str, row: int, name: str, file: KeptFile) -> None:
        attached = AttachedPaper(kept=file.kept, name=name, pages=file.pages)
        self._view.show_attached(code, row, attached)

    def _refuse_file(self, code: str, row: int, error: Exception) -> None:
        self._view.show_attached(code, row, None)
        self._acts.say(error)

    def on_reveal(self) -> None:
        """Show the whole numbers of its people, once it is written down who sees them."""
        if self._code:
            self._acts.read(partial(self._desk.people.reveal, self._code), done=self._show_people)

    def _show_people(self, dossier: Dossier) -> None:
        if dossier.code == self._code:
            self._view.show_people(people_of(dossier, self._language, whole=True))
            self.refresh()

    def on_twin_kept(self, twin_code: str, reason: str) -> None:
        """Note why the dossier and its twin at another counter both go on."""
        self._begin(
            partial(self._desk.life_cycle.keep_duplicates, self._code, twin_code, reason),
            self._twin_kept,
        )

    def _do(self, act: DossierAct, work: Callable[[], Dossier]) -> None:
        """Do an act once, however often its button is pressed."""
        self._begin(work, partial(self._acted, act))

    def _begin(self, work: Callable[[], Dossier], done: Callable[[Dossier], None]) -> None:
        if self._acts.goes_on:
            return
        self._acts.do(work, done=done)

    def _read(self, code: str) -> _Read:
        dossier = self._desk.dossier(code)
        reasons = self._desk.catalogue.lists().reasons
        sending = self._sending(dossier.dossier_id)
        return dossier, self._steps(dossier.dossier_id), reasons, sending

    def _show(self, read: _Read) -> None:
        dossier, steps, reasons, sending = read
        if dossier.code == self._code:  # the officer may have gone on to another
            detail = detail_of(
                dossier,
                steps,
                now=self._now(),
                language=self._language,
                reasons=reasons,
                may_decide=self._may_decide,
                signed=self._signed.found,
                sending=sending,
                left=self._desk.time_left(dossier.due_at, dossier.status),
            )
            self._last = read
            self._view.show_dossier(detail)
            self._correct_at_spot(detail)
            self._serve_citizen(detail)
            self._signed.look_at(dossier)

    def _show_news(self, read: _Read) -> None:
        if read != self._last:
            self._show(read)

    def _correct_at_spot(self, detail: DossierDetail) -> None:
        spot, self._spot = self._spot, None
        if spot is None:
            return
        if any(choice.act is DossierAct.CORRECT for choice in detail.acts):
            self._view.correct(spot)
        else:
            self._view.show_problem(NOT_CORRECTABLE[self._language].format(state=detail.state))

    def _serve_citizen(self, detail: DossierDetail) -> None:
        with_slip, self._with_slip = self._with_slip, False
        if with_slip and detail.acts and detail.acts[0].act in _WITH_CITIZEN:
            self._view.open_act(detail.acts[0].act)

    def _show_again(self) -> None:
        if self._last is not None:
            self._show(self._last)

    def _acted(self, act: DossierAct, dossier: Dossier) -> None:
        said = DONE[self._language].format(
            act=capitalised(ACTS[act][self._language]), state=state_of(dossier, self._language)
        )
        self._tell(said, then=self._print_waiting)

    def _print_waiting(self) -> None:
        self._printer_worker.run(
            self._desk.print_waiting, done=self._printed, failed=self._fail_to_print
        )

    def _twin_kept(self, _: Dossier) -> None:
        self._tell(TWIN_KEPT[self._language])
        self._changed()

    def _left(self, _: Dossier) -> None:
        language = self._language
        self._tell(LEFT[language].format(act=CORRECT[language].lower()))
        self._changed()

    def _tell(self, said: str, then: Callable[[], object] = lambda: None) -> None:
        show_then_say(
            self._store_worker,
            partial(self._read, self._code),
            show=self._show,
            said=said,
            say=self._say_done,
            then=then,
            problem=self._view.show_problem,
            language=self._language,
        )

    def _say_done(self, said: str) -> None:
        self._acts.end()
        self._view.show_done(said)

    def _printed(self, papers: Sequence[Printed]) -> None:
        for error in (paper.error for paper in papers if paper.error is not None):
            self._acts.say(error)
            break  # a printer that is out of paper holds up all that waits
        self.refresh()
        self._changed()

    def _fail_to_print(self, error: Exception) -> None:
        self._acts.say(error)
        self._changed()
