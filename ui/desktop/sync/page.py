"""The sync centre: sentences and facts above, what the province lacks below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.desktop.keys import Act, badge
from ui.desktop.kit.action_bar import ActionBar
from ui.desktop.kit.banner import Banner
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.empty import Empty
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.framed import Framed
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import Label, Line
from ui.desktop.kit.layout import row
from ui.desktop.kit.page import RowsPage
from ui.desktop.kit.says import Says
from ui.desktop.kit.tab_order import tab_through
from ui.desktop.kit.table import Table, WholeRows
from ui.desktop.kit.tokens import GAP
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM, CAPTION
from ui.desktop.kit.zone import Zone
from ui.desktop.shortcuts import bind
from ui.desktop.sync.models import SINCE_COLUMN, SyncModel
from ui.desktop.sync.view_model import SyncLine, SyncSheet

_FACTS, _MOST_FACTS = 352, 5


class SyncPage(RowsPage):
    """Implements ``SyncView``."""

    sync_wanted = Signal()
    pause_toggled = Signal()
    """The line is to be left to somebody else, or taken back."""
    send_again_wanted = Signal(str)
    """The code of the dossier; empty for what belongs to the station."""
    dossier_wanted = Signal(str)
    fix_wanted = Signal(str, object)
    """The code of the dossier, and the ``CorrectionSpot`` of the field that was objected to."""

    def __init__(self) -> None:
        super().__init__()
        self._model = SyncModel()
        self._sheet = SyncSheet()
        self._table = Table(self._model, self.tr("Máy chủ chưa có"))
        self._says = Says()
        self._captions = [Label("", CAPTION, muted=True) for _ in range(_MOST_FACTS)]
        self._values = [Line("", BODY_MEDIUM) for _ in range(_MOST_FACTS)]
        self._problem = Banner()
        self._empty = Empty(Icon.CIRCLE_CHECK)
        self._stack = QStackedWidget()
        self._bar = ActionBar()
        self._again = Button(self.tr("Gửi lại"), sign=Icon.REFRESH, badge=badge(Act.RESEND))
        self._open = Button(self.tr("Mở hồ sơ"), sign=Icon.FILE, badge=badge(Act.OPEN))
        self._pause = Button(self.tr("Tạm dừng"), badge=badge(Act.PAUSE_LINE))
        self._now = Button(
            self.tr("Gửi ngay"), Kind.PRIMARY, sign=Icon.REFRESH, badge=badge(Act.SYNC)
        )
        self._fix = Button(
            self.tr("Sửa đúng ô"), Kind.PRIMARY, sign=Icon.ARROW_RIGHT, badge=badge(Act.FIX_FIELD)
        )
        buttons = (self._again, self._open, self._pause, self._now, self._fix)
        for button in buttons:
            self._bar.add(button)
        self._lay_out()
        tab_through((self._table, *buttons))
        self._connect()
        self.clear()

    def show_sheet(self, sheet: SyncSheet) -> None:
        self._says.say(sheet.sentences)
        for place, (caption, value) in enumerate(zip(self._captions, self._values, strict=True)):
            is_there = place < len(sheet.facts)
            caption.setVisible(is_there)
            value.setVisible(is_there)
            if is_there:
                caption.setText(sheet.facts[place][0])
                value.set_words(sheet.facts[place][1])
        self._sheet = sheet
        self._model.set_rows(sheet.lines)
        self._stack.setCurrentIndex(0 if sheet.lines else 1)
        self._show_current()
        self.rows_came(focus_waits=self._to_send().hasFocus())

    def show_problem(self, sentence: str) -> None:
        self._problem.setVisible(bool(sentence))
        if sentence:
            self._problem.say(sentence, Tone.ERR)

    def clear(self) -> None:
        """Show nothing of what another officer looked at here."""
        self._problem.hide()
        self.show_sheet(SyncSheet())

    def has_rows(self) -> bool:
        return bool(self._model.rows())

    def first_focus(self) -> QWidget:
        return self._table if self._model.rows() else self._to_send()

    def set_fit(self, fit: Fit) -> None:
        self._bar.set_compact(fit.compact)
        self._facts.setVisible(not fit.compact)
        self._table.setColumnHidden(SINCE_COLUMN, fit.compact)
        self._body.setContentsMargins(*fit.margins)
        self._show_current()

    def _lay_out(self) -> None:
        self._empty.say(
            self.tr("Máy chủ đã có mọi việc của trạm"),
            self.tr("Việc mới hiện ở đây cho đến khi máy chủ nhận."),
        )
        self._stack.addWidget(Framed(WholeRows(self._table)))
        self._stack.addWidget(self._empty)
        self._facts = Zone(0, self.tr("Đường truyền"), "")
        self._facts.setFixedWidth(_FACTS)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for place, (caption, value) in enumerate(zip(self._captions, self._values, strict=True)):
            grid.addWidget(caption, place, 0)
            grid.addWidget(value, place, 1)
        self._facts.body.addLayout(grid)
        said = QVBoxLayout()
        said.setContentsMargins(0, 4, 0, 0)
        said.addWidget(self._says)
        said.addStretch(1)
        self._body = QVBoxLayout(self)
        self._body.setSpacing(8)
        head = row(self._facts, gap=GAP)
        head.insertLayout(0, said, 1)
        self._body.addLayout(head)
        self._body.addWidget(self._problem)
        self._body.addWidget(self._stack, 1)
        self._body.addWidget(self._bar)
        self.set_fit(Fit())

    def _connect(self) -> None:
        self._table.row_changed.connect(lambda _: self._show_current())
        self._table.row_entered.connect(lambda _: self._go_on())
        self._fix.clicked.connect(self._want_fixing)
        self._open.clicked.connect(self._want_dossier)
        self._again.clicked.connect(self._want_again)
        self._now.clicked.connect(self.sync_wanted)
        self._pause.clicked.connect(self.pause_toggled)
        bind(self, Act.RESEND, self._want_again)
        bind(self, Act.WHOLE_DOSSIER, self._want_dossier)

    def _line(self) -> SyncLine | None:
        return self._model.row_at(self._table.current_row())

    def _show_current(self) -> None:
        line = self._line()
        self._open.setVisible(line is not None and bool(line.code))
        self._again.setVisible(line is not None and line.is_refused)
        fixable = line is not None and line.spot is not None
        self._fix.setVisible(fixable)
        self._show_pause(fixable)
        self._open.set_badge(badge(Act.WHOLE_DOSSIER if fixable else Act.OPEN))
        if line is None:
            self._bar.state.say("", "", Tone.MUTE)
        elif line.is_refused:
            todo = self.tr("sửa ô này rồi gửi lại") if fixable else self.tr("sửa hồ sơ rồi gửi lại")
            self._bar.state.say(f"{line.reason};", todo, Tone.ERR)
        else:
            self._bar.state.say(line.code or line.short_code, line.what, Tone.MUTE)

    def _to_send(self) -> Button:
        return self._pause if self._sheet.is_paused else self._now

    def _show_pause(self, fixable: bool) -> None:
        """Offer to pause; while it is paused, to go on stands where sending at once does."""
        paused = self._sheet.is_paused
        if paused and self._now.hasFocus():
            self._pause.setFocus(Qt.FocusReason.OtherFocusReason)
        self._pause.setVisible(self._sheet.can_pause)
        self._now.setVisible(not paused)
        primary = Kind.SECONDARY if fixable else Kind.PRIMARY
        self._now.set_kind(primary)
        self._pause.set_kind(primary if paused else Kind.SECONDARY)
        if paused:
            self._pause.set_words(self.tr("Gửi tiếp"), Icon.PLAY)
        else:
            self._pause.set_words(self.tr("Tạm dừng"), Icon.PAUSE)

    def _go_on(self) -> None:
        """Enter: to the field that is to be put right, where one is named; else to the dossier."""
        if self._fix.isVisible():
            self._want_fixing()
        else:
            self._want_dossier()

    def _want_fixing(self) -> None:
        line = self._line()
        if line is not None and line.spot is not None:
            self.fix_wanted.emit(line.code, line.spot)

    def _want_dossier(self) -> None:
        line = self._line()
        if line is not None and line.code:
            self.dossier_wanted.emit(line.code)

    def _want_again(self) -> None:
        line = self._line()
        if line is not None and line.is_refused:
            self.send_again_wanted.emit(line.code)
