"""Papers on their way to the printers, as the store keeps them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from station.domain.spool import PrintState
from station.errors import StationError


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """One paper that waits for, or went through, a printer. ``job_id`` grows with time."""

    job_id: int
    dossier_id: UUID
    form: str
    paper: str
    queued_at: datetime
    state: PrintState
    printer: str | None = None
    """Where it was sent last."""
    last_error: str | None = None
    reason: str | None = None
    """Why it is printed once more; None for a first copy."""


class PrintJobChangedError(StationError):
    """Something else became of this paper in the meantime."""

    code = "PAP-011"

    def __init__(self, job_id: int) -> None:
        super().__init__(f"print job {job_id} is in another state")
        self.job_id = job_id
