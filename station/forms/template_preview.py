"""Each form with everything at its longest, and with nothing known: what a template must bear."""

from datetime import datetime

from station.domain.dossier import DeliveryMethod
from station.domain.journal import VIETNAM
from station.forms.appointment_slip import AppointmentSlip
from station.forms.form_sets import form_set_named
from station.forms.letter import Letter
from station.forms.letter_layouts import Form, Names, Occasion, compose, parts_of, signers_of
from station.forms.office import OfficeHeader
from station.forms.templates import Templates, cells_of, facts_in, texts_of

MANY_ROWS = 30
_AT = datetime(2026, 11, 23, 9, 43, tzinfo=VIETNAM)
_CODE = "000.00.17.H25-261123-0217"
LONG = (
    "Đăng ký, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần "
    "đầu đối với tổ chức đang sử dụng đất và đăng ký biến động đối với trường hợp chuyển nhượng, "
    "nhận thừa kế, tặng cho, góp vốn, cho thuê, cho thuê lại quyền sử dụng đất trong dự án xây "
    "dựng kinh doanh bất động sản"
)
LONG_NAME = "NGUYỄN PHƯƠNG HOÀNG THỊ NGỌC QUỲNH HƯƠNG CÔNG TẰNG TÔN NỮ THIÊN ĐƯỜNG"
_NO_QR = "TMC1:" + "0" * 131
"""As long as the text of a real slip, and signed by nobody."""
CODES = ("code", "guidance_code", "list_number")
LONGEST: Names = {
    "email": "nguyenphuonghoangthingocquynhhuong.congtangtonnuthienduong1985@example.vn",
    **dict.fromkeys(CODES, _CODE),
    **dict.fromkeys(("owner", "submitter", "officer", "collector"), LONG_NAME),
    **dict.fromkeys(("officer_capitals", "submitter_name", "signatory"), LONG_NAME),
    **dict.fromkeys(("number", "originals", "certified_copies", "copies", "sets", "pages"), "29"),
    **dict.fromkeys(("received", "due", "returned"), "16:30 08/12/2026"),
    **dict.fromkeys(("count", "amount", "amount_strong"), "− 999.999.999.999"),
    **dict.fromkeys(("phone", "office_phone"), "0226 3851 234"),
    "id_number": "0351******45",
    "count_summary": "30 loại: 30 chính, 30 chứng thực, 30 photo",
    "counter": "Quầy 3",
    "one_stage": "",
    "in_person": "",
}
"""What has a shape of its own; every other fact is a text of 300 letters."""


def facts_of(form: Form) -> frozenset[str]:
    """Give every fact that the texts of a form name."""
    layout = form.layout
    cells = (text for part in layout.parts for text in cells_of(part))
    conditions = frozenset(part.when for part in layout.parts if part.when)
    return conditions.union(*map(facts_in, (*texts_of(layout), *cells)))


def worst_case(form: Form, office: OfficeHeader) -> Letter:
    """Give a form with many rows and every text at its longest."""
    return filled(form, office, {name: LONGEST.get(name, LONG) for name in facts_of(form)})


def emptiest_case(form: Form, office: OfficeHeader) -> Letter:
    """Give a form of which nothing is known but its code."""
    names = {name: _CODE if name in CODES else "" for name in facts_of(form)}
    return filled(form, office, names, rows=0)


def filled(form: Form, office: OfficeHeader, names: Names, *, rows: int = MANY_ROWS) -> Letter:
    """Fill a form; every row has the same facts as the rest."""
    occasion = Occasion(dated=_AT.date(), printed_at=_AT, identity=_CODE, whose=LONG_NAME)
    lists = {part.rows: [names] * rows for part in form.layout.parts if part.rows}
    return compose(form, office, occasion, names, lists)


def worst_slip(
    form: Form, office: OfficeHeader, templates: Templates, procedure: str
) -> AppointmentSlip:
    """Give form 01, as it is in force, with many rows and every text at its longest."""
    names = {name: LONGEST.get(name, LONG) for name in facts_of(form)}
    built_in = form_set_named(form.form_set).delivery[DeliveryMethod.POSTAL]
    wording = templates.delivery(form, DeliveryMethod.POSTAL, built_in, procedure).filled(
        counter="Quầy 3",
        address=office.reception_address,
        unit=office.reception_unit,
        website=office.website,
        delivery_address=LONG,
        due="Wednesday 30 September 2026, after 16:30",
    )
    return AppointmentSlip(
        office=office,
        title=form.layout.title,
        reference=form.layout.reference,
        legal_basis=form.legal_basis,
        marks=("BẢN XEM THỬ – KHÔNG PHẢI PHIẾU HẸN",),
        parts=parts_of(form.layout, names, {"documents": [names] * MANY_ROWS}),
        signers=signers_of(form.layout, names),
        english=wording.english if "english" in form.options else None,
        dossier_code=_CODE,
        lookup_code="MẪU",
        version=1,
        qr_text=_NO_QR,
        due_weekday="Thứ Tư",
        due_date="30/09/2026",
        due_time="16 giờ 30",
        due_reason=LONG,
        delivery=wording,
        owner_name=LONG_NAME,
        subject=LONG,
        documents=(),
        received_at=_AT,
        counter="Quầy 3",
        printed_at=_AT,
    )
