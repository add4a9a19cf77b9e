"""Rows of the store's lists, each with only what its test is about."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import uuid6

from station.domain.dossier import DossierStatus
from station.ports.dossier_queries import DossierRow
from tests.builders import MONDAY


def a_row(number: int = 1, **changes: Any) -> DossierRow:
    row = DossierRow(
        dossier_id=uuid6.uuid7(),
        dossier_code=f"000.00.17.H25-261123-{300 + number:04d}",
        owner_name="Nguyễn Thị Ánh Tuyết",
        submitter_name="Nguyễn Thị Ánh Tuyết",
        party_number="0351******45",
        procedure_code="1.004873",
        procedure_name="Cấp Giấy xác nhận tình trạng hôn nhân",
        handling_agency="UBND cấp xã",
        channel="direct",
        received_at=MONDAY,
        due_at=MONDAY + timedelta(days=4),
        status=DossierStatus.RECEIVED,
        fees_total_vnd=15_000,
        documents_handed_in=2,
        documents_wanted=2,
        pages=3,
        counter=3,
        officer_id="quay3",
        officer_name="Trần Thị Hạnh",
        delivery="waiting",
    )
    return replace(row, **changes)
