"""When a fact of a dossier's history happened, and by whom."""

from datetime import datetime
from typing import Protocol


class Moment(Protocol):
    """When a fact happened, and by whom."""

    @property
    def occurred_at(self) -> datetime: ...
    @property
    def officer_id(self) -> str: ...
