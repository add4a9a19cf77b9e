"""The print preview: the very pages, the printer, and what will happen."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.desktop.keys import Act, badge
from ui.desktop.kit.action_bar import ActionBar
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.combo import Combo
from ui.desktop.kit.file_dialogs import ask_where
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import FieldLabel, Label, Line
from ui.desktop.kit.layout import column, holding, row
from ui.desktop.kit.marks import KeyBadge
from ui.desktop.kit.page import Page
from ui.desktop.kit.segmented import Segmented
from ui.desktop.kit.tokens import FIELD_HEIGHT, ROW_GAP
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM, TITLE
from ui.desktop.kit.zone import Zone
from ui.desktop.preview.page_image import SIDE_BY_SIDE, PageImages
from ui.desktop.preview.view_model import Preview, PrinterChoice
from ui.desktop.reprint_panel import ReprintPanel
from ui.desktop.shortcuts import bind

_SIDE, _COMPACT_SIDE = 320, 288
_LABEL = 72
_TITLE_HEIGHT = 36


class PreviewPage(Page):
    """Implements ``PreviewView``."""

    print_wanted = Signal(str)
    """Why once more; empty for the first copy."""
    paper_chosen = Signal(str)
    form_chosen = Signal(str)
    """Another paper of the same dossier."""
    pages_wanted = Signal(int)
    """Further pages of a file, from this one on."""
    save_wanted = Signal(str)
    """The path under which the PDF is to be saved."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: Preview | None = None
        self._busy = False
        self._first = 0
        self._awaited: int | None = None  # the page that is being drawn, to be turned to
        self._title = Label(self.tr("Xem trước khi in"), TITLE)
        self._sub = Line("", tone=Tone.MUTE)
        self._back = Button(self.tr("Đóng"), Kind.QUIET, badge=badge(Act.BACK))
        self._pages = PageImages(self.tr("Trang sẽ in"))
        self._zone = _PrinterZone()
        self._bar = ActionBar()
        self._save = Button(self.tr("Lưu PDF"), sign=Icon.DOWNLOAD, badge=badge(Act.SAVE_PDF))
        self._print = Button(self.tr("In"), Kind.PRIMARY, sign=Icon.PRINTER, badge=badge(Act.PRINT))
        self._reprint = ReprintPanel(self, "preview.reprint")
        self._bar.add(self._save)
        self._bar.add(self._print)
        self._lay_out()
        self._connect()

    def show_preview(self, preview: Preview) -> None:
        shown = self._shown
        fresh = shown is None or (shown.code, shown.form) != (preview.code, preview.form)
        seen = self._first if self._awaited is None else self._awaited
        goes_on = shown is not None and (shown.code, shown.title) == (preview.code, preview.title)
        last = preview.first + len(preview.pages)
        self._first = seen if goes_on and preview.first <= seen < last else preview.first
        self._awaited = None
        self._shown = preview
        self._title.setText(self.tr("Xem tệp") if preview.is_file else self.tr("Xem trước khi in"))
        self._sub.set_words(f"{preview.title} · {preview.code}", Tone.MUTE)
        self._zone.show_preview(preview)
        self._turn(0)
        printer = self._printer()
        self._print.set_blocked(printer is None or printer.problem is not None)
        self._print.set_words(
            self.tr("In lại") if preview.times_printed else self.tr("In"), Icon.PRINTER
        )
        self._say_what_follows(preview, printer)
        if fresh and self._back.hasFocus():  # it was the only stop before there was a slip
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_busy(self, busy: bool) -> None:
        if busy and (self._print.hasFocus() or self._save.hasFocus()):
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)  # else Qt looks for another place
        self._busy = busy
        self._print.setEnabled(not busy)
        self._save.setEnabled(not busy)
        if busy:
            self._bar.state.say(self.tr("Đang chuẩn bị giấy…"), "", Tone.INFO)

    def show_outcome(self, words: str, *, good: bool) -> None:
        self._awaited = None
        self._bar.state.say("", words, Tone.OK if good else Tone.ERR, aloud=True)

    def first_focus(self) -> QWidget:
        has_choice = self._shown is None or self._shown.papers or len(self._shown.forms) > 1
        if has_choice:
            return self._zone.first_focus()
        return self._print if self._print.isEnabled() else self._back

    def step_back(self) -> None:
        self.closed.emit()

    def set_fit(self, fit: Fit) -> None:
        self._body.setContentsMargins(*fit.margins)
        self._zone.setFixedWidth(_COMPACT_SIDE if fit.compact else _SIDE)
        self._bar.set_compact(fit.compact)

    def _lay_out(self) -> None:
        title = holding(row(self._title, 4, (self._sub, 1), self._back))
        title.setFixedHeight(_TITLE_HEIGHT)
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self._zone)
        side.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self._pages, 1)
        middle.addLayout(side)
        self._body = QVBoxLayout(self)
        self._body.setSpacing(8)
        self._body.addWidget(title)
        self._body.addLayout(middle, 1)
        self._body.addWidget(self._bar)
        self.set_fit(Fit())

    def _connect(self) -> None:
        self._back.clicked.connect(self.closed)
        self._print.clicked.connect(self._print_or_ask)
        self._reprint.reason_given.connect(self._print_again)
        self._reprint.asked_again.connect(self._ask_again)
        self._save.clicked.connect(self._ask_where)
        self._zone.paper_chosen.connect(self.paper_chosen)
        self._zone.form_chosen.connect(self.form_chosen)
        self._zone.turned.connect(self._turn)
        bind(self, Act.NEXT_PAGES, partial(self._turn, SIDE_BY_SIDE))
        bind(self, Act.PAGES_BEFORE, partial(self._turn, -SIDE_BY_SIDE))
        bind(self, Act.ZONE_2, self._zone.focus_forms)
        bind(self, Act.ZONE_1, self.take_focus)
        bind(self, Act.PRINT, partial(self._press, self._print))
        bind(self, Act.SAVE_PDF, partial(self._press, self._save))

    def _turn(self, by: int) -> None:
        """Show the pages so many further on; at either end nothing turns."""
        shown = self._shown
        if shown is None:
            return
        wanted = self._first + by
        if not 0 <= wanted < shown.count:
            wanted = self._first
        if shown.first <= wanted < shown.first + len(shown.pages):
            self._first = wanted
            self._pages.show_pages(shown.pages[wanted - shown.first :])
            self._zone.show_place(wanted, shown.count)
        elif wanted != self._awaited:  # a key that is held down asks once
            self._awaited = wanted
            self.pages_wanted.emit(wanted)

    def _press(self, button: Button) -> None:
        if self._busy:
            words = self.tr("chưa nhận phím này, chờ xong rồi bấm lại")
            self._bar.state.say(self.tr("Đang chuẩn bị giấy…"), words, Tone.WARN, aloud=True)
        else:
            button.click()

    def _print_or_ask(self) -> None:
        if self._shown is not None and self._shown.times_printed:
            self._reprint.open_for(_paper(self._shown), self._print)
        else:
            self.print_wanted.emit("")

    def _ask_again(self, paper: str) -> None:
        shown = self._shown
        if shown is not None and shown.times_printed and paper == _paper(shown):
            self._reprint.open_for(paper, self._print)

    def _print_again(self, reason: str) -> None:
        # The button is about to be closed for a while, and would lose the keys.
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.print_wanted.emit(reason)

    def _printer(self) -> PrinterChoice | None:
        if self._shown is None:
            return None
        named = (p for p in self._shown.printers if p.name == self._shown.printer)
        return next(named, None)

    def _say_what_follows(self, preview: Preview, printer: PrinterChoice | None) -> None:
        if printer is None:
            self._bar.state.say("", self.tr("Chưa có máy in. Lưu PDF để in ở máy khác."), Tone.WARN)
        elif printer.problem:
            self._bar.state.say(f"{printer.label}:", printer.problem, Tone.WARN)
        elif printer.simulated:
            self._bar.state.say(
                self.tr("Máy in mô phỏng:"), self.tr("không ra giấy thật"), Tone.WARN
            )
        elif preview.is_file:
            self._bar.state.say(
                self.tr("Tệp của hồ sơ."), self.tr("In hoặc lưu PDF nếu cần."), Tone.INFO
            )
        elif preview.times_printed:
            count = self.tr("Đã in %n lần.", "", preview.times_printed)
            self._bar.state.say(count, self.tr("Phiếu in ra ghi rõ là bản in lại"), Tone.INFO)
        else:
            self._bar.state.say(self.tr("Hồ sơ đã lưu; in hỏng thì in lại được."), "", Tone.INFO)

    def _ask_where(self) -> None:
        if self._shown is None:
            return
        form = f"-{self._shown.form}" if self._shown.form else ""
        name = f"{self._shown.code}{form}.pdf"
        ask_where(self, self.tr("Lưu PDF"), ["PDF (*.pdf)"], name, self.save_wanted)


class _PrinterZone(Zone):
    paper_chosen = Signal(str)
    form_chosen = Signal(str)
    turned = Signal(int)
    """By how many pages."""

    def __init__(self) -> None:
        super().__init__(0, self.tr("Máy in"), badge(Act.ZONE_1))
        self._printer = Line("", BODY_MEDIUM)
        self._paper = Segmented(self.tr("Khổ giấy"))
        self._state, self._times = Line("", BODY_MEDIUM), Line("", BODY_MEDIUM)
        self._paper.value_chosen.connect(self.paper_chosen)
        paper = FieldLabel(self.tr("Khổ"), self._paper, width=_LABEL)
        self._choice = holding(row(paper, self._paper, None))
        self._form = Combo(self.tr("Giấy của hồ sơ"))
        self._form.value_chosen.connect(self.form_chosen)
        form = FieldLabel(self.tr("Giấy"), self._form, width=_LABEL)
        # A line of its own: papers and files have long names.
        forms = column(row(form, KeyBadge(badge(Act.ZONE_2)), None), self._form, gap=2)
        self._forms = holding(forms)
        self._place = Line("", BODY_MEDIUM)
        self._turners = [
            Button(self.tr("Trước"), badge=badge(Act.PAGES_BEFORE), height=FIELD_HEIGHT),
            Button(self.tr("Sau"), badge=badge(Act.NEXT_PAGES), height=FIELD_HEIGHT),
        ]
        for button, by in zip(self._turners, (-SIDE_BY_SIDE, SIDE_BY_SIDE), strict=True):
            button.clicked.connect(partial(self.turned.emit, by))
        place = FieldLabel(self.tr("Trang"), self._place, width=_LABEL)
        where = row(place, (self._place, 1))
        self._turning = holding(column(where, row(*self._turners, None), gap=ROW_GAP))
        times = FieldLabel(self.tr("Đã in"), self._times, width=_LABEL)
        self._printed = holding(row(times, (self._times, 1)))
        printer = FieldLabel(self.tr("Máy"), self._printer, width=_LABEL)
        state = FieldLabel(self.tr("Tình trạng"), self._state, width=_LABEL)
        self.body.addWidget(self._forms)
        self.body.addWidget(self._turning)
        self.body.addLayout(row(printer, (self._printer, 1)))
        self.body.addWidget(self._choice)
        self.body.addLayout(row(state, (self._state, 1)))
        self.body.addWidget(self._printed)
        self.body.addSpacing(ROW_GAP)

    def show_place(self, first: int, count: int) -> None:
        """Say which pages are seen, the first of them counted from 0; nothing where all are."""
        self._turning.setVisible(count > SIDE_BY_SIDE)
        last = min(first + SIDE_BY_SIDE, count)
        seen = f"{first + 1}–{last}" if last > first + 1 else str(last)
        self._place.set_words(self.tr("{seen} trên {count}").format(seen=seen, count=count))

    def focus_forms(self) -> None:
        if self._forms.isVisible():
            self._form.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_preview(self, preview: Preview) -> None:
        self._form.set_choices([(form.key, form.label) for form in preview.forms])
        self._form.show_value(preview.form)
        self._forms.setVisible(len(preview.forms) > 1)
        self._paper.set_choices([(paper.key, paper.label) for paper in preview.papers])
        self._paper.show_value(preview.paper)
        self._choice.setVisible(bool(preview.papers))
        chosen = next((p for p in preview.printers if p.name == preview.printer), None)
        self._printer.set_words(self._label(chosen) if chosen else "–")
        if chosen is None:
            self._state.set_words(self.tr("Chưa có máy in nào"), Tone.WARN)
        elif chosen.problem:
            self._state.set_words(chosen.problem, Tone.WARN)
        elif chosen.simulated:
            self._state.set_words(self.tr("Thiết bị mô phỏng"), Tone.WARN)
        else:
            self._state.set_words(self.tr("Sẵn sàng"), Tone.OK)
        times = preview.times_printed
        self._times.set_words(self.tr("%n lần", "", times) if times else self.tr("chưa lần nào"))
        self._printed.setVisible(times is not None)

    def first_focus(self) -> QWidget:
        return self._paper.focus_target() if self._paper.isVisible() else self._form

    def _label(self, printer: PrinterChoice) -> str:
        if printer.simulated:
            return self.tr("{printer} (mô phỏng)").format(printer=printer.label)
        return printer.label


def _paper(preview: Preview) -> str:
    """Name the paper, whatever its size."""
    return f"{preview.code} {preview.form}"
