"""How far the province knows of this station, put together for one page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from station.domain.line_pause import LinePause, PauseLength
from station.ports.outbox import DossierDelivery, RefusedEvent, SyncStatus
from station.usecases.fetch_catalogue import FetchedCatalogue
from station.usecases.pause_line import pause_line, resume_line
from station.usecases.send_again import send_again
from ui.desks.desk import Desk

MOST_LOOKED_AT = 500
"""Entries that are read to say of which dossiers something waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingDossier:
    """What waits of one dossier, or of the office (no code)."""

    dossier_code: str | None
    kinds: tuple[str, ...]
    """Names of the events, oldest first, each once."""
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LineState:
    """Everything that the page tells."""

    status: SyncStatus
    server: str | None
    """Its address; None before the station is enrolled."""
    refused: Sequence[RefusedEvent]
    waiting: Sequence[WaitingDossier]
    """Of the oldest ``MOST_LOOKED_AT`` entries, what is held back left out."""
    clocks_not_begun: int
    """Dossiers for other territories that wait here: nobody's clock runs for them."""
    twins: int
    """Dossiers that another counter received as well, about which nobody has decided."""
    numbers_left: int
    catalogue: FetchedCatalogue | None
    pause: LinePause | None = None
    """The last one, unless somebody ended it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierSending:
    """How far the province knows of one dossier."""

    delivery: DossierDelivery
    contact_at: datetime | None
    """When the province answered last."""


class SyncDesk:
    """Reads the state of the line; what changes it is the desk's."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def look(self) -> LineState:
        """Read everything from one state of the store."""
        desk, store = self._desk, self._desk.store
        with store.one_state():
            enrolment = store.outbox.enrolment()
            left, _ = store.queries.numbers_left(desk.settings.agency_code, desk.now().date())
            return LineState(
                status=store.outbox.status(),
                server=enrolment.base_url if enrolment else None,
                refused=store.outbox.refused(),
                waiting=self._waiting(),
                clocks_not_begun=len(store.outbox.clocks_not_begun()),
                twins=len(store.queries.with_twins()),
                numbers_left=left,
                catalogue=desk.catalogue.last_fetched(),
                pause=store.outbox.pause(),
            )

    def of_dossier(self, dossier_id: UUID) -> DossierSending | None:
        """Give how far the province knows of a dossier; None: this station has no server."""
        outbox = self._desk.store.outbox
        if outbox.enrolment() is None:
            return None
        return DossierSending(
            delivery=outbox.delivery_of(dossier_id), contact_at=outbox.status().last_contact_at
        )

    def send_again(self, dossier_code: str | None) -> int:
        """Let what was sent back of a dossier, or of the office, wait again."""
        return send_again(self._desk.store.outbox, lambda code: code == dossier_code)

    def pause(self, length: PauseLength) -> LinePause:
        """Leave the line to somebody else for a while; see ``pause_line``."""
        desk = self._desk
        return pause_line(length, officer=desk.officer, outbox=desk.store.outbox, now=desk.now)

    def resume(self) -> None:
        """Send and fetch again."""
        resume_line(self._desk.store.outbox)

    def _waiting(self) -> Sequence[WaitingDossier]:
        store = self._desk.store
        kinds: dict[UUID | None, dict[str, None]] = {}
        since: dict[UUID | None, datetime] = {}
        for entry in store.outbox.waiting_events(MOST_LOOKED_AT):
            kinds.setdefault(entry.dossier_id, {})[entry.kind] = None
            since.setdefault(entry.dossier_id, entry.occurred_at)
        codes = store.queries.codes_of([one for one in kinds if one is not None])
        return [
            WaitingDossier(
                dossier_code=codes.get(dossier_id) if dossier_id else None,
                kinds=tuple(names),
                since=since[dossier_id],
            )
            for dossier_id, names in kinds.items()
        ]
