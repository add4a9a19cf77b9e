"""Invented values for the gallery: usual, longest, blocked, wrong and empty."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from station.domain.codes import Guess
from station.domain.dossier import DeliveryMethod, DossierStatus
from station.domain.due_steps import Counted, Idle, NotCounted, Received
from station.domain.due_steps import Due as DueStep
from station.domain.due_words import step_text
from station.domain.journal import VIETNAM
from station.domain.person import FieldSource
from station.domain.procedure import ProcessingTime, TimeUnit
from station.domain.reader_test import READER_TEST_TEXT, ReaderVerdict, judge_reader
from station.domain.time_left import TimeLeft
from ui.desktop.codes import words
from ui.desktop.codes.view_model import Notice
from ui.desktop.dossiers.view_model import Delivered, DossierLine, DossierList, ListFilter
from ui.desktop.frame.view_model import (
    DeviceRole,
    DeviceStatus,
    Link,
    OpenDraft,
    StationStatus,
)
from ui.desktop.kit.tone import Tone
from ui.desktop.preview.view_model import PaperChoice, Preview, PrinterChoice
from ui.desktop.reception.field_state import FieldState, Note
from ui.desktop.reception.view_model import (
    Applicant,
    ApplicantField,
    AttachedFile,
    Block,
    Blocker,
    ChosenProcedure,
    CopyKind,
    Counts,
    Draft,
    Due,
    FeeLine,
    Fees,
    Matches,
    Paper,
    Procedure,
    ProcedureMatch,
    Readiness,
)
from ui.desktop.wording import language

NOW = datetime(2026, 9, 24, 9, 41, 7, tzinfo=VIETNAM)
_DUE = datetime(2026, 10, 8, 16, 30, tzinfo=VIETNAM)
_QR = FieldSource.QR
_F = ApplicantField
_LONG_NAME = "TÔN NỮ HUYỀN TRANG NGUYỄN PHƯỚC QUỲNH CHI"
_LONG_PROCEDURE = (
    "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất do chuyển nhượng"
)


def applicant(*, longest: bool = False) -> Applicant:
    """A citizen whose card was read."""
    address = "Tổ dân phố số 15, phường Lê Hồng Phong, tỉnh Ninh Bình"
    old_unit = Note("so với thẻ", Tone.WARN)
    return Applicant(
        {
            _F.NUMBER: FieldState("035080012789", _QR),
            _F.PHONE: FieldState("0912345678"),
            _F.NAME: FieldState(_LONG_NAME if longest else "NGUYỄN VĂN AN", _QR),
            _F.BORN_ON: FieldState("02/03/1980", _QR),
            _F.ADDRESS: FieldState(
                f"{address}, {address}" if longest else "Thôn 2, xã Thanh Sơn", _QR, old_unit
            ),
            _F.SEX: FieldState("male", _QR),
            _F.PAPER_TYPE: FieldState("cccd", _QR),
            _F.ISSUED_ON: FieldState("15/06/2021", _QR),
        }
    )


def wrong_applicant() -> Applicant:
    """Typed by hand, with mistakes that the station saw."""
    return Applicant(
        {
            _F.NUMBER: FieldState("03508001278", note=Note("phải đủ 12 số", Tone.ERR)),
            _F.NAME: FieldState("Nguyen Van An", note=Note("so với thẻ", Tone.WARN)),
            _F.BORN_ON: FieldState("31/02/1980", note=Note("ngày/tháng/năm", Tone.ERR)),
            _F.ADDRESS: FieldState(""),
        }
    )


def procedure(*, longest: bool = False) -> Procedure:
    """A chosen procedure; the longest one goes by post."""
    name = _LONG_PROCEDURE if longest else "Tách thửa, hợp thửa đất"
    chosen = ChosenProcedure(
        code="1.012753",
        name=name,
        field="Đất đai",
        agency="Văn phòng Đăng ký đất đai – Chi nhánh Phủ Lý",
        processing_time=ProcessingTime(10, TimeUnit.WORKING_DAY),
        catalogue="2026-07-01",
    )
    return Procedure(
        chosen=chosen,
        delivery=DeliveryMethod.POSTAL if longest else DeliveryMethod.COUNTER,
        delivery_address="Ngõ 34, phường Lê Hồng Phong" if longest else "",
    )


def matches(query: str) -> Matches:
    """What the type-ahead answers to "khai"."""
    names = (
        ("Đăng ký khai sinh", "1.001193"),
        ("Đăng ký khai tử", "1.000656"),
        ("Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con", "1.000689"),
        ("Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh", "2.000635"),
        ("Đăng ký lại khai sinh", "1.004884"),
    )
    found = [
        ProcedureMatch(
            code=code,
            name=name,
            field="Hộ tịch",
            name_matches=((name.index("khai"), name.index("khai") + 4),),
        )
        for name, code in names
    ]
    found.append(
        ProcedureMatch(
            code="1.004772",
            name="Đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân",
            field="Hộ tịch",
            receivable=False,
            name_matches=((8, 12),),
        )
    )
    return Matches(query, tuple(found), len(found))


_Row = tuple[str, bool, Counts, Counts, tuple[AttachedFile, ...], str | None]
_CHINH, _SAO = CopyKind.ORIGINALS, CopyKind.COPIES


def papers(*, complete: bool, thumbnail: bytes | None = None) -> tuple[Paper, ...]:
    """Seven papers of a land procedure; one mandatory one is missing unless complete."""
    scan = AttachedFile(file_id="1", name="don-de-nghi.pdf", pages=2, thumbnail=thumbnail)
    photo = AttachedFile(file_id="2", name="gcn-mat-truoc.jpg", pages=1, thumbnail=thumbnail)
    back = AttachedFile(file_id="3", name="gcn-mat-sau.jpg", pages=1)
    contract = "Hợp đồng, văn bản về chuyển quyền đã công chứng hoặc chứng thực theo quy định"
    rows: tuple[_Row, ...] = (
        ("Đơn đề nghị tách thửa", True, {_CHINH: 1}, {_CHINH: 1}, (scan,), "01/ĐK"),
        ("Giấy chứng nhận đã cấp (bản gốc)", True, {_CHINH: 1}, {_CHINH: 1, _SAO: 2},
         (photo, back), None),
        (contract, True, {_CHINH: 1}, {_CHINH: 1} if complete else {}, (), None),
        ("Tờ khai lệ phí trước bạ", True, {_CHINH: 2}, {_CHINH: 2 if complete else 1}, (),
         "01/LPTB"),
        ("Giấy tờ tùy thân có ảnh của người yêu cầu", True, {CopyKind.PRESENTED: 1},
         {CopyKind.PRESENTED: 1}, (), None),
        ("Văn bản thoả thuận (nếu có)", False, {_SAO: 1}, {}, (), None),
    )  # fmt: skip
    listed = [
        Paper(
            key=str(number),
            number=number,
            name=name,
            mandatory=mandatory,
            wanted=wanted,
            given=given,
            files=files,
            form_code=form,
        )
        for number, (name, mandatory, wanted, given, files, form) in enumerate(rows, start=1)
    ]
    other = Paper(
        key="x1", number=0, name="Sơ đồ vị trí thửa đất", mandatory=False, given={_SAO: 1}
    )
    return (*listed, other)


def fees(*, longest: bool = False) -> Fees:
    """Two lines of a tariff, paid in cash."""
    total = 9_999_999_000 if longest else 140_000
    return Fees(
        lines=(
            FeeLine(number=1, name="Phí thẩm định hồ sơ", unit_vnd=total - 20_000, per="bộ hồ sơ"),
            FeeLine(number=2, name="Lệ phí cấp giấy chứng nhận", unit_vnd=20_000, per="giấy"),
        ),
        total_vnd=total,
        tendered="10.000.000.000" if longest else "200.000",
        change_vnd=1_000 if longest else 60_000,
    )


def due() -> Due:
    first, last = NOW.date(), _DUE.date()
    steps = (
        Received(NOW),
        NotCounted(first, first, Idle.EVENT_DAY),
        Counted(first + timedelta(1), last, 1, 10, TimeUnit.WORKING_DAY),
        DueStep(_DUE),
    )
    return Due(at=_DUE, explanation=tuple(step_text(step, language()) for step in steps))


def draft(*, blocked: bool, longest: bool = False, thumbnail: bytes | None = None) -> Draft:
    """A draft that lacks a paper, or one that can be accepted."""
    listed = papers(complete=not blocked, thumbnail=thumbnail)
    missing = tuple((p.number, p.name) for p in listed if p.mandatory and not p.is_settled)
    blocks = (Block(Blocker.MISSING_PAPERS, missing),) if blocked else ()
    return Draft(
        draft="1",
        applicant=applicant(longest=longest),
        procedure=procedure(longest=longest),
        papers=listed,
        fees=fees(longest=longest),
        due=due(),
        readiness=Readiness(blocks=blocks),
    )


def empty_draft() -> Draft:
    """A fresh page, with what this counter receives most."""
    frequent = tuple(
        ProcedureMatch(code=code, name=name, field="Hộ tịch")
        for code, name in (
            ("1.001193", "Đăng ký khai sinh"),
            ("2.000815", "Chứng thực bản sao từ bản chính giấy tờ, văn bản"),
            ("1.004873", "Cấp Giấy xác nhận tình trạng hôn nhân"),
        )
    )
    return Draft(
        procedure=Procedure(frequent=frequent),
        readiness=Readiness(blocks=(Block(Blocker.NO_NAME),)),
    )


def open_drafts() -> tuple[OpenDraft, ...]:
    return (
        OpenDraft("Nguyễn Văn An", has_content=True),
        OpenDraft("Trần Thị Lan", has_content=True),
        OpenDraft(),
    )


def status(*, simulated: bool = True, offline: bool = True) -> StationStatus:
    return StationStatus(
        now=NOW,
        link=Link.OFFLINE if offline else Link.ONLINE,
        offline_since=NOW.replace(hour=9, minute=36) if offline else None,
        waiting=3,
        numbers_left=82,
        devices=(
            DeviceStatus(DeviceRole.PRINTER, simulated=simulated),
            DeviceStatus(DeviceRole.ID_READER, simulated=simulated),
        ),
        saved_at=NOW,
    )


_PEOPLE = (
    "NGUYỄN VĂN AN", "TRẦN THỊ LAN", "PHẠM QUỐC BẢO", "LÊ THỊ HƯỞNG", "ĐỖ HỮU NGHĨA",
    "VŨ ĐỨC THẮNG", "HOÀNG THỊ NGUYỆT", "BÙI XUÂN TRƯỜNG", "ĐẶNG THUỲ DƯƠNG", _LONG_NAME,
    "CÔNG TY TNHH MINH ĐẠT", "LÝ THỊ MỸ HẠNH",
)  # fmt: skip
_PROCEDURES = (
    "Tách thửa, hợp thửa đất", "Đăng ký khai sinh", "Đăng ký thường trú", _LONG_PROCEDURE,
    "Chứng thực bản sao từ bản chính giấy tờ, văn bản",
)  # fmt: skip


_LEFT = {
    3: TimeLeft(timedelta(hours=5), is_today=True),
    6: TimeLeft(timedelta(hours=11), is_today=False),
}
"""What is left of the promises of this and of the next working day."""


def lines(count: int) -> tuple[DossierLine, ...]:
    """Dossiers of one morning, newest first."""
    made = []
    for number in range(count):
        late = number % 11 == 8
        due_at = _DUE + timedelta(days=number % 7)
        if number % 9 in _LEFT:
            due_at = NOW.replace(hour=16) + timedelta(days=0 if number % 9 == 3 else 1)
        made.append(
            DossierLine(
                dossier_id=str(number),
                code=f"H42.15-260924-{317 - number:04d}",
                owner_name=_PEOPLE[number % len(_PEOPLE)],
                procedure_name=_PROCEDURES[number % len(_PROCEDURES)],
                received_at=NOW - timedelta(minutes=7 * number),
                due_at=due_at,
                status=DossierStatus.PROCESSING if number % 4 == 2 else DossierStatus.RECEIVED,
                delivered=(
                    Delivered.WAITING
                    if number < 3
                    else Delivered.REFUSED
                    if number == 5
                    else Delivered.SENT
                ),
                masked_number=f"0350******{89 - number:02d}",
                is_overdue=late,
                left=None if late else _LEFT.get(number % 9),
            )
        )
    return tuple(made)


def found() -> tuple[DossierLine, ...]:
    """What "tran lan" finds: without marks, in the order of the words."""
    names = ("TRẦN THỊ LAN", "TRẦN VĂN LÂN", "TRẦN LAN ANH", "TRẦN THỊ NGỌC LAN")
    return tuple(replace(line, owner_name=name) for line, name in zip(lines(4), names, strict=True))


def dossier_list(count: int = 37) -> DossierList:
    return DossierList(
        today=date(2026, 9, 24),
        lines=lines(count),
        chosen=ListFilter.TODAY,
        counts=(
            (ListFilter.TODAY, count),
            (ListFilter.MINE, count // 2),
            (ListFilter.UNSENT, min(3, count)),
            (ListFilter.REFUSED, min(1, count)),
            (ListFilter.NEWEST, count),
        ),
        total=count,
    )


def preview(pages: tuple[bytes, ...], *, broken: bool = False) -> Preview:
    problem = "hết giấy" if broken else None
    return Preview(
        title="Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        code="H42.15-260924-0317",
        pages=pages,
        count=len(pages),
        printers=(
            PrinterChoice("hp", "HP LaserJet A4/A5", problem=problem),
            PrinterChoice("simulated", "Máy in trang", simulated=True),
        ),
        printer="hp",
        papers=(PaperChoice("a5", "A5"), PaperChoice("a4-two-up", "A4, hai liên")),
        paper="a5",
        times_printed=0 if broken else 1,
    )


def brought_file(pages: tuple[bytes, ...]) -> Preview:
    """One of the files of a received dossier, of more pages than are seen at once."""
    title = "2. Tệp 1 · Giấy chứng nhận quyền sử dụng đất"
    return replace(
        preview(pages),
        title=title,
        count=5,
        is_file=True,
        papers=(),
        paper="",
        forms=(PaperChoice("2-1", title), PaperChoice("2-2", title.replace("1", "2"))),
        form="2-1",
        times_printed=None,
    )


def unknown_code() -> Notice:
    """A link that somebody held before the reader."""
    return Notice(
        words.GUESSES[Guess.WEB_ADDRESS][language()],
        words.NOT_OURS_LINK[language()],
        Tone.WARN,
        "https://dichvucong.example/nop-phi?so=035199012345&ma=8f3a",
    )


def reader_test() -> tuple[ReaderVerdict, tuple[str, ...]]:
    """A reader that lost some letters."""
    verdict = judge_reader(READER_TEST_TEXT.replace("ễ", "").replace("ơờ", "").replace("Ữ", ""))
    figures = {"right": verdict.right, "all": len(verdict.letters)}
    sentences = [words.FAILED[language()].format_map(figures)]
    sentences += [words.FAULTS[fault][language()] for fault in verdict.faults]
    return verdict, tuple(sentences)
