"""The main window: everything around the pages, and how it yields when it gets small."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLayout, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.desktop.frame.close_question import CloseQuestion
from ui.desktop.frame.key_sheet import KeySheet
from ui.desktop.frame.rail import Rail
from ui.desktop.frame.search_panel import SearchPanel
from ui.desktop.frame.status_words import status_items, status_times
from ui.desktop.frame.top_bar import TopBar
from ui.desktop.frame.view_model import Officer, OpenDraft, Place, SearchResults, StationStatus
from ui.desktop.keys import Act
from ui.desktop.kit.fit import SMALLEST_HEIGHT, SMALLEST_WIDTH, Fit, fit_for
from ui.desktop.kit.focus_ring import FocusRing
from ui.desktop.kit.layout import column, row
from ui.desktop.kit.page import Page
from ui.desktop.kit.paint import box
from ui.desktop.kit.status_bar import StatusBar
from ui.desktop.kit.tabs import Tabs, TabWords
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import RADIUS_SHEET
from ui.desktop.shortcuts import bind, bind_tabs, is_key


class MainWindow(QWidget):
    """Implements ``FrameView``. The pages, and the two gates, are given to it."""

    place_wanted = Signal(object)
    new_wanted = Signal()
    draft_chosen = Signal(int)
    sync_wanted = Signal()
    lock_wanted = Signal()
    search_edited = Signal(str)
    dossier_wanted = Signal(str)
    """Enter on a dossier in the search panel: its slip is to be seen."""
    closing = Signal()

    def __init__(self, pages: dict[Place, Page], *, sign_in: Page, lock: Page) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Trạm Một Cửa"))
        self._pages = pages
        self._gates = (sign_in, lock)
        self._place = Place.RECEPTION
        self._drafts: tuple[OpenDraft, ...] = ()
        self._current_draft = 0
        self._may_close = False
        self._desk = self._build_desk()
        self._stack = QStackedLayout(self)
        self._stack.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for widget in (sign_in, lock, self._desk):
            self._stack.addWidget(widget)
        self.setMinimumSize(SMALLEST_WIDTH, SMALLEST_HEIGHT)
        self._search_panel = SearchPanel(self._top.search)
        self._search_panel.query_edited.connect(self.search_edited)
        self._search_panel.dossier_chosen.connect(self.dossier_wanted)
        self._key_sheet = KeySheet(self)
        self._close_question = CloseQuestion(self)
        self._close_question.close_confirmed.connect(self.close_now)
        self._ring = FocusRing(self)
        self._bind_keys()
        self._apply_fit()

    def show_officer(self, officer: Officer) -> None:
        self._top.show_officer(officer)

    def show_place(self, place: Place) -> None:
        self._place = place
        self._stacked_pages.setCurrentWidget(self._pages[place])
        self._rail.show_place(place)
        self._show_tabs()
        self._pages[place].take_focus()

    def show_drafts(self, drafts: tuple[OpenDraft, ...], current: int) -> None:
        self._drafts, self._current_draft = drafts, current
        self._show_tabs()

    def show_status(self, status: StationStatus) -> None:
        self._status.show_status(status_items(status), status_times(status))
        self._rail.show_outbox(status.waiting, status.refused)

    def show_search(self, results: SearchResults) -> None:
        self._search_panel.show_results(results)

    def show_sign_in(self) -> None:
        self._show_gate(self._gates[0])

    def show_lock(self) -> None:
        self._show_gate(self._gates[1])

    def show_desk(self) -> None:
        self._stack.setCurrentWidget(self._desk)
        self._pages[self._place].take_focus()

    def enter_search(self) -> None:
        """Put the cursor into the search field."""
        self._top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._top.search.selectAll()

    def show_keys(self) -> None:
        """Show every key of the page in front."""
        self._key_sheet.open_for(self._place, self._rail.help)

    def close_now(self) -> None:
        """Close without asking."""
        self._may_close = True
        self.close()

    def toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def sizeHint(self) -> QSize:
        return QSize(1366, 768)

    def minimumSizeHint(self) -> QSize:
        return QSize(SMALLEST_WIDTH, SMALLEST_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._apply_fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_key(event, Act.BACK) and self._desk.isVisible():
            self._pages[self._place].step_back()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        unsaved = sum(draft.has_content for draft in self._drafts)
        if unsaved and not self._may_close and self._desk.isVisible():
            event.ignore()
            self._close_question.ask(unsaved, self._top.search)
            return
        self.closing.emit()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().chrome)

    def _build_desk(self) -> QWidget:
        self._top = TopBar()
        self._top.lock_wanted.connect(self.lock_wanted)
        self._rail = Rail()
        self._rail.place_wanted.connect(self.place_wanted)
        self._rail.sync_wanted.connect(self.sync_wanted)
        self._rail.help_wanted.connect(self.show_keys)
        self._tabs = Tabs(self.tr("Hồ sơ đang mở"), self.tr("Tiếp nhận mới"))
        self._tabs.tab_chosen.connect(self.draft_chosen)
        self._tabs.new_wanted.connect(self.new_wanted)
        self._stacked_pages = QStackedWidget()
        for page in self._pages.values():
            self._stacked_pages.addWidget(page)
        sheet = _Sheet()
        sheet_layout = QVBoxLayout(sheet)
        sheet_layout.setContentsMargins(1, 1, 0, 0)
        sheet_layout.setSpacing(0)
        sheet_layout.addWidget(self._tabs)
        sheet_layout.addWidget(self._stacked_pages, 1)
        self._status = StatusBar()
        desk = QWidget()
        middle = row(self._rail, (sheet, 1), gap=0)
        layout = column(self._top, gap=0)
        layout.addLayout(middle, 1)
        layout.addWidget(self._status)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        desk.setLayout(layout)
        return desk

    def _bind_keys(self) -> None:
        bind(self._desk, Act.NEW, self.new_wanted.emit)
        bind(self._desk, Act.SEARCH, self.enter_search)
        bind(self._desk, Act.SYNC, self.sync_wanted.emit)
        bind(self._desk, Act.LIST, lambda: self.place_wanted.emit(Place.LIST))
        bind(self._desk, Act.LOCK, self.lock_wanted.emit)
        bind(self._desk, Act.HELP, self.show_keys)
        bind(self, Act.FULL_SCREEN, self.toggle_full_screen)
        bind_tabs(self._desk, self._choose_draft)

    def _choose_draft(self, number: int) -> None:
        if number < len(self._drafts):
            self.draft_chosen.emit(number)

    def _show_tabs(self) -> None:
        said = []
        for number, draft in enumerate(self._drafts, start=1):
            title = draft.title or self.tr("Hồ sơ mới")
            spoken = f"{number}: {title}"
            if draft.has_content:
                spoken = self.tr("{tab}, chưa tiếp nhận").format(tab=spoken)
            said.append(TabWords(str(number), title, draft.has_content, spoken))
        here = self._place is Place.RECEPTION
        self._tabs.show_tabs(said, self._current_draft if here else -1)

    def _show_gate(self, gate: Page) -> None:
        for panel in (self._search_panel, self._key_sheet, self._close_question):
            panel.close_panel()
        self._stack.setCurrentWidget(gate)
        gate.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _apply_fit(self) -> None:
        fit: Fit = fit_for(self.width(), self.height())
        self._top.set_compact(fit.compact)
        self._rail.set_slim(fit.compact)
        for page in (*self._pages.values(), *self._gates):
            page.set_fit(fit)


class _Sheet(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        over = QRectF(self.rect()).adjusted(0, 0, RADIUS_SHEET + 2, RADIUS_SHEET + 2)
        box(QPainter(self), over, t.sheet, t.line, radius=RADIUS_SHEET)
