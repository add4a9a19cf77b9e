"""Invented lives of dossiers for the gallery: just received, waiting, and with its result."""

from dataclasses import replace
from datetime import datetime, timedelta

from station.domain.acts import DossierAct
from station.domain.journal import VIETNAM
from station.ports.outbox import Delivery
from station.words import capitalised
from ui.desktop.compared import ComparedLine
from ui.desktop.dossier.view_model import (
    ActChoice,
    ActField,
    ActForm,
    DossierDetail,
    Fact,
    Moment,
    PaperLine,
    PaperRow,
    PaperState,
    PersonLine,
    PersonSheet,
    TwinSheet,
)
from ui.desktop.kit.tone import Tone
from ui.desktop.wording import language
from ui.dossier_words import ACTS

_AT = datetime(2026, 9, 24, 9, 41, tzinfo=VIETNAM)
_SENT = Delivery.SENT
_PROMISED = datetime(2026, 10, 8, 16, 30, tzinfo=VIETNAM)
_PAPERS = (
    ("Đơn đề nghị tách thửa đất, hợp thửa đất theo mẫu số 01/ĐK", "1 chính", 2, "đã quét"),
    ("Giấy chứng nhận quyền sử dụng đất", "1 chính", 4, "đang giữ bản chính"),
    ("Hợp đồng uỷ quyền đã công chứng", "–", 0, "chờ người dân"),
    ("Trích lục bản đồ địa chính", "1 sao", 1, "đã quét"),
    ("Văn bản thoả thuận của các thành viên (nếu có)", "–", 0, ""),
)
_PEOPLE = (
    PersonSheet(
        title="Người nộp",
        lines=(
            PersonLine(
                caption="Họ và tên",
                value="Nguyễn Văn An",
                source="từ QR, đã sửa",
                doubtful=("Nguyễn",),
            ),
            PersonLine(caption="Số giấy tờ", value="0350******34", source="từ QR", masked=True),
            PersonLine(caption="Ngày sinh", value="05/03/1999", source="từ QR"),
            PersonLine(caption="Giới tính", value="Nam", source="từ QR"),
            PersonLine(
                caption="Địa chỉ", value="Tổ 5, Minh Khai, Phủ Lý, Hà Nam", source="nhập tay"
            ),
            PersonLine(caption="Điện thoại", value="0912345678", source="từ lần trước"),
        ),
    ),
    PersonSheet(
        title="Chủ hồ sơ",
        lines=(
            PersonLine(caption="Họ và tên", value="Trần Thị Bình", source="từ chip"),
            PersonLine(caption="Số giấy tờ", value="0371******23", source="từ chip", masked=True),
        ),
    ),
)


def received() -> DossierDetail:
    """A dossier that was just received, every act of the counter open."""
    return _detail(
        state="Đã tiếp nhận",
        tone=Tone.INFO,
        acts=(
            _act(DossierAct.FORWARD, "Niêm phong danh sách"),
            _act(DossierAct.RETURN, "Đã trả, ghi nhận"),
            _act(
                DossierAct.CORRECT,
                "Lưu bản mới, in giấy hẹn mới",
                ActField.NAME,
                ActField.REASON,
            ),
            ActChoice(
                act=DossierAct.SUPPLEMENT,
                label=_label(DossierAct.SUPPLEMENT),
                form=ActForm(
                    title=_label(DossierAct.SUPPLEMENT),
                    confirm="In mẫu 02, chờ bổ sung",
                    reasons=(
                        "thành phần hồ sơ chưa đủ theo quy định",
                        "giấy tờ chưa hợp lệ: thiếu chữ ký, chứng thực hoặc đã hết giá trị",
                    ),
                    fields=(ActField.ROWS, ActField.REASON, ActField.MISSED_BEFORE),
                    rows=tuple(
                        PaperRow(index=n, name=paper[0], chosen=n == 3, lacks="chưa nộp")
                        for n, paper in enumerate(_PAPERS, start=1)
                    ),
                    warning=(
                        "Lần hai tính là trễ hạn (chỉ số 766). "
                        "Nói rõ vì sao lần trước chưa yêu cầu."
                    ),
                ),
            ),
            _act(DossierAct.REFUSE, "In mẫu 03, trả giấy", ActField.REASON),
            _act(DossierAct.WITHDRAW, "Trả giấy tờ, đóng hồ sơ", ActField.REASON),
            _act(DossierAct.DECLARE_SLIP_LOST, "Ghi nhận mất giấy", ActField.NAME),
        ),
        next_step="Việc kế: bàn giao.",
    )


def due_today() -> DossierDetail:
    """A dossier that is promised for this afternoon."""
    return replace(
        received(),
        due="16:30 thứ Năm 24/09/2026",
        due_caption="Hẹn trả · còn 5 giờ làm việc",
        due_tone=Tone.WARN,
    )


def waiting() -> DossierDetail:
    """A dossier that waits for one paper; its clock stands still."""
    asked = Moment(
        at=_AT + timedelta(days=4),
        title="Yêu cầu bổ sung",
        detail="Hợp đồng uỷ quyền đã công chứng",
        tone=Tone.WARN,
    )
    coming = Moment(
        at=None,
        title="Nhận giấy bổ sung",
        detail="Hợp đồng uỷ quyền đã công chứng",
        tone=Tone.WARN,
        expected=True,
    )
    return _detail(
        state="Chờ bổ sung lần 1",
        tone=Tone.WARN,
        acts=(
            ActChoice(
                act=DossierAct.BRING,
                label=_label(DossierAct.BRING),
                form=ActForm(
                    title=_label(DossierAct.BRING),
                    confirm="Đã nhận các giấy này",
                    fields=(ActField.BROUGHT,),
                    rows=(
                        PaperRow(index=3, name=_PAPERS[2][0], chosen=True),
                        PaperRow(index=5, name=_PAPERS[4][0]),
                    ),
                ),
            ),
            _act(DossierAct.WITHDRAW, "Trả giấy tờ, đóng hồ sơ", ActField.REASON),
            _act(DossierAct.DECLARE_SLIP_LOST, "Ghi nhận mất giấy", ActField.NAME),
        ),
        next_step="Việc kế: nhận bổ sung.",
        moments=(asked, coming),
        notice="Chờ người dân: Hợp đồng uỷ quyền đã công chứng.",
        due_caption="Hẹn trả · đang tạm dừng tính",
        due_tone=Tone.WARN,
    )


def with_result() -> DossierDetail:
    """A dossier whose result lies on its shelf, corrected once."""
    return _detail(
        state="Đã có kết quả",
        tone=Tone.OK,
        acts=(
            _act(
                DossierAct.RETURN,
                "Đã trả, ghi nhận",
            ),
            _act(DossierAct.DECLARE_SLIP_LOST, "Ghi nhận mất giấy", ActField.NAME),
        ),
        next_step="Việc kế: trả kết quả.",
        version=2,
        shelf="K2-07",
    )


def _label(act: DossierAct) -> str:
    return capitalised(ACTS[act][language()])


def _act(act: DossierAct, confirm: str, *fields: ActField) -> ActChoice:
    return ActChoice(
        act=act,
        label=_label(act),
        form=ActForm(
            title=_label(act), confirm=confirm, fields=fields, danger=act is DossierAct.WITHDRAW
        ),
    )


def _detail(
    *,
    state: str,
    tone: Tone,
    acts: tuple[ActChoice, ...],
    next_step: str,
    moments: tuple[Moment, ...] = (),
    notice: str = "",
    due_caption: str = "Hẹn trả",
    due_tone: Tone = Tone.MUTE,
    version: int = 1,
    shelf: str = "chưa có",
) -> DossierDetail:
    states = {"": PaperState.NOT_GIVEN, "chờ người dân": PaperState.LACKING}
    return DossierDetail(
        code="H42.15-260924-0317",
        short_code="0317",
        name="NGUYỄN VĂN AN",
        state=state,
        state_tone=tone,
        version=version,
        subject=(
            "Tách thửa, hợp thửa đất · nộp 09:41 thứ Năm 24/09/2026 tại Quầy 3"
            " · nhận kết quả tại quầy"
        ),
        due_caption=due_caption,
        due="16:30 thứ Năm 08/10/2026",
        due_tone=due_tone,
        papers=tuple(
            PaperLine(
                number=str(number),
                name=name,
                copies=copies,
                pages=pages,
                state=states.get(note, PaperState.HERE),
                note=note,
                files=(f"{number}-1",) if pages else (),
            )
            for number, (name, copies, pages, note) in enumerate(_PAPERS, start=1)
        ),
        moments=(
            Moment(
                at=_AT,
                title="Tiếp nhận",
                detail="Trần Thị Hạnh, Quầy 3",
                tone=Tone.OK,
                delivery=_SENT,
            ),
            Moment(at=_AT, title="Thu phí", detail="150.000 đ", tone=Tone.OK, delivery=_SENT),
            Moment(at=_AT, title="In giấy tờ", detail="01 · HP LaserJet A4/A5", delivery=_SENT),
            Moment(
                at=_AT + timedelta(hours=1),
                title="Bàn giao",
                detail="BG-0031 · VP Đăng ký đất đai",
                tone=Tone.OK,
                delivery=Delivery.WAITING,
            ),
            *moments,
            Moment(at=_PROMISED, title="Hẹn trả kết quả", expected=True),
        ),
        money=(
            Fact(caption="Phải thu", value="150.000 đ"),
            Fact(caption="Đã thu", value="150.000 đ", tone=Tone.OK),
            Fact(caption="Còn thiếu", value="0 đ"),
        ),
        places=(
            Fact(caption="Hồ sơ giấy", value="VP Đăng ký đất đai"),
            Fact(caption="Bản chính giữ", value="Giấy chứng nhận quyền sử dụng đất"),
            Fact(caption="Kệ kết quả", value=shelf),
        ),
        server=(
            Fact(caption="Việc", value="1 chưa gửi", tone=Tone.WARN),
            Fact(caption="Tệp quét", value="có 6/8", tone=Tone.WARN),
            Fact(caption="Liên lạc cuối", value="09:10"),
        ),
        has_server=True,
        unsent=Fact(caption="Việc", value="1 chưa gửi", tone=Tone.WARN),
        people=_PEOPLE,
        acts=acts,
        notice=notice,
        next_step=next_step,
        has_slip=True,
    )


def with_twin(*, may_decide: bool) -> DossierDetail:
    """A dossier that another counter received as well, while both were offline."""
    compared = (
        ("Mã", "H42.15-260924-0317", "H42.15-260924-0508", False),
        ("Quầy, cán bộ", "Quầy 3, Trần Mỹ Hạnh", "Quầy 5, Lý Thị Mai", False),
        ("Nhận lúc", "09:41 24/09/2026", "10:05 24/09/2026", False),
        ("Chủ hồ sơ", "Nguyễn Văn An", "Nguyễn Văn An", False),
        ("Thủ tục", "Tách thửa, hợp thửa đất", "Tách thửa, hợp thửa đất", False),
        ("Phí", "140.000 đ", "140.000 đ", False),
        ("Giấy tờ", "Đơn đề nghị tách thửa", "Đơn đề nghị tách thửa", False),
        ("", "Giấy chứng nhận đã cấp (bản gốc)", "Giấy chứng nhận đã cấp (bản gốc)", False),
        ("", "Tờ khai lệ phí trước bạ", "", True),
    )
    notice = (
        "Quầy 5 (Lý Thị Mai) cũng nhận hồ sơ H42.15-260924-0508 của người này lúc 10:05"
        " 24/09/2026, khi hai máy chưa biết nhau. Cả hai còn nguyên, chờ trưởng bộ phận quyết định."
    )
    lines = tuple(
        ComparedLine(caption=caption, here=here, there=there, differs=differs)
        for caption, here, there, differs in compared
    )
    sheet = TwinSheet(code="H42.15-260924-0508", lines=lines, may_decide=may_decide)
    return replace(received(), notice=notice, twin=sheet)
