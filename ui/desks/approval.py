"""What a desk does with acts that wait for a second person: leave, see, confirm or refuse them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from station.domain.dossier import Dossier
from station.domain.events import Event
from station.domain.events.money import FeeReduction
from station.ports.approvals import AnsweredApproval, AskedApproval
from station.usecases.answer_approval import Granted, NoSuchRequestError, grant, refuse
from station.usecases.ask_approval import (
    ask_to_close,
    ask_to_correct,
    ask_to_reduce,
    ask_to_refund,
    ask_to_spoil,
    ask_to_void,
)
from station.usecases.correct_dossier import CorrectDossier, corrected_of
from station.usecases.permissions import Act, may
from station.usecases.waiting_facts import waiting_fact
from ui.desks.acting import acting_of
from ui.desks.catalogue import CatalogueDesk
from ui.desks.ports import DeskPorts

Find = Callable[[str], UUID]
ANSWERS_SHOWN: Final = timedelta(days=3)
"""For how long who asked is told of an answer on the first page; the dossier says it for ever."""
_MOST_ANSWERS: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingApproval:
    """One act that waits, as it would be written, and the dossier that it is about."""

    request: AskedApproval
    fact: Event
    dossier: Dossier | None
    own: bool
    """Who looks is who left it: they may take it back, and never confirm it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredAct:
    """What became of an act that was left."""

    answered: AnsweredApproval
    fact: Event
    dossier: Dossier | None


class ApprovalDesk:
    """The acts of one signed-in officer. What an act refuses changes nothing."""

    def __init__(self, ports: DeskPorts, find: Find, catalogue: CatalogueDesk) -> None:
        self._ports, self._find, self._catalogue = ports, find, catalogue

    @property
    def may_approve(self) -> bool:
        """Tell whether this officer has the rank to confirm what others left."""
        return may(self._ports.officer, Act.APPROVE)

    def waiting(self) -> Sequence[WaitingApproval]:
        """Give what waits, the longest first."""
        return [self._known(one) for one in self._ports.store.approvals.waiting()]

    def one(self, request_id: UUID) -> WaitingApproval:
        """Give one act that waits.

        Raises:
            NoSuchRequestError: none such waits any more.
        """
        return self._known(self._waiting(request_id))

    def answered(self) -> Sequence[AnsweredAct]:
        """Give what became lately of what this officer left, the newest first."""
        ports = self._ports
        since = ports.clock.now() - ANSWERS_SHOWN
        return [
            AnsweredAct(
                answered=one,
                fact=waiting_fact(one.request.asked),
                dossier=self._dossier(one.request.dossier_id),
            )
            for one in ports.store.approvals.answered(_MOST_ANSWERS)
            if one.request.officer_id == ports.officer.officer_id
            and one.officer_id != ports.officer.officer_id
            and one.at >= since
        ]

    def approve(self, request_id: UUID, password: str) -> Granted:
        """Confirm an act with one's own password; see ``answer_approval.grant``."""
        ports = self._ports
        return grant(
            self._waiting(request_id),
            password,
            acting=acting_of(ports),
            officers=ports.store.officers,
            password_opens=ports.password_opens,
            papers=ports.settings.papers_at_reception,
        )

    def refuse(self, request_id: UUID, reason: str) -> None:
        """Say why an act is not done, or take one's own back; see ``answer_approval.refuse``."""
        refuse(self._waiting(request_id), reason, acting=acting_of(self._ports))

    def ask_to_correct(self, code: str, command: CorrectDossier) -> Dossier:
        """Leave a correction; see ``ask_approval``. So do the others below."""
        ports = self._ports
        return ask_to_correct(
            self._find(code),
            command,
            acting=acting_of(ports),
            corrected=lambda dossier: corrected_of(
                dossier,
                command.changes,
                ports.store.catalogue,
                ports.calendar,
                self._catalogue.places,
            ),
        )

    def ask_to_refund(
        self, code: str, payment: int, *, reason: str, amount_vnd: int | None = None
    ) -> Dossier:
        return ask_to_refund(
            self._find(code),
            payment,
            reason=reason,
            amount_vnd=amount_vnd,
            acting=acting_of(self._ports),
        )

    def ask_to_void(self, code: str, payment: int, *, reason: str) -> Dossier:
        return ask_to_void(self._find(code), payment, reason=reason, acting=acting_of(self._ports))

    def ask_to_reduce(
        self,
        code: str,
        lines: Sequence[tuple[int, int]],
        *,
        reason: str,
        legal_basis: str | None = None,
    ) -> Dossier:
        return ask_to_reduce(
            self._find(code),
            [FeeReduction(line=line, amount_vnd=amount) for line, amount in lines],
            reason=reason,
            legal_basis=legal_basis,
            acting=acting_of(self._ports),
        )

    def ask_to_spoil(self, *, reason: str, series: str | None = None) -> None:
        ask_to_spoil(reason=reason, series=series, acting=acting_of(self._ports))

    def ask_to_close(self, count: Mapping[int, int], *, difference_reason: str | None) -> None:
        ask_to_close(count, difference_reason=difference_reason, acting=acting_of(self._ports))

    def _waiting(self, request_id: UUID) -> AskedApproval:
        found = self._ports.store.approvals.waiting_one(request_id)
        if found is None:
            raise NoSuchRequestError
        return found

    def _known(self, request: AskedApproval) -> WaitingApproval:
        return WaitingApproval(
            request=request,
            fact=waiting_fact(request.asked),
            dossier=self._dossier(request.dossier_id),
            own=request.officer_id == self._ports.officer.officer_id,
        )

    def _dossier(self, dossier_id: UUID | None) -> Dossier | None:
        return None if dossier_id is None else self._ports.store.queries.dossier(dossier_id)
