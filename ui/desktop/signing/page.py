"""The signing page: the copies that wait on the left, the office's token on the right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.desktop.keys import Act, badge
from ui.desktop.kit.action_bar import ActionBar
from ui.desktop.kit.banner import Banner, Outcome
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.empty import Empty
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.framed import Framed
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import FieldLabel, Label, Line
from ui.desktop.kit.layout import holding, row
from ui.desktop.kit.page import RowsPage
from ui.desktop.kit.progress import Progress
from ui.desktop.kit.secret_field import SecretField
from ui.desktop.kit.tab_order import tab_through
from ui.desktop.kit.table import WholeRows
from ui.desktop.kit.tick_table import TickTable
from ui.desktop.kit.tokens import GAP
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY, BODY_MEDIUM, CAPTION, TITLE
from ui.desktop.kit.zone import Zone
from ui.desktop.shortcuts import bind
from ui.desktop.signing.models import (
    OWNER_COLUMN,
    PAGES_COLUMN,
    RECEIVED_COLUMN,
    CopyModel,
)
from ui.desktop.signing.view_model import CopyLine, SigningSheet

_TITLE_HEIGHT, _ROW, _TOKEN, _COMPACT_TOKEN, _CAPTION = 36, 32, 272, 248, 48
_LONGEST_PIN = 64


class SigningPage(RowsPage):
    """Implements ``SigningView``."""

    tick_wanted = Signal(str)
    sign_wanted = Signal(str)
    """The PIN; empty: it was not typed yet."""
    stamp_wanted = Signal()
    stop_wanted = Signal()
    preview_wanted = Signal(str)
    dossier_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._sheet = SigningSheet()
        self._model = CopyModel()
        self._table = TickTable(self._model, self.tr("Bản chờ ký"), row_height=_ROW)
        self._pin = SecretField(self.tr("Mã PIN của token"), longest=_LONGEST_PIN)
        self._sub = Line("", tone=Tone.MUTE)
        self._token = Label("", BODY_MEDIUM, wrap=True)
        self._what = Label("", BODY, wrap=True)
        self._stamps = Label("", CAPTION, muted=True, wrap=True)
        self._progress = Progress()
        self._why_not, self._outcome = Banner(), Outcome()
        self._empty = Empty(Icon.CIRCLE_CHECK)
        self._stack = QStackedWidget()
        self._bar = ActionBar()
        self._see = Button(self.tr("Xem bản"), sign=Icon.EYE, badge=badge(Act.PREVIEW))
        self._open = Button(self.tr("Mở hồ sơ"), sign=Icon.FILE, badge=badge(Act.OPEN))
        self._stamp = Button(
            self.tr("Thêm dấu thời gian"), sign=Icon.CLOCK, badge=badge(Act.STAMP_COPIES)
        )
        self._stop = Button(self.tr("Dừng ký"), sign=Icon.CIRCLE_X, badge=badge(Act.STOP_SIGNING))
        self._sign = Button("", Kind.PRIMARY, sign=Icon.CHECK, badge=badge(Act.SIGN_COPIES))
        for button in (self._see, self._open, self._stamp, self._stop, self._sign):
            self._bar.add(button)
        self._lay_out()
        tab_through(
            (self._table, self._pin, self._see, self._open, self._stamp, self._stop, self._sign)
        )
        self._connect()
        self.clear()
        self.set_fit(Fit())

    def show_sheet(self, sheet: SigningSheet) -> None:
        self._sheet = sheet
        self._outcome.show_busy(sheet.running)
        self._model.set_rows(sheet.lines)
        if self._table.current_row() < 0:
            self._table.select(0)
        self._sub.set_words(sheet.summary, Tone.MUTE)
        self._stack.setCurrentIndex(0 if sheet.lines else 1)
        self._show_token()
        self._show_acts()
        self.rows_came(focus_waits=self._see.hasFocus())

    def show_problem(self, sentence: str) -> None:
        self._outcome.problem(sentence)

    def show_done(self, sentence: str, tone: Tone) -> None:
        self._outcome.done(sentence, tone)

    def ask_pin(self) -> None:
        self._pin.clear()
        if self.isVisible():
            self._pin.setFocus()

    def clear(self) -> None:
        """Show nothing of what another officer did here; no PIN stays."""
        self._pin.clear()
        self._outcome.hide()
        self.show_sheet(SigningSheet())

    def has_rows(self) -> bool:
        return bool(self._model.rows())

    def first_focus(self) -> QWidget:
        return self._table if self.has_rows() else self._see

    def step_back(self) -> None:
        if self._sheet.running:
            self.stop_wanted.emit()

    def set_fit(self, fit: Fit) -> None:
        self._bar.set_compact(fit.compact)
        self._title_row.setVisible(not fit.compact)
        for hidden in (OWNER_COLUMN, PAGES_COLUMN, RECEIVED_COLUMN):
            self._table.setColumnHidden(hidden, fit.compact)
        self._zone.setFixedWidth(_COMPACT_TOKEN if fit.compact else _TOKEN)
        self._body.setContentsMargins(*fit.margins)

    def _lay_out(self) -> None:
        self._empty.say(
            self.tr("Không có bản nào chờ ký"),
            self.tr(
                "Bản chụp ở bàn quét vào đây khi hồ sơ được tiếp nhận; hồ sơ không chờ chữ ký."
            ),
        )
        self._zone = Zone(0, self.tr("Chữ ký của cơ quan"), "")
        self._at_token = [
            holding(row(FieldLabel(caption, control, width=_CAPTION), (control, 1)))
            for caption, control in ((self.tr("Token"), self._token), (self.tr("PIN"), self._pin))
        ]
        for line in self._at_token:
            self._zone.body.addWidget(line)
        for part in (self._what, self._stamps, self._progress):
            self._zone.body.addWidget(part)
        self._zone.body.addStretch(1)
        both = holding(row((Framed(WholeRows(self._table)), 1), self._zone, gap=GAP))
        self._stack.addWidget(both)
        self._stack.addWidget(self._empty)
        self._title_row = holding(row(Label(self.tr("Ký sao y"), TITLE), 4, (self._sub, 1)))
        self._title_row.setFixedHeight(_TITLE_HEIGHT)
        self._body = QVBoxLayout(self)
        self._body.setSpacing(GAP)
        for above in (self._title_row, self._why_not, self._outcome):
            self._body.addWidget(above)
        self._body.addWidget(self._stack, 1)
        self._body.addWidget(self._bar)

    def _connect(self) -> None:
        self._table.row_changed.connect(lambda _: self._show_acts())
        self._table.row_entered.connect(lambda _: self._want_dossier())
        self._table.tick_wanted.connect(self._want_tick)
        self._pin.returnPressed.connect(self._want_sign)
        self._sign.clicked.connect(self._want_sign)
        self._stamp.clicked.connect(self.stamp_wanted)
        self._stop.clicked.connect(self.stop_wanted)
        self._see.clicked.connect(self._want_preview)
        self._open.clicked.connect(self._want_dossier)
        bind(self, Act.SIGN_COPIES, self._want_sign)
        bind(self, Act.STAMP_COPIES, self._want_stamp)
        bind(self, Act.STOP_SIGNING, self._stop.click)
        bind(self, Act.PREVIEW, self._see.click)

    def _show_token(self) -> None:
        sheet = self._sheet
        self._token.setText(sheet.signed_with)
        self._what.setText(sheet.what)
        self._what.setVisible(bool(sheet.what))
        self._stamps.setText(sheet.stamps)
        self._progress.setVisible(sheet.running)
        self._progress.show_share(sheet.share, sheet.progress)
        had_keys = self._pin.hasFocus()
        for line in self._at_token:
            line.setVisible(self._waits_for_token())
        if had_keys and not self._waits_for_token():
            self._table.setFocus()
        self._pin.setReadOnly(sheet.running)  # it keeps the focus, as it would not switched off
        self._zone.setVisible(not sheet.why_not)
        if sheet.why_not and sheet.lines:
            self._why_not.say(sheet.why_not, Tone.WARN)
        else:
            self._why_not.hide()

    def _show_acts(self) -> None:
        sheet, line = self._sheet, self._line()
        for button in (self._see, self._open):
            button.setEnabled(line is not None)
        self._stamp.setVisible(bool(sheet.to_stamp) and not sheet.running)
        self._stamp.setEnabled(sheet.may_stamp)
        waits = self._waits_for_token()
        self._stamp.set_kind(Kind.SECONDARY if waits else Kind.PRIMARY)
        self._stop.setVisible(sheet.running)
        self._sign.setVisible(not sheet.running and waits)
        self._sign.set_words(self.tr("Ký {copies} bản").format(copies=sheet.to_sign), Icon.CHECK)
        self._sign.set_blocked(not sheet.ready)
        if line is None or sheet.progress:
            aloud = not sheet.running  # what the whole pile came to, not each copy
            self._bar.state.say(sheet.progress, sheet.consequence, sheet.tone, aloud=aloud)
        else:
            self._bar.state.say(f"{line.short_code} ·", f"{line.paper}, {line.who}", Tone.MUTE)

    def _waits_for_token(self) -> bool:
        """Tell whether there is something to sign, not only to stamp."""
        return any(line.ticked is not None for line in self._sheet.lines)

    def _line(self) -> CopyLine | None:
        return self._model.row_at(self._table.current_row())

    def _want_tick(self, at: int) -> None:
        if self._outcome.takes_key():
            self.tick_wanted.emit(self._model.rows()[at].key)

    def _want_sign(self) -> None:
        if self._outcome.takes_key() and self._sheet.ready:
            self.sign_wanted.emit(self._pin.text())

    def _want_stamp(self) -> None:
        if self._outcome.takes_key() and self._stamp.isVisible():
            self._stamp.click()

    def _want_preview(self) -> None:
        if (line := self._line()) is not None:
            self.preview_wanted.emit(line.key)

    def _want_dossier(self) -> None:
        if (line := self._line()) is not None:
            self.dossier_wanted.emit(line.dossier_code)
