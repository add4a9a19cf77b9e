"""The daily reception log as PDF: a list on A4 landscape over as many pages as the day needs."""

from devices.papers.letter_pdf import letter_pdf
from station.domain.journal import VIETNAM
from station.domain.log_page import Adjustment, LogRow
from station.forms.daily_log import ADJUSTMENTS, LEGEND, TITLE, DailyLog, LogSignature
from station.forms.letter import (
    Fields,
    Grid,
    GridColumn,
    Heading,
    Letter,
    Line,
    Part,
    Sentence,
    Sheet,
    Signer,
    Words,
)
from station.forms.wording import clock_and_date, counter_name, in_capitals, one_line, short_date
from station.words import figures

_COLUMNS = (
    GridColumn("STT", 8, "centre"),
    GridColumn("Giờ", 12, "centre"),
    GridColumn("Mã", 13, "centre"),
    GridColumn("Họ tên chủ hồ sơ", 52),
    GridColumn("Thủ tục", 53),
    GridColumn("Nơi giải quyết", 28),
    GridColumn("Hẹn trả", 22, "centre"),
    GridColumn("Phí (đ)", 18, "right"),
    GridColumn("Giấy tờ", 14, "centre"),
    GridColumn("Trang", 11, "centre"),
    GridColumn("Gửi", 16, "centre"),
    GridColumn("Ghi chú", 14),
)
_WHOLE_CODE = GridColumn("Mã", 38, "centre")
"""The column of the codes when they differ in more than the running number."""


def log_pdf(log: DailyLog) -> bytes:
    """Give the log as PDF."""
    return letter_pdf(_letter(log), Sheet.A4_LANDSCAPE)


def _letter(log: DailyLog) -> Letter:
    common = log.common_code
    whole_codes = bool(log.rows) and common is None
    columns = tuple(_WHOLE_CODE if c.head == "Mã" and whole_codes else c for c in _COLUMNS)
    rows = tuple(tuple((Words(text),) for text in _texts(row, common or "")) for row in log.rows)
    legend = f"Mã đầy đủ = {common}(mã). {LEGEND}" if common else LEGEND
    total = (Words("Cộng: ", bold=True), Words(f"{log.totals}; phí, lệ phí "))
    signed = log.signature
    day = f"Ngày {short_date(log.on)}"
    return Letter(
        office=log.office,
        sheet=Sheet.A4_LANDSCAPE,
        dated=log.on,
        reference=f"Số: {signed.page}" if signed else "",
        title=(TITLE,),
        subtitle=f"{day} – Phạm vi: {log.scope}",
        marks=(),
        state_head=True,
        parts=(
            Grid(columns, rows),
            Fields(((*total, Words(f"{log.fees}.", bold=True)),)),
            *_unsent(log),
            *_adjustments(log),
            Fields(((Words(legend),),)),
        ),
        signers=(
            Signer("NGƯỜI LẬP", in_capitals(log.officer_name)),
            Signer("THỦ QUỸ"),
            _head_of_unit(signed),
        ),
        aside=None,
        note=None,
        copies=(),
        legal_basis="",
        identity=day.lower(),
        whose=log.scope,
        printed_at=log.printed_at,
    )


def _unsent(log: DailyLog) -> tuple[Part, ...]:
    """Say what the province had not confirmed when the page was signed."""
    if log.signature is None or not log.unsent:
        return ()
    said = "; ".join(f"{counter_name(one.counter)}: {one.dossiers} hồ sơ" for one in log.unsent)
    return (Fields(((Words("Chưa gửi xong khi ký: ", bold=True), Words(f"{said}.")),)),)


def _adjustments(log: DailyLog) -> tuple[Part, ...]:
    if not log.adjustments:
        return ()
    return (
        Heading((Words(ADJUSTMENTS, bold=True),)),
        *(Sentence(_adjusted(number, one)) for number, one in enumerate(log.adjustments, 1)),
    )


def _adjusted(number: int, one: Adjustment) -> Line:
    of = f"{number}. {clock_and_date(one.at)}, trang {one.page} ngày {short_date(one.page_on)}"
    whose = f", hồ sơ {one.dossier_code}" if one.dossier_code else ""
    return (
        Words(f"{of}{whose}: "),
        Words(f"{one_line(one.text)} ({one_line(one.officer_name)}).", italic=True),
    )


def _head_of_unit(signed: LogSignature | None) -> Signer:
    if signed is None:
        return Signer("TRƯỞNG BỘ PHẬN")
    remark = f"(Đã ký và khoá trang trên máy lúc {clock_and_date(signed.signed_at)})"
    return Signer("TRƯỞNG BỘ PHẬN", in_capitals(signed.officer_name), remark)


def _texts(row: LogRow, common: str) -> tuple[str, ...]:
    return (
        str(row.number),
        f"{row.received_at.astimezone(VIETNAM):%H:%M}",
        row.dossier_code.removeprefix(common),
        row.owner_name,
        row.procedure_name,
        row.handling_agency,
        f"{row.due_at.astimezone(VIETNAM):%d/%m %H:%M}" if row.due_at else "–",
        figures(row.fees_vnd) if row.fees_vnd else "–",
        f"{row.documents_handed_in}/{row.documents_wanted}",
        str(row.pages),
        row.sent,
        row.note,
    )
