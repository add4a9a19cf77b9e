"""Sổ theo dõi hồ sơ (mẫu 07, TT 03/2025; mẫu 06, TT 01/2018): the dossiers of a period.

The statutory book is opened for a year and numbers its entries from 1 to its end
(TT 01/2018/TT-VPCP Art. 10); a print of a shorter period numbers its own rows.
"""

from collections.abc import Iterable
from datetime import date, datetime

from station.domain.dossier import Dossier, DossierStatus
from station.forms.dossier_names import METHODS, dossier_names, office_names
from station.forms.form_sets import form_set_on
from station.forms.letter import Letter
from station.forms.letter_layouts import Occasion, PaperKind, compose, form_of
from station.forms.office import OfficeHeader
from station.forms.templates import BUILT_IN, Templates
from station.forms.wording import clock_and_date, short_date

_REMARKS = {
    DossierStatus.REFUSED: "Từ chối tiếp nhận",
    DossierStatus.WAITING_SUPPLEMENT: "Chờ bổ sung",
    DossierStatus.WAITING_FINANCIAL_DUTY: "Chờ nghĩa vụ tài chính",
    DossierStatus.WITHDRAWN: "Công dân rút hồ sơ",
    DossierStatus.STOPPED: "Dừng giải quyết",
}
_NONE = "Không có hồ sơ trong kỳ."


def register(
    dossiers: Iterable[Dossier],
    office: OfficeHeader,
    *,
    first: date,
    last: date,
    scope: str,
    officer_name: str,
    printed_at: datetime,
    templates: Templates = BUILT_IN,
) -> Letter:
    """Say what the register says; ``dossiers`` come in the order of reception.

    Args:
        scope: ``Quầy 3`` or ``Cả bộ phận``.
    """
    entries = [_entry(number, dossier, office) for number, dossier in enumerate(dossiers, 1)]
    days = short_date(first)
    if first != last:
        days += f" đến ngày {short_date(last)}"
    return compose(
        templates.of(form_of(PaperKind.REGISTER, form_set_on(last).key)),
        office,
        Occasion(
            dated=printed_at.date(), printed_at=printed_at, identity=f"ngày {days}", whose=scope
        ),
        {
            **office_names(office, officer_name),
            "period": f"{'Ngày' if first == last else 'Từ ngày'} {days} – {scope}",
            "total": f"{len(entries)} hồ sơ." if entries else _NONE,
        },
        {"entries": entries},
    )


def _entry(number: int, dossier: Dossier, office: OfficeHeader) -> dict[str, str]:
    return {
        **dossier_names(dossier, office, dossier.officer_name),
        "number": str(number),
        "sets": str(dossier.number_of_sets),
        "received": clock_and_date(dossier.received_at),
        "due": clock_and_date(dossier.due_at) if dossier.due_at else "",
        "returned": clock_and_date(dossier.returned.at) if dossier.returned else "",
        "method": METHODS[dossier.delivery.method],
        "remark": _REMARKS.get(dossier.status, ""),
    }
