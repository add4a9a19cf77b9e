"""What a desk does with a dossier between reception and result; see ``station.domain.acts``."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

from station.domain.dossier import Dossier
from station.domain.processing import Approval
from station.domain.ratings import RatedAct, Satisfaction
from station.forms.form_sets import form_set_on
from station.forms.letter_layouts import PaperKind, form_called
from station.usecases.bring_supplement import bring_supplement
from station.usecases.correct_dossier import CorrectDossier, correct_dossier
from station.usecases.dossier_act import Acting
from station.usecases.hand_over import HandOverDossiers, SealedList, hand_over
from station.usecases.keep_duplicates import keep_duplicates
from station.usecases.lodge_dossier import AskForPapers, TurnAway, lodge_dossier
from station.usecases.rate_service import rate_service
from station.usecases.reception_input import ReceptionInput, SupplementInput
from station.usecases.refuse_dossier import RefuseDossier, refuse_dossier
from station.usecases.request_supplement import (
    RequestSupplement,
    lacking_papers,
    request_supplement,
)
from station.usecases.return_result import (
    ReturnResult,
    TakeResultIn,
    return_result,
    take_result_in,
)
from station.usecases.second_person import SecondPerson, alone, approve
from station.usecases.withdraw_dossier import declare_slip_lost, withdraw_dossier
from ui.desks.acting import acting_of, counter_of
from ui.desks.catalogue import CatalogueDesk
from ui.desks.people import PeopleDesk
from ui.desks.ports import DeskPorts

Find = Callable[[str], UUID]


class LifeCycleDesk:
    """The acts of one signed-in officer. Every one names the dossier by its code.

    Each raises ``UnknownDossierError``, ``ActNotAllowedError``, or what its use case refuses;
    then nothing was changed.
    """

    def __init__(
        self, ports: DeskPorts, find: Find, people: PeopleDesk, catalogue: CatalogueDesk
    ) -> None:
        self._ports = ports
        self._find = find
        self._people = people
        self._catalogue = catalogue

    def lodge(
        self,
        given: ReceptionInput,
        then: AskForPapers | TurnAway,
        *,
        folder: Path,
        lock_duplicates: bool = False,
    ) -> Dossier:
        """Take a dossier in that cannot be accepted, with form 02 or 03."""
        kind = PaperKind.REFUSAL if isinstance(then, TurnAway) else PaperKind.SUPPLEMENT
        ports = self._ports
        return lodge_dossier(
            given,
            then,
            acting=self._acting(),
            counter=counter_of(ports),
            catalogue=ports.store.catalogue,
            vault=ports.store.vault,
            documents=ports.documents,
            folder=folder,
            open_alike=self._people.open_alike,
            lock_duplicates=lock_duplicates,
            places=self._catalogue.places,
            papers=self._owed(kind, form_set_on(ports.clock.now().date()).key),
        )

    def supplement(
        self,
        code: str,
        rows: Sequence[tuple[int, str]],
        *,
        reason: str,
        legal_basis: str | None = None,
        deadline_on: date | None = None,
        missed_before: str | None = None,
    ) -> Dossier:
        """Ask for rows of the checklist; without any, for every mandatory row that is missing."""
        dossier = self._dossier(code)
        wanted = list(rows) or [(index, "") for index in dossier.missing]
        return request_supplement(
            dossier.dossier_id,
            RequestSupplement(
                items=lacking_papers(dossier, wanted),
                reason=reason,
                legal_basis=legal_basis,
                deadline_on=deadline_on,
                missed_before=missed_before,
            ),
            acting=self._acting(),
            papers=self._owed(PaperKind.SUPPLEMENT, dossier.form_set),
        )

    def bring(self, code: str, brought: SupplementInput, *, folder: Path) -> Dossier:
        """Take in what was brought for a request; a new slip follows when nothing lacks."""
        ports = self._ports
        return bring_supplement(
            self._find(code),
            brought,
            acting=self._acting(),
            catalogue=ports.store.catalogue,
            calendar=ports.calendar,
            vault=ports.store.vault,
            documents=ports.documents,
            folder=folder,
            papers=ports.settings.papers_at_reception,
        )

    def refuse(
        self, code: str, reasons: Sequence[str], *, legal_basis: str | None = None
    ) -> Dossier:
        """Refuse it with form 03."""
        dossier = self._dossier(code)
        return refuse_dossier(
            dossier.dossier_id,
            RefuseDossier(reasons=tuple(reasons), legal_basis=legal_basis),
            acting=self._acting(),
            papers=self._owed(PaperKind.REFUSAL, dossier.form_set),
        )

    def withdraw(self, code: str, reason: str) -> Dossier:
        """Give it back to the applicant."""
        dossier = self._dossier(code)
        return withdraw_dossier(
            dossier.dossier_id,
            reason,
            acting=self._acting(),
            papers=self._owed(PaperKind.PAPERS_BACK, dossier.form_set),
        )

    def correct(self, code: str, command: CorrectDossier) -> Dossier:
        """Make its next version, and its next slip."""
        ports = self._ports
        return correct_dossier(
            self._find(code),
            command,
            acting=self._acting(),
            catalogue=ports.store.catalogue,
            calendar=ports.calendar,
            places=self._catalogue.places,
            papers=ports.settings.papers_at_reception,
        )

    @property
    def acts_alone(self) -> bool:
        """Tell whether this officer needs no second person: a commune's only one."""
        return alone(self._ports.officer) is not None

    def approval(self, by: SecondPerson) -> Approval:
        """Check the second person of an act."""
        ports = self._ports
        return approve(
            by,
            acting=ports.officer,
            officers=ports.store.officers,
            password_opens=ports.password_opens,
        )

    def forward(
        self,
        codes: Sequence[str],
        *,
        agency: str | None = None,
        left_behind: Sequence[tuple[str, str]] = (),
    ) -> SealedList:
        """Hand dossiers over on one sealed list."""
        command = HandOverDossiers(
            dossier_ids=tuple(self._find(code) for code in codes),
            agency=agency,
            left_behind=tuple(left_behind),
        )
        return hand_over(command, acting=self._acting())

    def arrive(self, code: str, command: TakeResultIn) -> Dossier:
        """Note that the result came to the counter."""
        return take_result_in(self._find(code), command, acting=self._acting())

    def give(self, code: str, command: ReturnResult) -> Dossier:
        """Give the result to somebody who may have it, or the papers back that have none."""
        dossier = self._dossier(code)
        kind: PaperKind | None = None
        if dossier.status.is_without_result:
            kind = PaperKind.PAPERS_BACK
        elif dossier.results:
            lost = dossier.slip_lost_at is not None
            kind = PaperKind.LOST_SLIP if lost else PaperKind.RESULT_RECEIPT
        return return_result(
            dossier.dossier_id,
            command,
            acting=self._acting(),
            papers=self._owed(kind, dossier.form_set) if kind else (),
        )

    def lost_slip(self, code: str, *, declared_by: str = "", note: str | None = None) -> Dossier:
        """Note that the applicant lost the slip."""
        return declare_slip_lost(
            self._find(code), declared_by=declared_by, note=note, acting=self._acting()
        )

    def keep_duplicates(self, code: str, twin_code: str, reason: str) -> Dossier:
        """Note why this dossier and its twin at another counter both go on."""
        return keep_duplicates(self._find(code), twin_code, reason, acting=self._acting())

    def rate(self, code: str, act: RatedAct, satisfaction: Satisfaction) -> Dossier:
        """Note what the citizen said of one act."""
        return rate_service(self._find(code), act, satisfaction, acting=self._acting())

    def _acting(self) -> Acting:
        return acting_of(self._ports)

    def _dossier(self, code: str) -> Dossier:
        return self._ports.store.queries.dossier(self._find(code))

    def _owed(self, kind: PaperKind, form_set: str) -> tuple[tuple[str, str], ...]:
        """Name the paper that an act owes; nothing where no printer could put it out."""
        sheet = form_called(kind.value, form_set).layout.sheet.value
        if self._ports.devices.page_printer_for(kind.value, sheet) is None:
            return ()
        return ((kind.value, sheet),)
