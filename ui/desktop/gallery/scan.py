"""An invented pile for the gallery's scan desk."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from PySide6.QtGui import QImage, QPainter

from ui.desktop.gallery.english import spoken
from ui.desktop.keys import Act
from ui.desktop.kit.png import png_of
from ui.desktop.kit.tokens import LIGHT
from ui.desktop.kit.tone import Tone
from ui.desktop.scan.cornering import WHOLE
from ui.desktop.scan.page import ScanPage
from ui.desktop.scan.view_model import LargeView, PageCell, Profile, RowLine, ScanSheet, ScanState

_ROWS = (
    RowLine(key="row-1", digit="1", name="Đơn đề nghị tách thửa", mandatory=True, pages=2,
            documents=1, current=True),
    RowLine(key="row-2", digit="2", name="Giấy chứng nhận quyền sử dụng đất, bản gốc và các trang "
            "bổ sung", mandatory=True, pages=4, documents=2),
    RowLine(key="row-3", digit="3", name="Văn bản uỷ quyền", mandatory=False, pages=0, documents=0),
)  # fmt: skip


@cache
def drawn_page() -> bytes:
    """Draw a stand-in for a scanned page, A5 at 150 dpi, as PNG."""
    image = QImage(874, 1240, QImage.Format.Format_RGB32)
    image.fill(LIGHT.surface)
    painter = QPainter(image)
    painter.fillRect(250, 90, 380, 24, LIGHT.text2)
    for line in range(24):
        width = 420 + (line * 97) % 300
        painter.fillRect(80, 190 + line * 40, width, 10, LIGHT.edge)
    painter.end()
    return png_of(image)


def scan_scenes(page: ScanPage, show: Callable[[], None]) -> dict[str, Callable[[], None]]:
    """Give the scenes of the scan desk.

    Args:
        show: brings the page to the front.
    """

    def usual() -> None:
        show()
        page.show_sources((("Canon DR-C225", "Canon DR-C225"),), "Canon DR-C225")
        page.show_profile(Profile.COLOR)
        page.show_banner("", Tone.MUTE)
        page.show_sheet(spoken(_sheet(8, bad=3)))
        page.show_large(LargeView(picture=drawn_page(), marks=((0.1, 0.72, 0.5, 0.1),)))
        page.show_run(spoken(ScanState(words="Đã ghi đĩa 8/8", share=1.0)))

    def bad_page() -> None:
        usual()
        sentence = "Trang 3: mờ. 7 trang kia đã lưu."
        page.show_banner(spoken(sentence), Tone.ERR, (Act.RESCAN, Act.KEEP_PAGE))

    def jam() -> None:
        usual()
        sentence = "Đã có 8 trang, đã ghi đĩa. Dừng ở trang 9: Kẹt giấy. Mở nắp, lấy tờ giấy ra, "
        sentence += "đặt lại từ trang 9. Rồi F7 quét tiếp."
        page.show_banner(spoken(sentence), Tone.ERR, (Act.RESCAN_PILE,))

    def empty() -> None:
        usual()
        page.show_sheet(spoken(_sheet(0)))
        page.show_large(LargeView(picture=None))
        page.show_run(ScanState())

    def card() -> None:
        usual()
        sheet = replace(
            _sheet(8), current=5, title="Trang 6 / 8", says_purpose=True,
            consequence="2 trang chưa xếp",
        )  # fmt: skip
        page.show_sheet(spoken(sheet))
        page.show_banner("", Tone.MUTE)

    def corners() -> None:
        usual()
        page.place_corners(drawn_page(), WHOLE)

    return {
        "scan-usual": usual,
        "scan-bad-page": bad_page,
        "scan-jam": jam,
        "scan-empty": empty,
        "scan-corners": corners,
        "scan-card": card,
    }


def _sheet(count: int, *, bad: int = 0) -> ScanSheet:
    places = ("→ 1", "→ 1", "→ 2", "→ 2", "→ 2", "→ 2", "", "")
    pages = tuple(
        PageCell(
            number=number,
            place=places[number - 1],
            picture=drawn_page(),
            defect="Mờ" if number == bad else "",
            starts=number == 5,
            waiting=number == 8,
            two_sides=number == 6,
            spoken=f"Trang {number}, {places[number - 1] or 'chưa xếp'}",
        )
        for number in range(1, count + 1)
    )
    return ScanSheet(
        draft="1",
        subject="TRẦN THỊ LAN · Tách thửa đất",
        rows=_ROWS,
        pages=pages,
        current=bad - 1,
        title=f"Trang {bad} / {count}" if bad else "Chưa có trang nào",
        defects="Mờ" if bad else "",
        remarks="",
        says_purpose=None,
        basket_open=False,
        unassigned=2 if count else 0,
        basket=1,
        size="1,9 MB / hạn 50 MB",
        fact="Còn việc:" if count else "Đặt giấy vào khay,",
        consequence="trang 3 có lỗi, 2 trang chưa xếp" if count else "bấm F7 để quét",
        tone=Tone.WARN if count else Tone.MUTE,
        may_return=False,
    )
