"""Every control of the kit in its states, on one board."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desktop.kit.banner import Banner
from ui.desktop.kit.button import Button, FilterButton, Kind
from ui.desktop.kit.check import Check
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

_WIDTH = 1100


def controls() -> QWidget:
    """Build the board."""
    board = _Board()
    layout = QVBoxLayout(board)
    layout.setSpacing(12)
    for items in (_buttons(), _fields(), _choices(), _marks(), _rail()):
        layout.addLayout(row(*items, None))
    layout.addWidget(_banner("Máy in hết giấy. Hồ sơ đã lưu. Thêm giấy rồi bấm In lại.", Tone.WARN))
    layout.addWidget(_banner("Ảnh quá mờ, chưa đổi ô nào. Chụp lại.", Tone.ERR))
    layout.addWidget(_banner("Đã nhận H42.15-260924-0317.", Tone.OK))
    progress = Progress()
    progress.show_share(3 / 8, "trang 3/8")
    layout.addWidget(progress)
    empty = Empty(Icon.INBOX, Button("Tiếp nhận mới", badge="F2"))
    empty.say("Hôm nay chưa tiếp nhận hồ sơ nào", "Hồ sơ đầu tiên hiện ở đây ngay khi nhận.")
    layout.addWidget(empty)
    board.resize(_WIDTH, board.sizeHint().height())
    return board


class _Board(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().sheet)


def _buttons() -> list[Item]:
    blocked = Button("Tiếp nhận và in", Kind.PRIMARY, sign=Icon.PRINTER, badge="Ctrl+Enter")
    blocked.set_blocked(True)
    off = Button("Chọn tệp", sign=Icon.PAPERCLIP)
    off.setEnabled(False)
    return [
        Button("Tiếp nhận và in", Kind.PRIMARY, sign=Icon.PRINTER, badge="Ctrl+Enter"),
        blocked,
        Button("Chọn tệp", sign=Icon.PAPERCLIP, badge="F7"),
        off,
        Button("Vì sao?", Kind.QUIET),
        Button("Bỏ phần đang nhập", Kind.DANGER),
        Button(sign=Icon.LOCK, badge="F12", name="Khoá máy"),
    ]


def _fields() -> list[Item]:
    marked = Field("Số", width=200)
    marked.show_text("035080012789")
    marked.set_mark("từ QR", Tone.OK)
    warned = Field("Địa chỉ", width=360, badge="Enter")
    warned.show_text("Thôn 2, xã Thanh Sơn")
    warned.set_mark("xã cũ → phường Lê Hồng Phong", Tone.WARN)
    wrong = Field("Ngày", width=220)
    wrong.show_text("31/02/1980")
    wrong.set_mark("không có ngày này", Tone.ERR)
    read_only = Field("Nơi", width=140)
    read_only.show_text("Chỉ đọc ẪỂỮộ")
    read_only.setReadOnly(True)
    return [marked, warned, wrong, read_only]


def _choices() -> list[Item]:
    segmented = Segmented("Nhận kết quả", [("a", "Tại quầy"), ("b", "Bưu chính"), ("c", "Điện tử")])
    segmented.show_value("a")
    none = Segmented("Giới tính", [("m", "Nam"), ("f", "Nữ")])
    combo = Combo("Loại giấy tờ")
    combo.set_choices([("1", "Căn cước công dân"), ("2", "Hộ chiếu")])
    combo.setFixedWidth(200)
    on, off = Check("Báo tin"), Check("Không báo")
    on.setChecked(True)
    chosen, other = FilterButton("Hôm nay"), FilterButton("Chưa gửi")
    chosen.setChecked(True)
    chosen.set_count(37)
    other.set_count(3)
    return [segmented, none, combo, on, off, chosen, other]


def _marks() -> list[Item]:
    figure = Figure()
    figure.show_figure("Hẹn trả kết quả", "16:30 thứ Năm 08/10/2026")
    return [
        Chip("QR thẻ", Tone.OK),
        Chip("Còn thiếu 1", Tone.WARN),
        Chip("Quá hạn", Tone.ERR),
        Chip("Đang giải quyết", Tone.INFO, Icon.CLOCK),
        Chip("10 ngày làm việc", Tone.MUTE),
        KeyBadge("Ctrl+Enter"),
        figure,
        Label("Ẫ Ể Ữ ẵ ộ", TITLE),
    ]


def _rail() -> list[Item]:
    current = RailItem("Tiếp nhận", Icon.FILE, "F2")
    current.set_current(True)
    counted = RailItem("Đồng bộ", Icon.REFRESH, "F5")
    counted.show_count(3, Tone.WARN)
    slim = RailItem("Đồng bộ", Icon.REFRESH, "F5")
    slim.set_slim(True)
    slim.show_count(3, Tone.WARN)
    for item, width in ((current, 176), (counted, 176), (slim, 40)):
        item.setFixedWidth(width)
    return [current, counted, slim]


def _banner(sentence: str, tone: Tone) -> Banner:
    banner = Banner((Button("In lại", badge="Ctrl+R", height=32),))
    banner.say(sentence, tone)
    return banner
