"""Dossiers of different kinds for the national exchange, with the JSON they must become.

Run as a module it writes the golden files anew; look at the difference before committing it.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import msgspec

from station.domain.documents import HeldData, LawfulGround, Reuse
from station.domain.dossier import (
    Channel,
    Delivery,
    DeliveryMethod,
    StoredFile,
    SubmittedDocument,
)
from station.domain.events import Event
from station.domain.history import Step, apply
from station.domain.person import (
    Authorisation,
    AuthorisationScope,
    IdDocument,
    IdDocumentType,
    OrganisationKind,
    Party,
    PartyKind,
    Person,
)
from station.domain.procedure import Procedure, StartRule, Territory
from station.domain.processing import RequestStage
from station.exchange.dossier_record import Surroundings
from station.exchange.national import national_exchange
from station.exchange.records import NationalExchange
from tests.builders import (
    ACCEPTED,
    FEE,
    MONDAY,
    PRINTED,
    a_chain,
    a_party,
    a_procedure,
    a_reception,
)
from tests.life_samples import BROUGHT, LIVES, NEW_DUE, PARTLY, asked, returned

GOLDEN = Path(__file__).with_name("national")
FILE_ADDRESS = "https://tep.example.vn/{sha256}"
POPULATION = "CSDL quốc gia về dân cư"
OFFICERS = {"quay3": "Trần Thị Hạnh"}
SCAN = StoredFile(sha256="ab" * 32, size=1_000, media_type="application/pdf", pages=2)
FIRST_BROUGHT = replace(SCAN, sha256="cd" * 32)
LATER_BROUGHT = replace(SCAN, sha256="ef" * 32)
NEXT_DAY = MONDAY + timedelta(days=2)
WITH_SCANS = (
    SubmittedDocument(index=1, name="Tờ khai", mandatory=True, originals=1, files=(SCAN,)),
    SubmittedDocument(
        index=2, name="Giấy tờ ly hôn (nếu có)", mandatory=False, copies=1, files=(SCAN, SCAN)
    ),
    SubmittedDocument(index=0, name="Đơn trình bày", mandatory=False, originals=1),
)


def national_procedure() -> Procedure:
    """Give the procedure of the samples with its national codes."""
    procedure = a_procedure()
    papers = procedure.required_documents
    return replace(
        procedure,
        required_documents=tuple(
            replace(paper, code=f"000.00.00.G15-KQ{paper.index:04}") for paper in papers
        ),
        fees=(replace(procedure.fees[0], code="LP15"),),
    )


def _citizen(number: str, kind: IdDocumentType) -> Party:
    return Party(
        kind=PartyKind.CITIZEN,
        person=Person(full_name="Lò Văn Ứng", id_document=IdDocument(type=kind, number=number)),
    )


def _scanned(index: int, *files: StoredFile) -> SubmittedDocument:
    return SubmittedDocument(
        index=index, name=f"Giấy tờ {index}", mandatory=True, originals=1, files=files
    )


def _organisation(kind: OrganisationKind | None, tax_code: str = "0700123456") -> Party:
    return Party(
        kind=PartyKind.ORGANISATION,
        person=a_party().person,
        organisation_name="Đơn vị Khương Nguyễn",
        organisation_kind=kind,
        tax_code=tax_code,
        email="lienhe@khuongnguyen.example.vn",
    )


_HOUSEHOLD = Party(
    kind=PartyKind.HOUSEHOLD_BUSINESS,
    person=a_party().person,
    organisation_name="Hộ kinh doanh Ánh Tuyết",
    tax_code="035199012345",
)
_NUMBERED = [life for life in LIVES if life != "rated"]
"""A file keeps its number when a life is added: the new one comes last, by its own."""
SAMPLES: dict[str, tuple[Event, ...]] = {
    "01-citizen-paid": (a_reception(), FEE, PRINTED),
    "02-old-id-number-unpaid": (
        a_reception(submitter=_citizen("168012345", IdDocumentType.CMND), summary="Xin cấp gấp"),
    ),
    "03-passport-no-fee": (
        a_reception(submitter=_citizen("B1234567", IdDocumentType.PASSPORT), fees=()),
    ),
    "04-enterprise": (
        a_reception(owner=_organisation(OrganisationKind.ENTERPRISE, "0700123456-001")),
        FEE,
    ),
    "05-state-agency": (a_reception(owner=_organisation(OrganisationKind.STATE_AGENCY)),),
    "06-household-business": (a_reception(owner=_HOUSEHOLD), FEE),
    "07-by-post-with-scans": (
        a_reception(
            channel=Channel.POSTAL,
            documents=WITH_SCANS,
            delivery=Delivery(method=DeliveryMethod.POSTAL, address="Số 9 phố Huế"),
        ),
    ),
    "08-accepted-by-agency": (a_reception(), FEE, ACCEPTED),
    **{f"{number:02}-{life}": LIVES[life] for number, life in enumerate(_NUMBERED, 9)},
    "20-supplement-with-scans": (
        a_reception(documents=WITH_SCANS[:1]),
        asked(RequestStage.APPRAISAL),
        replace(PARTLY, documents=(_scanned(1, SCAN), _scanned(2, FIRST_BROUGHT))),
        replace(
            BROUGHT,
            documents=(_scanned(1, SCAN), _scanned(2, FIRST_BROUGHT)),
        ),
        asked(RequestStage.APPRAISAL, missed_before="chỉ thấy khi thẩm định"),
        replace(
            BROUGHT,
            documents=(_scanned(1, SCAN), _scanned(2, FIRST_BROUGHT, LATER_BROUGHT)),
        ),
    ),
    "21-reused-papers": (
        a_reception(
            documents=(
                replace(_scanned(1, SCAN), reuse=Reuse.REUSED, originals=0),
                replace(
                    _scanned(2, SCAN), reuse=Reuse.REUSED, result_code="KQ.G15.000034", originals=0
                ),
                replace(_scanned(3, SCAN), reuse=Reuse.NATIONAL_STORE, originals=0),
            ),
        ),
        FEE,
    ),
    "22-authorised-and-exempted": (
        a_reception(
            owner=_citizen("001080004321", IdDocumentType.CAN_CUOC),
            authorisation=Authorisation(
                kind="Giấy uỷ quyền", number="12/UQ", scope=AuthorisationScope.BOTH
            ),
            fees=(
                replace(
                    a_reception().fees[0],
                    exemption="Người thuộc hộ nghèo",
                    exemption_paper="Giấy chứng nhận hộ nghèo",
                ),
            ),
            documents=(
                *WITH_SCANS[:1],
                SubmittedDocument(index=0, name="Giấy uỷ quyền", mandatory=True, originals=1),
            ),
        ),
    ),
    "23-for-another-territory": (
        a_reception(
            territory=Territory.NATION,
            start_rule=StartRule.AGENCY_RECEIPT,
            handling_agency="Công an tỉnh Lào Cai",
        ),
        replace(ACCEPTED, agency="Công an tỉnh Lào Cai", clock_started_at=NEXT_DAY, due_at=NEW_DUE),
    ),
    "24-answered-at-once": (
        a_reception(immediate=True, due_at=MONDAY.replace(hour=16, minute=30)),
        FEE,
        returned(),
    ),
    "25-data-held-by-the-state": (
        a_reception(
            documents=(
                WITH_SCANS[0],
                SubmittedDocument(
                    index=2,
                    name="Giấy tờ tùy thân",
                    mandatory=True,
                    held=HeldData(
                        ground=LawfulGround.HELD_BY_STATE,
                        database=POPULATION,
                        asked_at=MONDAY,
                        query="035199012345",
                    ),
                ),
            ),
        ),
        FEE,
    ),
    "26-rated": LIVES["rated"],
}


def steps_of(events: Sequence[Event]) -> list[Step]:
    """Give the history that these facts make."""
    steps: list[Step] = []
    dossier = None
    for entry in a_chain(*events, dossier_id=UUID("0193a2b4-7c11-7000-8000-000000000217")):
        dossier = apply(dossier, entry)
        steps.append(Step(entry, dossier))
    return steps


def exchange_of(
    events: Sequence[Event],
    *,
    procedure: Procedure | None = None,
    file_address: str | None = FILE_ADDRESS,
) -> NationalExchange:
    """Give the payloads of a dossier in an office where everything is set up."""
    around = Surroundings(
        procedure=procedure or national_procedure(),
        file_address=file_address,
        databases={POPULATION.casefold(): "7"},
    )
    return national_exchange(steps_of(events), around, officer_name=OFFICERS.get)


def golden_text(events: Sequence[Event]) -> str:
    """Give the payloads as the golden files keep them."""
    plain = msgspec.to_builtins(exchange_of(events))
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    for name, events in SAMPLES.items():
        (GOLDEN / f"{name}.json").write_text(golden_text(events), encoding="utf-8", newline="\n")
