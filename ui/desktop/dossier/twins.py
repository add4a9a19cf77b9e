"""A dossier and its twin at another counter, line by line, in words. Free of Qt."""

from collections.abc import Iterator
from datetime import datetime

from station.domain.dossier import Dossier
from station.domain.twins import Twin
from station.words import Language, Words, clock, figures, numeric_date
from ui.desktop.compared import ComparedLine, paper_lines
from ui.desktop.dossier.view_model import TwinSheet

_W: dict[str, Words] = {
    "notice": {
        "vi": "Quầy {counter} ({officer}) cũng nhận hồ sơ {code} của người này lúc {at}, khi hai"
        " máy chưa biết nhau. Cả hai còn nguyên, chờ trưởng bộ phận quyết định.",
        "en": "Counter {counter} ({officer}) received {code} of the same person at {at}, when"
        " neither knew of the other. Both are kept until a supervisor decides.",
    },
    "code": {"vi": "Mã", "en": "Code"},
    "counter": {"vi": "Quầy, cán bộ", "en": "Counter"},
    "at": {"vi": "Nhận lúc", "en": "Received"},
    "owner": {"vi": "Chủ hồ sơ", "en": "Owner"},
    "procedure": {"vi": "Thủ tục", "en": "Procedure"},
    "papers": {"vi": "Giấy tờ", "en": "Papers"},
    "fees": {"vi": "Phí", "en": "Fees"},
    "at_counter": {"vi": "Quầy {counter}, {officer}", "en": "{counter}, {officer}"},
}


def twin_notice(dossier: Dossier, language: Language) -> str:
    """Say that another counter received the same; empty: nobody has to decide anything."""
    if not dossier.open_twins:
        return ""
    twin = dossier.open_twins[0]
    return _W["notice"][language].format(
        counter=twin.counter,
        officer=twin.officer_name,
        code=twin.dossier_code,
        at=_moment(twin.received_at),
    )


def twin_sheet(dossier: Dossier, language: Language, *, may_decide: bool) -> TwinSheet | None:
    """Put both side by side; None where there is no twin to decide about."""
    if not dossier.open_twins:
        return None
    twin = dossier.open_twins[0]
    return TwinSheet(
        code=twin.dossier_code,
        lines=tuple(_lines(dossier, twin, language)),
        may_decide=may_decide,
    )


def _lines(dossier: Dossier, twin: Twin, language: Language) -> Iterator[ComparedLine]:
    handed_in = [document.name for document in dossier.documents if document.handed_in]
    counter = _W["at_counter"][language]
    compared = (
        ("code", dossier.code, twin.dossier_code),
        (
            "counter",
            counter.format(counter=dossier.counter, officer=dossier.officer_name),
            counter.format(counter=twin.counter, officer=twin.officer_name),
        ),
        ("at", _moment(dossier.received_at), _moment(twin.received_at)),
        ("owner", dossier.owning_party.name, twin.owner_name),
        ("procedure", dossier.procedure_name, twin.procedure_name),
        ("fees", f"{figures(dossier.fees_total_vnd)} đ", f"{figures(twin.fees_total_vnd)} đ"),
    )
    for key, here, there in compared:
        told = key in ("owner", "procedure", "fees")
        yield ComparedLine(
            caption=_W[key][language], here=here, there=there, differs=told and here != there
        )
    yield from paper_lines(handed_in, twin.papers, _W["papers"][language])


def _moment(at: datetime) -> str:
    return f"{clock(at)} {numeric_date(at.date())}"
