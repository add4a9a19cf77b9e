"""The lock page: the officer's password, or somebody else's turn."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from station.words import clock
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import FieldLabel, Label, Line
from ui.desktop.kit.secret_field import SecretField
from ui.desktop.kit.tokens import ACTION_HEIGHT
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY, TITLE
from ui.desktop.lock.view_model import LockState
from ui.desktop.sign_in.gate import GateLine, GatePage


class LockPage(GatePage):
    """Implements ``LockView``."""

    unlock_wanted = Signal(str)
    """The password."""
    other_officer_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._who = Line("", BODY, tone=Tone.MUTE)
        self._password = SecretField(height=ACTION_HEIGHT)
        self._unlock = Button(
            self.tr("Mở khoá"),
            Kind.PRIMARY,
            sign=Icon.LOCK_OPEN,
            badge="Enter",
            height=ACTION_HEIGHT,
        )
        other = Button(self.tr("Người khác đăng nhập"), sign=Icon.USERS, height=ACTION_HEIGHT)
        for button in (self._unlock, other):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.card.addWidget(Label(self.tr("Máy đang khoá"), TITLE))
        self.card.addWidget(self._who)
        self.card.addSpacing(12)
        self.card.addWidget(FieldLabel(self.tr("Mật khẩu"), self._password))
        self.card.addWidget(self._password)
        self.card.addSpacing(12)
        self.card.addWidget(self._unlock)
        self.card.addWidget(other)
        self._password.returnPressed.connect(self._submit)
        self._password.textEdited.connect(lambda _: self._password.set_mark(""))
        self._unlock.clicked.connect(self._submit)
        other.clicked.connect(self.other_officer_wanted)

    def show_state(self, state: LockState) -> None:
        who = self.tr("{officer} · Quầy {counter} · khoá lúc {time}").format(
            officer=state.officer_name, counter=state.counter, time=clock(state.locked_at)
        )
        self._who.set_words(who, Tone.MUTE)
        lines: list[GateLine] = []
        if state.open_drafts:
            kept = self.tr("%n hồ sơ đang mở được giữ nguyên", "", state.open_drafts)
            lines.append((Icon.COPY, kept, Tone.MUTE))
        if state.waiting:
            safe = self.tr("%n việc chờ gửi, an toàn ở máy này", "", state.waiting)
            lines.append((Icon.CLOUD_OFF, safe, Tone.MUTE))
        self.show_office(state.now, state.unit, tuple(lines))

    def show_busy(self, busy: bool) -> None:
        self._password.setReadOnly(busy)
        self._unlock.setEnabled(not busy)

    def show_problem(self, words: str, tries_left: int | None = None) -> None:
        if tries_left is not None:
            words = self.tr("{problem}, còn %n lần", "", tries_left).format(problem=words)
        self._password.set_mark(words, Tone.ERR)
        self._password.setFocus()
        self._password.selectAll()

    def clear(self) -> None:
        self._password.clear()
        self._password.set_mark("")

    def first_focus(self) -> QWidget:
        return self._password

    def _submit(self) -> None:
        if self._password.text() and not self._password.isReadOnly():
            self.unlock_wanted.emit(self._password.text())
