"""The devices page: every device with its state on the left, what to do about one on the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.desktop.devices.models import ROLE_COLUMN, WORKED_COLUMN, DeviceModel
from ui.desktop.devices.view_model import DeviceLine, DeviceSheet
from ui.desktop.keys import Act, badge
from ui.desktop.kit.action_bar import ActionBar
from ui.desktop.kit.banner import Outcome
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.empty import Empty
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import Label
from ui.desktop.kit.layout import holding, row
from ui.desktop.kit.page import Page
from ui.desktop.kit.table import Table, WholeRows
from ui.desktop.kit.tokens import GAP
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM, BODY_STRONG, TITLE
from ui.desktop.kit.zone import Zone
from ui.desktop.shortcuts import bind

_TITLE_HEIGHT, _ROW, _LOW_ROW = 36, 52, 44
_HELP, _COMPACT_HELP = 300, 264


class DevicesPage(Page):
    """Implements ``DevicesView``."""

    try_wanted = Signal(str)
    print_wanted = Signal(str)
    set_up_wanted = Signal(str)
    look_wanted = Signal()
    test_page_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sheet = DeviceSheet()
        self._model = DeviceModel()
        self._table = Table(self._model, self.tr("Thiết bị của trạm"), row_height=_LOW_ROW)
        self._summary = Label("", muted=True)
        self._outcome = Outcome()
        self._empty, self._stack = Empty(Icon.PRINTER), QStackedWidget()
        self._name = Label("", BODY_STRONG, wrap=True)
        self._steps = Label("", wrap=True)
        self._steps.setAccessibleName(self.tr("Cách làm"))
        self._meanwhile = Label("", BODY_MEDIUM, wrap=True)
        self._build_bar()
        self._lay_out()
        self._connect()
        self.clear()
        self.set_fit(Fit())

    def show_sheet(self, sheet: DeviceSheet) -> None:
        current = self._line()
        self._sheet = sheet
        self._model.set_rows(sheet.lines)
        self._outcome.show_busy(bool(sheet.busy))
        self._show_nothing(not sheet.lines and not sheet.busy)
        self._summary.setText(sheet.summary)
        if current is not None:  # the one that was looked at stays, wherever it is now
            names = [line.name for line in sheet.lines]
            self._table.select(names.index(current.name) if current.name in names else 0)
        self._show_current()

    def show_problem(self, sentence: str) -> None:
        self._outcome.problem(sentence)

    def show_done(self, sentence: str) -> None:
        self._outcome.done(sentence)

    def clear(self) -> None:
        """Show nothing of what another officer did here."""
        self._outcome.hide()

    def first_focus(self) -> QWidget:
        return self._look if self._empty.isVisibleTo(self) else self._table

    def set_fit(self, fit: Fit) -> None:
        self._bar.set_compact(fit.compact)
        self._title_row.setVisible(not fit.compact)
        self._table.setColumnHidden(ROLE_COLUMN, fit.compact)
        self._table.setColumnHidden(WORKED_COLUMN, fit.compact)
        self._help.setFixedWidth(_COMPACT_HELP if fit.compact else _HELP)
        self._look.setVisible(not fit.compact)
        self._page.setVisible(not fit.compact)  # its key stays
        self._body.setContentsMargins(*fit.margins)

    def _build_bar(self) -> None:
        self._bar = ActionBar()
        self._look = Button(self.tr("Hỏi lại"), sign=Icon.REFRESH, badge=badge(Act.LOOK_AGAIN))
        self._page = Button(self.tr("Trang thử"), sign=Icon.QRCODE, badge=badge(Act.READER_TEST))
        self._print = Button(self.tr("In thử"), sign=Icon.PRINTER, badge=badge(Act.PRINT_TRIAL))
        self._try = Button(self.tr("Thử"), Kind.PRIMARY, sign=Icon.CHECK, badge="Enter")
        self._set_up = Button(
            self.tr("Dùng ở quầy này"), Kind.PRIMARY, sign=Icon.CHECK, badge=badge(Act.SET_UP)
        )
        for button in (self._look, self._page, self._print, self._try, self._set_up):
            self._bar.add(button)

    def _lay_out(self) -> None:
        table = Zone(0, self.tr("Thiết bị của trạm"), "")
        self._empty.say(
            self.tr("Chưa có thiết bị nào"),
            self.tr("Cắm đầu đọc, máy in, máy quét rồi bấm “Hỏi lại”. Vẫn tiếp nhận được."),
        )
        self._stack.addWidget(WholeRows(self._table))
        self._stack.addWidget(self._empty)
        table.body.addWidget(self._stack, 1)
        self._help = Zone(0, self.tr("Cách làm"), "")
        for part in (self._name, self._steps, self._meanwhile):
            self._help.body.addWidget(part)
        self._help.body.addStretch(1)
        self._title_row = holding(row(Label(self.tr("Thiết bị"), TITLE), self._summary, None))
        self._title_row.setFixedHeight(_TITLE_HEIGHT)
        self._body = QVBoxLayout(self)
        self._body.setSpacing(GAP)
        self._body.addWidget(self._title_row)
        self._body.addWidget(self._outcome)
        self._body.addLayout(row((table, 1), self._help, gap=GAP), 1)
        self._body.addWidget(self._bar)

    def _connect(self) -> None:
        self._table.row_changed.connect(lambda _: self._show_current())
        self._table.row_entered.connect(lambda _: self._want_try())
        self._try.clicked.connect(self._want_try)
        self._print.clicked.connect(self._want_print)
        self._set_up.clicked.connect(self._want_set_up)
        self._look.clicked.connect(self._want_look)
        self._page.clicked.connect(self.test_page_wanted)
        bind(self, Act.PRINT_TRIAL, self._want_print)
        bind(self, Act.SET_UP, self._want_set_up)
        bind(self, Act.LOOK_AGAIN, self._want_look)

    def _show_nothing(self, nothing: bool) -> None:
        """Say that there is no device; before the first answer the table waits for its rows."""
        had_keys = self._table.hasFocus() or (self._look.hasFocus() and not nothing)
        changed = nothing != bool(self._stack.currentIndex())
        self._stack.setCurrentIndex(1 if nothing else 0)
        self._help.setVisible(not nothing)
        if changed and had_keys and self.isVisible():
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self) -> DeviceLine | None:
        return self._model.row_at(self._table.current_row())

    def _show_current(self) -> None:
        line, busy = self._line(), self._sheet.busy
        self._name.setText(line.name if line else "")
        steps = line.steps if line else ()
        self._steps.setText(
            "\n".join(f"{number}. {step}" for number, step in enumerate(steps, start=1))
        )
        self._meanwhile.setText(line.meanwhile if line else "")
        self._print.setVisible(line is not None and line.prints)
        self._try.setVisible(line is not None and not line.found)
        self._set_up.setVisible(line is not None and line.found)
        for button in (self._look, self._print, self._try, self._set_up):
            button.setEnabled(not busy)
        if busy:
            self._bar.state.say(busy, "", Tone.INFO)
        elif line is not None:
            self._bar.state.say(f"{line.name}:", line.state, line.tone)
        else:
            self._bar.state.say(self._sheet.summary, "", Tone.MUTE)

    def _want_try(self) -> None:
        line = self._line()
        if line is not None and not line.found and self._outcome.takes_key():
            self.try_wanted.emit(line.name)

    def _want_print(self) -> None:
        line = self._line()
        if line is not None and line.prints and self._outcome.takes_key():
            self.print_wanted.emit(line.name)

    def _want_set_up(self) -> None:
        line = self._line()
        if line is not None and line.found and self._outcome.takes_key():
            self.set_up_wanted.emit(line.name)

    def _want_look(self) -> None:
        if self._outcome.takes_key():
            self.look_wanted.emit()
