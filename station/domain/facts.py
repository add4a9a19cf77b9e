"""What the fold needs of a fact, wherever it is from, and facts that contradict one another."""

from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from station.errors import StationError


class BrokenHistoryError(StationError):
    """The facts of one dossier contradict one another."""

    code = "STO-011"

    def __init__(self, dossier_id: UUID | None, kind: str) -> None:
        super().__init__(f"{kind} cannot follow what is known of dossier {dossier_id}")
        self.dossier_id = dossier_id


class Fact(Protocol):
    """What the fold needs of a journal entry, or of a piece of news from the province."""

    @property
    def event_id(self) -> UUID: ...
    @property
    def dossier_id(self) -> UUID | None: ...
    @property
    def station_id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def version(self) -> int: ...
    @property
    def occurred_at(self) -> datetime: ...
    @property
    def officer_id(self) -> str: ...
    @property
    def payload(self) -> dict[str, Any]: ...
