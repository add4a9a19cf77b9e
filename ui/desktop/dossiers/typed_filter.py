"""What an officer entered to narrow the list, read as a filter. Free of Qt."""

from dataclasses import dataclass, replace
from datetime import date

from station.domain.dossier import DossierStatus
from station.domain.dossier_filter import Days, DossierFilter
from station.words import numeric_date
from ui.desktop.typed_text import typed_date

RECEIVED_FROM, RECEIVED_TO = "received_from", "received_to"
PROMISED_FROM, PROMISED_TO = "promised_from", "promised_to"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedFilter:
    """The fields of the panel as they stand there; empty: it does not matter."""

    received: str = Days.ANY.value
    received_from: str = ""
    received_to: str = ""
    promised: str = Days.ANY.value
    promised_from: str = ""
    promised_to: str = ""
    counter: str = ""
    status: str = ""
    field: str = ""


def read_filter(typed: TypedFilter) -> DossierFilter | frozenset[str]:
    """Give the filter, or which fields of it cannot be read: no day, or a last before a first."""
    wrong: set[str] = set()
    received, received_from, received_to = _days(
        typed.received, RECEIVED_FROM, typed.received_from, RECEIVED_TO, typed.received_to, wrong
    )
    promised, promised_from, promised_to = _days(
        typed.promised, PROMISED_FROM, typed.promised_from, PROMISED_TO, typed.promised_to, wrong
    )
    if wrong:
        return frozenset(wrong)
    return DossierFilter(
        received=received,
        received_from=received_from,
        received_to=received_to,
        promised=promised,
        promised_from=promised_from,
        promised_to=promised_to,
        counter=int(typed.counter) if typed.counter else None,
        status=DossierStatus(typed.status) if typed.status else None,
        field=typed.field or None,
    )


def typed_of(wanted: DossierFilter) -> TypedFilter:
    """Give the fields that ask for a filter."""

    def said(day: date | None) -> str:
        return "" if day is None else numeric_date(day)

    typed = TypedFilter(
        received=wanted.received.value,
        promised=wanted.promised.value,
        counter="" if wanted.counter is None else str(wanted.counter),
        status="" if wanted.status is None else wanted.status.value,
        field=wanted.field or "",
    )
    return replace(
        typed,
        received_from=said(wanted.received_from),
        received_to=said(wanted.received_to),
        promised_from=said(wanted.promised_from),
        promised_to=said(wanted.promised_to),
    )


def _days(
    days: str, from_field: str, first: str, to_field: str, last: str, wrong: set[str]
) -> tuple[Days, date | None, date | None]:
    """Read which days; those from and to count where they are asked for alone."""
    if Days(days) is not Days.BETWEEN:
        return Days(days), None, None
    begin, end = typed_date(first), typed_date(last)
    wrong |= {
        field
        for field, text, day in ((from_field, first, begin), (to_field, last, end))
        if text.strip() and day is None
    }
    if begin is not None and end is not None and end < begin:
        wrong.add(to_field)
    if begin is None and end is None:
        return Days.ANY, None, None
    return Days.BETWEEN, begin, end
