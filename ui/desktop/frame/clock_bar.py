"""Above every page: the computer's clock is wrong, by what slips go meanwhile, what day it is."""

from datetime import datetime, timedelta

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from station.domain.clock_guard import BY_SERVER, WrongClockError
from station.words import clock, day_and_month, numeric_date
from ui.desks.clock import ClockState
from ui.desktop.keys import Act, badge
from ui.desktop.kit.banner import Banner, Outcome
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.field import Field
from ui.desktop.kit.floating import FloatingPanel
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.layout import row
from ui.desktop.kit.tokens import FIELD_HEIGHT
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_STRONG, CAPTION

_WIDTH, _LABEL, _DAY, _HOUR = 520, 72, 110, 110
_LONGEST = 10


class ClockBar(Banner):
    """Red while the computer's clock is wrong; hidden while nothing speaks against it."""

    stated = Signal(str, str)
    """Day and hour as an officer typed them."""

    def __init__(self) -> None:
        self.ask = Button(
            self.tr("Hôm nay là ngày…"), badge=badge(Act.STATE_DAY), height=FIELD_HEIGHT
        )
        super().__init__((self.ask,), flush=True)
        self.panel = ClockPanel(self)
        self.panel.stated.connect(self.stated)
        self.ask.clicked.connect(self._open)
        self._hour = ""
        self.hide()

    def show_state(self, state: ClockState | None) -> None:
        """Say what is wrong with the clock, if something is."""
        words = "" if state is None else self._said(state)
        if not words:
            self.hide()
            return
        if state is not None:
            self._hour = clock(state.machine_at)
        if words != self.accessibleName() or self.isHidden():
            self.say(words, Tone.ERR)

    def _open(self) -> None:
        if not self.isHidden():  # its key works wherever the focus is
            self.panel.open_for(self._hour, self.ask)

    def _said(self, state: ClockState) -> str:
        machine = f"{clock(state.machine_at)} {numeric_date(state.machine_at.date())}"
        if state.problem is not None:
            words = self.tr(
                "Đồng hồ máy tính ghi {machine}: {why}. Chưa in giấy hẹn được: gõ ngày hôm nay,"
                " hoặc chỉnh đồng hồ máy tính."
            )
            return words.format(machine=machine, why=self._why(state.problem))
        if not state.correction.is_large:
            return ""
        if state.correction.by == BY_SERVER:
            words = self.tr(
                "Đồng hồ máy tính sai {off} so với máy chủ (máy ghi {machine}). Giấy hẹn và nhật ký"
                " ghi giờ đã chỉnh: {now}. Nhờ quản trị chỉnh đồng hồ máy tính."
            )
        else:
            words = self.tr(
                "Đồng hồ máy tính sai {off} (máy ghi {machine}). Hôm nay giấy hẹn và nhật ký ghi"
                " theo giờ cán bộ đã xác nhận: {now}. Nhờ quản trị chỉnh đồng hồ máy tính."
            )
        now = f"{clock(state.now)} {day_and_month(state.now.date())}"
        return words.format(off=self._off(state.correction.offset), machine=machine, now=now)

    def _why(self, problem: WrongClockError) -> str:
        known = _moment(problem.known)
        match problem.witness:
            case "program":
                return self.tr("trước ngày làm ra chương trình")
            case "journal":
                return self.tr("trước việc đã ghi lúc {known}").format(known=known)
            case "rest":
                words = self.tr("gần một tháng hoặc lâu hơn sau việc cuối ({known})")
                return words.format(known=known)
            case _:
                return self.tr("hôm trước đồng hồ sai, nay chưa ai xác nhận")

    def _off(self, offset: timedelta) -> str:
        minutes = round(abs(offset.total_seconds()) / 60)
        if minutes >= 2 * 24 * 60:
            return self.tr("%n ngày", "", minutes // (24 * 60))
        if minutes >= 2 * 60:
            return self.tr("%n giờ", "", round(minutes / 60))
        return self.tr("%n phút", "", minutes)


class ClockPanel(FloatingPanel):
    """The day is typed, never filled in: so it is somebody's word. Esc keeps what was typed."""

    stated = Signal(str, str)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, self.tr("Hôm nay là ngày nào"))
        self._day = Field(
            self.tr("Hôm nay, ngày/tháng"), placeholder="dd/mm", width=_DAY, longest=_LONGEST
        )
        self._hour = Field(self.tr("Bây giờ, giờ:phút"), width=_HOUR, longest=_LONGEST)
        self._confirm = Button(self.tr("Xác nhận"), Kind.PRIMARY)
        self._problem = Outcome()
        self._anchor: QWidget = owner
        title = Label(self.tr("Đọc to ngày giờ hôm nay, rồi gõ vào đây"), BODY_STRONG)
        said = self.tr(
            "Mọi giấy hẹn trong ngày ghi theo giờ này. Nhật ký giữ cả giờ máy và giờ xác nhận."
        )
        day = FieldLabel(self.tr("Hôm nay"), self._day, width=_LABEL)
        hour = FieldLabel(self.tr("Bây giờ"), self._hour, width=_LABEL)
        self.body.addWidget(title)
        self.body.addLayout(row(day, self._day, hour, self._hour, None))
        self.body.addWidget(Label(said, CAPTION, muted=True, wrap=True))
        self.body.addWidget(self._problem)
        self.body.addLayout(row(None, self._confirm))
        self._day.returnPressed.connect(self._hour.setFocus)
        self._hour.returnPressed.connect(self._state)
        self._confirm.clicked.connect(self._state)

    def open_for(self, hour: str, anchor: QWidget) -> None:
        """Ask; an hour that is left empty is the computer's."""
        self._hour.setPlaceholderText(hour)
        self._anchor = anchor
        self._open()

    def show_problem(self, sentence: str, *, again: bool = False) -> None:
        """Say why it cannot be that day; empty: it was taken.

        Args:
            again: it is typed once more, not confirmed by the next Enter.
        """
        if again:
            self._day.clear()
        if sentence:
            self._problem.problem(sentence)
            self._open()
            return
        self._problem.problem("")
        self._day.clear()
        self._hour.clear()
        self.close_panel()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside."""
        return self.go_round((self._day, self._hour, self._confirm), forward)

    def _open(self) -> None:
        height = self.sizeHint().height()
        self.open_at(self._anchor, QSize(_WIDTH, height), first=self._day)
        self._day.selectAll()

    def _state(self) -> None:
        if self.isVisible():
            self.stated.emit(self._day.text(), self._hour.text())


def _moment(at: datetime) -> str:
    return f"{clock(at)} {day_and_month(at.date())}"
