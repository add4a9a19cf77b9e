"""The supervisor's board: what needs somebody, today by hour, what is due, how much was in time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.desktop.board.models import AttentionModel
from ui.desktop.board.printed import board_pdf
from ui.desktop.board.steps_panel import StepsPanel
from ui.desktop.board.view_model import AttentionLine, BoardSheet
from ui.desktop.keys import Act, badge
from ui.desktop.kit.action_bar import ActionBar
from ui.desktop.kit.banner import Outcome
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.charts import Bars, Shares
from ui.desktop.kit.empty import Empty
from ui.desktop.kit.figure import Figure, FigureStrip
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.page import RowsPage
from ui.desktop.kit.tab_order import tab_through
from ui.desktop.kit.table import Table, WholeRows
from ui.desktop.kit.tokens import GAP
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.zone import Zone
from ui.desktop.shortcuts import bind

_ROW, _MOST_FIGURES = 32, 8


class BoardPage(RowsPage):
    """Implements ``BoardView``."""

    print_wanted = Signal(bytes)
    """The board as PDF."""
    dossier_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._sheet: BoardSheet | None = None
        self._model = AttentionModel()
        self._table = Table(self._model, self.tr("Cần xem"), row_height=_ROW)
        self._figures = [Figure() for _ in range(_MOST_FIGURES)]
        self._hours = Bars(self.tr("Tiếp nhận theo giờ hôm nay"))
        self._days = Bars(self.tr("Đến hạn bảy ngày tới"))
        self._shares = Shares(self.tr("Đúng hạn trong tháng"))
        self._outcome = Outcome()
        self._empty = Empty(Icon.CIRCLE_CHECK)
        self._stack = QStackedWidget()
        self._bar = ActionBar()
        self._print = Button(self.tr("In bảng"), sign=Icon.PRINTER, badge=badge(Act.PRINT_BOARD))
        self._open = Button(
            self.tr("Mở hồ sơ"), Kind.PRIMARY, sign=Icon.FILE, badge=badge(Act.OPEN)
        )
        self._steps = Button(self.tr("Các bước"), sign=Icon.CLOCK, badge=badge(Act.STEP_TIMES))
        self.steps = StepsPanel(self)
        for button in (self._steps, self._print, self._open):
            self._bar.add(button)
        self._lay_out()
        tab_through((self._table, self._steps, self._print, self._open))
        self._table.row_changed.connect(lambda _: self._show_current())
        self._table.row_entered.connect(lambda _: self._want_dossier())
        self._open.clicked.connect(self._want_dossier)
        self._print.clicked.connect(self._want_print)
        self._steps.clicked.connect(self.open_steps)
        bind(self, Act.PRINT_BOARD, self._want_print)
        bind(self, Act.STEP_TIMES, self.open_steps)
        self.clear()

    def show_board(self, sheet: BoardSheet) -> None:
        self._sheet = sheet
        for figure, said in zip(self._figures, sheet.figures, strict=False):
            figure.show_figure(*said)
        self._strip.show_first(len(sheet.figures))
        self._hours.show_sheet(sheet.hours)
        self._days.show_sheet(sheet.days)
        self._shares.show_sheet(sheet.shares)
        self.steps.show_sheet(sheet.steps)
        self._model.set_rows(sheet.attention)
        self._stack.setCurrentIndex(0 if sheet.attention else 1)
        self._show_current()
        self.rows_came(focus_waits=self._print.hasFocus())

    def open_steps(self) -> None:
        """Show how long receptions take."""
        self.steps.open_for(self._steps)

    def show_problem(self, sentence: str) -> None:
        self._outcome.problem(sentence)

    def clear(self) -> None:
        """Show nothing of what another officer looked at here."""
        self._outcome.hide()
        self.show_board(BoardSheet())
        self._sheet = None

    def has_rows(self) -> bool:
        return bool(self._model.rows())

    def first_focus(self) -> QWidget:
        return self._table if self.has_rows() else self._print

    def set_fit(self, fit: Fit) -> None:
        self._bar.set_compact(fit.compact)
        self._strip.setVisible(not fit.low)
        self._hour_zone.setVisible(not fit.compact)
        self._share_zone.setVisible(not fit.compact)
        self._grid.setColumnStretch(1, 0 if fit.compact else 1)
        self._body.setContentsMargins(*fit.margins)

    def _lay_out(self) -> None:
        self._empty.say(
            self.tr("Không có gì cần xem"),
            self.tr("Hồ sơ quá hạn, chưa gửi, chưa đến lấy kết quả sẽ hiện ở đây."),
        )
        self._stack.addWidget(WholeRows(self._table))
        self._stack.addWidget(self._empty)
        self._hour_zone = Zone(0, self._hours.accessibleName(), "")
        self._hour_zone.body.addWidget(self._hours, 1)
        self._day_zone = Zone(0, self._days.accessibleName(), "")
        self._day_zone.body.addWidget(self._days, 1)
        self._share_zone = Zone(0, self._shares.accessibleName(), "")
        self._share_zone.body.addWidget(self._shares, 1)
        self._look = Zone(0, self._table.accessibleName(), "")
        self._look.body.addWidget(self._stack, 1)
        self._strip = FigureStrip(self._figures)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        for place, zone in enumerate(
            (self._look, self._hour_zone, self._day_zone, self._share_zone)
        ):
            self._grid.addWidget(zone, place // 2, place % 2)
        for number in (0, 1):
            self._grid.setRowStretch(number, 1)
            self._grid.setColumnStretch(number, 1)
        self._body = QVBoxLayout(self)
        self._body.setSpacing(8)
        self._body.addWidget(self._strip)
        self._body.addWidget(self._outcome)
        self._body.addLayout(self._grid, 1)
        self._body.addWidget(self._bar)
        self.set_fit(Fit())

    def _line(self) -> AttentionLine | None:
        return self._model.row_at(self._table.current_row())

    def _show_current(self) -> None:
        line = self._line()
        self._open.setEnabled(line is not None)
        at = self._sheet.at if self._sheet else ""
        if line is None:
            self._bar.state.say(at, "", Tone.MUTE)
        else:
            said = " · ".join(part for part in (line.dossier_code, line.what) if part)
            self._bar.state.say(at, f"{line.words}: {said}", line.tone)

    def _want_dossier(self) -> None:
        line = self._line()
        if line is not None:
            self.dossier_wanted.emit(line.dossier_code)

    def _want_print(self) -> None:
        if self._sheet is not None:
            headings = (
                self._hours.accessibleName(),
                self._days.accessibleName(),
                self._shares.accessibleName(),
                self._table.accessibleName(),
            )
            self.print_wanted.emit(board_pdf(self._sheet, headings))
