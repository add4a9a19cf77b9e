"""What a desk does with folders that leave for their agency: who waits, seal, list, print."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from station.domain.dossier import Dossier
from station.domain.due_office import transfer_deadline
from station.domain.events import HandOverSealed, HandOverSigned, from_payload
from station.forms.letter import Sheet
from station.forms.letter_layouts import PaperKind
from station.ports.dossier_queries import DossierRow
from station.usecases.hand_over import SealedList
from station.usecases.sign_hand_over import SignHandOver, sign_hand_over
from ui.desks.acting import acting_of
from ui.desks.letter import LetterDesk
from ui.desks.life_cycle import LifeCycleDesk
from ui.desks.page_printing import print_pages
from ui.desks.ports import DeskPorts

Noted = TypeVar("Noted", HandOverSealed, HandOverSigned)


@dataclass(frozen=True, slots=True)
class WaitingFolder:
    """A folder at the counter, and by when it must be with its agency (NĐ 61/2018 Art. 18(2))."""

    row: DossierRow
    leave_by: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedEntry:
    """One list that this station sealed."""

    number: str
    agency: str
    folders: int
    at: datetime
    receiver: str | None = None
    """Who signed for it; None: the counter's copy has not come back."""
    not_taken: int = 0
    """Folders that the receiver did not take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListToSign:
    """A sealed list with its folders, to be ticked off."""

    number: str
    agency: str
    folders: tuple[tuple[str, str], ...]
    """Code and owner, in the order of the list."""


class HandOverDesk:
    """The acts of one signed-in officer. What an act refuses changes nothing."""

    def __init__(self, ports: DeskPorts, life_cycle: LifeCycleDesk, letters: LetterDesk) -> None:
        self._ports = ports
        self._life_cycle = life_cycle
        self._letters = letters

    def waiting(self) -> Sequence[WaitingFolder]:
        """Give the folders that wait, those that must leave first at the top."""
        calendar = self._ports.calendar
        folders = [
            WaitingFolder(row, transfer_deadline(row.received_at, calendar).by_at)
            for row in self._ports.store.queries.awaiting_hand_over()
        ]
        return sorted(folders, key=lambda folder: (folder.leave_by, folder.row.received_at))

    def lists(self) -> Sequence[SealedEntry]:
        """Give the sealed lists, the newest first."""
        signed = {one.list_number: one for _, one in self._noted(HandOverSigned)}
        return [
            SealedEntry(
                number=sealed.list_number,
                agency=sealed.agency,
                folders=len(sealed.dossier_codes),
                at=at,
                receiver=by.receiver if (by := signed.get(sealed.list_number)) else None,
                not_taken=len(by.not_taken) if by else 0,
            )
            for at, sealed in reversed(self._noted(HandOverSealed))
        ]

    def to_sign(self, number: str) -> ListToSign:
        """Give a sealed list with its folders.

        Raises:
            UnknownListError: this station has sealed no such list.
        """
        _, sealed = self._letters.sealed_list(number)
        queries = self._ports.store.queries
        folders = [queries.dossier(one) for one in self._ids(sealed)]
        return ListToSign(
            number=sealed.list_number,
            agency=sealed.agency,
            folders=tuple((one.code, one.owning_party.name) for one in folders),
        )

    def sign(self, number: str, command: SignHandOver) -> Sequence[Dossier]:
        """Note that the receiver signed a list; see ``sign_hand_over``.

        Raises:
            UnknownListError: this station has sealed no such list.
            StationError: what the use case refuses; nothing was changed.
        """
        _, sealed = self._letters.sealed_list(number)
        return sign_hand_over(
            command,
            sealed=sealed,
            dossier_ids=self._ids(sealed),
            acting=acting_of(self._ports),
        )

    def _ids(self, sealed: HandOverSealed) -> list[UUID]:
        found = map(self._ports.store.queries.find, sealed.dossier_codes)
        return [dossier_id for dossier_id in found if dossier_id is not None]

    def _noted(self, kind: type[Noted]) -> list[tuple[datetime, Noted]]:
        """Give the office's facts of one kind, the oldest first."""
        entries = self._ports.store.queries.office_entries(kind.__name__)
        read = [(e.occurred_at, from_payload(e.kind, e.version, e.payload)) for e in entries]
        return [(at, event) for at, event in read if isinstance(event, kind)]

    def seal(
        self, codes: Sequence[str], *, agency: str, left_behind: Sequence[tuple[str, str]]
    ) -> SealedList:
        """Seal one list; see ``hand_over``."""
        return self._life_cycle.forward(codes, agency=agency, left_behind=left_behind)

    def list_pdf(self, number: str) -> bytes:
        """Give a sealed list, both copies, as PDF."""
        return self._letters.hand_over_pdf(number)

    def print_list(self, number: str) -> str:
        """Print both copies of a sealed list, and give the printer's name.

        Raises:
            NoPrinterError, UnknownListError: nothing was printed.
            StationError: why the printer did not take it.
        """
        return print_pages(
            self._ports.devices,
            lambda: self.list_pdf(number),
            form=PaperKind.HAND_OVER.value,
            sheet=Sheet.A4_LANDSCAPE.value,
            title=number,
        )
