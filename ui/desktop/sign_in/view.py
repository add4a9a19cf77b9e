"""The sign-in page: name, password, Enter."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.field import Field
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.secret_field import SecretField
from ui.desktop.kit.tokens import ACTION_HEIGHT
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import TITLE
from ui.desktop.sign_in.gate import GateLine, GatePage
from ui.desktop.sign_in.view_model import SignInField, SignInProblem, SignInState


class SignInPage(GatePage):
    """Implements ``SignInView``."""

    sign_in_wanted = Signal(str, str)
    """Officer's name and password."""
    training_wanted = Signal()
    """The training window; in it: fresh samples."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Label(self.tr("Đăng nhập"), TITLE)
        self._counter = Label("", muted=True)
        self._name = Field(sign=Icon.USER, height=ACTION_HEIGHT, longest=100)
        self._password = SecretField(sign=Icon.LOCK, height=ACTION_HEIGHT)
        self._enter = Button(
            self.tr("Vào làm việc"),
            Kind.PRIMARY,
            sign=Icon.ARROW_RIGHT,
            badge="Enter",
            height=ACTION_HEIGHT,
        )
        self._enter.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fields = {SignInField.NAME: self._name, SignInField.PASSWORD: self._password}
        self.card.addWidget(self._title)
        self.card.addWidget(self._counter)
        self.card.addSpacing(12)
        self.card.addWidget(FieldLabel(self.tr("Mã cán bộ"), self._name))
        self.card.addWidget(self._name)
        self.card.addSpacing(4)
        self.card.addWidget(FieldLabel(self.tr("Mật khẩu"), self._password))
        self.card.addWidget(self._password)
        self.card.addSpacing(12)
        self.card.addWidget(self._enter)
        self._training = Button(kind=Kind.QUIET, height=ACTION_HEIGHT)
        self._training.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.card.addWidget(self._training)
        self._sentence = Label(wrap=True)
        self._sentence.hide()
        self.card.addWidget(self._sentence)
        self._name.returnPressed.connect(self._go_on)
        self._password.returnPressed.connect(self._submit)
        self._enter.clicked.connect(self._submit)
        self._training.clicked.connect(self.training_wanted)
        for field in self._fields.values():
            field.textEdited.connect(self._forget_problem)

    def show_state(self, state: SignInState) -> None:
        self.show_office(state.now, state.unit, self._said_of(state))
        if state.training:
            self._training.set_words(self.tr("Làm lại với dữ liệu mẫu mới"), Icon.REFRESH)
        else:
            self._training.set_words(self.tr("Mở cửa sổ tập huấn"), Icon.SCHOOL)
        if state.counter is not None:
            self._counter.setText(self.tr("Quầy {number}").format(number=state.counter))
        self._counter.setVisible(state.counter is not None)
        if state.officer_name and not self._name.text():
            self._name.show_text(state.officer_name)
            self._password.setText(state.password)

    def _said_of(self, state: SignInState) -> tuple[GateLine, ...]:
        if state.training:
            accounts = self.tr("quay3, truongbp, xa, admin · mật khẩu {password}")
            return (
                (Icon.SCHOOL, self.tr("Tập huấn: hồ sơ và người đều là mẫu"), Tone.WARN),
                (Icon.CLOUD_OFF, self.tr("Không in, không gửi đi đâu"), Tone.WARN),
                (Icon.USERS, accounts.format(password=state.password), Tone.MUTE),
            )
        lines: list[GateLine] = []
        if state.sample_home:
            words = self.tr("Dữ liệu mẫu, không phải hồ sơ thật")
            lines.append((Icon.INFO, words, Tone.WARN))
        if state.simulated_devices:
            lines.append((Icon.PRINTER, self.tr("Dùng thiết bị mô phỏng"), Tone.WARN))
        return tuple(lines)

    def show_busy(self, busy: bool) -> None:
        for field in self._fields.values():
            field.setReadOnly(busy)
        self._enter.setEnabled(not busy)
        self._enter.set_words(
            self.tr("Đang mở kho…") if busy else self.tr("Vào làm việc"), Icon.ARROW_RIGHT
        )

    def show_problem(self, problem: SignInProblem) -> None:
        field = self._fields[problem.field]
        words = problem.words
        if problem.tries_left is not None:
            words = self.tr("{problem}, còn %n lần", "", problem.tries_left).format(problem=words)
        field.set_mark(words, Tone.ERR)
        self._sentence.setText(problem.sentence)
        self._sentence.setVisible(bool(problem.sentence))
        field.setFocus()
        field.selectAll()

    def clear(self) -> None:
        self._name.clear()
        self._password.clear()
        self._forget_problem()

    def show_name(self, name: str) -> None:
        self.clear()
        self._name.show_text(name)
        self._password.setFocus()

    def first_focus(self) -> QWidget:
        return self._password if self._name.text() else self._name

    def _go_on(self) -> None:
        if self._name.text().strip():
            self._password.setFocus()

    def _submit(self) -> None:
        name, password = self._name.text().strip(), self._password.text()
        if self._password.isReadOnly():
            return
        if not name or not password:
            (self._password if name else self._name).setFocus()
            return
        self.sign_in_wanted.emit(name, password)

    def _forget_problem(self) -> None:
        self._sentence.hide()
        for field in self._fields.values():
            field.set_mark("")
