"""One dossier on the results desk: who collects on the left, what is given on the right."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from station.domain.ids import short_code
from ui.desktop.keys import Act, badge
from ui.desktop.kit.banner import Banner
from ui.desktop.kit.check import Check
from ui.desktop.kit.field import Field
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import FieldLabel, Label, Line
from ui.desktop.kit.layout import column, holding, row
from ui.desktop.kit.marks import Chip, KeyBadge
from ui.desktop.kit.segmented import Segmented
from ui.desktop.kit.tab_order import tab_through
from ui.desktop.kit.table import Table, WholeRows
from ui.desktop.kit.tick_table import TickTable
from ui.desktop.kit.tokens import GAP, PAPER_ROW, ROW_GAP, TABLE_HEAD
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import BODY_MEDIUM, CAPTION, TITLE
from ui.desktop.kit.zone import Zone
from ui.desktop.results.models import ComparedModel, GivenModel
from ui.desktop.results.view_model import CollectorEntry, ResultSheet, Typed

_LABEL, _FACT_LABEL, _COMPARED = 92, 92, 3
_LONGEST_NAME, _LONGEST_NUMBER, _LONGEST_TEXT = 255, 30, 500


class SheetView(QWidget):
    """Shows a ``ResultSheet`` and reports what is entered."""

    typed = Signal(object, str)
    """A ``Typed`` and the text of its field."""
    kind_chosen = Signal(str)
    tick_wanted = Signal(int)
    slip_lost_changed = Signal(bool)
    keep_rest_changed = Signal(bool)
    arrival_wanted = Signal()
    """Enter in the field of the shelf."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: ResultSheet | None = None
        self._fit = Fit()
        self._build_head()
        self._build_person()
        self._build_papers()
        self._lay_out()
        self._connect()

    def show_sheet(self, sheet: ResultSheet) -> None:
        another = self._shown is None or self._shown.code != sheet.code
        self._shown = sheet
        self._name.setText(f"{short_code(sheet.code)}  {sheet.name}")
        self._name.setAccessibleDescription(sheet.code)
        self._state.set_state(sheet.state, sheet.state_tone)
        self._procedure.set_words(sheet.procedure, Tone.MUTE)
        self._show_collector(sheet.collector)
        for widget in self._entered:
            widget.setEnabled(sheet.lawful)
        self._lost.setEnabled(sheet.lawful and sheet.collector.may_declare_lost)
        self._compared.set_rows(sheet.compared)
        self._given.set_rows(sheet.given)
        if another:
            self._papers.select(0)
        self._keep.setChecked(sheet.keep_rest)
        self._keep_row.setVisible(sheet.lawful and any(not p.is_result for p in sheet.given))
        arrival = sheet.arrival
        self._arrival.setVisible(arrival is not None)
        if arrival is not None:
            self._result_row.setVisible(arrival.result is not None)
            self._result.show_text(arrival.result or "")
            self._shelf_field.show_text(arrival.shelf)
        instead = sheet.verdict.instead
        self._refused.setVisible(bool(instead))
        if instead:
            self._refused.say(instead, Tone.ERR)
        self._show_chips(sheet)
        self._shelf.set_words(sheet.shelf or "–")
        self._owed.set_words(sheet.owed, sheet.owed_tone)
        self._due.set_words(sheet.due, sheet.due_tone)
        self._show_room()

    def first_focus(self) -> QWidget:
        if self._shown is not None and self._shown.verdict.waits_for_papers:
            return self._papers  # who collects is known and may
        if self._number.isEnabled():
            return self._number
        arrives = self._shown is not None and self._shown.arrival is not None
        return self._shelf_field if arrives else self._papers

    def focus_person(self) -> None:
        self._kind.focus_target().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_papers(self) -> None:
        self._papers.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_next_missing(self) -> None:
        """Go to what is still to be entered, after a card was read."""
        sheet = self._shown
        if sheet is None or sheet.verdict.instead:
            return
        letter = sheet.collector.letter
        if letter is not None and not letter:
            self._letter.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_papers()

    def point(self) -> None:
        """Go to what stands in the way of giving: who collects, else the papers."""
        sheet = self._shown
        if sheet is not None and sheet.verdict.waits_for_papers:
            self.focus_papers()
        elif sheet is not None and sheet.collector.number and sheet.collector.letter == "":
            self._letter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.first_focus().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_lost(self) -> None:
        """Declare the slip lost, or take that back before it was noted."""
        if self._lost.isEnabled():
            self._lost.click()

    def toggle_keep(self) -> None:
        """Let the originals that are not ticked stay in the dossier, or not."""
        if self._keep.isVisible():
            self._keep.click()

    def set_fit(self, fit: Fit) -> None:
        self._fit = fit
        self._zones.setStretch(0, 3 if fit.compact else 1)
        self._zones.setStretch(1, 2 if fit.compact else 1)
        self._papers.setColumnHidden(1, fit.compact)
        self._rows.set_least(1 if fit.compact else 2)
        for key in (self._keep_key, self._lost_key):
            key.setVisible(not fit.compact)
        for fact in (self._shelf_label, self._shelf):  # there is no room for the chip
            fact.setVisible(fit.compact)
        self._show_room()

    def minimumSizeHint(self) -> QSize:
        """Ask for no room while the list is shown: Qt would keep what an earlier form needed."""
        return super().minimumSizeHint() if self.isVisible() else QSize()

    def _build_head(self) -> None:
        self._name = Label("", TITLE)
        self._state = Chip("", Tone.INFO)
        self._procedure = Line("", tone=Tone.MUTE)

    def _build_person(self) -> None:
        self._person = Zone(0, self.tr("Người nhận"), badge(Act.ZONE_1))
        self._kind = Segmented(self.tr("Người nhận"))
        self._full_name = Field(strong=True, longest=_LONGEST_NAME)
        self._number = Field(
            placeholder=self.tr("quét thẻ, hoặc gõ số"), sign=Icon.QRCODE, longest=_LONGEST_NUMBER
        )
        self._letter = Field(longest=_LONGEST_TEXT)
        self._letter_label = FieldLabel("", self._letter, width=_LABEL)
        self._letter_row = holding(row(self._letter_label, (self._letter, 1)))
        self._compared = ComparedModel()
        self._comparison = Table(
            self._compared, self.tr("Đối chiếu với hồ sơ"), row_height=PAPER_ROW, to_read=True
        )
        self._comparison.setFixedHeight(TABLE_HEAD + _COMPARED * PAPER_ROW)
        self._lost = Check(self.tr("Mất giấy hẹn"))
        self._note = Field(placeholder=self.tr("nếu có"), longest=_LONGEST_TEXT)
        self._refused = Banner()
        self._refused.hide()
        self._entered: list[QWidget] = [
            self._kind, self._full_name, self._number, self._letter, self._note,
        ]  # fmt: skip

    def _build_papers(self) -> None:
        self._paper_zone = Zone(0, self.tr("Đưa cho người nhận"), badge(Act.ZONE_2))
        self._given = GivenModel()
        self._papers = TickTable(self._given, self.tr("Giấy tờ đưa cho người nhận"))
        self._shelf_field = Field(placeholder=self.tr("ví dụ: K2-07"), longest=60)
        self._result = Field(longest=200)
        shelf = FieldLabel(self.tr("Để vào kệ"), self._shelf_field, width=_FACT_LABEL)
        result = FieldLabel(self.tr("Tên kết quả"), self._result, width=_FACT_LABEL)
        self._result_row = holding(row(result, (self._result, 1)))
        self._arrival = holding(
            column(self._result_row, row(shelf, (self._shelf_field, 1)), gap=ROW_GAP)
        )
        self._keep = Check(self.tr("Bản gốc còn lại: lưu hồ sơ"))
        self._keep_key = KeyBadge(badge(Act.KEEP_REST))
        self._keep_row = holding(row(self._keep, self._keep_key, None))
        self._shelf, self._owed = Line("", BODY_MEDIUM), Line("", BODY_MEDIUM)
        self._due = Line("", BODY_MEDIUM)

    def _lay_out(self) -> None:
        body = self._person.body
        kind = FieldLabel(self.tr("Người nhận"), self._kind, width=_LABEL)
        number = FieldLabel(self.tr("Giấy tờ"), self._number, width=_LABEL)
        name = FieldLabel(self.tr("Họ tên"), self._full_name, width=_LABEL)
        body.addLayout(row(kind, self._kind, None))
        body.addLayout(row(number, (self._number, 1)))
        body.addLayout(row(name, (self._full_name, 1)))
        self._number.setAccessibleName(self.tr("Số giấy tờ đã xem"))
        self._full_name.setAccessibleName(self.tr("Họ tên người nhận"))
        body.addWidget(self._letter_row)
        body.addWidget(self._comparison)
        note = FieldLabel(self.tr("Ghi chú"), self._note)
        self._lost_key = KeyBadge(badge(Act.SLIP_LOST))
        body.addLayout(row(self._lost, self._lost_key, 8, note, (self._note, 1)))
        body.addWidget(self._refused)
        body.addStretch(1)
        papers = self._paper_zone.body
        self._rows = WholeRows(self._papers, least=2)
        papers.addWidget(self._rows, 1)
        papers.addWidget(self._arrival)
        papers.addWidget(self._keep_row)
        facts = QGridLayout()
        facts.setContentsMargins(0, 2, 0, 8)
        facts.setVerticalSpacing(4)
        self._shelf_label = Label(self.tr("Nơi để"), CAPTION, muted=True)
        for line, (label, value) in enumerate(
            (
                (self._shelf_label, self._shelf),
                (Label(self.tr("Phí còn thiếu"), CAPTION, muted=True), self._owed),
                (Label(self.tr("Hẹn trả"), CAPTION, muted=True), self._due),
            )
        ):
            label.setFixedWidth(_FACT_LABEL)
            facts.addWidget(label, line, 0)
            facts.addWidget(value, line, 1)
        papers.addLayout(facts)
        self._zones = row((self._person, 1), (self._paper_zone, 1), gap=GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        head = row(self._name, 4, self._state, (self._procedure, 1))
        layout.addLayout(head)
        layout.addLayout(self._zones, 1)
        stops = (
            self._kind, self._number, self._full_name, self._letter, self._lost,
            self._note, self._papers, self._result, self._shelf_field, self._keep,
        )  # fmt: skip
        tab_through(stops)

    def _connect(self) -> None:
        self._kind.value_chosen.connect(self.kind_chosen)
        for field, line in (
            (Typed.NAME, self._full_name),
            (Typed.NUMBER, self._number),
            (Typed.LETTER, self._letter),
            (Typed.NOTE, self._note),
            (Typed.RESULT, self._result),
            (Typed.SHELF, self._shelf_field),
        ):
            line.textEdited.connect(lambda text, of=field: self.typed.emit(of, text))
            if field not in (Typed.RESULT, Typed.SHELF):
                line.returnPressed.connect(self.focus_next_missing)
        self._result.returnPressed.connect(self._shelf_field.setFocus)
        self._shelf_field.returnPressed.connect(self.arrival_wanted)
        self._papers.tick_wanted.connect(self._tick)
        self._papers.row_entered.connect(self._tick)
        self._lost.clicked.connect(self.slip_lost_changed)
        self._keep.clicked.connect(self.keep_rest_changed)

    def _show_collector(self, entered: CollectorEntry) -> None:
        self._kind.set_choices(entered.kinds)
        self._kind.show_value(entered.kind)
        self._full_name.show_text(entered.name)
        self._number.show_text(entered.number)
        self._number.set_mark(entered.number_mark, entered.number_tone)
        self._letter_row.setVisible(entered.letter is not None)
        self._letter.show_text(entered.letter or "")
        self._letter_label.setText(entered.letter_caption)
        self._letter.setAccessibleName(entered.letter_caption)
        self._note.show_text(entered.note)
        self._lost.setChecked(entered.slip_lost)

    def _show_chips(self, sheet: ResultSheet) -> None:
        chips = []
        if sheet.verdict.instead:
            chips = [(self.tr("Không được nhận"), Tone.ERR)]
        elif sheet.lawful and all(each.tone is not Tone.WARN for each in sheet.compared):
            known = [each for each in sheet.compared if each.tone is Tone.OK]
            said = self.tr("Khớp {done}/{all}").format(done=len(known), all=len(sheet.compared))
            chips = [(said, Tone.OK)] if known else []
        elif sheet.lawful:
            chips = [(self.tr("Có chỗ không khớp"), Tone.WARN)]
        self._person.set_chips(chips)
        self._paper_zone.set_chips([(sheet.shelf, Tone.INFO)] if sheet.shelf else [])

    def _show_room(self) -> None:
        """Let the comparison make way for a refusal where there is no room for both."""
        refused = self._shown is not None and bool(self._shown.verdict.instead)
        self._comparison.setVisible(not self._fit.compact and not (self._fit.low and refused))

    def _tick(self, number: int) -> None:
        """Tick a paper, and go on to the next one."""
        was = self._given.rows()[number].ticked
        self.tick_wanted.emit(number)
        if not was:
            self._papers.select(number + 1)
