"""Invented dossiers for the gallery's results desk and hand-over page."""

from datetime import date, datetime
from typing import Any

from station.domain.journal import VIETNAM
from ui.desktop.hand_over.view_model import AgencyLine, FolderLine, HandOverSheet, SealedLine
from ui.desktop.kit.tone import Tone
from ui.desktop.results.view_model import (
    ArrivalEntry,
    CollectorEntry,
    Compared,
    GivenLine,
    ResultSheet,
    Verdict,
    WaitingLine,
    WaitingList,
)
from ui.desktop.results.words import NUMBER
from ui.desktop.wording import language

_TODAY = date(2026, 9, 24)
_DUE = datetime(2026, 9, 24, 16, 30, tzinfo=VIETNAM)
_NAMES = (
    ("ĐẶNG THUỲ DƯƠNG", "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền"),
    ("NGUYỄN VĂN AN", "Tách thửa, hợp thửa đất"),
    ("CÔNG TY TNHH MINH ĐẠT", "Cấp đổi giấy chứng nhận"),
    ("TRẦN THỊ LAN", "Cấp Giấy xác nhận tình trạng hôn nhân"),
)


def waiting(count: int = 14) -> WaitingList:
    """Results of one week, some on their shelf."""
    lines = tuple(
        WaitingLine(
            code=f"H42.15-260917-{121 + number:04d}",
            owner_name=_NAMES[number % len(_NAMES)][0],
            masked_number=f"0350******{26 + number % 70:02d}",
            procedure_name=_NAMES[number % len(_NAMES)][1],
            due_at=_DUE.replace(day=24 + number % 4),
            at_counter=number % 5 != 3,
            shelf="" if number % 4 == 2 else f"K2-{number + 1:02d}",
        )
        for number in range(count)
    )
    return WaitingList(today=_TODAY, lines=lines, text="", total=count)


def result_sheet(*, ticked: int = 4, **changes: Any) -> ResultSheet:  # noqa: ANN401
    """The owner with the card, and four papers of which some are ticked."""
    given = (
        ("Giấy chứng nhận quyền sử dụng đất – DA 000 318", True),
        ("Trích lục bản đồ địa chính", True),
        ("Giấy chứng nhận cũ DA 000 217", False),
        ("Hợp đồng tặng cho đã công chứng", False),
    )
    compared = (
        ("Họ tên", "ĐẶNG THUỲ DƯƠNG", "ĐẶNG THUỲ DƯƠNG"),
        ("Ngày sinh", "17/05/1984", "17/05/1984"),
        (NUMBER[language()], "0351******26", "0351******26"),
    )
    done = f"Đã đánh dấu {ticked}/4"
    values: dict[str, Any] = {
        "code": "H42.15-260917-0121",
        "name": "ĐẶNG THUỲ DƯƠNG",
        "state": "Đã có kết quả",
        "state_tone": Tone.OK,
        "procedure": _NAMES[0][1],
        "shelf": "Kệ K2-07",
        "due": "16:30 24/09/2026",
        "due_tone": Tone.OK,
        "owed": "0 đ",
        "owed_tone": Tone.OK,
        "owes": False,
        "collector": _owner(),
        "compared": tuple(
            Compared(caption=c, filed=f, shown=s, tone=Tone.OK) for c, f, s in compared
        ),
        "given": tuple(
            GivenLine(name=name, is_result=is_result, count=1, ticked=number < ticked)
            for number, (name, is_result) in enumerate(given)
        ),
        "keep_rest": False,
        "verdict": Verdict(
            ready=ticked == 4,
            fact="Đủ điều kiện trả."
            if ticked == 4
            else "Lấy từng giấy ra, đánh dấu bằng phím cách:",
            consequence=done,
            tone=Tone.OK if ticked == 4 else Tone.WARN,
        ),
        "arrival": None,
        "lawful": True,
        "is_returned": False,
        "has_paper": False,
        "is_without_result": False,
    }
    return ResultSheet(**(values | changes))


def stranger() -> ResultSheet:
    """Somebody else's card, and what is lawful instead."""
    filed, shown = "ĐẶNG THUỲ DƯƠNG", "LÊ VĂN HÙNG"
    instead = (
        "Số giấy tờ khác với hồ sơ. Được nhận: chính chủ Đặng Thuỳ Dương; người có giấy uỷ "
        "quyền nhận kết quả; bưu chính như đã đăng ký."
    )
    return result_sheet(
        ticked=0,
        collector=_owner(name="Lê Văn Hùng", number="001080004321"),
        compared=(
            Compared(caption="Họ tên", filed=filed, shown=shown, tone=Tone.WARN),
            Compared(caption="Ngày sinh", filed="17/05/1984", shown="02/01/1980", tone=Tone.WARN),
            Compared(
                caption=NUMBER[language()],
                filed="0351******26",
                shown="0010******21",
                tone=Tone.WARN,
            ),
        ),
        owed="20.000 đ",
        owed_tone=Tone.WARN,
        owes=True,
        verdict=Verdict(
            ready=False,
            fact="Số giấy tờ khác với hồ sơ.",
            consequence="Không trả cho người này",
            tone=Tone.ERR,
            instead=instead,
        ),
    )


def papers_to_give_back() -> ResultSheet:
    """The agency stopped it: everything that was handed in goes home, and there is no result."""
    return result_sheet(
        ticked=2,
        state="Dừng giải quyết",
        state_tone=Tone.ERR,
        shelf="",
        given=(
            GivenLine(name="Đơn đề nghị tách thửa", is_result=False, count=1, ticked=True),
            GivenLine(name="Giấy chứng nhận DA 000 217", is_result=False, count=1, ticked=True),
        ),
        verdict=Verdict(
            ready=True,
            fact="Đủ điều kiện trả.",
            consequence="Đã đánh dấu 2/2",
            tone=Tone.OK,
        ),
        is_without_result=True,
    )


def returned() -> ResultSheet:
    """It was given a moment ago."""
    return result_sheet(
        state="Đã trả kết quả",
        state_tone=Tone.MUTE,
        lawful=False,
        is_returned=True,
        has_paper=True,
        verdict=Verdict(
            ready=False,
            fact="Đã trả cho Đặng Thuỳ Dương",
            consequence="lúc 14:11 24/09/2026",
            tone=Tone.OK,
        ),
    )


def coming() -> ResultSheet:
    """The agency has it still, or its courier stands at the counter."""
    return result_sheet(
        ticked=0,
        state="Đang giải quyết",
        state_tone=Tone.INFO,
        shelf="",
        given=(),
        lawful=False,
        arrival=ArrivalEntry(shelf="K2-07", result="Giấy chứng nhận quyền sử dụng đất"),
        verdict=Verdict(
            ready=False,
            fact="Chưa có kết quả:",
            consequence="hẹn trả 16:30 24/09/2026; kết quả vừa về thì ghi kệ",
            tone=Tone.WARN,
        ),
    )


def _owner(name: str = "Đặng Thuỳ Dương", number: str = "035184007226") -> CollectorEntry:
    return CollectorEntry(
        kind="owner",
        kinds=(
            ("owner", "Chính chủ"),
            ("submitter", "Người nộp"),
            ("authorised", "Được uỷ quyền"),
            ("post", "Bưu chính"),
        ),
        name=name,
        number=number,
        number_mark="từ thẻ",
        number_tone=Tone.OK,
        letter=None,
        letter_caption="",
        note="",
        slip_lost=False,
        may_declare_lost=True,
    )


def folders(*, ready: bool = False, empty: bool = False) -> HandOverSheet:
    """A pile for the land office, half scanned or ready to be sealed."""
    said = ("10:46", "10:45", "10:45", "đang ký sao y", "chưa quét")
    lines = tuple(
        FolderLine(
            code=f"H42.15-260924-{211 + number:04d}",
            owner_name=_NAMES[number % len(_NAMES)][0],
            procedure_name=_NAMES[number % len(_NAMES)][1],
            pages=3 + 2 * number,
            leave_by="17:00" if number else "quá 23/09",
            leave_tone=None if number else Tone.ERR,
            ticked=ready or number < 3,
            remark="10:47" if ready and number > 2 else remark,
            remark_tone=Tone.OK if ready or number < 3 else Tone.WARN,
        )
        for number, remark in enumerate(said)
    )
    agencies = (
        AgencyLine("Văn phòng Đăng ký đất đai – Chi nhánh Phủ Lý", 5 if ready else 3, 5),
        AgencyLine("Phòng Kinh tế", 0, 3),
        AgencyLine("Công an phường", 0, 1),
    )
    blocked = ("Chưa niêm phong được:", "0215 phải chuyển hôm nay, chưa quét, chưa có lý do")
    done = ("5 hồ sơ cho Văn phòng Đăng ký đất đai – Chi nhánh Phủ Lý.", "Niêm phong được")
    fact, consequence = done if ready else blocked
    return HandOverSheet(
        agencies=() if empty else agencies,
        agency="" if empty else agencies[0].name,
        folders=() if empty else lines,
        sealed=tuple(
            SealedLine(
                number=f"BG-260924-{10 - number:05d}",
                agency=agencies[number % 3].name,
                folders=4 + number,
                at=f"11:{30 - number}",
            )
            for number in range(4)
        ),
        ready=ready,
        fact="" if empty else fact,
        consequence="" if empty else consequence,
        tone=Tone.MUTE if empty else Tone.OK if ready else Tone.WARN,
        due_today=0 if empty else 6,
    )
