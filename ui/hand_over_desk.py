"""What a desk does with folders that leave for their agency: who waits, seal, list, print."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from station.domain.due_office import transfer_deadline
from station.domain.events import HandOverSealed, from_payload
from station.forms.letter import Sheet
from station.forms.letter_layouts import PaperKind
from station.ports.store import DossierRow
from station.usecases.hand_over import SealedList
from ui.desk_ports import DeskPorts
from ui.letter_desk import LetterDesk
from ui.life_cycle_desk import LifeCycleDesk
from ui.page_printing import print_pages


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
        entries = self._ports.store.queries.office_entries(HandOverSealed.__name__)
        found = []
        for entry in reversed(entries):
            sealed = from_payload(entry.kind, entry.version, entry.payload)
            if isinstance(sealed, HandOverSealed):
                found.append(
                    SealedEntry(
                        number=sealed.list_number,
                        agency=sealed.agency,
                        folders=len(sealed.dossier_codes),
                        at=entry.occurred_at,
                    )
                )
        return found

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
