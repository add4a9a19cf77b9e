"""The scan desk: the checklist left, the pages in the middle, the current one large."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from station.domain.scan_pages import Corners
from ui.desktop.keys import Act, badge
from ui.desktop.kit.action_bar import ActionBar
from ui.desktop.kit.banner import Banner
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.check import Check
from ui.desktop.kit.combo import Combo
from ui.desktop.kit.file_dialogs import ask_which_ones
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import Label, Line
from ui.desktop.kit.layout import holding, row
from ui.desktop.kit.page import Page
from ui.desktop.kit.progress import Progress
from ui.desktop.kit.tab_order import tab_through
from ui.desktop.kit.table import WholeRows
from ui.desktop.kit.tokens import GAP
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import CAPTION, TITLE
from ui.desktop.kit.zone import Zone, ZoneChip
from ui.desktop.other_paper_panel import OtherPaperPanel
from ui.desktop.scan.corner_page import CornerPage
from ui.desktop.scan.grid import PageGrid
from ui.desktop.scan.large_page import LargePage
from ui.desktop.scan.page_tools import PageTools
from ui.desktop.scan.rows import RowsModel, RowsTable
from ui.desktop.scan.view_model import LargeView, Profile, ScanSheet, ScanState
from ui.desktop.shortcuts import bind

_TITLE_HEIGHT = 36
_SIDE, _NARROWEST_SIDE, _GRID = (334, 248), 228, (344, 150)
"""Widths of the checklist and of the pages: usual, compact."""


class ScanPage(Page):
    """Implements ``ScanView``."""

    closed = Signal()
    acted = Signal(object)
    """An ``Act`` of the scopes ``SCAN`` and ``PAGES``."""
    page_chosen = Signal(int)
    page_moved = Signal(int)
    digit_pressed = Signal(int)
    row_chosen = Signal(str)
    row_entered = Signal(str)
    page_dropped = Signal(str, int)
    other_named = Signal(str)
    masked = Signal(object)
    corners_set = Signal(object)
    source_chosen = Signal(str)
    profile_chosen = Signal(str)
    duplex_changed = Signal(bool)
    blanks_changed = Signal(bool)
    straighten_changed = Signal(bool)
    files_chosen = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self._compact = False
        self._rows_model = RowsModel()
        self._rows = RowsTable(self._rows_model, self.tr("Giấy tờ của thủ tục"))
        self.grid = PageGrid(self.tr("Các trang"))
        self.large = LargePage(self.tr("Trang đang chọn"))
        self.corners = CornerPage(self.tr("Bốn góc của tờ giấy"))
        title, add = self.tr("Xếp trang vào giấy tờ khác"), self.tr("Xếp")
        self._other = OtherPaperPanel(self, self.grid, "scan.other_paper", title=title, add=add)
        self._build_title()
        self._build_zones()
        self._build_bar()
        self._lay_out()
        self._connect()
        self.set_fit(Fit())

    # -- showing ------------------------------------------------------------------------------

    def show_sheet(self, sheet: ScanSheet) -> None:
        self._show_next_act(sheet)
        self._other.turn_to(sheet.draft)
        self._sub.set_words(sheet.subject, Tone.MUTE)
        self._rows_model.set_rows(sheet.rows)
        self._whole_rows.fit()
        self.grid.show_pages(sheet.pages, sheet.current, next_tile=sheet.next_tile)
        count = self.tr("%n trang", "", len(sheet.pages))
        chips: list[ZoneChip] = [
            (self.tr("Giỏ rác · {count}").format(count=count), Tone.WARN)
            if sheet.basket_open
            else (count, Tone.MUTE)
        ]
        if sheet.unassigned and not sheet.basket_open:
            unassigned = self.tr("{count} chưa xếp").format(count=sheet.unassigned)
            chips.append((unassigned, Tone.WARN))
        self._pages.set_chips(chips)
        seen: list[ZoneChip] = [(sheet.title, Tone.MUTE)]
        if sheet.defects:
            seen.append((sheet.defects, Tone.ERR))
        if sheet.remarks:
            seen.append((sheet.remarks, Tone.WARN))
        self._view.set_chips(seen)
        basket = self.tr("Giỏ rác: {count}").format(count=sheet.basket)
        self._basket.set_words(basket, Icon.INBOX)
        self._size.set_words(sheet.size, Tone.MUTE)
        self._tools.show_page(sheet.current >= 0, sheet.says_purpose)
        self._bar.state.say(sheet.fact, sheet.consequence, sheet.tone, aloud=True)

    def show_sources(self, sources: tuple[tuple[str, str], ...], chosen: str) -> None:
        self._source.set_choices(sources)
        self._source.show_value(chosen)
        self._source.setVisible(bool(sources))

    def show_profile(self, profile: Profile) -> None:
        self._profile.show_value(profile.value)

    def show_large(self, large: LargeView) -> None:
        if self.corners.isVisible() and large.page != self.large.page:
            self._show_cornering(False)  # another page came to the front
        self.large.show_large(large)

    def show_run(self, state: ScanState) -> None:
        self._progress.show_share(state.share if state.running else 1.0, state.words)
        self._progress.setVisible(bool(state.words))

    def _show_next_act(self, sheet: ScanSheet) -> None:
        """Say what F7 does now, and make the next useful act the primary one."""
        if sheet.running:
            self._scan.set_words(self.tr("Dừng quét"), Icon.MINUS)
        else:
            words = self.tr("Quét tiếp") if sheet.stopped or sheet.pages else self.tr("Quét")
            self._scan.set_words(words, Icon.SCAN)
        self._scan.set_kind(Kind.SECONDARY if sheet.may_return else Kind.PRIMARY)
        self._back.set_kind(Kind.PRIMARY if sheet.may_return else Kind.SECONDARY)

    def show_banner(self, sentence: str, tone: Tone, offers: tuple[Act, ...] = ()) -> None:
        for act, button in self._offers.items():
            button.setVisible(act in offers)
        self._banner.setVisible(bool(sentence))
        if sentence:
            self._banner.say(sentence, tone)

    def place_corners(self, photo: bytes, corners: Corners) -> None:
        """Let the corners of a sheet be put right, in the place of the large page."""
        self.corners.place(photo, corners)
        self._show_cornering(True)
        self.corners.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Show nothing of what another officer did here."""
        self.show_large(LargeView(picture=None))
        self.show_banner("", Tone.MUTE)

    def choose_files(self) -> None:
        """Ask for the files whose pages are wanted."""
        kinds = self.tr("Ảnh, PDF (*.pdf *.jpg *.jpeg *.png *.webp *.heic *.heif *.tif *.tiff)")
        ask_which_ones(self, self.tr("Lấy trang từ tệp"), kinds, self.files_chosen.emit)

    def first_focus(self) -> QWidget:
        return self.grid

    def step_back(self) -> None:
        """Esc: a mask is given up, else back to the dossier. Nothing is lost."""
        if self.large.masking:
            self.large.end_mask()
        elif self.corners.isVisible():
            self._show_cornering(False)
        else:
            self.closed.emit()

    def set_fit(self, fit: Fit) -> None:
        self._compact = fit.compact
        self._bar.set_compact(fit.compact)
        self._title_row.setVisible(not fit.compact)
        self._side.setFixedWidth(_SIDE[fit.compact])
        self._pages.setFixedWidth(_GRID[fit.compact])
        self._size.setVisible(not fit.compact)
        self.grid.set_low(fit.low)
        for button in self._side_tools:
            button.show_words(not fit.compact)
        self._tools.set_fit(fit)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._side_row.setDirection(across if fit.compact else down)
        self._blanks.setVisible(not fit.narrow)
        self._straight.setVisible(not fit.narrow)
        self._body.setContentsMargins(*fit.margins)
        for button in (self._corners, self._add_row):
            button.setVisible(not fit.compact)  # their keys and the palette are there all the same
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Let the checklist yield where the page has not the room of a whole panel."""
        if not self._compact:
            margins = self._body.contentsMargins()
            others = self._pages.width() + self._view.minimumSizeHint().width() + 2 * GAP
            room = self.width() - others - margins.left() - margins.right()
            self._side.setFixedWidth(min(_SIDE[0], max(_NARROWEST_SIDE, room)))

    # -- building -----------------------------------------------------------------------------

    def _build_title(self) -> None:
        self._sub = Line("", tone=Tone.MUTE)
        self._source = Combo(self.tr("Máy quét"))
        self._source.setMinimumWidth(190)
        self._profile = Combo(self.tr("Kiểu quét"))
        self._profile.setMinimumWidth(150)
        self._profile.set_choices(
            (
                (Profile.COLOR.value, self.tr("Màu 200 dpi")),
                (Profile.GRAY.value, self.tr("Xám 200 dpi")),
                (Profile.MONO.value, self.tr("Đen trắng 200 dpi")),
            )
        )
        self._duplex = Check(self.tr("Hai mặt"))
        self._blanks = Check(self.tr("Bỏ trang trắng"))
        self._straight = Check(self.tr("Nắn thẳng"))
        for check in (self._blanks, self._straight):
            check.setChecked(True)

    def _build_zones(self) -> None:
        self._basket = Button(
            self.tr("Giỏ rác"), Kind.QUIET, sign=Icon.INBOX, badge=badge(Act.BASKET)
        )
        self._backs = Button(
            self.tr("Quét mặt sau"), Kind.QUIET, sign=Icon.COPY, badge=badge(Act.BACKS)
        )
        self._sheets = Button(
            self.tr("In tờ phân cách"), Kind.QUIET, sign=Icon.QRCODE, badge=badge(Act.SEPARATORS)
        )
        self._corners = Button(
            self.tr("Đặt bốn góc"), Kind.QUIET, sign=Icon.EYE, badge=badge(Act.CORNERS)
        )
        self._add_row = Button(
            self.tr("Giấy tờ khác"), Kind.QUIET, sign=Icon.PLUS, badge=badge(Act.OTHER_ROW)
        )
        self._side_tools = (
            self._add_row, self._basket, self._backs, self._sheets, self._corners,
        )  # fmt: skip
        self._size = Line("", CAPTION, tone=Tone.MUTE)
        self._side = Zone(0, self.tr("Giấy tờ"), badge(Act.ZONE_1))
        self._whole_rows = WholeRows(self._rows, least=2)
        self._side.body.addWidget(self._whole_rows, 1)
        self._side_row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._side_row.setContentsMargins(0, 0, 0, 0)
        self._side_row.setSpacing(2)
        for button in self._side_tools:
            self._side_row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._side.body.addLayout(self._side_row)
        self._side.body.addWidget(self._size)
        self._progress = Progress()
        self._progress.hide()
        self._pages = Zone(0, self.tr("Trang"), badge(Act.ZONE_2))
        self._pages.body.addWidget(self.grid, 1)
        self._pages.body.addWidget(self._progress)
        offers = (
            (Act.RESCAN, self.tr("Quét lại")),
            (Act.KEEP_PAGE, self.tr("Giữ")),
            (Act.RESCAN_PILE, self.tr("Quét lại cả tập")),
        )
        self._offers = {act: Button(words, badge=badge(act), height=32) for act, words in offers}
        self._banner = Banner(tuple(self._offers.values()))
        self._banner.hide()
        self._tools = PageTools()
        self._tools.acted.connect(self._act)
        self._view = Zone(0, self.tr("Xem"), badge(Act.ZONE_3))
        self._view.body.addWidget(self._banner)
        self._view.body.addWidget(self.large, 1)
        self._view.body.addWidget(self.corners, 1)
        self.corners.hide()
        self._mask_hint = Label(
            self.tr("Mũi tên dời khung, Shift+mũi tên đổi cỡ, Enter che hẳn, Esc thôi."),
            CAPTION,
            muted=True,
            wrap=True,
        )
        self._mask_hint.hide()
        self._corner_hint = Label(
            self.tr("1–4 chọn góc, mũi tên dời (Shift: xa hơn), Enter nắn phẳng, Esc thôi."),
            CAPTION,
            muted=True,
            wrap=True,
        )
        self._corner_hint.hide()
        self._view.body.addWidget(self._mask_hint)
        self._view.body.addWidget(self._corner_hint)
        self._view.body.addWidget(self._tools)

    def _build_bar(self) -> None:
        self._bar = ActionBar()
        self._files = Button(self.tr("Tệp, USB"), sign=Icon.DOWNLOAD, badge=badge(Act.FILES))
        self._back = Button(self.tr("Về hồ sơ"), sign=Icon.FILE, badge=badge(Act.BACK))
        self._scan = Button(self.tr("Quét"), Kind.PRIMARY, sign=Icon.SCAN, badge=badge(Act.SCAN))
        for button in (self._files, self._back, self._scan):
            self._bar.add(button)

    def _lay_out(self) -> None:
        title = row(
            Label(self.tr("Bàn quét"), TITLE), 4, (self._sub, 1), self._source, self._profile,
            self._duplex, self._blanks, self._straight,
        )  # fmt: skip
        self._title_row = holding(title)
        self._title_row.setFixedHeight(_TITLE_HEIGHT)
        self._body = QVBoxLayout(self)
        self._body.setSpacing(GAP)
        self._body.addWidget(self._title_row)
        self._body.addLayout(row(self._side, self._pages, (self._view, 1), gap=GAP), 1)
        self._body.addWidget(self._bar)
        tools = self._tools.stops()
        stops = (
            self.grid, self.large, *tools, self._rows, *self._side_tools, self._source,
            self._profile, self._duplex, self._blanks, self._straight, self._files, self._back,
            self._scan,
        )  # fmt: skip
        tab_through(stops)

    def _connect(self) -> None:
        self.grid.page_chosen.connect(self.page_chosen)
        self.grid.moved.connect(self.page_moved)
        for source in (self.grid, self.large):
            source.digit_pressed.connect(self.digit_pressed)
            source.acted.connect(self._act)
        self.large.masked.connect(self.masked)
        self.large.mask_begun.connect(self._show_masking)
        self.corners.chosen.connect(self.corners_set)
        for over in (self.corners.chosen, self.corners.given_up):
            over.connect(lambda *_: self._show_cornering(False))
        self._rows.row_changed.connect(lambda at: self._with_row(at, self.row_chosen.emit))
        self._rows.row_entered.connect(lambda at: self._with_row(at, self.row_entered.emit))
        self._rows.page_dropped.connect(
            lambda at, page: self._with_row(at, lambda key: self.page_dropped.emit(key, page))
        )
        self._other.named.connect(self.other_named)
        self._source.value_chosen.connect(self.source_chosen)
        self._profile.value_chosen.connect(self.profile_chosen)
        self._duplex.toggled.connect(self.duplex_changed)
        self._blanks.toggled.connect(self.blanks_changed)
        self._straight.toggled.connect(self.straighten_changed)
        for button, act in (
            *((offer, act) for act, offer in self._offers.items()), (self._basket, Act.BASKET),
            (self._backs, Act.BACKS), (self._sheets, Act.SEPARATORS), (self._files, Act.FILES),
            (self._scan, Act.SCAN), (self._corners, Act.CORNERS),
            (self._add_row, Act.OTHER_ROW),
        ):  # fmt: skip
            button.clicked.connect(partial(self._act, act))
        self._back.clicked.connect(self.closed)
        for act in (Act.SCAN, Act.NEXT_PROFILE, Act.UNDO, Act.REDO):
            bind(self, act, partial(self._act, act))
        zones = (self._rows, self.grid, self.large)
        for act, zone in zip((Act.ZONE_1, Act.ZONE_2, Act.ZONE_3), zones, strict=True):
            bind(self, act, zone.setFocus)
        bind(self, Act.NEXT_ZONE_OF_SCAN, partial(self._next_zone, 1))
        bind(self, Act.PREVIOUS_ZONE_OF_SCAN, partial(self._next_zone, -1))

    def _act(self, act: Act, _checked: bool = False) -> None:
        if act is Act.MASK:
            self.large.begin_mask()
        elif act is Act.OTHER_ROW:
            self._other.ask()
        elif act is Act.FILES:
            self.choose_files()
        else:
            self.acted.emit(act)

    def _show_masking(self, begun: bool) -> None:
        self._mask_hint.setVisible(begun)
        if not begun and self.large.hasFocus():
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_cornering(self, begun: bool) -> None:
        for shown in (self.corners, self._corner_hint):
            shown.setVisible(begun)
        self.large.setVisible(not begun)
        if not begun:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next_zone(self, step: int) -> None:
        zones = (self._rows, self.grid, self.large)
        here = next((n for n, zone in enumerate(zones) if zone.hasFocus()), 0 if step < 0 else -1)
        zones[(here + step) % len(zones)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _with_row(self, at: int, then: Callable[[str], object]) -> None:
        rows = self._rows_model.rows()
        if 0 <= at < len(rows):
            then(rows[at].key)
