"""The list of dossiers: filters, rows, and what Enter will do with the current one."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from station.domain.dossier_filter import Days
from ui.desktop.call_outs.view_model import CallOut
from ui.desktop.dossiers.filter_words import counted
from ui.desktop.dossiers.narrowing import Narrowing
from ui.desktop.dossiers.table_model import DossierModel
from ui.desktop.dossiers.view_model import Delivered, DossierLine, DossierList, ListFilter
from ui.desktop.keys import Act, badge
from ui.desktop.kit.action_bar import ActionBar
from ui.desktop.kit.banner import Banner
from ui.desktop.kit.button import Button, FilterButton, Kind
from ui.desktop.kit.empty import Empty
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.framed import Framed
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import Label, Line
from ui.desktop.kit.layout import holding, row
from ui.desktop.kit.page import RowsPage
from ui.desktop.kit.suggest import SuggestField
from ui.desktop.kit.tab_order import tab_through
from ui.desktop.kit.table import Table, WholeRows
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import TITLE
from ui.desktop.shortcuts import bind

_TITLE_HEIGHT = 36
_TEXT_WIDTH, _COMPACT_TEXT_WIDTH = 240, 120
_DELIVERY_COLUMN, _RECEIVED_COLUMN = 6, 3


class DossierListPage(RowsPage):
    """Implements ``DossierListView`` and ``CallOutView``."""

    filter_chosen = Signal(object)
    """A ``ListFilter``."""
    narrowed = Signal(object)
    """A ``DossierFilter``, in place of these."""
    condition_dropped = Signal(object)
    """The ``Condition`` of it that is taken off."""
    widened = Signal()
    saved_chosen = Signal(int)
    """The place of a saved filter, counted from 0."""
    save_wanted = Signal(str)
    rename_wanted = Signal(str, str)
    delete_wanted = Signal(str)
    text_edited = Signal(str)
    dossier_wanted = Signal(str)
    """The code of the dossier that is to be seen whole."""
    slip_wanted = Signal(str)
    """The code of the dossier whose slip is to be seen."""
    send_again_wanted = Signal(str)
    """The code of a dossier of which the province refused something."""
    new_wanted = Signal()
    hand_over_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: DossierList | None = None
        self._model = DossierModel()
        self._table = Table(self._model, self.tr("Hồ sơ"))
        self._filters: dict[ListFilter, FilterButton] = {}
        self._group = QButtonGroup(self)
        self._filter_row = QHBoxLayout()
        self._filter_row.setContentsMargins(0, 0, 0, 0)
        self._filter_row.setSpacing(8)
        self._text = SuggestField(
            self.tr("Lọc trong danh sách"),
            placeholder=self.tr("Lọc trong danh sách"),
            sign=Icon.SEARCH,
            width=_TEXT_WIDTH,
            longest=100,
        )
        self._text.let_wait()
        self._stack = QStackedWidget(self)
        self._narrowing = Narrowing(self)
        self._sub = Line("", tone=Tone.MUTE)
        self._problem = Banner()
        self._problem.hide()
        self._go = Button(self.tr("Bàn giao"), sign=Icon.STACK, badge=badge(Act.HAND_OVER))
        self._call = Banner([self._go])
        self._call.hide()
        self._receive = Button(self.tr("Tiếp nhận mới"), sign=Icon.PLUS, badge=badge(Act.NEW))
        self._empty = Empty(Icon.INBOX, self._receive)
        self._take_off = Button(self.tr("Bỏ lọc"), sign=Icon.CIRCLE_X, badge=badge(Act.WIDEN))
        self._nothing = Empty(Icon.FILTER, self._take_off)
        self._bar = ActionBar()
        self._see = Button(self.tr("Mở hồ sơ"), Kind.PRIMARY, sign=Icon.FILE, badge=badge(Act.OPEN))
        self._slip = Button(self.tr("Xem phiếu"), sign=Icon.EYE, badge=badge(Act.PREVIEW))
        self._again = Button(self.tr("Gửi lại"), sign=Icon.REFRESH, badge=badge(Act.SEND_AGAIN))
        self._bar.add(self._again)
        self._bar.add(self._slip)
        self._bar.add(self._see)
        self._lay_out()
        self._connect()

    def clear(self) -> None:
        if self._shown is not None:
            self._shown = replace(self._shown, saved=(), narrowed=None)
            self._narrowing.show_list(self._shown)

    def show_list(self, dossiers: DossierList) -> None:
        had_keys: QWidget | None = self.window().focusWidget()
        self._shown = dossiers
        self._show_filters(dossiers)
        self._text.show_text(dossiers.text)
        self._model.show_lines(dossiers.lines, dossiers.today, typed=dossiers.text)
        self._narrowing.show_list(dossiers)
        self._order_stops()
        empty = 1 if dossiers.narrowed is None or dossiers.text else 2
        self._stack.setCurrentIndex(0 if dossiers.lines else empty)
        self._say_empty(dossiers)
        self._sub.set_words(self._sub_line(dossiers), Tone.MUTE)
        self._sub.setVisible(bool(dossiers.lines))
        self._show_current()
        if had_keys is not None and self.isAncestorOf(had_keys) and not had_keys.isVisible():
            # Else the next button has them, on which a space would be another act.
            (self._narrowing.next_chip() or self.first_focus()).setFocus()
        self.rows_came(focus_waits=self._text.hasFocus() and not self._text.text())
        self._text.answer(dossiers.text)  # Enter that was pressed meanwhile takes of these rows

    def show_problem(self, sentence: str) -> None:
        self._problem.hide()
        if sentence:
            self._problem.say(sentence, Tone.ERR)
            self._narrowing.act_failed()

    def show_busy(self, busy: bool) -> None:
        self._narrowing.show_busy(busy)

    def end_asking(self) -> None:
        self._narrowing.end_asking()

    def show_call_out(self, call: CallOut) -> None:
        self._call.setVisible(bool(call.sentence))
        self._go.setVisible(bool(call.folders))
        if call.sentence:
            self._call.say(call.sentence, call.tone)

    def once_painted(self, act: Callable[[], None]) -> None:
        """Paint what is typed now, and ``act`` after the keys that wait already. An update that is
        only asked for comes later than a timer of no time."""
        self._text.repaint()
        QTimer.singleShot(0, self, act)

    def has_rows(self) -> bool:
        return bool(self._model.rows())

    def first_focus(self) -> QWidget:
        return self._table if self._model.rows() else self._text

    def set_fit(self, fit: Fit) -> None:
        self._bar.set_compact(fit.compact)
        self._narrowing.set_fit(fit)
        self._title_row.setVisible(not fit.compact)
        self._text.setMinimumWidth(_COMPACT_TEXT_WIDTH if fit.compact else _TEXT_WIDTH)
        self._table.setColumnHidden(_RECEIVED_COLUMN, fit.compact)
        self._table.setColumnHidden(_DELIVERY_COLUMN, fit.compact)
        self._body.setContentsMargins(*fit.margins)

    def _lay_out(self) -> None:
        self._stack.addWidget(Framed(WholeRows(self._table)))
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._nothing)
        title = row(Label(self.tr("Hồ sơ của quầy"), TITLE), 4, (self._sub, 1))
        self._title_row = holding(title)
        self._title_row.setFixedHeight(_TITLE_HEIGHT)
        filters = row(self._narrowing.ask, None, (self._text, 9))
        filters.insertLayout(0, self._filter_row)
        self._body = QVBoxLayout(self)
        self._body.setSpacing(8)
        self._body.addWidget(self._title_row)
        self._body.addLayout(filters)
        self._body.addWidget(self._narrowing)
        self._body.addWidget(self._problem)
        self._body.addWidget(self._call)
        self._body.addWidget(self._stack, 1)
        self._body.addWidget(self._bar)
        self.set_fit(Fit())

    def _connect(self) -> None:
        self._table.row_changed.connect(lambda _: self._show_current())
        self._table.row_entered.connect(lambda _: self._want_dossier())
        self._see.clicked.connect(self._want_dossier)
        self._slip.clicked.connect(self._want_slip)
        self._again.clicked.connect(self._want_sending)
        self._receive.clicked.connect(self.new_wanted)
        self._go.clicked.connect(self.hand_over_wanted)
        self._take_off.clicked.connect(self.widened)
        for told, heard in (
            (self._narrowing.narrowed, self.narrowed),
            (self._narrowing.condition_dropped, self.condition_dropped),
            (self._narrowing.widened, self.widened),
            (self._narrowing.saved_chosen, self.saved_chosen),
            (self._narrowing.save_wanted, self.save_wanted),
            (self._narrowing.rename_wanted, self.rename_wanted),
            (self._narrowing.delete_wanted, self.delete_wanted),
        ):
            told.connect(heard)
        self._text.textEdited.connect(self.text_edited)
        self._text.stepped.connect(self._table.step)
        self._text.entered.connect(self._want_dossier)
        self._text.escaped.connect(self._clear_text)
        bind(self, Act.PREVIEW, self._want_slip)
        bind(self, Act.SEND_AGAIN, self._want_sending)

    def _current(self) -> DossierLine | None:
        return self._model.row_at(self._table.current_row())

    def _show_filters(self, dossiers: DossierList) -> None:
        if tuple(self._filters) != tuple(each for each, _ in dossiers.counts):
            for button in self._filters.values():
                self._group.removeButton(button)
                self._filter_row.removeWidget(button)
                button.hide()
                button.deleteLater()
            self._filters = {each: self._filter_button(each) for each, _ in dossiers.counts}
        narrowed = dossiers.narrowed is not None
        self._group.setExclusive(not narrowed)  # else one of them could not be let go
        for each, count in dossiers.counts:
            button = self._filters[each]
            button.set_count(None if each is ListFilter.NEWEST else count or None)
            button.setChecked(each is dossiers.chosen and not narrowed)
            is_stop = each is dossiers.chosen
            stop = Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(stop)  # Tab stops once; the arrow keys go on to the others

    def _order_stops(self) -> None:
        stops = (
            *self._filters.values(),
            self._narrowing.ask,
            self._text,
            *self._narrowing.stops(),
            self._table,
            self._receive,
            self._take_off,
            self._go,
            self._again,
            self._slip,
            self._see,
        )
        tab_through(stops)

    def _filter_button(self, each: ListFilter) -> FilterButton:
        button = FilterButton(self._filter_words(each))
        button.clicked.connect(lambda: self.filter_chosen.emit(each))
        self._group.addButton(button)
        self._filter_row.addWidget(button)
        return button

    def _filter_words(self, each: ListFilter) -> str:
        match each:
            case ListFilter.TODAY:
                return self.tr("Hôm nay")
            case ListFilter.MINE:
                return self.tr("Của tôi")
            case ListFilter.UNSENT:
                return self.tr("Chưa gửi")
            case ListFilter.REFUSED:
                return self.tr("Bị trả lại")
            case ListFilter.NEWEST:
                return self.tr("Mọi ngày")

    def _sub_line(self, dossiers: DossierList) -> str:
        """Say how many there are, how many of them stand here, and in which order."""
        total, here = dossiers.total or len(dossiers.lines), len(dossiers.lines)
        wanted = dossiers.narrowed
        if wanted is not None and wanted.promised is not Days.ANY:
            whole = self.tr("{count} hồ sơ, hẹn sớm nhất trước")
            cut = self.tr("{here} hẹn sớm nhất trong {count} hồ sơ")
        else:
            whole = self.tr("{count} hồ sơ, mới nhất trước")
            cut = self.tr("{here} mới nhất trong {count} hồ sơ")
        return (whole if total <= here else cut).format(count=counted(total), here=here)

    def _say_empty(self, dossiers: DossierList) -> None:
        if dossiers.narrowed is not None:
            self._nothing.say(
                self.tr("Không có hồ sơ nào theo bộ lọc này"),
                self.tr("Bấm {widen} để bỏ lọc, {narrow} để sửa điều kiện.").format(
                    widen=badge(Act.WIDEN), narrow=badge(Act.NARROW)
                ),
            )
        if dossiers.text:
            self._empty.say(
                self.tr("Không có hồ sơ nào khớp"), self.tr("Xoá chữ đã gõ, hoặc tìm ở ô F3.")
            )
        elif dossiers.chosen is ListFilter.TODAY and dossiers.narrowed is None:
            self._empty.say(
                self.tr("Hôm nay chưa tiếp nhận hồ sơ nào"),
                self.tr("Hồ sơ đầu tiên hiện ở đây ngay khi nhận."),
            )
        else:
            self._empty.say(
                self.tr("Không có hồ sơ nào ở mục này"), self.tr("Chọn mục khác ở trên.")
            )

    def _show_current(self) -> None:
        line = self._current()
        for button in (self._see, self._slip):
            button.setVisible(line is not None)
        refused = line is not None and line.delivered is Delivered.REFUSED
        self._again.setVisible(refused)
        if line is None:
            self._bar.state.say("", "", Tone.MUTE)
            return
        total = max(len(self._model.rows()), self._shown.total if self._shown else 0)
        place = self.tr("Dòng {row}/{rows}").format(
            row=self._table.current_row() + 1, rows=counted(total)
        )
        self._bar.state.say(place, f"{line.code} · {line.owner_name}", Tone.MUTE)

    def _want_dossier(self) -> None:
        line = self._current()
        if line:
            self.dossier_wanted.emit(line.code)

    def _want_slip(self) -> None:
        line = self._current()
        if line:
            self.slip_wanted.emit(line.code)

    def _want_sending(self) -> None:
        line = self._current()
        if line is not None and line.delivered is Delivered.REFUSED:
            self.send_again_wanted.emit(line.code)

    def _clear_text(self) -> None:
        if self._text.text():
            self._text.clear()
            self.text_edited.emit("")
        else:
            self._table.setFocus()
