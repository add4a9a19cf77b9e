"""Zone 2: what the citizen asks for, and how the result reaches them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from station.domain.dossier import Channel, DeliveryMethod
from ui.desktop.keys import Act, badge
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.field import Field
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import FieldLabel, Label
from ui.desktop.kit.layout import column, holding, row
from ui.desktop.kit.suggest import SuggestField
from ui.desktop.kit.tab_order import tab_through
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import CAPTION
from ui.desktop.kit.zone import Zone
from ui.desktop.reception.case_choice import CaseChoice
from ui.desktop.reception.period_words import period
from ui.desktop.reception.procedure_panel import ProcedurePanel
from ui.desktop.reception.view_model import ChosenProcedure, Matches, Procedure, ProcedureMatch
from ui.desktop.reception.way_choices import ChannelChoice, DeliveryChoice

_LABEL = 92
_AFTER_AGENCY = 2
_HOT, _HOT_LINE = 3, 30


class ProcedureZone(Zone):
    """The type-ahead first; the other rows follow once a procedure is chosen."""

    query_edited = Signal(str)
    """What stands in the field; empty asks for the frequent ones."""
    procedure_chosen = Signal(str)
    channel_chosen = Signal(object)
    """A ``Channel``."""
    delivery_chosen = Signal(object)
    """A ``DeliveryMethod``."""
    delivery_address_edited = Signal(str)
    sets_edited = Signal(int)
    summary_edited = Signal(str)
    case_chosen = Signal(str)
    destination_edited = Signal(str)
    """The agency of another territory, or again the one that the procedure names."""

    def __init__(self) -> None:
        super().__init__(2, self.tr("Thủ tục"), badge(Act.ZONE_2))
        self._shown = Procedure()
        self._search = SuggestField(
            self.tr("Tên hoặc mã thủ tục"),
            placeholder=self.tr("Tên không dấu, chữ đầu (dkks) hoặc mã"),
            sign=Icon.SEARCH,
            badge=badge(Act.PROCEDURE),
            strong=True,
        )
        self._panel = ProcedurePanel(self._search)
        self._agency = Field(self.tr("Nơi giải quyết"), longest=500)
        self._case = CaseChoice()
        self._sets = Field(self.tr("Số bộ hồ sơ"), width=51, longest=2)
        self._sets.setValidator(QIntValidator(1, 99, self))
        self._channel = ChannelChoice()
        self._delivery = DeliveryChoice()
        self._address = Field(
            self.tr("Địa chỉ gửi kết quả"), placeholder=self.tr("Gửi tới địa chỉ"), longest=500
        )
        self._summary = Field(self.tr("Nội dung yêu cầu"), longest=1000)
        self._draft = ""
        self._stack = QStackedWidget()
        self._hot = [Button(kind=Kind.QUIET, height=_HOT_LINE, gives_way=True) for _ in range(_HOT)]
        self._hot_head = Label(self.tr("Hay dùng ở quầy này"), CAPTION, muted=True)
        self._lay_out()
        self._connect()

    def turn_to(self, draft: str) -> None:
        """Show this draft from now on: what was typed or chosen for another one goes."""
        if draft != self._draft:
            self._draft = draft
            self._panel.close_panel()
            self._search.clear()

    def show_procedure(self, procedure: Procedure) -> None:
        self._shown = procedure
        chosen = procedure.chosen
        if not self._search.hasFocus() or chosen:
            self._search.show_text(chosen.name if chosen else "")
        self._search.set_mark(chosen.code if chosen else "")
        self._show_agency(chosen)
        self._case.show_case(chosen)
        self._sets.show_text(str(procedure.number_of_sets))
        self._channel.show_value(procedure.channel)
        self._delivery.show_value(procedure.delivery)
        self._address.show_text(procedure.delivery_address)
        self._address.setVisible(procedure.delivery is DeliveryMethod.POSTAL)
        self._summary.show_text(procedure.summary)
        self._show_hot(procedure.frequent)
        self._stack.setCurrentIndex(1 if chosen else 0)
        if chosen:
            version = self.tr("Bản {version}").format(version=chosen.catalogue)
            self.set_chips([(period(chosen.processing_time), Tone.MUTE), (version, Tone.MUTE)])
        else:
            self.set_chips([])

    def show_matches(self, matches: Matches) -> None:
        self._panel.show_matches(matches)

    def summary(self) -> str:
        chosen = self._shown.chosen
        return chosen.name if chosen else self.tr("chưa chọn thủ tục")

    def told(self) -> tuple[tuple[str, str], ...]:
        """Give what the catalogue says of the chosen procedure: each a heading and its words."""
        chosen = self._shown.chosen
        if chosen is None:
            return ()
        said = (
            (self.tr("Lưu ý: {procedure}"), chosen.note),
            (self.tr("Căn cứ pháp lý: {procedure}"), "; ".join(chosen.legal_basis)),
        )
        return tuple((head.format(procedure=chosen.name), words) for head, words in said if words)

    def is_blank(self) -> bool:
        """Tell whether no procedure is chosen yet."""
        return self._shown.chosen is None

    def first_focus(self) -> QWidget:
        return self._search

    def point_to_address(self) -> None:
        """Put the keys where it is said to which address the result is sent."""
        self._address.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def has_keys(self) -> bool:
        """Tell whether the keys go to this zone."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def go_to_case(self) -> bool:
        """Give the keys to the choice of a case; False where there is none."""
        has_cases = bool(self._shown.chosen and self._shown.chosen.cases)
        if has_cases:
            self._case.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
        return has_cases

    def set_fit(self, fit: Fit) -> None:
        """Let the case have a line of its own, or where the zone is wide one with the agency; the
        subject then stands where there is room for it."""
        first, last = self._agency_line, self._channel_line
        if fit.compact:
            first.insertWidget(_AFTER_AGENCY, self._case, 6)
        else:
            self._details.insertWidget(0, self._case)
        line, share = (last, 99) if fit.compact else (first, 2)
        line.addWidget(self._summary_label)
        line.addWidget(self._summary, share)
        self._case.set_fit(fit)
        ways = (self._delivery, self._address, self._channel, self._sets)
        tab_through((*ways, self._summary) if fit.compact else (self._summary, *ways))

    def search(self) -> None:
        """Put the cursor into the type-ahead, and show what it knows."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()
        if not self._shown.chosen:
            self.query_edited.emit(self._search.text())

    def _lay_out(self) -> None:
        label = FieldLabel(self.tr("Tên hoặc mã"), self._search, width=_LABEL)
        self.body.addLayout(row(label, (self._search, 1)))
        hot = column(self._hot_head, *self._hot, None, gap=0)
        for button in self._hot:
            hot.setAlignment(button, Qt.AlignmentFlag.AlignLeft)
        agency = FieldLabel(self.tr("Nơi giải quyết"), self._agency, width=_LABEL)
        sets = FieldLabel(self.tr("Số bộ"), self._sets)
        delivery = FieldLabel(self._delivery.accessibleName(), self._delivery, width=_LABEL)
        channel = FieldLabel(self._channel.accessibleName(), self._channel, width=_LABEL)
        self._summary_label = FieldLabel(self.tr("Nội dung"), self._summary)
        self._agency_line = row(agency, (self._agency, 3), self._summary_label, (self._summary, 2))
        self._channel_line = row(channel, self._channel, None, sets, self._sets)
        self._details = column(
            self._case,
            self._agency_line,
            row(delivery, self._delivery, (self._address, 99), None),
            self._channel_line,
            None,
        )
        self._stack.addWidget(holding(hot))
        self._stack.addWidget(holding(self._details))
        self.body.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._search.textEdited.connect(self.query_edited)
        self._search.escaped.connect(self._step_back)
        self._search.left.connect(self._restore)
        self._panel.procedure_chosen.connect(self.procedure_chosen)
        for number, button in enumerate(self._hot):
            button.clicked.connect(lambda _=False, at=number: self._take_hot(at))
        self._channel.value_chosen.connect(lambda value: self.channel_chosen.emit(Channel(value)))
        self._delivery.value_chosen.connect(
            lambda value: self.delivery_chosen.emit(DeliveryMethod(value))
        )
        self._case.case_chosen.connect(self.case_chosen)
        self._agency.textEdited.connect(self.destination_edited)
        self._address.textEdited.connect(self.delivery_address_edited)
        self._summary.textEdited.connect(self.summary_edited)
        self._sets.textEdited.connect(self._announce_sets)
        for line in (self._agency, self._address, self._summary, self._sets):
            line.returnPressed.connect(self.focusNextChild)

    def _announce_sets(self, text: str) -> None:
        if self._sets.hasAcceptableInput():
            self.sets_edited.emit(int(text))

    def _show_agency(self, chosen: ChosenProcedure | None) -> None:
        may_change = chosen is not None and chosen.agency_may_change
        self._agency.setReadOnly(not may_change)
        policy = Qt.FocusPolicy.StrongFocus if may_change else Qt.FocusPolicy.NoFocus
        self._agency.setFocusPolicy(policy)
        self._agency.show_text(chosen.agency if chosen else "")

    def _step_back(self) -> None:
        """Esc: first the list goes, then what was typed gives way to what was chosen."""
        if self._panel.isVisible():
            self._panel.close_panel()
        else:
            self._restore()

    def _restore(self) -> None:
        chosen = self._shown.chosen
        if chosen:
            self._search.setText(chosen.name)
            self._search.setCursorPosition(0)

    def _show_hot(self, frequent: tuple[ProcedureMatch, ...]) -> None:
        self._hot_head.setVisible(bool(frequent))
        for number, button in enumerate(self._hot):
            button.setVisible(number < len(frequent))
            if number < len(frequent):
                button.set_words(frequent[number].name, Icon.FILE)

    def _take_hot(self, number: int) -> None:
        self.procedure_chosen.emit(self._shown.frequent[number].code)
