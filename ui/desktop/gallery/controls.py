"""Every control of the kit in its states, on one board."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desktop.kit.banner import Banner
from ui.desktop.kit.button import Button, FilterButton, Kind
from ui.desktop.kit.check import Check
from ui.desktop.kit.choices import Choice, Choices
from ui.desktop.kit.combo import Combo
from ui.desktop.kit.empty import Empty
from ui.desktop.kit.field import Field
from ui.desktop.kit.figure import Figure
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import Label
from ui.desktop.kit.layout import Item, row
from ui.desktop.kit.marks import Chip, KeyBadge
from ui.desktop.kit.progress import Progress
from ui.desktop.kit.rail import RailItem
from ui.desktop.kit.segmented import Segmented
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import TITLE
from ui.desktop.wording import language

_WIDTH = 1100
_ENGLISH = {
    "Máy in hết giấy. Hồ sơ đã lưu. Thêm giấy rồi bấm In lại.": (
        "The printer is out of paper. The dossier is saved. Add paper, then print again."
    ),
    "Ảnh quá mờ, chưa đổi ô nào. Chụp lại.": "Too blurred, no field was changed. Take it again.",
    "Đã nhận H42.15-260924-0317.": "Accepted H42.15-260924-0317.",
    "trang 3/8": "page 3 of 8",
    "Tiếp nhận mới": "New reception",
    "Hôm nay chưa tiếp nhận hồ sơ nào": "Nothing received yet today",
    "Hồ sơ đầu tiên hiện ở đây ngay khi nhận.": "The first dossier is here once it is accepted.",
    "Tiếp nhận và in": "Accept and print",
    "Chọn tệp": "Choose files",
    "Vì sao?": "Why?",
    "Bỏ phần đang nhập": "Drop what is typed",
    "Khoá máy": "Lock the station",
    "Số": "Number",
    "từ QR": "QR code",
    "Địa chỉ": "Address",
    "xã cũ → phường Lê Hồng Phong": "old commune → phường Lê Hồng Phong",
    "Ngày": "Day",
    "không có ngày này": "there is no such day",
    "Nơi": "Place",
    "Chỉ đọc ẪỂỮộ": "Read only ẪỂỮộ",
    "Nhận kết quả": "Result",
    "Tại quầy": "Counter",
    "Bưu chính": "Post",
    "Điện tử": "Online",
    "Giới tính": "Sex",
    "Nam": "Male",
    "Nữ": "Female",
    "Loại giấy tờ": "Kind of paper",
    "Căn cước công dân": "Citizen ID",
    "Hộ chiếu": "Passport",
    "Báo tin": "Tell by SMS",
    "Không báo": "Do not",
    "Hôm nay": "Today",
    "Chưa gửi": "Not sent",
    "Hẹn trả kết quả": "Result due",
    "16:30 thứ Năm 08/10/2026": "16:30 Thursday 08/10/2026",
    "QR thẻ": "QR of the card",
    "Còn thiếu 1": "1 missing",
    "Quá hạn": "Overdue",
    "Đang giải quyết": "In process",
    "10 ngày làm việc": "Working days: 10",
    "Tiếp nhận": "Reception",
    "Đồng bộ": "Sync",
    "In lại": "Print again",
}


def controls() -> QWidget:
    """Build the board."""
    board = _Board()
    layout = QVBoxLayout(board)
    layout.setSpacing(12)
    for items in (_buttons(), _fields(), _choices(), _marks(), _rail()):
        layout.addLayout(row(*items, None))
    layout.addLayout(row((_ways(low=False), 1), (_ways(low=True), 1)))
    layout.addWidget(
        _banner(_said("Máy in hết giấy. Hồ sơ đã lưu. Thêm giấy rồi bấm In lại."), Tone.WARN)
    )
    layout.addWidget(_banner(_said("Ảnh quá mờ, chưa đổi ô nào. Chụp lại."), Tone.ERR))
    layout.addWidget(_banner(_said("Đã nhận H42.15-260924-0317."), Tone.OK))
    progress = Progress()
    progress.show_share(3 / 8, _said("trang 3/8"))
    layout.addWidget(progress)
    empty = Empty(Icon.INBOX, Button(_said("Tiếp nhận mới"), badge="F2"))
    empty.say(
        _said("Hôm nay chưa tiếp nhận hồ sơ nào"),
        _said("Hồ sơ đầu tiên hiện ở đây ngay khi nhận."),
    )
    layout.addWidget(empty)
    board.resize(_WIDTH, board.sizeHint().height())
    return board


def _said(vietnamese: str) -> str:
    return vietnamese if language() == "vi" else _ENGLISH[vietnamese]


class _Board(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().sheet)


def _buttons() -> list[Item]:
    blocked = Button(_said("Tiếp nhận và in"), Kind.PRIMARY, sign=Icon.PRINTER, badge="Ctrl+Enter")
    blocked.set_blocked(True)
    off = Button(_said("Chọn tệp"), sign=Icon.PAPERCLIP)
    off.setEnabled(False)
    return [
        Button(_said("Tiếp nhận và in"), Kind.PRIMARY, sign=Icon.PRINTER, badge="Ctrl+Enter"),
        blocked,
        Button(_said("Chọn tệp"), sign=Icon.PAPERCLIP, badge="F7"),
        off,
        Button(_said("Vì sao?"), Kind.QUIET),
        Button(_said("Bỏ phần đang nhập"), Kind.DANGER),
        Button(sign=Icon.LOCK, badge="F12", name=_said("Khoá máy")),
    ]


def _fields() -> list[Item]:
    marked = Field(_said("Số"), width=200)
    marked.show_text("035080012789")
    marked.set_mark(_said("từ QR"), Tone.OK)
    warned = Field(_said("Địa chỉ"), width=360, badge="Enter")
    warned.show_text("Thôn 2, xã Thanh Sơn")
    warned.set_mark(_said("xã cũ → phường Lê Hồng Phong"), Tone.WARN)
    wrong = Field(_said("Ngày"), width=220)
    wrong.show_text("31/02/1980")
    wrong.set_mark(_said("không có ngày này"), Tone.ERR)
    read_only = Field(_said("Nơi"), width=140)
    read_only.show_text(_said("Chỉ đọc ẪỂỮộ"))
    read_only.setReadOnly(True)
    return [marked, warned, wrong, read_only]


def _choices() -> list[Item]:
    segmented = Segmented(
        _said("Nhận kết quả"),
        [("a", _said("Tại quầy")), ("b", _said("Bưu chính")), ("c", _said("Điện tử"))],
    )
    segmented.show_value("a")
    none = Segmented(_said("Giới tính"), [("m", _said("Nam")), ("f", _said("Nữ"))])
    combo = Combo(_said("Loại giấy tờ"))
    combo.set_choices([("1", _said("Căn cước công dân")), ("2", _said("Hộ chiếu"))])
    combo.setFixedWidth(200)
    on, off = Check(_said("Báo tin")), Check(_said("Không báo"))
    on.setChecked(True)
    chosen, other = FilterButton(_said("Hôm nay")), FilterButton(_said("Chưa gửi"))
    chosen.setChecked(True)
    chosen.set_count(37)
    other.set_count(3)
    return [segmented, none, combo, on, off, chosen, other]


def _ways(*, low: bool) -> Choices:
    ways = Choices(_said("Nhận kết quả"))
    ways.set_choices(
        [
            Choice("a", _said("Tại quầy"), _said("16:30 thứ Năm 08/10/2026")),
            Choice("b", _said("Bưu chính"), _said("10 ngày làm việc")),
            Choice("c", _said("Điện tử"), "", off=_said("Còn thiếu 1")),
        ]
    )
    ways.show_value("a")
    ways.set_low(low)
    return ways


def _marks() -> list[Item]:
    figure = Figure()
    figure.show_figure(_said("Hẹn trả kết quả"), _said("16:30 thứ Năm 08/10/2026"))
    return [
        Chip(_said("QR thẻ"), Tone.OK),
        Chip(_said("Còn thiếu 1"), Tone.WARN),
        Chip(_said("Quá hạn"), Tone.ERR),
        Chip(_said("Đang giải quyết"), Tone.INFO, Icon.CLOCK),
        Chip(_said("10 ngày làm việc"), Tone.MUTE),
        KeyBadge("Ctrl+Enter"),
        figure,
        Label("Ẫ Ể Ữ ẵ ộ", TITLE),
    ]


def _rail() -> list[Item]:
    current = RailItem(_said("Tiếp nhận"), Icon.FILE, "F2")
    current.set_current(True)
    counted = RailItem(_said("Đồng bộ"), Icon.REFRESH, "F5")
    counted.show_count(3, Tone.WARN)
    slim = RailItem(_said("Đồng bộ"), Icon.REFRESH, "F5")
    slim.set_slim(True)
    slim.show_count(3, Tone.WARN)
    for item, width in ((current, 176), (counted, 176), (slim, 40)):
        item.setFixedWidth(width)
    return [current, counted, slim]


def _banner(sentence: str, tone: Tone) -> Banner:
    banner = Banner((Button(_said("In lại"), badge="Ctrl+R", height=32),))
    banner.say(sentence, tone)
    return banner
