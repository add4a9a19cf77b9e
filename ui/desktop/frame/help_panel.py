"""F1: what the page in front is for, how it is used, what to do in trouble, and its keys."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.frame.key_sheet import SCOPES
from ui.desktop.frame.view_model import Place
from ui.desktop.keys import KEYS, Act, badge, written
from ui.desktop.kit.banner import Outcome
from ui.desktop.kit.button import Button
from ui.desktop.kit.cells import Cell, CellModel, Column
from ui.desktop.kit.floating import FloatingPanel
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import Label
from ui.desktop.kit.layout import row
from ui.desktop.kit.panel_keys import key_line
from ui.desktop.kit.suggest import SuggestField
from ui.desktop.kit.table import Table, WholeRows
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_STRONG
from ui.desktop.wording import language
from ui.help_texts import HelpEntry, HelpKind, beyond, entries, found, purpose

_ROW, _SAID = 32, 72
_SIZE = QSize(840, 620)


class HelpPanel(FloatingPanel):
    """Type to look for something, also for the code of an error; the arrows go through it."""

    keys_wanted = Signal()
    support_wanted = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Trợ giúp"))
        self._titles = {
            Place.RECEPTION: self.tr("Tiếp nhận"),
            Place.HOME: self.tr("Bàn làm việc"),
            Place.BOARD: self.tr("Điều hành"),
            Place.LIST: self.tr("Hồ sơ"),
            Place.RESULTS: self.tr("Trả kết quả"),
            Place.HAND_OVER: self.tr("Bàn giao"),
            Place.TILL: self.tr("Quỹ"),
            Place.SIGNING: self.tr("Ký sao y"),
            Place.CATALOGUE: self.tr("Danh mục"),
            Place.LOG: self.tr("Nhật ký"),
            Place.SYNC: self.tr("Đồng bộ"),
            Place.DEVICES: self.tr("Thiết bị"),
            Place.SETTINGS: self.tr("Cài đặt"),
            Place.ACCOUNTS: self.tr("Người dùng"),
            Place.TEMPLATES: self.tr("Mẫu giấy"),
            Place.SCAN: self.tr("Bàn quét"),
            Place.PREVIEW: self.tr("Xem giấy"),
            Place.DOSSIER: self.tr("Một hồ sơ"),
        }
        self._here: list[HelpEntry] = []
        self._elsewhere: list[HelpEntry] = []
        self._title = Label("", BODY_STRONG)
        self._purpose = Label("", wrap=True)
        self._field = SuggestField(
            self.tr("Tìm trong trợ giúp"),
            placeholder=self.tr("Gõ điều muốn hỏi, không cần dấu, hoặc mã lỗi"),
            sign=Icon.SEARCH,
            longest=60,
        )
        self._model = _HelpModel()
        self._table = Table(self._model, self.tr("Trợ giúp của màn này"), row_height=_ROW)
        self._table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._said = Label("", wrap=True)
        self._said.setMinimumHeight(_SAID)
        self._said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._keys = Button(self.tr("Bảng phím"), sign=Icon.KEYBOARD, badge=badge(Act.HELP))
        self._keys.clicked.connect(self.keys_wanted)
        self._support = Button(
            self.tr("Lưu gói hỗ trợ"), sign=Icon.DOWNLOAD, badge=badge(Act.SUPPORT)
        )
        self._support.clicked.connect(self.support_wanted)
        self._outcome = Outcome()
        hints = key_line(("↑ ↓", self.tr("chọn")), ("Esc", self.tr("đóng")))
        for part in (self._title, self._purpose, self._field):
            self.body.addWidget(part)
        self.body.addWidget(WholeRows(self._table), 1)
        self.body.addWidget(self._said)
        self.body.addWidget(self._outcome)
        self.body.addLayout(row(hints, None, self._support, self._keys))
        self._field.textEdited.connect(self._search)
        self._field.stepped.connect(self._table.step)
        self._field.escaped.connect(self.close_panel)
        self._table.row_changed.connect(lambda _: self._show_current())

    def open_for(self, place: Place, anchor: QWidget, told: Sequence[tuple[str, str]] = ()) -> None:
        """Help with this page.

        Args:
            told: headings and words of what stands on it now.
        """
        keys = {act.value: written(binding.keys) for act, binding in KEYS.items()}
        titles = {page.value: title for page, title in self._titles.items()}
        here = [HelpEntry(kind=HelpKind.HERE, what=what, say=say) for what, say in told]
        self._here = [*here, *entries(place.value, language(), keys), *_keys_of(place)]
        self._elsewhere = beyond(place.value, language(), keys, titles)
        title = self.tr("Trợ giúp: {page}").format(page=self._titles[place])
        self._title.setText(title)
        self._purpose.setText(purpose(place.value, language()))
        self._field.clear()
        self._outcome.hide()
        self._search("")
        self.open_at(anchor, _SIZE, first=self._field)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside the panel."""
        return self.go_round((self._field, self._support, self._keys), forward)

    def show_support(self, sentence: str, *, failed: bool = False) -> None:
        """Say what became of the support page."""
        if failed:
            self._outcome.problem(sentence)
        else:
            self._outcome.done(sentence, Tone.INFO)

    def _search(self, typed: str) -> None:
        self._model.set_rows(found(self._here, self._elsewhere, typed))
        self._table.select(0)
        self._show_current()

    def _show_current(self) -> None:
        entry = self._model.row_at(self._table.current_row())
        said = entry.say if entry else self.tr("Không thấy. Thử ít chữ hơn, hoặc mã lỗi.")
        self._said.setText(said)
        self._field.setAccessibleDescription(f"{entry.what}. {said}" if entry else said)


def _keys_of(place: Place) -> list[HelpEntry]:
    return [
        HelpEntry(kind=HelpKind.KEY, what=binding.label(language()), keys=written(binding.keys))
        for binding in KEYS.values()
        if binding.scope in SCOPES[place]
    ]


class _HelpModel(CellModel[HelpEntry]):
    def __init__(self) -> None:
        super().__init__(
            (
                Column(title=self.tr("Về"), width=124),
                Column(title=self.tr("Việc")),
                Column(title=self.tr("Phím, trang"), width=148),
            )
        )
        self._kinds = {
            HelpKind.HERE: (self.tr("thủ tục này"), Tone.OK),
            HelpKind.HOW: (self.tr("cách làm"), Tone.INFO),
            HelpKind.TROUBLE: (self.tr("trục trặc"), Tone.WARN),
            HelpKind.KEY: (self.tr("phím"), Tone.MUTE),
            HelpKind.ERROR: (self.tr("mã lỗi"), Tone.ERR),
        }

    def cell(self, row: HelpEntry, column: int) -> Cell:
        if column == 0:
            words, tone = self._kinds[row.kind]
            return Cell(text=words, tone=tone, chip=True)
        if column == 1:
            return Cell(text=row.what)
        return Cell(text=row.keys or row.page, tone=Tone.MUTE)
