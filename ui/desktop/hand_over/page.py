"""The hand-over page: agencies left, the pile right, the lists sealed before below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from station.domain.ids import short_code
from ui.desktop.hand_over.models import (
    OWNER_COLUMN,
    PAGES_COLUMN,
    PROCEDURE_COLUMN,
    AgencyModel,
    FolderModel,
    SealedModel,
)
from ui.desktop.hand_over.reason_panel import ReasonPanel
from ui.desktop.hand_over.signed_panel import SignedPanel
from ui.desktop.hand_over.view_model import HandOverSheet, ListOffered
from ui.desktop.keys import Act, badge
from ui.desktop.kit.action_bar import ActionBar
from ui.desktop.kit.banner import Banner, Outcome
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.empty import Empty
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import Label, Line
from ui.desktop.kit.layout import column, holding, row
from ui.desktop.kit.marks import Chip
from ui.desktop.kit.page import Page
from ui.desktop.kit.suggest import SuggestField
from ui.desktop.kit.tab_order import tab_through
from ui.desktop.kit.table import Table, WholeRows
from ui.desktop.kit.tick_table import TickTable
from ui.desktop.kit.tokens import ACTION_HEIGHT, GAP
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import TITLE
from ui.desktop.kit.zone import Zone
from ui.desktop.shortcuts import bind

_SIDE, _COMPACT_SIDE, _TITLE_HEIGHT = 304, 296, 36
_PILE, _NOTHING = 0, 1


class HandOverPage(Page):
    """Implements ``HandOverView``."""

    agency_chosen = Signal(int)
    scanned = Signal(str)
    tick_wanted = Signal(int)
    all_wanted = Signal()
    seal_wanted = Signal()
    list_wanted = Signal(int)
    """The row of a sealed list that is to be seen."""
    sign_wanted = Signal(int)
    """The row of a sealed list that came back signed."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: HandOverSheet | None = None
        self._agencies, self._folders, self._sealed = AgencyModel(), FolderModel(), SealedModel()
        self._agency_table = Table(self._agencies, self.tr("Nơi nhận"))
        self._folder_table = TickTable(self._folders, self.tr("Bìa hồ sơ chờ bàn giao"))
        self._sealed_table = Table(self._sealed, self.tr("Danh sách đã niêm phong"))
        self._scan = SuggestField(
            self.tr("Quét bìa hồ sơ"),
            placeholder=self.tr("Quét mã trên từng bìa, hoặc gõ số cuối rồi Enter"),
            sign=Icon.QRCODE,
            height=ACTION_HEIGHT,
            longest=60,
        )
        self._said, self._outcome = Banner(), Outcome()
        self._said.hide()
        self._sub = Line("", tone=Tone.MUTE)
        self._due = Chip("", Tone.WARN, Icon.CLOCK)
        self._empty = Empty(Icon.STACK)
        self.reason, self.signing = ReasonPanel(self), SignedPanel(self)
        self._build_bar()
        self._lay_out()
        self._connect()
        self.set_fit(Fit())

    def show_sheet(self, sheet: HandOverSheet) -> None:
        before, self._shown = self._shown, sheet
        self._agencies.set_rows(sheet.agencies)
        names = [line.name for line in sheet.agencies]
        if sheet.agency in names and self._agency_table.current_row() != names.index(sheet.agency):
            self._agency_table.select(names.index(sheet.agency))
        self._folders.set_rows(sheet.folders)
        if before is None or before.agency != sheet.agency:
            self._folder_table.select(0)
        self._sealed.set_rows(sheet.sealed)
        self._agency_zone.setVisible(bool(sheet.folders))
        for button in (self._see, self._signed):
            button.setVisible(bool(sheet.sealed))
        unsigned = sum(not one.signed for one in sheet.sealed)
        waits = self.tr("{n} chờ ký").format(n=unsigned)
        self._sealed_zone.set_chips([(waits, Tone.WARN)] if unsigned else [])
        self._stack.setCurrentIndex(_PILE if sheet.folders else _NOTHING)
        emptied = before is not None and bool(before.folders) != bool(sheet.folders)
        if emptied and self.isVisible():
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self._empty.say(
            self.tr("Không có hồ sơ nào chờ bàn giao"),
            self.tr("Hồ sơ mới nhận, và giấy bổ sung đã nhận, hiện ở đây."),
        )
        total = sum(line.total for line in sheet.agencies)
        said = self.tr("{count} bìa chờ chuyển").format(count=total) if total else ""
        self._sub.set_words(said, Tone.MUTE)
        self._due.setVisible(sheet.due_today > 0)
        self._due.set_state(
            self.tr("{count} phải chuyển hôm nay").format(count=sheet.due_today),
            Tone.WARN,
            Icon.CLOCK,
        )
        ticked = sum(folder.ticked for folder in sheet.folders)
        tone = Tone.OK if ticked == len(sheet.folders) else Tone.WARN
        count = self.tr("{ticked}/{all} bìa").format(ticked=ticked, all=len(sheet.folders))
        self._pile.set_chips([(count, tone)] if sheet.folders else [])
        for button in (self._all, self._why, self._seal):
            button.setVisible(bool(sheet.folders))
        self._seal.set_blocked(not sheet.ready)
        self._bar.state.say(sheet.fact, sheet.consequence, sheet.tone)

    def show_row(self, row: int) -> None:
        self._folder_table.select(row)

    def show_scan(self, sentence: str, tone: Tone) -> None:
        self._said.setVisible(bool(sentence))
        if sentence:
            self._outcome.forget_done()
            self._said.say(sentence, tone)

    def show_problem(self, sentence: str) -> None:
        self._outcome.problem(sentence)
        if sentence:
            self.signing.failed()

    def show_done(self, sentence: str) -> None:
        if not self._outcome.is_busy:  # else it is a list that came out of the printer
            self.signing.done()
        self._outcome.done(sentence)

    def ask_signature(self, sheet: ListOffered) -> None:
        self.signing.open_for(sheet, self._signed)

    def show_busy(self, busy: bool) -> None:
        ready = self._shown is not None and self._shown.ready
        self._seal.setEnabled(ready and not busy)
        self.signing.show_busy(busy)
        self._outcome.show_busy(busy)

    def clear(self) -> None:
        """Show nothing of what another officer did here."""
        self._scan.clear()
        self.reason.forget()
        self.signing.forget()
        for banner in (self._said, self._outcome):
            banner.hide()

    def first_focus(self) -> QWidget:
        empty = self._shown is not None and not self._shown.folders
        return self._sealed_table if empty else self._scan

    def set_fit(self, fit: Fit) -> None:
        self._bar.set_compact(fit.compact)
        self._title_row.setVisible(not fit.compact)
        self._folder_table.setColumnHidden(PROCEDURE_COLUMN, fit.compact)
        self._folder_table.setColumnHidden(PAGES_COLUMN, fit.narrow)
        self._folder_table.use_widths({OWNER_COLUMN: None} if fit.compact else {})
        self._side.setFixedWidth(_COMPACT_SIDE if fit.compact else _SIDE)
        for rows in (self._agency_rows, self._sealed_rows):
            rows.set_least(1 if fit.compact else 2)
        self._body.setContentsMargins(*fit.margins)

    def _build_bar(self) -> None:
        self._bar = ActionBar()
        self._see = Button(self.tr("Xem danh sách"), sign=Icon.EYE, badge=badge(Act.PREVIEW))
        self._signed = Button(self.tr("Đã ký nhận"), sign=Icon.INBOX, badge=badge(Act.SIGNED))
        self._all = Button(self.tr("Đủ cả"), sign=Icon.CHECK, badge=badge(Act.TICK_ALL))
        self._why = Button(self.tr("Ghi lý do"), sign=Icon.FILE, badge=badge(Act.LEAVE))
        self._seal = Button(
            self.tr("Niêm phong, in"), Kind.PRIMARY, sign=Icon.PRINTER, badge=badge(Act.SEAL)
        )
        for button in (self._see, self._signed, self._all, self._why, self._seal):
            self._bar.add(button)

    def _lay_out(self) -> None:
        self._agency_zone = agencies = Zone(0, self.tr("Nơi nhận"), badge(Act.ZONE_1))
        self._agency_rows = WholeRows(self._agency_table, least=2)
        agencies.body.addWidget(self._agency_rows, 1)
        self._sealed_zone = sealed = Zone(0, self.tr("Đã niêm phong"), badge(Act.ZONE_3))
        self._sealed_rows = WholeRows(self._sealed_table, least=2)
        sealed.body.addWidget(self._sealed_rows, 1)
        self._side = holding(column((agencies, 1), (sealed, 1), gap=GAP))
        self._pile = Zone(0, self.tr("Bìa hồ sơ"), badge(Act.ZONE_2))
        self._pile.body.addWidget(self._scan)
        self._pile.body.addWidget(self._said)
        self._pile.body.addWidget(WholeRows(self._folder_table, least=2), 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._pile)
        self._stack.addWidget(self._empty)
        title = row(Label(self.tr("Bàn giao hồ sơ giấy"), TITLE), 4, (self._sub, 1), self._due)
        self._title_row = holding(title)
        self._title_row.setFixedHeight(_TITLE_HEIGHT)
        self._body = QVBoxLayout(self)
        self._body.setSpacing(GAP)
        self._body.addWidget(self._title_row)
        self._body.addWidget(self._outcome)
        self._body.addLayout(row(self._side, (self._stack, 1), gap=GAP), 1)
        self._body.addWidget(self._bar)
        stops = (
            self._scan, self._folder_table, self._agency_table, self._sealed_table, self._see,
            self._signed, self._all, self._why, self._seal,
        )  # fmt: skip
        tab_through(stops)

    def _connect(self) -> None:
        self._agency_table.row_changed.connect(self.agency_chosen)
        self._agency_table.row_entered.connect(lambda _: self._focus_scan())
        self._folder_table.tick_wanted.connect(self.tick_wanted)
        self._folder_table.row_entered.connect(self.tick_wanted)
        self._sealed_table.row_entered.connect(self.list_wanted)
        self._scan.entered.connect(self._enter)
        self._scan.stepped.connect(self._folder_table.step)
        self._scan.escaped.connect(self._scan.clear)
        self._see.clicked.connect(self._want_list)
        self._signed.clicked.connect(self._want_signing)
        self._all.clicked.connect(self.all_wanted)
        self._why.clicked.connect(self.ask_why)
        self._seal.clicked.connect(self._want_seal)
        for panel in (self.reason, self.signing):
            panel.closed.connect(self._focus_scan)
        self.signing.refused.connect(self._outcome.refuse_key)
        self.reason.asked_again.connect(self._ask_why_again)
        self.signing.asked_again.connect(self._ask_signature_again)
        bind(self, Act.PREVIEW, self._want_list)
        bind(self, Act.SIGNED, self._want_signing)
        bind(self, Act.TICK_ALL, self.all_wanted.emit)
        bind(self, Act.LEAVE, self.ask_why)
        bind(self, Act.SEAL, self._want_seal)
        bind(self, Act.ZONE_1, self._agency_table.setFocus)
        bind(self, Act.ZONE_2, self._focus_scan)
        bind(self, Act.ZONE_3, self._sealed_table.setFocus)

    def _enter(self) -> None:
        """Enter takes what was typed, or ticks the current row where nothing was."""
        text = self._scan.text().strip()
        self._scan.clear()
        if text:
            self.scanned.emit(text)
        elif self._folder_table.current_row() >= 0:
            self.tick_wanted.emit(self._folder_table.current_row())

    def _focus_scan(self) -> None:
        if self._scan.isVisible():
            self._scan.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_why(self) -> None:
        """Ask why the current folder stays."""
        rows, at = self._folders.rows(), self._folder_table.current_row()
        if 0 <= at < len(rows):
            folder = f"{short_code(rows[at].code)} · {rows[at].owner_name}"
            self.reason.open_for(at, rows[at].code, folder, self._why)

    def _ask_why_again(self, code: str) -> None:
        for at, folder in enumerate(self._folders.rows()):
            if folder.code == code:
                self._folder_table.select(at)
                self.ask_why()

    def _ask_signature_again(self, number: str) -> None:
        for at, sealed in enumerate(self._sealed.rows()):
            if sealed.number == number:
                self.sign_wanted.emit(at)

    def _want_signing(self) -> None:
        if self._outcome.takes_key():
            self.sign_wanted.emit(max(0, self._sealed_table.current_row()))

    def _want_seal(self) -> None:
        if self.reason.isVisible():
            self.reason.confirm()
        elif self.signing.isVisible():
            self.signing.confirm()
        elif self._outcome.takes_key() and self._seal.is_offered:
            self.seal_wanted.emit()

    def _want_list(self) -> None:
        self.list_wanted.emit(max(0, self._sealed_table.current_row()))
