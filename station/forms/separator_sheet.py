"""Tờ phân cách: a page that is laid before the papers of one row, so that they file themselves."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from station.domain.procedure import Procedure
from station.domain.separator_code import SeparatorCode
from station.forms.office import OfficeHeader
from station.forms.wording import one_line

SEPARATORS = "separators"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeparatorSheet:
    """What stands on one sheet, in words for people and in a code for the scan desk.

    It names a row of a procedure's checklist, never a person or a dossier: a set may be kept at the
    counter and used for every dossier of the procedure.
    """

    number: int
    """Of the row in the checklist, from 1: the digit that files a page by hand."""
    row_name: str
    procedure_code: str
    procedure_name: str
    code: SeparatorCode
    agency: str
    printed_at: datetime


def separator_sheets(
    procedure: Procedure,
    rows: Iterable[tuple[str, str]],
    office: OfficeHeader,
    *,
    printed_at: datetime,
) -> tuple[SeparatorSheet, ...]:
    """Say what stands on the sheets of a checklist, one a row.

    Args:
        rows: key and name of each row, in the order of the checklist.
    """
    return tuple(
        SeparatorSheet(
            number=number,
            row_name=one_line(name),
            procedure_code=procedure.code,
            procedure_name=one_line(procedure.name),
            code=SeparatorCode.of(procedure.code, key, name),
            agency=one_line(office.agency),
            printed_at=printed_at,
        )
        for number, (key, name) in enumerate(rows, start=1)
    )
