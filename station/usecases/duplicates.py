"""Hồ sơ trùng: the same person has the same procedure open already.

Within 30 days it passes with a recorded reason only. The same submission sent again by
the line is another matter: the province knows it by its event.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from station.domain.dossier import DossierStatus
from station.domain.person import Party
from station.errors import StationError
from station.ports.dossier_queries import DossierQueries
from station.text import clean, fold, plain_number

WITHIN = timedelta(days=30)
"""Practice: who comes back later comes with another matter."""
_MOST_LOOKED_AT = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDossier:
    """A dossier of the same person under the same procedure that is still open."""

    dossier_code: str
    received_at: datetime
    status: DossierStatus
    officer_name: str
    counter: int
    procedure_name: str
    papers: tuple[str, ...]
    """What was handed in of each, by name."""


OpenAlike = Callable[[str, Party, date], Sequence[OpenDossier]]
"""Finds what is open: code of the procedure, whose dossier it is, the day."""


class DuplicateDossierError(StationError):
    """The same person has the same procedure open, and no reason says why there is another."""

    code = "DOS-045"

    def __init__(self, found: Sequence[OpenDossier]) -> None:
        super().__init__(f"{len(found)} open dossiers of the same person and procedure")
        self.found = tuple(found)

    @property
    def details(self) -> dict[str, Any]:
        return {
            "dossier_code": self.found[0].dossier_code,
            "duplicates": [
                {
                    "dossier_code": one.dossier_code,
                    "received_at": one.received_at.isoformat(),
                    "status": one.status.value,
                }
                for one in self.found
            ],
        }


def open_alike(
    procedure_code: str, party: Party, on: date, *, queries: DossierQueries
) -> tuple[OpenDossier, ...]:
    """Give the open dossiers of the last 30 days, newest first.

    People are the same by their number; where one of the two has none, by name and date of birth.
    """
    found = []
    for dossier_id in queries.open_under(
        procedure_code,
        number=party.number,
        name=party.name,
        born_on=party.person.date_of_birth,
        since=on - WITHIN,
        limit=_MOST_LOOKED_AT,
    ):
        dossier = queries.dossier(dossier_id)
        if is_same(dossier.owning_party, party):
            found.append(
                OpenDossier(
                    dossier_code=dossier.code,
                    received_at=dossier.received_at,
                    status=dossier.status,
                    officer_name=dossier.officer_name,
                    counter=dossier.counter,
                    procedure_name=dossier.procedure_name,
                    papers=tuple(row.name for row in dossier.documents if row.handed_in),
                )
            )
    return tuple(sorted(found, key=lambda one: one.received_at, reverse=True))


def is_same(one: Party, other: Party) -> bool:
    """Tell whether two parties are the same, as far as what was written down of them says."""
    if one.number and other.number:
        return plain_number(one.number) == plain_number(other.number)
    born = (one.person.date_of_birth, other.person.date_of_birth)
    return fold(one.name) == fold(other.name) and born[0] is not None and born[0] == born[1]


def why_another(
    reason: str | None, found: Sequence[OpenDossier], *, lock: bool
) -> tuple[tuple[str, ...], str | None]:
    """Give the codes of the duplicates and the reason for one more, as they are recorded.

    Raises:
        DuplicateDossierError: there are some, ``lock`` holds and nothing says why.
    """
    said = clean(reason or "") or None
    if found and lock and said is None:
        raise DuplicateDossierError(found)
    return tuple(one.dossier_code for one in found), said if found else None
