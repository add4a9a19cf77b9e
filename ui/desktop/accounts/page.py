"""The page of users: the accounts on the left, one of them in fields on the right."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.desktop.accounts.close_panel import CloseAccountPanel
from ui.desktop.accounts.models import ROLE_COLUMN, AccountModel
from ui.desktop.accounts.view_model import AccountLine, AccountSheet
from ui.desktop.keys import Act, badge
from ui.desktop.kit.action_bar import ActionBar
from ui.desktop.kit.banner import Outcome
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.combo import Combo
from ui.desktop.kit.empty import Empty
from ui.desktop.kit.field import Field
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.layout import holding, row
from ui.desktop.kit.page import RowsPage
from ui.desktop.kit.secret_field import SecretField
from ui.desktop.kit.tab_order import tab_through
from ui.desktop.kit.table import Table, WholeRows
from ui.desktop.kit.tokens import GAP
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import CAPTION, TITLE
from ui.desktop.kit.zone import Zone
from ui.desktop.noted_form import NotedForm
from ui.desktop.shortcuts import bind

_TITLE_HEIGHT, _ROW, _FORM, _COMPACT_FORM, _CAPTION = 36, 36, 376, 316, 96


class AccountsPage(RowsPage):
    """Implements ``AccountsView``."""

    save_wanted = Signal(str, str, str, str)
    """Sign-in name, name, role, password or nothing."""
    close_wanted = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sheet = AccountSheet()
        self._model = AccountModel()
        self._table = Table(self._model, self.tr("Người dùng"), row_height=_ROW)
        self._id = Field(self.tr("Mã cán bộ"), longest=40)
        self._name = Field(self.tr("Họ tên"), longest=100)
        self._role = Combo(self.tr("Vai trò"))
        self._password = SecretField(self.tr("Mật khẩu mới"))
        self._noted = NotedForm(self, "account", id=self._id, name=self._name, role=self._role)
        self._outcome = Outcome()
        self._empty = Empty(Icon.LOCK)
        self._stack = QStackedWidget()
        self._bar = ActionBar()
        self._new = Button(self.tr("Người mới"), sign=Icon.PLUS, badge=badge(Act.NEW_ACCOUNT))
        self._close = Button(
            self.tr("Đóng tài khoản"), Kind.DANGER, sign=Icon.LOCK, badge=badge(Act.CLOSE_ACCOUNT)
        )
        self._save = Button(
            self.tr("Ghi"), Kind.PRIMARY, sign=Icon.CHECK, badge=badge(Act.SAVE_ACCOUNT)
        )
        for button in (self._new, self._close, self._save):
            self._bar.add(button)
        self._closing = CloseAccountPanel(self)
        self._lay_out()
        fields = (self._id, self._name, self._role, self._password)
        tab_through((self._table, *fields, self._new, self._close, self._save))
        self._connect()
        self.clear()
        self.set_fit(Fit())

    def show_sheet(self, sheet: AccountSheet) -> None:
        self._sheet = sheet
        self._outcome.show_busy(sheet.busy)
        self._role.set_choices(sheet.roles)
        self._model.set_rows(sheet.lines)
        self._stack.setCurrentIndex(0 if sheet.may_manage else 1)
        for button in (self._new, self._save):
            button.setEnabled(sheet.may_manage and not sheet.busy)
        for field in (self._id, self._name, self._password):
            field.setReadOnly(sheet.busy)  # it keeps the focus, as it would not switched off
        self._show_state()
        self.rows_came(focus_waits=True)

    def show_problem(self, sentence: str) -> None:
        self._outcome.problem(sentence)

    def show_done(self, sentence: str, officer_id: str) -> None:
        self._noted.forget()
        ids = [line.officer_id for line in self._model.rows()]
        if officer_id in ids:
            self._table.select(ids.index(officer_id))
        self._fill()
        self._outcome.done(sentence)
        if self.isVisible():
            self._table.setFocus()

    def clear(self) -> None:
        """Show nothing of what another officer did here; no password stays."""
        self._noted.put_away()
        self._closing.close_panel()
        self._outcome.hide()
        self.show_sheet(AccountSheet())
        self._fill()

    def has_rows(self) -> bool:
        return bool(self._model.rows())

    def first_focus(self) -> QWidget:
        return self._table if self.has_rows() else self._new

    def step_back(self) -> None:
        self.closed.emit()

    def set_fit(self, fit: Fit) -> None:
        self._bar.set_compact(fit.compact)
        self._title.setVisible(not fit.compact)
        self._table.setColumnHidden(ROLE_COLUMN, fit.compact)  # it stands in its field
        self._note.setVisible(not fit.low)
        self._form.setFixedWidth(_COMPACT_FORM if fit.compact else _FORM)
        self._body.setContentsMargins(*fit.margins)

    def _lay_out(self) -> None:
        self._empty.say(
            self.tr("Chỉ quản trị thấy và đổi người dùng"),
            self.tr("Nhờ quản trị đăng nhập để thêm người, đổi vai trò hoặc mật khẩu."),
        )
        listed = Zone(0, self._table.accessibleName(), "")
        listed.body.addWidget(WholeRows(self._table), 1)
        self._form = Zone(0, self.tr("Tài khoản"), "")
        for control in (self._id, self._name, self._role, self._password):
            caption = FieldLabel(control.accessibleName(), control, width=_CAPTION)
            self._form.body.addLayout(row(caption, (control, 1)))
        self._note = Label(
            self.tr(
                "Mật khẩu từ 10 ký tự, không chứa mã cán bộ. Đặt mật khẩu mới cũng mở lại tài"
                " khoản đã đóng. Mọi thay đổi được ghi vào nhật ký."
            ),
            CAPTION,
            muted=True,
            wrap=True,
        )
        self._form.body.addWidget(self._note)
        self._form.body.addStretch(1)
        both = holding(row((listed, 1), self._form, gap=GAP))
        self._stack.addWidget(both)
        self._stack.addWidget(self._empty)
        self._title = holding(row(Label(self.tr("Người dùng"), TITLE), None))
        self._title.setFixedHeight(_TITLE_HEIGHT)
        self._body = QVBoxLayout(self)
        self._body.setSpacing(GAP)
        self._body.addWidget(self._title)
        self._body.addWidget(self._outcome)
        self._body.addWidget(self._stack, 1)
        self._body.addWidget(self._bar)

    def _connect(self) -> None:
        self._table.row_changed.connect(lambda _: self._fill())
        self._table.row_entered.connect(lambda _: self._name.setFocus())
        for field in (self._id, self._name):
            field.textEdited.connect(lambda _: self._show_state())
        self._role.value_chosen.connect(lambda _: self._show_state())
        self._new.clicked.connect(self._begin_new)
        self._close.clicked.connect(self._ask_to_close)
        self._closing.confirmed.connect(self.close_wanted)
        self._save.clicked.connect(self._want_save)
        for key, button in (
            (Act.NEW_ACCOUNT, self._new),
            (Act.CLOSE_ACCOUNT, self._close),
        ):
            bind(self, key, partial(self._outcome.press, button))
        bind(self, Act.SAVE_ACCOUNT, self._confirm)

    def _line(self) -> AccountLine | None:
        """Give the account that the fields name."""
        named = self._id.text().strip().lower()
        return next((line for line in self._model.rows() if line.officer_id == named), None)

    def _fill(self) -> None:
        line = self._model.row_at(self._table.current_row())
        self._noted.put_away()
        self._id.setText(line.officer_id if line else "")
        self._name.setText(line.display_name if line else "")
        self._role.show_value(line.role if line else "counter")
        self._password.clear()
        if line is not None:
            self._noted.begin(line.officer_id)
        self._show_state()

    def _begin_new(self) -> None:
        self._noted.put_away()
        for field in (self._id, self._name, self._password):
            field.clear()
        self._role.show_value("counter")
        self._noted.begin("*")  # no account is named so
        self._show_state()
        self._id.setFocus()

    def _show_state(self) -> None:
        line, sheet = self._line(), self._sheet
        kept = self.tr("để trống: giữ nguyên") if line else self.tr("từ 10 ký tự")
        self._password.setPlaceholderText(kept)
        can_close = line is not None and line.is_open and not line.is_own
        self._close.setEnabled(can_close and sheet.may_manage and not sheet.busy)
        if sheet.busy:
            self._bar.state.say(self.tr("Đang ghi"), "", Tone.INFO)
        elif not sheet.may_manage:
            self._bar.state.say("", "", Tone.MUTE)
        elif line is not None:
            changed = self._noted.is_changed
            fact = self.tr("Chưa ghi:") if changed else f"{line.officer_id} ·"
            name = f"{line.officer_id} · {line.display_name}" if changed else line.display_name
            self._bar.state.say(fact, name, Tone.WARN if changed else Tone.MUTE)
        elif self._id.text().strip():
            self._bar.state.say(self.tr("Người mới:"), self._id.text().strip(), Tone.INFO)
        else:
            self._bar.state.say("", "", Tone.MUTE)

    def _want_save(self) -> None:
        role = str(self._role.currentData() or "counter")
        self.save_wanted.emit(self._id.text(), self._name.text(), role, self._password.text())

    def _ask_to_close(self) -> None:
        line = self._line()
        if line is not None:
            self._closing.open_for(line, self._close)

    def _confirm(self) -> None:
        """Close the account that was asked about, or keep the one in the fields."""
        if self._closing.isVisible():
            self._closing.confirm()
        else:
            self._outcome.press(self._save)
