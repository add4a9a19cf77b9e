"""Tem hồ sơ: the sticker on the folder of a dossier. It bears no name and no personal number."""

from dataclasses import dataclass
from datetime import datetime

from station.domain.dossier import Dossier
from station.domain.journal import VIETNAM
from station.forms.office import OfficeHeader
from station.forms.wording import counter_name, one_line, short_date

LABEL = "label"
"""Under this name labels are queued, counted and journalled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierLabel:
    """What stands on the sticker; its QR code is the bare dossier code."""

    dossier_code: str
    prefix: str
    """The code up to the running number."""
    number: str
    due: str
    received: str
    subject: str
    agencies: str
    agency: str
    printed_at: datetime


def dossier_label(dossier: Dossier, office: OfficeHeader, *, printed_at: datetime) -> DossierLabel:
    """Say what the sticker says."""
    prefix, _, number = dossier.code.rpartition("-")
    due = dossier.due_at
    agencies = dict.fromkeys((one_line(office.agency), one_line(dossier.handling_agency)))
    received = f"Nhận {short_date(dossier.received_at)} · {counter_name(dossier.counter)}"
    return DossierLabel(
        dossier_code=dossier.code,
        prefix=prefix,
        number=number,
        due=f"Hẹn {due.astimezone(VIETNAM):%d/%m %H:%M}" if due else "Chưa có ngày hẹn",
        received=received,
        subject=one_line(dossier.subject),
        agencies=" – ".join(filter(None, agencies)),
        agency=one_line(office.agency),
        printed_at=printed_at,
    )
