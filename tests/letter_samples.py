"""Every letter-like paper with everything at its longest, and with nothing known."""

import re
import unicodedata
from datetime import datetime

from station.domain.journal import VIETNAM
from station.forms.letter import Letter
from station.forms.letter_layouts import Form, Occasion, compose, forms_of
from tests.paper_samples import OFFICE

PRINTED_AT = datetime(2026, 11, 23, 9, 43, tzinfo=VIETNAM)
FORMS = tuple({id(f): f for s in ("tt-01-2018", "tt-03-2025") for f in forms_of(s)}.values())
LONG = unicodedata.normalize(
    "NFD",
    "Đăng ký, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần "
    "đầu đối với tổ chức đang sử dụng đất và đăng ký biến động đối với trường hợp chuyển nhượng, "
    "nhận thừa kế, tặng cho, góp vốn, cho thuê, cho thuê lại quyền sử dụng đất trong dự án xây "
    "dựng kinh doanh bất động sản",
)
LONG_NAME = "NGUYỄN PHƯƠNG HOÀNG THỊ NGỌC QUỲNH HƯƠNG CÔNG TẰNG TÔN NỮ THIÊN ĐƯỜNG"
CODE = "000.00.17.H25-261123-0217"
_CODES = ("code", "guidance_code", "list_number")
_SHORT = {
    "email": "nguyenphuonghoangthingocquynhhuong.congtangtonnuthienduong1985@example.vn",
    **dict.fromkeys(_CODES, CODE),
    **dict.fromkeys(("owner", "submitter", "officer", "collector"), LONG_NAME),
    **dict.fromkeys(("officer_capitals", "submitter_name"), LONG_NAME),
    **dict.fromkeys(("number", "originals", "certified_copies", "copies", "sets", "pages"), "29"),
    **dict.fromkeys(("received", "due", "returned"), "16:30 08/12/2026"),
    **dict.fromkeys(("count", "amount", "amount_strong"), "− 999.999.999.999"),
    "counter": "Quầy 3",
}
_NAME = re.compile(r"\{(\w+)")


def names_of(form: Form) -> set[str]:
    """Give every name that the texts of a form use."""
    return set(_NAME.findall(str(form.layout)))


def filled(form: Form, names: dict[str, str], rows: int) -> Letter:
    """Fill a form; every row has the same facts as the rest."""
    occasion = Occasion(
        dated=PRINTED_AT.date(), printed_at=PRINTED_AT, identity=CODE, whose=LONG_NAME
    )
    return compose(
        form,
        OFFICE,
        occasion,
        names,
        {part.rows: [names] * rows for part in form.layout.parts if part.rows},
    )


def the_longest(form: Form) -> Letter:
    """Give a form with 30 rows and every text at its longest."""
    names = {name: _SHORT.get(name, LONG) for name in names_of(form)}
    return filled(form, names, 30)


def the_emptiest(form: Form) -> Letter:
    """Give a form of which nothing is known but its code."""
    names = {name: CODE if name in _CODES else "" for name in names_of(form)}
    return filled(form, names, 0)
