"""Invented sights of the supervisor's board, for the gallery."""

from collections.abc import Callable
from dataclasses import replace

from station.domain.step_times import Step, StepMedians
from station.usecases.report_steps import LongProcedure, Period, StepReport
from ui.desktop.board.page import BoardPage
from ui.desktop.board.step_lines import step_sheet
from ui.desktop.board.view_model import ApprovalLine, ApprovalSheet, AttentionLine, BoardSheet
from ui.desktop.compared import ComparedLine
from ui.desktop.gallery.english import spoken
from ui.desktop.kit.chart_sheets import Bar, BarSheet, Share, ShareSheet
from ui.desktop.kit.tone import Tone
from ui.desktop.wording import language

_HOURS = BarSheet(
    head="Giờ",
    first="Trực tiếp",
    second="Khác",
    bars=tuple(
        Bar(str(hour), first, second, marked=hour == 9)
        for hour, first, second in (
            (7, 3, 0), (8, 9, 3), (9, 5, 1), (10, 0, 0), (11, 0, 0), (13, 0, 0), (14, 0, 0),
        )
    ),
    empty="Hôm nay chưa tiếp nhận hồ sơ nào",
)  # fmt: skip
_DAYS = BarSheet(
    head="Ngày",
    first="Cơ quan",
    second="Tại quầy",
    bars=tuple(
        Bar(day, first, second, marked=day == "T5 24")
        for day, first, second in (
            ("T5 24", 5, 2),
            ("T6 25", 9, 0),
            ("T2 28", 4, 1),
            ("T3 29", 7, 0),
        )
    ),
    empty="Bảy ngày tới không có hồ sơ nào đến hạn",
)
_SHARES = ShareSheet(
    heads=("Cơ quan", "Xong", "Trễ", "Đúng hạn"),
    shares=(Share("Tất cả", 65, 49, "75 %"), Share("VP Đăng ký đất đai", 14, 12, "85 %")),
    empty="Tháng này chưa có kết quả nào",
)
_ATTENTION = tuple(
    AttentionLine(
        words=words,
        tone=tone,
        dossier_code=f"H42.15-260916-{code}",
        short_code=code,
        who=who,
        what="VP Đăng ký đất đai",
        since=since,
    )
    for words, tone, code, who, since in (
        ("Quá hạn", Tone.ERR, "0140", "Đỗ Văn Bình", "16:30 22/09"),
        ("Quá hạn", Tone.ERR, "0143", "Vũ Đức Thắng", "16:30 23/09"),
        ("Chưa đến lấy", Tone.WARN, "0098", "Lê Thị Hưởng", "09:15 14/09"),
    )
)


_APPROVALS = tuple(
    ApprovalLine(
        words=words,
        tone=Tone.WARN,
        dossier_code=f"H42.15-260916-{code}" if code else "",
        short_code=code,
        who=who,
        what=what,
        since=since,
        asked_by="Trần Thị Hạnh",
        request_id=request_id,
    )
    for words, code, who, what, since, request_id in (
        ("Đính chính", "0151", "Nguyễn Thị Ngọc Lan", "gõ sai số thửa", "09:12 24/09", "1"),
        ("Huỷ thu", "0149", "Phạm Văn Hùng", "thu nhầm người", "09:20 24/09", "2"),
        ("Chốt ca lệch", "", "Quỹ", "trả nhầm tiền thừa", "16:58 23/09", "3"),
        ("Trùng quầy", "0147", "Lê Văn Tám", "VP Đăng ký đất đai", "08:31 24/09", ""),
    )
)
_CORRECTION = ApprovalSheet(
    request_id="1",
    title="Đính chính · H42.15-260916-0151 · Nguyễn Thị Ngọc Lan",
    said="Trần Thị Hạnh gửi lúc 09:12 24/09. Lý do: gõ sai số thửa",
    lines=(
        ComparedLine(
            caption="Người nộp",
            here="Nguyễn Thị Ngọc Lan",
            there="Nguyễn Thị Ngọc Lan",
        ),
        ComparedLine(caption="Điện thoại", here="0912 345 678", there="0912 345 687", differs=True),
        ComparedLine(
            caption="Nội dung",
            here="Chuyển nhượng thửa 112, tờ bản đồ 7",
            there="Chuyển nhượng thửa 121, tờ bản đồ 7",
            differs=True,
        ),
        ComparedLine(caption="Giấy hẹn", here="bản 1", there="bản 2", differs=True),
    ),
    dossier_code="H42.15-260916-0151",
    may_approve=True,
    own=False,
)
_OWN = replace(
    _CORRECTION,
    may_approve=False,
    own=True,
    advice="Việc của chính mình: người khác có thẩm quyền duyệt; mình chỉ rút lại được.",
)


def _medians(total: int, *seconds: int) -> StepMedians:
    return StepMedians(by_step=dict(zip(Step, seconds, strict=True)), total=total)


_STEPS = StepReport(
    recent=Period(days=7, receptions=88, medians=_medians(172, 24, 12, 81, 19, 14)),
    whole=Period(days=30, receptions=391, medians=_medians(196, 31, 15, 96, 22, 16)),
    longest=(
        LongProcedure(
            procedure_code="1.012753",
            procedure_name="Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền "
            "với đất trong các trường hợp chuyển đổi, chuyển nhượng, thừa kế, tặng cho",
            receptions=34,
            medians=_medians(412, 52, 31, 245, 38, 21),
        ),
        LongProcedure(
            procedure_code="1.004193",
            procedure_name="Tách thửa, hợp thửa đất",
            receptions=12,
            medians=_medians(365, 44, 22, 204, 41, 25),
        ),
        LongProcedure(
            procedure_code="1.001193",
            procedure_name="Đăng ký khai sinh",
            receptions=61,
            medians=_medians(188, 96, 9, 61, 0, 12),
        ),
    ),
)
_NO_STEPS = StepReport(
    recent=Period(days=7, receptions=0, medians=None),
    whole=Period(days=30, receptions=3, medians=None),
)
_USUAL = BoardSheet(
    title="Bảng điều hành ngày 24/09/2026",
    at="Số liệu lúc 09:41, cả bộ phận",
    figures=(
        ("Nhận hôm nay", "21", Tone.MUTE),
        ("Còn hẹn hôm nay", "7", Tone.WARN),
        ("Quá hạn", "2", Tone.ERR),
        ("Chờ bổ sung", "4", Tone.MUTE),
        ("Kết quả quá 10 ngày", "1", Tone.WARN),
        ("Đúng hạn tháng này", "75 %", Tone.MUTE),
    ),
    hours=_HOURS,
    days=_DAYS,
    shares=_SHARES,
    approvals=_APPROVALS,
    attention=_ATTENTION,
)
_EMPTY = BoardSheet(
    at="Số liệu lúc 07:25, cả bộ phận",
    figures=(("Nhận hôm nay", "0", Tone.MUTE),),
    hours=BarSheet(empty=_HOURS.empty),
    days=BarSheet(empty=_DAYS.empty),
    shares=ShareSheet(empty=_SHARES.empty),
)


def board_scenes(page: BoardPage, show: Callable[[], None]) -> dict[str, Callable[[], None]]:
    """Give what can be shown; ``show`` brings the page to the front."""

    def usual() -> None:
        page.show_board(replace(spoken(_USUAL), steps=step_sheet(_STEPS, language())))
        show()

    def empty() -> None:
        page.show_board(replace(spoken(_EMPTY), steps=step_sheet(_NO_STEPS, language())))
        show()

    def steps() -> None:
        usual()
        page.open_steps()

    def asked(sheet: ApprovalSheet) -> Callable[[], None]:
        def scene() -> None:
            usual()
            page.show_approval(spoken(sheet))

        return scene

    return {
        "board-usual": usual,
        "board-empty": empty,
        "board-steps": steps,
        "board-approval": asked(_CORRECTION),
        "board-approval-own": asked(_OWN),
    }
