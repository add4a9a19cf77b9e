"""Invented sights of the signing page, for the gallery."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from ui.desktop.gallery.english import spoken
from ui.desktop.kit.tone import Tone
from ui.desktop.signing.page import SigningPage
from ui.desktop.signing.view_model import CopyLine, SigningSheet

_PAPERS = (
    ("0217", "Nguyễn Thị Ánh Tuyết", "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân", 2),
    ("0217", "Nguyễn Thị Ánh Tuyết", "Quyết định ly hôn (bản sao)", 4),
    ("0218", "Công ty TNHH Xây dựng Quang Trung", "Đơn đăng ký biến động đất đai (mẫu 18)", 3),
    ("0221", "Đỗ Văn Bình", "Giấy chứng nhận quyền sử dụng đất", 2),
    ("0224", "Lê Thị Hoa", "Giấy chứng sinh", 1),
)
_LINES = tuple(
    CopyLine(
        key=str(number),
        dossier_code=f"H42.15-260924-{code}",
        short_code=code,
        who=who,
        paper=paper,
        pages=pages,
        received=f"{8 + number // 2:02}:{10 + 7 * number} 24/09",
        state="chờ ký",
        tone=Tone.INFO,
        ticked=True,
    )
    for number, (code, who, paper, pages) in enumerate(_PAPERS)
)
_QUEUE = SigningSheet(
    lines=(
        *_LINES[:4],
        replace(_LINES[4], state="chưa có dấu thời gian", tone=Tone.WARN, ticked=None),
    ),
    summary="4 bản của 3 hồ sơ chờ ký · 1 bản đã ký chưa có dấu thời gian",
    signed_with="UBND phường Quang Trung",
    what="4 bản sẽ được ký bằng một mã PIN. Bản chụp gốc vẫn giữ.",
    stamps="Dấu thời gian: có mạng thì thêm ngay; mất mạng thì ký trước, thêm sau.",
    to_sign=4,
    to_stamp=1,
    ready=True,
    may_stamp=True,
)
_RUNNING = replace(
    _QUEUE,
    lines=(
        replace(_LINES[0], state="đã ký", tone=Tone.OK),
        replace(_LINES[1], state="đang ký", tone=Tone.INFO),
        *_QUEUE.lines[2:],
    ),
    ready=False,
    may_stamp=False,
    running=True,
    share=0.25,
    progress="Đã ký 1/4 bản.",
    what="",
    consequence="Có thể sang trang khác làm việc; việc ký vẫn chạy.",
    tone=Tone.INFO,
)
_NO_TOKEN = replace(
    _QUEUE,
    signed_with="",
    stamps="",
    why_not=(
        "Trạm này chưa có token ký số. Hồ sơ đi tiếp bình thường; bản chụp nằm trong danh sách chờ"
        " ký. Nhờ quản trị cắm token, mở Thiết bị (Ctrl+O), chọn nó và bấm “Dùng ở quầy này”, rồi"
        " đăng nhập lại. (SIG-011)"
    ),
    ready=False,
    may_stamp=False,
)
_STAMPS = replace(
    _QUEUE,
    lines=tuple(
        replace(line, state="chưa có dấu thời gian", tone=Tone.WARN, ticked=None)
        for line in _LINES[:2]
    ),
    summary="2 bản đã ký chưa có dấu thời gian",
    what="Chỉ còn dấu thời gian; không cần token.",
    to_sign=0,
    to_stamp=2,
    ready=False,
)
_PULLED_OUT = (
    "Token bị rút ra khi đang ký. Các bản ký trước đó còn nguyên; bản này và các bản sau chưa ký,"
    " vẫn chờ. Cắm lại token, nhập PIN, ký các bản còn lại. (SIG-009) Còn 4 bản chờ, không mất gì."
)


def signing_scenes(page: SigningPage) -> dict[str, Callable[[], None]]:
    """Give what can be shown on the page, by name."""

    def shown(sheet: SigningSheet, problem: str = "") -> None:
        page.clear()
        page.show_sheet(spoken(sheet))
        page.show_problem(spoken(problem))

    return {
        "signing-queue": partial(shown, _QUEUE),
        "signing-running": partial(shown, _RUNNING),
        "signing-stopped": partial(shown, _QUEUE, _PULLED_OUT),
        "signing-stamps": partial(shown, _STAMPS),
        "signing-no-token": partial(shown, _NO_TOKEN),
        "signing-empty": partial(shown, SigningSheet(signed_with="UBND phường Quang Trung")),
    }
