"""The settings page: how the window looks on the left, its keys on the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desktop.keys import Act, badge
from ui.desktop.kit.action_bar import ActionBar
from ui.desktop.kit.banner import Outcome
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.combo import Combo
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.layout import holding, row
from ui.desktop.kit.page import Page
from ui.desktop.kit.segmented import Segmented
from ui.desktop.kit.tab_order import tab_through
from ui.desktop.kit.table import Table, WholeRows
from ui.desktop.kit.tokens import GAP, ROW_GAP
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import CAPTION, TITLE
from ui.desktop.kit.zone import Zone
from ui.desktop.settings.key_field import KeyField
from ui.desktop.settings.models import KeyModel
from ui.desktop.settings.password_panel import PasswordPanel
from ui.desktop.settings.view_model import DARK, LIGHT, KeyLine, SettingsSheet
from ui.desktop.shortcuts import bind
from ui.preferences import LOCK_MINUTES, TEXT_PERCENTS

_TITLE_HEIGHT, _ROW, _LOOKS, _COMPACT_LOOKS, _LABEL, _LOCK = 36, 32, 520, 336, 72, 176


class SettingsPage(Page):
    """Implements ``SettingsView``.

    Attributes:
        password: the panel for one's own password.
    """

    theme_chosen = Signal(str)
    text_size_chosen = Signal(int)
    language_chosen = Signal(str)
    lock_minutes_chosen = Signal(int)
    key_chosen = Signal(str, str)
    """The name of the act, its new key."""
    delivered_wanted = Signal()
    restart_wanted = Signal()
    devices_wanted = Signal()
    accounts_wanted = Signal()
    templates_wanted = Signal()
    training_wanted = Signal()
    citizen_wanted = Signal(QWidget)
    """The choices of the citizen's display, beside this button."""

    def __init__(self) -> None:
        super().__init__()
        self._offers_training = True
        self._compact = False
        self._model = KeyModel()
        self._table = Table(self._model, self.tr("Phím"), row_height=_ROW)
        self._theme = Segmented(
            self.tr("Giao diện"), ((LIGHT, self.tr("Sáng")), (DARK, self.tr("Tối, tương phản cao")))
        )
        self._size = Combo(self.tr("Cỡ chữ"))
        self._size.set_choices([(str(one), f"{one} %") for one in TEXT_PERCENTS])
        self._language = Segmented(self.tr("Ngôn ngữ"), (("vi", "Tiếng Việt"), ("en", "English")))
        self._lock = Combo(self.tr("Tự khoá"))
        self._lock.set_choices([(str(one), self._waiting(one)) for one in LOCK_MINUTES])
        self._lock.setMinimumWidth(_LOCK)
        self._key = KeyField(
            self.tr("Phím mới"), placeholder=self.tr("Bấm tổ hợp phím mới"), longest=40
        )
        self._outcome = Outcome()
        self._bar = ActionBar()
        self._delivered = Button(self.tr("Phím như khi cài"), sign=Icon.KEYBOARD)
        self._devices = Button(self.tr("Thiết bị"), sign=Icon.PRINTER, badge=badge(Act.DEVICES))
        self._accounts = Button(self.tr("Người dùng"), sign=Icon.USERS, badge=badge(Act.ACCOUNTS))
        self._templates = Button(self.tr("Mẫu giấy"), sign=Icon.FILE, badge=badge(Act.TEMPLATES))
        self._own = Button(self.tr("Đổi mật khẩu"), sign=Icon.LOCK, badge=badge(Act.OWN_SIGN_IN))
        self.password = PasswordPanel(self)
        self._restart = Button(
            self.tr("Mở lại chương trình"),
            Kind.PRIMARY,
            sign=Icon.REFRESH,
            badge=badge(Act.RESTART),
        )
        self._training = Button(
            self.tr("Mở cửa sổ tập huấn"), sign=Icon.SCHOOL, badge=badge(Act.TRAINING)
        )
        self._citizen = Button(
            self.tr("Màn hình dân"), sign=Icon.DESKTOP, badge=badge(Act.CITIZEN_SCREEN)
        )
        acts = (self._delivered, self._devices, self._accounts, self._restart)
        for button in acts:
            self._bar.add(button)
        self._lay_out()
        tab_through(
            (
                self._theme,
                self._size,
                self._language,
                self._lock,
                self._own,
                self._citizen,
                self._training,
                self._templates,
                self._table,
                self._key,
                *acts,
            )
        )
        self._connect()
        self.show_sheet(SettingsSheet())
        self.set_fit(Fit())

    def show_sheet(self, sheet: SettingsSheet) -> None:
        self._theme.show_value(DARK if sheet.dark else LIGHT)
        self._size.show_value(str(sheet.text_percent))
        self._language.show_value(sheet.language)
        self._lock.show_value(str(sheet.lock_minutes))
        self._model.set_rows(sheet.keys)
        self._delivered.setEnabled(any(line.changed for line in sheet.keys))
        self._restart.setVisible(sheet.restart_needed)
        self._show_current()
        if sheet.restart_needed:
            self._bar.state.say(
                self.tr("Chưa có hiệu lực:"),
                self.tr("mở lại chương trình, hồ sơ đang mở vẫn giữ nguyên"),
                Tone.INFO,
            )
        else:
            self._bar.state.say("", "", Tone.MUTE)

    def show_problem(self, sentence: str) -> None:
        self._outcome.problem(sentence)

    def show_done(self, sentence: str) -> None:
        self._outcome.done(sentence)

    def ask_for_password(self) -> None:
        """Let the officer change their own password."""
        self.password.open_for(self._own)

    def clear(self) -> None:
        """Show nothing of what another officer did here."""
        self.password.close_panel()
        self._outcome.hide()

    def offer_training(self, offered: bool) -> None:
        """Offer the training window, or not: it does not open another one."""
        self._offers_training = offered
        self._training.setEnabled(offered)
        self._training.setVisible(offered and not self._compact)

    def first_focus(self) -> QWidget:
        return self._theme.segments()[0]

    def set_fit(self, fit: Fit) -> None:
        self._bar.set_compact(fit.compact)
        self._title.setVisible(not fit.compact)
        self._devices.setVisible(not fit.compact)  # its key stays
        self._templates.setVisible(not fit.compact)
        self._citizen.setVisible(not fit.compact)
        self._training.setVisible(self._offers_training and not fit.compact)
        self._note.setVisible(not (fit.compact and fit.low))  # the foot says what is not in force
        self._compact = fit.compact
        self._looks.setFixedWidth(_COMPACT_LOOKS if fit.compact else _LOOKS)
        self._body.setContentsMargins(*fit.margins)

    def _lay_out(self) -> None:
        self._looks = Zone(0, self.tr("Hiển thị"), "")
        for control in (self._theme, self._size, self._language, self._lock):
            label = FieldLabel(control.accessibleName(), control, width=_LABEL)
            self._looks.body.addLayout(row(label, control, None))
        self._note = Label(
            self.tr("Cỡ chữ, ngôn ngữ, phím đổi khi mở lại chương trình; còn lại đổi ngay."),
            CAPTION,
            muted=True,
            wrap=True,
        )
        self._looks.body.addWidget(self._note)
        self._looks.body.addStretch(1)
        for lead in (self._own, self._citizen, self._training, self._templates):
            self._looks.body.addWidget(lead, 0, Qt.AlignmentFlag.AlignLeft)
        self._looks.body.addSpacing(ROW_GAP)
        keys = Zone(0, self.tr("Phím"), "")
        keys.body.addWidget(WholeRows(self._table), 1)
        keys.body.addLayout(row(FieldLabel(self.tr("Phím mới"), self._key), (self._key, 1)))
        keys.body.addSpacing(ROW_GAP)
        self._title = holding(row(Label(self.tr("Cài đặt"), TITLE), None))
        self._title.setFixedHeight(_TITLE_HEIGHT)
        self._body = QVBoxLayout(self)
        self._body.setSpacing(GAP)
        self._body.addWidget(self._title)
        self._body.addWidget(self._outcome)
        self._body.addLayout(row(self._looks, (keys, 1), gap=GAP), 1)
        self._body.addWidget(self._bar)

    def _connect(self) -> None:
        self._theme.value_chosen.connect(self.theme_chosen)
        self._size.value_chosen.connect(lambda value: self.text_size_chosen.emit(int(value)))
        self._language.value_chosen.connect(self.language_chosen)
        self._lock.value_chosen.connect(lambda value: self.lock_minutes_chosen.emit(int(value)))
        self._table.row_changed.connect(lambda _: self._show_current())
        self._table.row_entered.connect(lambda _: self._key.setFocus())
        self._key.key_pressed.connect(self._want_key)
        self._key.escaped.connect(self._table.setFocus)
        self._delivered.clicked.connect(self.delivered_wanted)
        self._devices.clicked.connect(self.devices_wanted)
        self._accounts.clicked.connect(self.accounts_wanted)
        bind(self, Act.ACCOUNTS, self._accounts.click)
        self._citizen.clicked.connect(lambda: self.citizen_wanted.emit(self._citizen))
        self._own.clicked.connect(self.ask_for_password)
        bind(self, Act.OWN_SIGN_IN, self._own.click)
        self._templates.clicked.connect(self.templates_wanted)
        bind(self, Act.TEMPLATES, self._templates.click)
        self._training.clicked.connect(self.training_wanted)
        bind(self, Act.TRAINING, self._training.click)
        self._restart.clicked.connect(self.restart_wanted)
        bind(self, Act.RESTART, self._want_restart)

    def _waiting(self, minutes: int) -> str:
        if not minutes:
            return self.tr("Không tự khoá")
        return self.tr("Sau {minutes} phút vắng").format(minutes=minutes)

    def _line(self) -> KeyLine | None:
        return self._model.row_at(self._table.current_row())

    def _show_current(self) -> None:
        line = self._line()
        self._key.setText(line.keys if line else "")

    def _want_key(self, keys: str) -> None:
        line = self._line()
        if line is not None:
            self.key_chosen.emit(line.act, keys)

    def _want_restart(self) -> None:
        if self.password.isVisible():
            self.password.confirm()
        elif self._restart.isVisible():
            self.restart_wanted.emit()
