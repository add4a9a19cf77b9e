"""The letter-like papers about one dossier: forms 02 to 06 and what is signed at the return.

Each says what the dossier's facts say and nothing else; what is not known is left to be written
by hand. No error code and no number of a person in clear stands on any of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from station.domain.dossier import Dossier
from station.errors import StationError
from station.forms.dossier_names import dossier_names
from station.forms.letter import Letter
from station.forms.letter_layouts import Names, Occasion, PaperKind, compose, form_of
from station.forms.office import OfficeHeader
from station.forms.wording import clock_and_date, in_capitals, one_line

_TIME_BY_HAND = "...... giờ ...... phút,\nngày ...... tháng ...... năm ........"
_AGENCY_BY_HAND = "......................"
_FEWEST_HAND_OVERS = 4
"""So many rows the control sheet has at least, as the circular's has on a page."""


class NothingToWriteError(StationError):
    """The dossier has no fact that this paper is about: no request, no refusal, no return."""

    code = "PAP-003"

    def __init__(self, kind: PaperKind, dossier: Dossier) -> None:
        super().__init__(f"dossier {dossier.code} gives no reason for the paper {kind}")
        self.kind, self.dossier_code = kind, dossier.code

    @property
    def details(self) -> dict[str, Any]:
        return {"form": self.kind.value, "dossier_code": self.dossier_code}


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """Where, by whom and when a paper is written; ``reprint`` is n for its n-th reprint."""

    office: OfficeHeader
    officer_name: str
    printed_at: datetime
    reprint: int = 0

    @property
    def marks(self) -> tuple[str, ...]:
        if not self.reprint:
            return ()
        at, by = clock_and_date(self.printed_at), in_capitals(self.officer_name)
        return (f"BẢN IN LẠI LẦN {self.reprint} – {at} – {by}",)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a paper says beyond the dossier: its day, facts by name, and rows."""

    dated: date
    names: Names
    rows: dict[str, list[Names]]


def dossier_letter(kind: PaperKind, dossier: Dossier, printing: Printing) -> Letter:
    """Say what a paper about a dossier says.

    Raises:
        NoSuchFormError: the forms of the dossier's time have no such paper.
        NothingToWriteError: nothing happened that the paper is about.
    """
    form = form_of(kind, dossier.form_set)
    facts = _FACTS[kind](dossier) if kind in _FACTS else None
    if facts is None:
        raise NothingToWriteError(kind, dossier)
    names = dossier_names(dossier, printing.office, printing.officer_name)
    return compose(
        form,
        printing.office,
        Occasion(
            dated=facts.dated,
            printed_at=printing.printed_at,
            identity=dossier.code,
            whose=in_capitals(dossier.owning_party.name),
            marks=printing.marks,
        ),
        {**names, **facts.names},
        facts.rows,
    )


def _control_sheet(dossier: Dossier) -> Facts:
    first: Names = {"giver": "Bộ phận TN & TKQ", "taker": one_line(dossier.handling_agency)}
    by_hand: Names = {"giver": _AGENCY_BY_HAND, "taker": _AGENCY_BY_HAND}
    rows = [first, *[by_hand] * (_FEWEST_HAND_OVERS - 1)]
    empty: Names = {"at": _TIME_BY_HAND, "outcome": "", "remark": ""}
    return Facts(
        dossier.received_at.date(),
        {"cooperating_agency": ""},
        {"hand_overs": [{**empty, **row} for row in rows]},
    )


_FACTS: dict[PaperKind, Callable[[Dossier], Facts | None]] = {
    PaperKind.CONTROL: _control_sheet,
}
DOSSIER_LETTERS = tuple(_FACTS)
"""The papers that are about one dossier."""
