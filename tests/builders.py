"""Small data for tests, each with only what its test is about. All people are invented."""

from dataclasses import fields, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import uuid6

from station.domain.dossier import (
    Channel,
    Delivery,
    DeliveryMethod,
    FeeLine,
    PaymentMethod,
    SubmittedDocument,
)
from station.domain.events import (
    DossierAcceptedByAgency,
    DossierLodged,
    DossierReceived,
    Event,
    FeeCollected,
    SlipPrinted,
    kind_of,
    to_payload,
)
from station.domain.journal import GENESIS, VIETNAM, JournalEntry
from station.domain.person import IdDocument, IdDocumentType, Party, PartyKind, Person, Sex
from station.domain.procedure import Fee, Procedure, ProcessingTime, RequiredDocument, TimeUnit

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM)


def a_procedure(**changes: Any) -> Procedure:
    procedure = Procedure(
        code="1.004873",
        name="Cấp Giấy xác nhận tình trạng hôn nhân",
        field_code="G15-HT",
        field="Hộ tịch",
        agency="UBND cấp xã",
        processing_time=ProcessingTime(3, TimeUnit.WORKING_DAY),
        required_documents=(
            RequiredDocument(index=1, name="Tờ khai", originals=1),
            RequiredDocument(index=2, name="Giấy tờ ly hôn (nếu có)", copies=1, mandatory=False),
            RequiredDocument(index=3, name="Giấy tờ tùy thân", presented=1),
        ),
        fees=(Fee(index=1, name="Lệ phí", kind="lệ phí", amount_vnd=15_000, per="hồ sơ"),),
    )
    return replace(procedure, **changes)


def a_party(name: str = "Nguyễn Thị Ánh Tuyết") -> Party:
    return Party(
        kind=PartyKind.CITIZEN,
        person=Person(
            full_name=name,
            id_document=IdDocument(type=IdDocumentType.CAN_CUOC, number="035199012345"),
            sex=Sex.FEMALE,
            address="Tổ 5, phường Quang Trung",
            phone="0912345678",
        ),
    )


def a_reception(**changes: Any) -> DossierReceived:
    event = DossierReceived(
        dossier_code="000.00.17.H25-261123-0300",
        counter=3,
        officer_name="Trần Thị Hạnh",
        procedure_code="1.004873",
        procedure_name="Cấp Giấy xác nhận tình trạng hôn nhân",
        field="Hộ tịch",
        handling_agency="UBND cấp xã",
        processing_time=ProcessingTime(3, TimeUnit.WORKING_DAY),
        catalogue="sample 1",
        form_set="TT 03/2025/TT-VPCP",
        channel=Channel.DIRECT,
        submitter=a_party(),
        owner=None,
        authorisation=None,
        documents=(
            SubmittedDocument(index=1, name="Tờ khai", mandatory=True, originals=1),
            SubmittedDocument(index=2, name="Giấy tờ ly hôn (nếu có)", mandatory=False),
        ),
        fees=(FeeLine(index=1, name="Lệ phí", kind="lệ phí", unit_amount_vnd=15_000, quantity=1),),
        delivery=Delivery(method=DeliveryMethod.COUNTER),
        number_of_sets=1,
        summary=None,
        digitise=True,
        accepted_despite_missing=None,
        received_at=MONDAY,
        due_at=datetime(2026, 11, 27, 16, 30, tzinfo=VIETNAM),
        due_explanation=("Nhận 09:00 thứ Hai 23/11/2026",),
        due_reason="3 ngày làm việc từ 25/11/2026, không tính ngày lễ 24/11.",
        due_warnings=(),
    )
    return replace(event, **changes)


def a_lodging(**changes: Any) -> DossierLodged:
    """A dossier that was handed in, and that does not count as received yet."""
    received = a_reception()
    shared = {field.name: getattr(received, field.name) for field in fields(DossierLodged)}
    return DossierLodged(**(shared | changes))


FEE = FeeCollected(method=PaymentMethod.CASH, amount_vnd=15_000, tendered_vnd=20_000)
PRINTED = SlipPrinted(form="01", paper="a5", printer="HP", simulated=False)
ACCEPTED = DossierAcceptedByAgency(agency="UBND phường Quang Trung")


def a_chain(*events: Event, dossier_id: UUID | None = None) -> list[JournalEntry]:
    """Journal entries of one dossier, each linked to the one before it."""
    dossier_id = dossier_id or uuid6.uuid7()
    entries: list[JournalEntry] = []
    for event in events:
        previous = entries[-1].hash if entries else GENESIS
        entry = JournalEntry(
            event_id=uuid6.uuid7(),
            station_id="H25/3",
            sequence=len(entries) + 1,
            dossier_id=dossier_id,
            kind=kind_of(event),
            version=type(event).version,
            occurred_at=MONDAY + timedelta(minutes=len(entries)),
            clock_source="fake",
            officer_id="quay3",
            payload=to_payload(event),
            previous_hash=previous,
        )
        entries.append(replace(entry, hash=entry.computed_hash()))
    return entries


def a_description(**changes: Any) -> dict[str, Any]:
    """A reception as the command line takes it: the example of the contract."""
    description: dict[str, Any] = {
        "procedure_code": "1.004873",
        "case": None,
        "channel": "direct",
        "applicant": {
            "kind": "citizen",
            "id_document": {
                "type": "can_cuoc",
                "number": "035199012345",
                "issued_on": "2021-06-15",
            },
            "full_name": "Nguyễn Thị Ánh Tuyết",
            "date_of_birth": "1999-03-05",
            "sex": "female",
            "address": "Tổ 5, Phường Quang Trung, Hà Nam",
            "phone": "0912345678",
            "email": None,
        },
        "owner": None,
        "authorisation": None,
        "documents": [
            {"index": 1, "originals": 1, "files": []},
            {"index": 3, "presented": 1, "files": []},
        ],
        "other_documents": [],
        "fees": [{"index": 1, "quantity": 1, "exemption": None}],
        "payment": {"method": "cash", "tendered_vnd": 20_000},
        "delivery": {"method": "counter", "address": None},
        "number_of_sets": 1,
        "summary": None,
        "digitise": True,
        "accept_despite_missing": None,
    }
    return description | changes
