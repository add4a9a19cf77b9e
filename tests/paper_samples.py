"""Invented offices and dossiers for the tests of papers: an ordinary one, and the worst one."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime
from uuid import UUID

from station.domain.dossier import (
    Channel,
    Delivery,
    DeliveryMethod,
    Dossier,
    DossierStatus,
    FeeLine,
    Payment,
    PaymentMethod,
    SubmittedDocument,
)
from station.domain.ids import DossierCode
from station.domain.journal import VIETNAM
from station.domain.person import IdDocument, IdDocumentType, Party, PartyKind, Person
from station.domain.procedure import ProcessingTime, TimeUnit
from station.domain.slip_code import SlipFacts, sign_slip
from station.forms.appointment_slip import AppointmentSlip, appointment_slip
from station.forms.daily_log import DailyLog, daily_log
from station.forms.office import OfficeHeader

RECEIVED_AT = datetime(2026, 11, 23, 9, 41, tzinfo=VIETNAM)
DUE_AT = datetime(2026, 12, 8, 16, 30, tzinfo=VIETNAM)
PRINTED_AT = datetime(2026, 11, 23, 9, 43, tzinfo=VIETNAM)

OFFICE = OfficeHeader(
    valid_from=date(2025, 7, 1),
    parent_agency="UBND tỉnh Ninh Bình",
    agency="UBND phường Quang Trung",
    reception_unit="Trung tâm Phục vụ hành chính công phường Quang Trung",
    reception_address="số 25 đường Trần Phú, phường Quang Trung",
    place_name="Quang Trung",
    phone="0226 3851 234",
    website="dichvucong.gov.vn",
    working_hours="thứ Hai–thứ Sáu, 07:30–11:30 và 13:30–17:00",
    counter=3,
)

CITIZEN = Party(
    kind=PartyKind.CITIZEN,
    person=Person(
        full_name="Nguyễn Thị Ánh Tuyết",
        id_document=IdDocument(type=IdDocumentType.CAN_CUOC, number="035199012345"),
        address="Tổ 5, phường Quang Trung, tỉnh Ninh Bình",
        phone="0912345678",
        email="anhtuyet.nt@example.vn",
    ),
)

DOCUMENTS = (
    SubmittedDocument(
        index=1, name="Đơn đăng ký biến động đất đai theo Mẫu số 18", mandatory=True, originals=1
    ),
    SubmittedDocument(
        index=2, name="Giấy chứng nhận quyền sử dụng đất đã cấp", mandatory=True, originals=1
    ),
    SubmittedDocument(index=3, name="Căn cước của người sử dụng đất", mandatory=True, presented=1),
    SubmittedDocument(
        index=4,
        name="Giấy xác nhận thông tin về cư trú",
        mandatory=False,
        certified_copies=1,
    ),
    SubmittedDocument(
        index=5,
        name="Văn bản về việc thay đổi họ tên theo quy định của pháp luật về hộ tịch",
        mandatory=True,
        certified_copies=1,
        copies=1,
    ),
    SubmittedDocument(index=6, name="Hợp đồng ủy quyền", mandatory=False, originals=1),
    SubmittedDocument(index=7, name="Giấy tờ không nộp lần này", mandatory=False),
)


def a_dossier(**changes: object) -> Dossier:
    """Give an ordinary dossier of a citizen with six papers, one of them only shown."""
    dossier = Dossier(
        dossier_id=UUID("0193a2b4-7c11-7000-8000-000000000217"),
        code="H42.06-261123-0217",
        station_id="H42.06/3",
        counter=3,
        officer_id="quay3",
        officer_name="Trần Thị Hạnh",
        status=DossierStatus.RECEIVED,
        procedure_code="1.004873",
        procedure_name=(
            "Đăng ký biến động quyền sử dụng đất do thay đổi thông tin về người được cấp "
            "Giấy chứng nhận"
        ),
        field="Đất đai",
        handling_agency="Văn phòng Đăng ký đất đai",
        processing_time=ProcessingTime(10, TimeUnit.WORKING_DAY),
        catalogue="sample 1",
        form_set="tt-03-2025",
        channel=Channel.DIRECT,
        submitter=CITIZEN,
        owner=None,
        authorisation=None,
        documents=DOCUMENTS,
        fees=(
            FeeLine(
                index=1,
                name="Phí thẩm định hồ sơ",
                kind="fee",
                unit_amount_vnd=28_000,
                quantity=1,
            ),
        ),
        delivery=Delivery(method=DeliveryMethod.COUNTER),
        number_of_sets=1,
        summary=None,
        digitise=True,
        accepted_despite_missing=None,
        received_at=RECEIVED_AT,
        due_at=DUE_AT,
        due_explanation=(),
        due_reason=(
            "10 ngày làm việc từ 25/11/2026, không tính thứ Bảy, Chủ nhật và ngày lễ 24/11."
        ),
        payments=(
            Payment(
                method=PaymentMethod.CASH,
                amount_vnd=28_000,
                tendered_vnd=50_000,
                collected_at=RECEIVED_AT,
            ),
        ),
    )
    return replace(dossier, **changes)  # type: ignore[arg-type]  # the names are checked by replace


_LONG_PAPERS = (
    "Đơn đăng ký, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất",
    "Mảnh trích đo bản đồ địa chính thửa đất",
    "Chứng từ thực hiện nghĩa vụ tài chính; giấy tờ liên quan đến việc miễn, giảm nghĩa vụ tài "
    "chính về đất đai, tài sản gắn liền với đất (nếu có)",
    "Giấy phép xây dựng",
    "Quyết định phê duyệt quy hoạch chi tiết xây dựng tỷ lệ 1/500 của dự án",
    "Biên bản nghiệm thu hoàn thành hạng mục công trình đưa vào sử dụng",
)


def the_worst_dossier() -> Dossier:
    """Give everything at its longest: 30 papers, an organisation, NFD text, version 2, by post."""
    representative = Person(
        full_name=unicodedata.normalize(
            "NFD",
            "Nguyễn Phương Hoàng Thị Ngọc Quỳnh Hương Công Tằng Tôn Nữ Thiên Đường",
        ),
        phone="02263999888",
        email=(
            "nguyenphuonghoangthingocquynhhuong.congtangtonnuthienduong1985"
            "@trungtamhanhchinhcong.ninhbinh.example.vn"
        ),
        address=(
            "Số 128B ngõ 1024/56 đường Nguyễn Lương Bằng kéo dài, khu dân cư tập trung phía Tây "
            "Nam cầu Châu Giang, tổ dân phố số 12, phường Lê Hồng Phong, tỉnh Ninh Bình"
        ),
        id_document=IdDocument(type=IdDocumentType.CAN_CUOC, number="035185067890"),
    )
    company = Party(
        kind=PartyKind.ORGANISATION,
        person=representative,
        organisation_name=("Công ty trách nhiệm hữu hạn một thành viên Khương Nguyễn Được"),
        tax_code="0700123456-001",
    )
    return a_dossier(
        code="000.00.17.H25-261123-0217",
        owner=company,
        submitter=Party(kind=PartyKind.CITIZEN, person=representative),
        procedure_name=(
            "Đăng ký, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với "
            "đất lần đầu đối với tổ chức đang sử dụng đất và đăng ký biến động đối với trường "
            "hợp chuyển nhượng, nhận thừa kế, tặng cho, góp vốn, cho thuê, cho thuê lại quyền "
            "sử dụng đất trong dự án xây dựng kinh doanh bất động sản"
        ),
        documents=tuple(
            SubmittedDocument(
                index=number + 1,
                name=_LONG_PAPERS[number % 6],
                mandatory=True,
                originals=1 if number % 3 == 0 else 0,
                certified_copies=2 if number % 3 == 1 else 0,
                copies=3 if number % 4 == 2 else 0,
                presented=1 if number % 3 == 2 else 0,
            )
            for number in range(30)
        ),
        delivery=Delivery(method=DeliveryMethod.POSTAL, address=representative.address),
        number_of_sets=2,
        processing_time=ProcessingTime(30, TimeUnit.WORKING_DAY),
        due_at=datetime(2027, 1, 6, 16, 30, tzinfo=VIETNAM),
        due_reason=(
            "30 ngày làm việc từ 25/11/2026, không tính thứ Bảy, Chủ nhật và ngày lễ 24/11, 01/01."
        ),
        version=2,
    )


def slip_qr(dossier: Dossier) -> str:
    """Give a QR text as long as a real one; its signature is of no key."""
    facts = SlipFacts(
        dossier_code=DossierCode.parse(dossier.code),
        version=dossier.version,
        counter=dossier.counter,
        due_at=dossier.promised_at,
    )
    return sign_slip(facts, lambda message: (message * 2)[:64])


def a_slip(dossier: Dossier | None = None, *, reprint: int = 0) -> AppointmentSlip:
    """Give the content of form 01 for a dossier, the ordinary one when none is named."""
    dossier = dossier or a_dossier()
    return appointment_slip(
        dossier,
        OFFICE,
        qr_text=slip_qr(dossier),
        printed_at=PRINTED_AT,
        printed_by="Trần Thị Hạnh",
        reprint=reprint,
    )


@dataclass(frozen=True)
class Received:
    """A row as the store's list gives it."""

    dossier_code: str = "H42.06-261123-0217"
    owner_name: str = "Nguyễn Thị Ánh Tuyết"
    procedure_name: str = "Đăng ký khai sinh"
    handling_agency: str = "UBND phường"
    channel: str = "direct"
    received_at: datetime = RECEIVED_AT
    due_at: datetime | None = DUE_AT
    fees_total_vnd: int = 8_000
    documents_handed_in: int = 3
    documents_wanted: int = 4
    pages: int = 5
    delivery: str = "waiting"
    status: DossierStatus = DossierStatus.RECEIVED
    counter: int = 3


def a_log(*received: Received, guided: int = 0) -> DailyLog:
    """Give the log of counter 3 for one day."""
    return daily_log(
        received,
        OFFICE,
        on=RECEIVED_AT.date(),
        scope="Quầy 3",
        officer_name="Trần Thị Hạnh",
        printed_at=PRINTED_AT,
        guided=guided,
    )


def texts_of(content: object) -> Iterator[str]:
    """Give every text anywhere in a content object."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, tuple):
        for part in content:
            yield from texts_of(part)
    elif is_dataclass(content):
        for field in fields(content):
            yield from texts_of(getattr(content, field.name))
