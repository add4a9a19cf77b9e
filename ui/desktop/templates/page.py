"""The page of forms: the list on the left, the form that is chosen on the right."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.desktop.keys import Act, badge
from ui.desktop.kit.action_bar import ActionBar
from ui.desktop.kit.banner import Outcome
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.field import Field
from ui.desktop.kit.file_dialogs import ask_where, ask_which
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import FieldLabel, Label, Line
from ui.desktop.kit.layout import column, holding, row
from ui.desktop.kit.page import RowsPage
from ui.desktop.kit.tab_order import tab_through
from ui.desktop.kit.table import Table, WholeRows
from ui.desktop.kit.tokens import GAP
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import TITLE
from ui.desktop.kit.zone import Zone
from ui.desktop.noted_form import NotedForm
from ui.desktop.preview.page_image import PageImages
from ui.desktop.shortcuts import bind
from ui.desktop.templates.models import CHANGES_COLUMN, OWN_COLUMN, FormModel
from ui.desktop.templates.view_model import TemplatesSheet

_TITLE_HEIGHT, _LIST, _COMPACT_LIST, _LABEL = 36, 536, 420, 76
_LOGO = 40
_BETWEEN = " / "
"""Between the lines of the head, in their one field."""


class TemplatesPage(RowsPage):
    """Implements ``TemplatesView``."""

    selected = Signal(int)
    file_chosen = Signal(str)
    dropped = Signal()
    taken = Signal()
    reset_wanted = Signal()
    logo_chosen = Signal(str)
    """A file; empty takes the picture away."""
    head_edited = Signal(object)
    save_wanted = Signal(str)
    print_wanted = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sheet = TemplatesSheet()
        self._compact = False
        self._model = FormModel()
        self._table = Table(self._model, self.tr("Mẫu giấy"))
        self._pages = PageImages(self.tr("Trang xem trước"))
        self._outcome = Outcome()
        self._opened = Line("", tone=Tone.INFO)
        self._seen = Line("", tone=Tone.MUTE)
        self._in_force = Line("", tone=Tone.MUTE)
        self._head = Field(
            self.tr("Dòng đầu giấy"),
            placeholder=self.tr("cơ quan chủ quản / cơ quan"),
            longest=500,
        )
        self._noted = NotedForm(self, "templates.head", head=self._head)
        self._logo = QLabel()
        self._logo.setFixedSize(_LOGO, _LOGO)
        self._logo.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._choose_logo = Button(
            self.tr("Chọn biểu trưng"), sign=Icon.PAPERCLIP, badge=badge(Act.LOGO)
        )
        self._no_logo = Button(self.tr("Bỏ biểu trưng"), Kind.QUIET)
        self._keep_head = Button(self.tr("Ghi"), sign=Icon.CHECK)
        self._build_bar()
        self._lay_out()
        self._connect()
        self.clear()
        self.set_fit(Fit())

    def show_sheet(self, sheet: TemplatesSheet) -> None:
        before, self._sheet = self._sheet, sheet
        self._model.set_rows(sheet.lines)
        if sheet.lines and self._table.current_row() != sheet.selected:
            self._table.select(sheet.selected)
        self._in_force.set_words(sheet.in_force, sheet.in_force_tone)
        opened = self.tr("Đang xem tệp {file}").format(file=sheet.opened) if sheet.opened else ""
        self._opened.set_words(opened, Tone.INFO)
        self._opened.setVisible(bool(opened))
        if sheet.head != before.head or not before.lines:
            self._noted.put_away()
            self._head.setText(_BETWEEN.join(sheet.head))
            if sheet.lines:
                self._noted.begin("head")
            self._head.setCursorPosition(0)
        self._show_logo(sheet.logo)
        self._show_acts()
        self.rows_came(focus_waits=True)

    def show_pages(self, pages: tuple[bytes, ...], name: str) -> None:
        self._pages.show_pages(pages)
        count = self.tr("{name}, %n trang", "", len(pages)).format(name=name)
        self._seen.set_words(count, Tone.MUTE)

    def show_problem(self, sentence: str) -> None:
        self._outcome.problem(sentence)

    def show_done(self, sentence: str) -> None:
        self._outcome.done(sentence)
        if self.isVisible():  # the button that was pressed may be gone
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_busy(self, busy: bool) -> None:
        self._outcome.show_busy(busy)
        self._show_acts()

    def clear(self) -> None:
        """Show nothing of what another officer did here."""
        self._outcome.hide()
        self.show_sheet(TemplatesSheet())
        self._pages.show_pages(())
        self._seen.set_words("", Tone.MUTE)

    def has_rows(self) -> bool:
        return bool(self._model.rows())

    def first_focus(self) -> QWidget:
        return self._table

    def step_back(self) -> None:
        if not self._sheet.opened:
            self.closed.emit()
        elif self._outcome.takes_key():
            self.dropped.emit()

    def set_fit(self, fit: Fit) -> None:
        self._bar.set_compact(fit.compact)
        self._title_row.setVisible(not fit.compact)
        self._head_zone.setVisible(not fit.compact)
        self._compact = fit.compact
        self._show_acts()
        self._list.setFixedWidth(_COMPACT_LIST if fit.compact else _LIST)
        self._body.setContentsMargins(*fit.margins)

    def choose_file(self) -> None:
        """Ask for a file of forms."""
        if self._outcome.takes_key() and self._open.is_offered:
            ask_which(self, self.tr("Tệp mẫu giấy"), self.tr("Mẫu giấy (*.json)"), self.file_chosen)

    def choose_logo(self) -> None:
        """Ask for the picture at the head of papers."""
        if self._outcome.takes_key() and self._sheet.may_change:
            kinds = self.tr("Hình (*.png *.jpg *.jpeg *.bmp *.gif)")
            ask_which(self, self.tr("Biểu trưng của cơ quan"), kinds, self.logo_chosen)

    def _build_bar(self) -> None:
        self._bar = ActionBar()
        self._back = Button(self.tr("Đóng"), Kind.QUIET, badge=badge(Act.BACK))
        self._reset = Button(self.tr("Mẫu có sẵn"), badge=badge(Act.RESET_TEMPLATES))
        self._save = Button(
            self.tr("Lưu để sửa"), sign=Icon.DOWNLOAD, badge=badge(Act.SAVE_TEMPLATE)
        )
        self._print = Button(self.tr("In thử"), sign=Icon.PRINTER, badge=badge(Act.PRINT_TEMPLATE))
        self._open = Button(self.tr("Mở tệp"), sign=Icon.PAPERCLIP, badge=badge(Act.OPEN_TEMPLATES))
        self._take = Button(
            self.tr("Đưa vào sử dụng"),
            Kind.PRIMARY,
            sign=Icon.CHECK,
            badge=badge(Act.TAKE_TEMPLATES),
        )
        self._acts = (self._reset, self._save, self._print, self._open, self._take)
        for button in self._acts:
            self._bar.add(button)

    def _lay_out(self) -> None:
        self._list = Zone(0, self._table.accessibleName(), "")
        self._list.body.addWidget(self._in_force)
        self._list.body.addWidget(self._opened)
        self._list.body.addWidget(WholeRows(self._table), 1)
        label = FieldLabel(self.tr("Dòng đầu"), self._head, width=_LABEL)
        self._head_zone = holding(
            column(
                row(label, (self._head, 1)),
                row(self._logo, None, self._no_logo, self._choose_logo, self._keep_head),
            )
        )
        self._list.body.addWidget(self._head_zone)
        seen = Zone(0, self.tr("Xem trước"), "")
        seen.body.addWidget(self._seen)
        seen.body.addWidget(self._pages, 1)
        self._title_row = holding(
            row(Label(self.tr("Mẫu giấy của cơ quan"), TITLE), None, self._back)
        )
        self._title_row.setFixedHeight(_TITLE_HEIGHT)
        self._body = QVBoxLayout(self)
        self._body.setSpacing(GAP)
        self._body.addWidget(self._title_row)
        self._body.addWidget(self._outcome)
        self._body.addLayout(row(self._list, (seen, 1), gap=GAP), 1)
        self._body.addWidget(self._bar)
        tab_through(
            (
                self._table,
                self._head,
                self._keep_head,
                self._no_logo,
                self._choose_logo,
                *self._acts,
            )
        )

    def _connect(self) -> None:
        self._table.row_changed.connect(self.selected)
        self._head.returnPressed.connect(self._want_head)
        self._keep_head.clicked.connect(self._want_head)
        self._choose_logo.clicked.connect(self.choose_logo)
        self._no_logo.clicked.connect(lambda: self.logo_chosen.emit(""))
        self._back.clicked.connect(self.step_back)
        self._reset.clicked.connect(self.reset_wanted)
        self._save.clicked.connect(self._ask_where)
        self._print.clicked.connect(self.print_wanted)
        self._open.clicked.connect(self.choose_file)
        self._take.clicked.connect(self.taken)
        bind(self, Act.LOGO, self.choose_logo)
        for key, button in (
            (Act.RESET_TEMPLATES, self._reset),
            (Act.SAVE_TEMPLATE, self._save),
            (Act.PRINT_TEMPLATE, self._print),
            (Act.TAKE_TEMPLATES, self._take),
        ):
            bind(self, key, partial(self._outcome.press, button))
        bind(self, Act.OPEN_TEMPLATES, self.choose_file)

    def _show_acts(self) -> None:
        sheet, free = self._sheet, not self._outcome.is_busy
        may = sheet.may_change
        self._open.setVisible(may)
        self._keep_head.setVisible(may)
        self._save.setVisible(may and not self._compact)  # its key stays
        self._choose_logo.setVisible(may)
        self._no_logo.setVisible(may and bool(sheet.logo))
        self._head.setReadOnly(not may or not free)
        self._reset.setVisible(may and sheet.may_reset and not self._compact)
        self._take.setVisible(may and bool(sheet.opened))
        ready = bool(sheet.opened) and sheet.tone is Tone.OK
        self._take.set_blocked(not ready)
        self._take.setEnabled(free and ready)
        for button in (self._reset, self._save, self._print, self._open):
            button.setEnabled(free and self.has_rows())
        self._table.setColumnHidden(CHANGES_COLUMN, not sheet.opened)
        self._table.setColumnHidden(OWN_COLUMN, bool(sheet.opened) and self._compact)
        self._bar.state.say(sheet.fact, sheet.consequence, sheet.tone, aloud=True)

    def _show_logo(self, png: bytes) -> None:
        picture = QPixmap()
        if png:
            picture.loadFromData(png, "PNG")
            fit = Qt.AspectRatioMode.KeepAspectRatio
            smooth = Qt.TransformationMode.SmoothTransformation
            picture = picture.scaled(_LOGO, _LOGO, fit, smooth)
        self._logo.setPixmap(picture)
        said = self.tr("Có biểu trưng") if png else self.tr("Chưa có biểu trưng")
        self._logo.setAccessibleName(said if self.has_rows() else "")  # else nothing is known yet
        if not png:
            self._logo.clear()

    def _want_head(self) -> None:
        if self._outcome.takes_key() and self._sheet.may_change:
            lines = [line.strip() for line in self._head.text().split(_BETWEEN.strip())]
            self.head_edited.emit([line for line in lines if line])

    def _ask_where(self) -> None:
        title, kind = self.tr("Lưu tệp mẫu để sửa"), self.tr("Mẫu giấy (*.json)")
        ask_where(self, title, [kind], "mau-giay.json", self.save_wanted)
