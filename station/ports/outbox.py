"""What still has to reach the province, and what came from it: delivery states of the journal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from station.domain.clock_guard import Contact
from station.domain.journal import JournalEntry
from station.domain.line_pause import LinePause
from station.ports.province import Enrolment, Problem, ProvinceEvent, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingFile:
    """A stored file that the province has not confirmed yet."""

    sha256: str
    size: int
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedEvent:
    """An event that the province refused. It holds back the later events of its dossier only."""

    event_id: UUID
    sequence: int
    dossier_id: UUID | None
    dossier_code: str | None
    kind: str
    problem: Problem
    refused_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCounts:
    """``waiting`` counts what is held back behind a refused event, too."""

    waiting: int
    sent: int
    refused: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCounts:
    waiting: int
    sent: int


class Delivery(StrEnum):
    """How far an event of this station is on its way."""

    WAITING = "waiting"
    SENT = "sent"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierDelivery:
    """How far the province knows of one dossier, by what it confirmed."""

    events: Mapping[UUID, Delivery]
    """The station's own events by their ids; news of the province is none of them."""
    sent_at: datetime | None
    """When the province took one of them last."""
    files: FileCounts

    def count(self, state: Delivery) -> int:
        """Give how many events are so far."""
        return sum(one is state for one in self.events.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncStatus:
    """How far the province knows of this station; the JSON of ``station sync status``.

    ``clock_offset_s`` is the server's time minus the station's at the last contact.
    """

    events: EventCounts
    files: FileCounts
    last_contact_at: datetime | None
    clock_offset_s: float | None
    contact_boot_at: datetime | None = None
    """When the computer was started, by the clock that it had at the last contact."""

    @property
    def contact(self) -> Contact | None:
        """The last contact as a witness of the time; None before the first."""
        if self.last_contact_at is None or self.clock_offset_s is None:
            return None
        offset = timedelta(seconds=self.clock_offset_s)
        return Contact(self.last_contact_at, offset, self.contact_boot_at)


class Outbox(Protocol):
    """Delivery states beside the journal. Every changing call is one durable transaction.

    Only the station's own entries are to be sent: what came as news never goes back.
    """

    def waiting_events(self, limit: int, *, after: int = 0) -> Sequence[JournalEntry]:
        """Give unsent entries whose sequence is greater than ``after``, in its order.

        Entries of a dossier that has a refused entry are left out; entries without a dossier
        are never held back.
        """
        ...

    def clocks_not_begun(self) -> Sequence[UUID]:
        """Give the dossiers whose reception waits, and whose time runs from the receipt of an
        agency elsewhere (NĐ 309/2026 Art. 17(3)): until it hears of them, nobody's clock runs."""
        ...

    def record_verdicts(self, verdicts: Sequence[Verdict], *, at: datetime) -> None:
        """Note what the province did with each entry.

        ``applied`` and ``already_applied`` mean sent, and that is final: a later refusal of the
        same entry changes nothing. ``refused`` keeps the problem.
        """
        ...

    def send_again(self, event_id: UUID) -> None:
        """Make a refused entry wait again, because the province corrected its side.

        An entry that is not refused stays as it is.
        """
        ...

    def refused(self) -> Sequence[RefusedEvent]:
        """Give the refused entries in the order of their sequence."""
        ...

    def delivery_of(self, dossier_id: UUID) -> DossierDelivery:
        """Give how far the province knows of a dossier; of one that is not here: nothing."""
        ...

    def waiting_files(self, limit: int) -> Sequence[WaitingFile]:
        """Give unsent files: fewest failures first, then the smallest, then by hash.

        A file that several dossiers share is given once.
        """
        ...

    def read_file(self, sha256: str) -> bytes:
        """Give a file's content.

        Raises:
            StationError: the stored file is missing or damaged (the vault's own error).
        """
        ...

    def file_sent(self, sha256: str, *, at: datetime) -> None:
        """Note that the province has the file."""
        ...

    def file_failed(self, sha256: str, *, error: str, at: datetime) -> None:
        """Note the code of the error that stopped this file; it goes behind the others."""
        ...

    def news_cursor(self) -> str | None:
        """Give the place up to which the province's news was taken; None before the first."""
        ...

    def take_news(self, news: Sequence[ProvinceEvent], *, cursor: str) -> int:
        """Keep news, fold it into the dossiers and move the cursor, in one transaction.

        An event that is known already (by ``event_id``) changes nothing. One whose dossier is not
        here, or that this version cannot read or fold, is kept and changes no dossier; it never
        stops the ones after it.

        Returns:
            How many events were new.
        """
        ...

    def note_contact(
        self, *, at: datetime, clock_offset_s: float, boot_at: datetime | None = None
    ) -> None:
        """Note that the province answered, and when the computer was started by the same clock."""
        ...

    def status(self) -> SyncStatus:
        """Count what waits and what is done."""
        ...

    def pause(self) -> LinePause | None:
        """Give the pause that was asked for last, also when its time is over; None after
        somebody ended it, and before the first."""
        ...

    def keep_pause(self, pause: LinePause | None) -> None:
        """Note from when to when nothing is sent; None: somebody ended it."""
        ...

    def enrolment(self) -> Enrolment | None:
        """Give what the province gave this station; None before it is enrolled."""
        ...

    def save_enrolment(self, enrolment: Enrolment) -> None:
        """Keep the enrolment, and make its number ranges the station's, in one transaction."""
        ...
