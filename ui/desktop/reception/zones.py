"""The four zones of the reception page."""

from typing import NamedTuple

from ui.desktop.reception.applicant_zone import ApplicantZone
from ui.desktop.reception.fees_zone import FeesZone
from ui.desktop.reception.papers_zone import PapersZone
from ui.desktop.reception.procedure_zone import ProcedureZone


class ReceptionZones(NamedTuple):
    """The four zones: each takes as long to build as the rest of the page."""

    applicant: ApplicantZone
    procedure: ProcedureZone
    papers: PapersZone
    fees: FeesZone
