"""Every letter-like paper with everything at its longest, and with nothing known."""

import unicodedata

from station.forms.letter import Letter
from station.forms.letter_layouts import Form, Names, Occasion, compose, forms_of
from station.forms.office import OfficeHeader
from station.forms.template_preview import emptiest_case, facts_of
from tests.paper_samples import OFFICE, PRINTED_AT

FORMS = tuple({id(f): f for s in ("tt-01-2018", "tt-03-2025") for f in forms_of(s)}.values())
MANY_ROWS = 30
CODE = "000.00.17.H25-261123-0217"
LONG = (
    "Đăng ký, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần "
    "đầu đối với tổ chức đang sử dụng đất và đăng ký biến động đối với trường hợp chuyển nhượng, "
    "nhận thừa kế, tặng cho, góp vốn, cho thuê, cho thuê lại quyền sử dụng đất trong dự án xây "
    "dựng kinh doanh bất động sản"
)
LONG_NAME = "NGUYỄN PHƯƠNG HOÀNG THỊ NGỌC QUỲNH HƯƠNG CÔNG TẰNG TÔN NỮ THIÊN ĐƯỜNG"
LONGEST: Names = {
    "email": "nguyenphuonghoangthingocquynhhuong.congtangtonnuthienduong1985@example.vn",
    **dict.fromkeys(("code", "guidance_code", "list_number"), CODE),
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


def filled(form: Form, office: OfficeHeader, names: Names, *, rows: int = MANY_ROWS) -> Letter:
    """Fill a form; every row has the same facts as the rest."""
    occasion = Occasion(
        dated=PRINTED_AT.date(), printed_at=PRINTED_AT, identity=CODE, whose=LONG_NAME
    )
    lists = {part.rows: [names] * rows for part in form.layout.parts if part.rows}
    return compose(form, office, occasion, names, lists)


def the_longest(form: Form) -> Letter:
    """Give a form with 30 rows and every text at its longest, as a careless source spells it."""
    longest = {name: LONGEST.get(name, LONG) for name in facts_of(form)}
    apart = {name: unicodedata.normalize("NFD", text) for name, text in longest.items()}
    return filled(form, OFFICE, apart)


def the_emptiest(form: Form) -> Letter:
    """Give a form of which nothing is known but its code."""
    return emptiest_case(form, OFFICE)
