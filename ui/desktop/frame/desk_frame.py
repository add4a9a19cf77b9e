"""The desk: top bar, rail, tabs and status bar around the pages of an officer at work."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from station.domain.line_pause import PauseEnds
from ui.desktop.codes.panel import CodePanel
from ui.desktop.frame.clock_bar import ClockBar
from ui.desktop.frame.close_question import CloseQuestion
from ui.desktop.frame.doubt_bar import DoubtBar
from ui.desktop.frame.help_panel import HelpPanel
from ui.desktop.frame.key_sheet import KeySheet
from ui.desktop.frame.line_bar import LineBar
from ui.desktop.frame.page_stack import PageStack
from ui.desktop.frame.palette import Palette
from ui.desktop.frame.pause_panel import PausePanel
from ui.desktop.frame.rail import Rail
from ui.desktop.frame.search_panel import SearchPanel
from ui.desktop.frame.status_words import status_items, status_times
from ui.desktop.frame.top_bar import TopBar
from ui.desktop.frame.view_model import Officer, OpenDraft, Place, SearchResults, StationStatus
from ui.desktop.keys import Act
from ui.desktop.kit.file_dialogs import ask_where
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.keys_at import KeysAt, keys_within, put_keys
from ui.desktop.kit.layout import column, row
from ui.desktop.kit.page import Page
from ui.desktop.kit.paint import box
from ui.desktop.kit.status_bar import StatusBar
from ui.desktop.kit.tabs import Tabs, TabWords
from ui.desktop.kit.theme import theme
from ui.desktop.kit.tokens import RADIUS_SHEET
from ui.desktop.second_screen.panel import CitizenPanel
from ui.desktop.second_screen.placing import ScreenFact
from ui.desktop.second_screen.strip import CitizenStrip
from ui.desktop.server_panel import ServerPanel
from ui.desktop.server_sheet import ServerSheet
from ui.desktop.shortcuts import bind, bind_tabs, do, is_key
from ui.preferences import CitizenDisplay

_PLACES: Final = {
    Act.HOME: Place.HOME,
    Act.BOARD: Place.BOARD,
    Act.LIST: Place.LIST,
    Act.RESULTS: Place.RESULTS,
    Act.HAND_OVER: Place.HAND_OVER,
    Act.CATALOGUE: Place.CATALOGUE,
    Act.SIGNING: Place.SIGNING,
    Act.SYNC_CENTRE: Place.SYNC,
    Act.LOG: Place.LOG,
    Act.DEVICES: Place.DEVICES,
    Act.SETTINGS: Place.SETTINGS,
}
"""Keys that lead to a page from everywhere."""


class DeskFrame(QWidget):
    """The window around the pages, which are given to it.

    Attributes:
        codes: the panel that says what a code is.
        doubt: asks whether a paper came out.
        citizen: says what is so of the citizen's display.
        citizen_panel: its choices.
        clock: says that the computer's clock is wrong.
        line: says how long there has been no line, or until when it is left to somebody else.
        pause: asks for how long it is.
    """

    place_wanted = Signal(object)
    new_wanted = Signal()
    draft_chosen = Signal(int)
    sync_wanted = Signal()
    pause_toggled = Signal()
    """The line is to be left to somebody else, or taken back."""
    lock_wanted = Signal()
    search_edited = Signal(str)
    dossier_wanted = Signal(str)
    """Enter on a dossier in the search panel."""
    server_wanted = Signal(str)
    """Ask the province about the dossier with this code."""
    support_wanted = Signal(str)
    """Save the support page in this file."""
    close_confirmed = Signal()
    """The program may end although something is being typed."""

    def __init__(self, pages: dict[Place, Page]) -> None:
        super().__init__()
        self._pages = pages
        self._place = Place.RECEPTION
        self._compact = False
        self._drafts: tuple[OpenDraft, ...] = ()
        self._current_draft = 0
        self._build()
        self._search_panel = SearchPanel(self._top.search)
        self._search_panel.query_edited.connect(self.search_edited)
        self._search_panel.dossier_chosen.connect(self.dossier_wanted)
        self._search_panel.server_wanted.connect(self.server_wanted)
        self._search_panel.ended.connect(self.take_focus)
        self._server = ServerPanel(self)
        self._key_sheet = KeySheet(self)
        self._help = HelpPanel(self)
        self._help.keys_wanted.connect(self.show_keys)
        self._help.support_wanted.connect(self._ask_where)
        self._palette = Palette(self)
        self.codes = CodePanel(self._top.search)
        self._waiting = 0
        self._close_question = CloseQuestion(self)
        self._close_question.close_confirmed.connect(self.close_confirmed)
        self.pause = PausePanel(self)
        self._bind_keys()

    @property
    def asks_to_close(self) -> bool:
        """Whether something is not finished: a draft, or what the province does not have."""
        return bool(self._open_drafts or self._waiting)

    @property
    def _open_drafts(self) -> int:
        return sum(draft.has_content for draft in self._drafts)

    def show_officer(self, officer: Officer) -> None:
        self._top.show_officer(officer)

    def show_place(self, place: Place) -> None:
        """Bring a page to the front, with the focus in its first field or where it was."""
        self._place = place
        self._show_rail()
        self.doubt.stand_aside(place is Place.RECEPTION)
        self._stacked_pages.setCurrentWidget(self._pages[place])
        self._rail.show_place(place)
        self._show_tabs()
        self._pages[place].take_focus()

    def show_drafts(self, drafts: tuple[OpenDraft, ...], current: int) -> None:
        """Show the tabs; ``current`` is the number of the draft on the reception page."""
        self._drafts, self._current_draft = drafts, current
        self._show_tabs()

    def show_status(self, status: StationStatus) -> None:
        self._waiting = status.waiting
        self._status.show_status(status_items(status), status_times(status))
        self._rail.show_outbox(status.waiting, status.refused)
        self.clock.show_state(status.clock)
        self.line.show_state(status)

    def show_clock_problem(self, sentence: str, *, again: bool = False) -> None:
        """Say why it cannot be the day that was stated, or that it is to be typed once more;
        empty: it was taken."""
        self.clock.panel.show_problem(sentence, again=again)

    def ask_pause(self, ends: PauseEnds, now: datetime) -> None:
        """Ask for how long the line is left to somebody else; asked once more, ask no longer."""
        if self.pause.isVisible():
            self.pause.close_panel()
        else:
            self.pause.ask(ends, now, self._top.search)

    def show_count(self, place: Place, count: int) -> None:
        """Show how many dossiers wait on a page."""
        self._rail.show_count(place, count)

    def show_doubt(self, question: str) -> None:
        self.doubt.ask(question)

    def show_citizen_choices(self, display: CitizenDisplay, screens: Sequence[ScreenFact]) -> None:
        """Show what is chosen of the citizen's display; without a second screen it needs no room.

        Args:
            screens: all but the officer's.
        """
        self.citizen.offer(bool(screens) or bool(display.on))
        self.citizen_panel.show_choices(display, screens)

    def choose_citizen_display(self) -> None:
        """Open the choices."""
        shown = self.citizen.choices if self.citizen.isVisible() else self._top.search
        self.citizen_panel.open_for(shown)

    def show_search(self, results: SearchResults) -> None:
        """Show what was found; ignored when the officer has typed on, or left the field."""
        self._search_panel.show_results(results)

    def show_server(self, sheet: ServerSheet) -> None:
        """Show what the province has of a dossier, as long as somebody waits for it."""
        self._server.show_sheet(sheet, self._top.search)

    def take_focus(self) -> None:
        """Put the focus where it was on the page in front."""
        self._pages[self._place].take_focus()

    def keys_at(self) -> KeysAt | None:
        """Give which control of the page in front has the keys; None where none of it has."""
        return keys_within(self._pages[self._place])

    def put_keys(self, keys: KeysAt) -> None:
        """Put the keys there on the page in front."""
        page = self._pages[self._place]
        put_keys(page, keys, page.first_focus())

    def enter_search(self) -> None:
        """Put the cursor into the search field."""
        self._top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._top.search.selectAll()

    def show_help(self) -> None:
        """Help with the page in front; once more shows every key of it at a glance."""
        if self._help.isVisible():
            self.show_keys()
        elif self._key_sheet.isVisible():
            self._key_sheet.close_panel()
        else:
            self._open_help()

    def _open_help(self) -> None:
        told = self._pages[self._place].told_here()
        self._help.open_for(self._place, self._top.search, told)

    def show_keys(self) -> None:
        """Show every key of the page in front."""
        self._help.close_panel()
        self._key_sheet.open_for(self._place, self._rail.help)

    def show_support(self, sentence: str, *, failed: bool = False) -> None:
        """Say in the help panel what became of the support page."""
        if not self._help.isVisible():
            self._open_help()
        self._help.show_support(sentence, failed=failed)

    def ask_to_close(self) -> None:
        """Ask whether the program may end; ``close_confirmed`` tells that it may."""
        self._close_question.ask(self._open_drafts, self._waiting, self._top.search)

    def close_panels(self) -> None:
        """Close everything that floats above the pages."""
        panels = (self._search_panel, self._help, self._key_sheet, self._palette)
        others = (
            self._close_question,
            self.codes,
            self.citizen_panel,
            self.clock.panel,
            self.pause,
            self._server,
        )
        for panel in (*panels, *others):
            panel.close_panel()

    def set_fit(self, fit: Fit) -> None:
        """Take the form for a window of this size."""
        self._top.set_compact(fit.compact)
        self._compact = fit.compact
        self._show_rail()
        self.line.set_compact(fit.compact)
        self.citizen.set_compact(fit.compact)
        for page in self._pages.values():
            page.set_fit(fit)

    def _show_rail(self) -> None:
        """Leave the room of its words to the pages that are scanned, and to a narrow window."""
        self._rail.set_slim(self._compact or self._place is Place.SCAN)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_key(event, Act.BACK) and self.codes.isVisible():
            self.codes.close_panel()
        elif is_key(event, Act.BACK):
            self._pages[self._place].step_back()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._top = TopBar()
        self._top.lock_wanted.connect(self.lock_wanted)
        self._rail = Rail()
        self._rail.place_wanted.connect(self.place_wanted)
        self._rail.help_wanted.connect(self.show_help)
        self._tabs = Tabs(self.tr("Hồ sơ đang mở"), self.tr("Tiếp nhận mới"))
        self._tabs.tab_chosen.connect(self.draft_chosen)
        self._tabs.new_wanted.connect(self.new_wanted)
        self.citizen = CitizenStrip()
        self.citizen_panel = CitizenPanel(self)
        self.citizen.choices_wanted.connect(self.choose_citizen_display)
        self.clock = ClockBar()
        self.line = LineBar()
        self.line.centre_wanted.connect(lambda: self.place_wanted.emit(Place.SYNC))
        self.line.resume_wanted.connect(self.pause_toggled)
        self.doubt = DoubtBar()
        self.doubt.stand_aside(True)
        self._stacked_pages = PageStack()
        for page in self._pages.values():
            self._stacked_pages.addWidget(page)
        sheet = _Sheet()
        sheet_layout = QVBoxLayout(sheet)
        sheet_layout.setContentsMargins(1, 1, 0, 0)
        sheet_layout.setSpacing(0)
        sheet_layout.addLayout(row((self._tabs, 1), self.citizen, gap=0))
        sheet_layout.addWidget(self.clock)
        sheet_layout.addWidget(self.line)
        sheet_layout.addWidget(self.doubt)
        sheet_layout.addWidget(self._stacked_pages, 1)
        self._status = StatusBar()
        middle = row(self._rail, (sheet, 1), gap=0)
        layout = column(self._top, gap=0)
        layout.addLayout(middle, 1)
        layout.addWidget(self._status)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(layout)

    def _bind_keys(self) -> None:
        bind(self, Act.NEW, self.new_wanted.emit)
        bind(self, Act.SEARCH, self.enter_search)
        bind(self, Act.SYNC, self.sync_wanted.emit)
        bind(self, Act.PAUSE_LINE, self.pause_toggled.emit)
        for act, place in _PLACES.items():
            bind(self, act, partial(self.place_wanted.emit, place))
        for place, page in self._pages.items():
            if place is not Place.RECEPTION:
                bind(page, Act.TILL, lambda: self.place_wanted.emit(Place.TILL))
                bind(page, Act.CAME_OUT, self.doubt.came_out.click)
                bind(page, Act.NOT_OUT, self.doubt.not_out.click)
        bind(self, Act.STATE_DAY, self.clock.ask.click)
        bind(self, Act.LOCK, self.lock_wanted.emit)
        bind(self, Act.CITIZEN_SCREEN, self.choose_citizen_display)
        bind(self._pages[Place.RECEPTION], Act.CITIZEN_RIGHT, self.citizen.right.click)
        bind(self._pages[Place.RECEPTION], Act.CITIZEN_WRONG, self.citizen.wrong.click)
        bind(self, Act.HELP, self.show_help)
        bind(self, Act.SUPPORT, self._ask_where)
        bind(self, Act.PALETTE, self._open_palette)
        self._top.palette_wanted.connect(self._open_palette)
        self._top.full_screen_wanted.connect(lambda: do(self.window(), Act.FULL_SCREEN))
        self._palette.act_chosen.connect(lambda act: do(self.window(), act))
        bind(self, Act.COPY_CODE, self.codes.copy)
        bind(self, Act.LEARN_READER, self.codes.learn)
        bind(self, Act.READER_TEST, self.codes.test_page_wanted.emit)
        bind_tabs(self, self._choose_draft)

    def _ask_where(self) -> None:
        title = self.tr("Lưu gói hỗ trợ")
        ask_where(self, title, ["TXT (*.txt)"], "goi-ho-tro.txt", self.support_wanted)

    def _open_palette(self) -> None:
        self._palette.open_for(self._top.search)

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


class _Sheet(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        over = QRectF(self.rect()).adjusted(0, 0, RADIUS_SHEET + 2, RADIUS_SHEET + 2)
        box(QPainter(self), over, t.sheet, t.line, radius=RADIUS_SHEET)
