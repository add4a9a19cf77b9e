"""Facts of money at the counter. Amounts are whole đồng."""

from dataclasses import dataclass
from typing import ClassVar

from station.domain.dossier import PaymentMethod


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeCollected:
    """Money was taken at the counter. This is no biên lai: the province issues that."""

    version: ClassVar[int] = 1

    method: PaymentMethod
    amount_vnd: int
    tendered_vnd: int | None
