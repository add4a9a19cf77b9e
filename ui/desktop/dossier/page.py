"""One dossier: where it is, what is missing, and the lawful acts as buttons."""

from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station.domain.acts import DossierAct
from ui.desktop.asking_panel import AskingPanel
from ui.desktop.dossier.act_buttons import ActButtons
from ui.desktop.dossier.act_panel import ActPanel, act_of
from ui.desktop.dossier.correction_panel import CorrectionPanel
from ui.desktop.dossier.correction_spot import CorrectionSpot
from ui.desktop.dossier.facts_zone import FactZones
from ui.desktop.dossier.papers_model import KIND_COLUMN, PAGES_COLUMN, PapersModel
from ui.desktop.dossier.people_panel import PeoplePanel
from ui.desktop.dossier.time_line import DossierTimeLine
from ui.desktop.dossier.twin_panel import TwinPanel
from ui.desktop.dossier.view_model import ActChoice, AttachedPaper, DossierDetail, PersonSheet
from ui.desktop.keys import Act, badge
from ui.desktop.kit.action_bar import ActionBar
from ui.desktop.kit.banner import Banner, Outcome
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import Label, Line
from ui.desktop.kit.layout import column, row
from ui.desktop.kit.marks import Chip
from ui.desktop.kit.page import Page
from ui.desktop.kit.tab_order import tab_through
from ui.desktop.kit.table import Table, WholeRows
from ui.desktop.kit.tokens import FIELD_HEIGHT, GAP
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import CAPTION, TITLE
from ui.desktop.kit.zone import Zone
from ui.desktop.shortcuts import bind

_TIME_LINE = 400
_ROOMY, _WITH_KEYS, _CROWDED = 3, 4, 5
"""Up to how many acts leave room for the words of the tools, and for the keys of the acts; more
than the last leave the tools their icons alone."""


class DossierPage(Page):
    """Implements ``DossierView``."""

    act_out_of_place = Signal(object)
    """The key of a ``DossierAct`` that is not lawful now was pressed."""
    act_answered = Signal(object, object)
    """A ``DossierAct`` and the ``ActAnswer`` to what it asked."""
    files_brought = Signal(str, int, object)
    """The code, a row that was asked for, and the paths of files that came for it."""
    slip_wanted = Signal(str)
    file_wanted = Signal(str, str)
    """A file of it, by its key."""
    return_wanted = Signal(str)
    """Its result, or its papers, at the desk where identity and originals are seen to."""
    money_wanted = Signal(str)
    """Its payments, and what may be done with them."""
    server_wanted = Signal(str)
    """What the province has of it, asked for now."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: DossierDetail | None = None
        self._spot: CorrectionSpot | None = None
        self._compact = False
        self._acts_shown: tuple[tuple[ActChoice, ...], bool] | None = None
        wishes = (self.slip_wanted, self.money_wanted, self.server_wanted)
        slip, money, server = (partial(self._want, wish) for wish in wishes)
        self._build_head()
        self._build_zones()
        self.act_panel = ActPanel(self)
        self.act_panel.answered.connect(self.act_answered)
        self.act_panel.files_chosen.connect(self._bring_files)
        self.act_panel.opening.connect(self._say_opening)
        self.correction = CorrectionPanel(self)
        self.people_panel = PeoplePanel(self)
        self.twin_panel = TwinPanel(self)
        self.twin_panel.end_wanted.connect(lambda: self.open_act(DossierAct.WITHDRAW))
        self._panels: tuple[AskingPanel, ...] = (self.act_panel, self.correction, self.twin_panel)
        for panel in self._panels:
            panel.asked_again.connect(partial(self._ask_again, panel))
            panel.refused.connect(self._outcome.refuse_key)
        self._bar = ActionBar()
        words, key = self.tr("Xem, in giấy"), badge(Act.PREVIEW)
        self._slip = Button(words, Kind.QUIET, sign=Icon.EYE, badge=key)
        self._slip.clicked.connect(slip)
        words, key = self.tr("Khoản thu"), badge(Act.MONEY)
        self._payments = Button(words, Kind.QUIET, sign=Icon.CASH, badge=key)
        self._payments.clicked.connect(money)
        bind(self, Act.MONEY, money)
        bind(self, Act.PEOPLE, self.open_people)
        bind(self, Act.TWIN, self.open_twin)
        bind(self, Act.ASK_SERVER, server)
        self._facts.server_wanted.connect(server)
        self._ask.clicked.connect(server)
        self._acts = ActButtons(self._table)
        self._acts.chosen.connect(self._open)
        self._acts.refused.connect(self._outcome.refuse_key)
        self._acts.out_of_place.connect(self.act_out_of_place)
        self._lay_out()
        bind(self, Act.PREVIEW, slip)
        bind(self, Act.ZONE_1, self._table.setFocus)
        bind(self, Act.ZONE_2, self._time_line.setFocus)
        bind(self, Act.CONFIRM, self._go_on)
        self.set_fit(Fit())

    def show_dossier(self, detail: DossierDetail) -> None:
        another = self._shown is None or self._shown.code != detail.code
        if another:
            for panel in self._panels:
                panel.put_away()
            self.people_panel.close_panel()
            self._outcome.forget_done()
        self._shown = detail
        self._name.setText(f"{detail.short_code}  {detail.name}")
        self._name.setAccessibleDescription(detail.code)
        self._state.set_state(detail.state, detail.state_tone)
        self._version.setVisible(detail.version > 1)
        self._version.set_state(self.tr("Bản {n}").format(n=detail.version), Tone.MUTE)
        self._subject.set_words(detail.subject, Tone.MUTE)
        self._due_caption.set_words(detail.due_caption, detail.due_tone)
        self._due.setText(detail.due)
        self._papers.set_rows(detail.papers)
        if another:
            self._table.select(0)
        self._notice.setVisible(bool(detail.notice))
        self._twin.setVisible(detail.twin is not None)
        self.twin_panel.renew(detail.twin)
        if detail.notice:
            self._notice.say(detail.notice, detail.notice_tone)
        lacking = sum(paper.state.name == "LACKING" for paper in detail.papers)
        missing = self.tr("Còn thiếu {n}").format(n=lacking)
        self._paper_zone.set_chips([(missing, Tone.WARN)] if lacking else [])
        self._time_line.show_moments(detail.moments)
        self._facts.show_facts(detail)
        self._show_unsent()
        self._show_tools()
        self._show_acts(detail.acts)
        self._show_row()
        if another or self.focusWidget() in (None, self):
            self._want_focus()

    def show_problem(self, sentence: str) -> None:
        self._outcome.problem(sentence)
        if not sentence:
            self._outcome.hide()
            return
        for panel in self._panels:
            panel.failed()

    def show_done(self, sentence: str) -> None:
        for panel in self._panels:
            panel.done()
        self.people_panel.close_panel()
        self._outcome.done(sentence)

    def show_busy(self, busy: bool) -> None:
        self._acts.show_busy(busy)
        for panel in self._panels:
            panel.show_busy(busy)
        self._outcome.show_busy(busy)

    def first_focus(self) -> QWidget:
        waits = self._shown is not None and self._shown.awaits_agency
        return self._table if waits else self._acts.last() or self._table

    def step_back(self) -> None:
        self.closed.emit()

    def set_fit(self, fit: Fit) -> None:
        self._compact = fit.compact
        self._bar.set_compact(fit.compact)
        small = fit.compact or fit.low
        self._facts.setVisible(not small)
        self._show_unsent()
        self._time_zone.setVisible(not fit.compact)
        for hidden in (KIND_COLUMN, PAGES_COLUMN):
            self._table.setColumnHidden(hidden, fit.compact)
        left, _, right, _ = fit.margins
        self._body.setContentsMargins(left, 8, right, 0)
        if self._shown is not None:
            self._show_tools()
            self._show_acts(self._shown.acts)

    def _build_head(self) -> None:
        self._name = Label("", TITLE)
        self._state, self._version = Chip("", Tone.INFO), Chip("", Tone.MUTE)
        self._unsent = Chip("", Tone.WARN)
        words, key = self.tr("Hỏi máy chủ"), badge(Act.ASK_SERVER)
        self._ask = Button(words, Kind.QUIET, sign=Icon.CLOUD, badge=key, height=24)
        self._ask.show_words(False)
        words, key = self.tr("Người nộp"), badge(Act.PEOPLE)
        self._people = Button(words, Kind.QUIET, sign=Icon.USER, badge=key, height=28)
        self._people.show_words(False)
        self._people.clicked.connect(self.open_people)
        self._subject = Line("", tone=Tone.MUTE)
        self._due_caption = Line("", CAPTION)
        self._due = Label("", TITLE)
        self._outcome = Outcome()

    def _build_zones(self) -> None:
        self._papers = PapersModel()
        self._table = Table(self._papers, self.tr("Giấy tờ của hồ sơ"))
        self._table.row_entered.connect(self._want_files)
        self._table.row_changed.connect(self._show_row)
        self._files = Button(
            self.tr("Xem tệp"), Kind.QUIET, sign=Icon.EYE, badge=badge(Act.SEE_FILES), height=28
        )
        self._files.clicked.connect(self._want_files)
        self._twin = Button(self.tr("So hai hồ sơ"), badge=badge(Act.TWIN), height=FIELD_HEIGHT)
        self._twin.clicked.connect(self.open_twin)
        self._notice = Banner((self._twin,))
        self._notice.hide()
        self._paper_zone = Zone(0, self.tr("Giấy tờ"), badge(Act.ZONE_1))
        self._files.setParent(self._paper_zone)  # it is in the order of Tab before it is shown
        self._files.hide()
        self._paper_zone.body.addWidget(self._notice)
        self._paper_zone.body.addWidget(WholeRows(self._table), 1)
        self._time_line = DossierTimeLine(self.tr("Dòng thời gian"))
        self._time_zone = Zone(0, self.tr("Dòng thời gian"), badge(Act.ZONE_2))
        self._time_zone.body.addWidget(self._time_line, 1)
        self._time_zone.setFixedWidth(_TIME_LINE)
        self._facts = FactZones()

    def _lay_out(self) -> None:
        chips = row(self._name, 4, self._state, self._version, self._people, None)
        names = column(chips, row(self._unsent, (self._subject, 1), self._ask, gap=8), gap=2)
        self._due.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._due_caption.setFixedHeight(21)
        promise = column(row(None, self._due_caption), self._due, gap=2)
        head = row(gap=GAP)
        head.addLayout(names, 1)
        head.addLayout(promise)
        left = column((self._paper_zone, 1), self._facts, gap=GAP)
        middle = row(gap=GAP)
        middle.addLayout(left, 1)
        middle.addWidget(self._time_zone)
        self._bar.add(self._slip)
        self._bar.add(self._payments)
        self._bar.layout().addWidget(self._acts)  # type: ignore[union-attr]
        self._body = QVBoxLayout(self)
        self._body.setSpacing(GAP)
        self._body.addLayout(head)
        self._body.addWidget(self._outcome)
        self._body.addLayout(middle, 1)
        self._body.addWidget(self._bar)

    def _show_unsent(self) -> None:
        """Where the facts have no room, what the province has not got is said beside the state."""
        shown, crowded = self._shown, self._facts.isHidden()
        unsent = shown.unsent if shown is not None else None
        self._ask.setVisible(crowded and shown is not None and shown.has_server)
        self._unsent.setVisible(crowded and unsent is not None)
        if unsent is not None:
            self._unsent.set_state(unsent.value, unsent.tone or Tone.WARN, Icon.CLOUD_OFF)

    def _show_acts(self, acts: tuple[ActChoice, ...]) -> None:
        """Show the acts as buttons: the expected one is the primary, last and with its key.

        Where nothing changed they stay: what the officer has just opened hangs on one of them.
        """
        if self._acts_shown == (acts, self._compact):
            return
        self._acts_shown = (acts, self._compact)
        self.act_panel.close_panel()  # what it asks may no longer be lawful
        self.correction.close_panel()
        for button, key in ((self._slip, Act.PREVIEW), (self._payments, Act.MONEY)):
            button.show_words(len(acts) <= _ROOMY)
            crowded = len(acts) > _CROWDED
            button.set_badge("" if crowded else badge(key))
            if crowded:
                button.setToolTip(f"{button.text()} ({badge(key)})")
        expected = self._shown is not None and not self._shown.awaits_agency
        with_keys = len(acts) <= _WITH_KEYS and not self._compact
        self._acts.show_acts(acts, expected=expected, compact=self._compact, with_keys=with_keys)
        stops = (
            self._people,
            self._ask,
            self._table,
            self._files,
            self._facts.ask,
            self._time_line,
            self._slip,
            self._payments,
            *self._acts.stops(),
        )
        tab_through(stops)

    def _show_tools(self) -> None:
        """Show what leads to its papers and payments, where there is room and something to see."""
        has_slip = self._shown is not None and self._shown.has_slip
        for button, shown in ((self._slip, True), (self._payments, has_slip)):
            if button.hasFocus() and (self._compact or not shown):
                self._table.setFocus(Qt.FocusReason.OtherFocusReason)  # not the act beside it
            button.setVisible(shown and not self._compact)

    def correct(self, spot: CorrectionSpot) -> None:
        """Open the correction at one field."""
        self._spot = spot
        self._acts.choose(DossierAct.CORRECT)

    def open_act(self, act: DossierAct) -> None:
        """Ask what an act needs, if it is lawful now and has a button."""
        self._acts.choose(act)

    def show_attached(self, code: str, row: int, file: AttachedPaper | None) -> None:
        """A file for a paper that was brought is kept; None: it cannot be."""
        self.act_panel.add_file(act_of(code, DossierAct.BRING), row, file)

    def _bring_files(self, row: int, paths: list[str]) -> None:
        if self._shown is not None:
            self.files_brought.emit(self._shown.code, row, paths)

    def _say_opening(self) -> None:
        self._outcome.done(self.tr("Đang đọc tệp: chờ xong rồi bấm lại."), Tone.WARN)

    def _open(self, choice: ActChoice, anchor: QWidget) -> None:
        if choice.act is DossierAct.BRING and self.act_panel.ask_files():
            return  # the same key again: its files
        if choice.act is DossierAct.RETURN and self._shown is not None:
            self.return_wanted.emit(self._shown.code)
            return
        if choice.act is DossierAct.CORRECT and self._shown is not None:
            spot, self._spot = self._spot, None
            self.correction.ask(self._shown.code, anchor, spot)
            return
        if self._shown is not None:
            self.act_panel.open_for(self._shown.code, choice, anchor)

    def _ask_again(self, panel: AskingPanel, about: str) -> None:
        """Open a panel that was open, if it still asks about this dossier."""
        code = self._shown.code if self._shown is not None else ""
        if panel is self.twin_panel:
            self.open_twin()
        elif panel is self.correction and about == code:
            self.open_act(DossierAct.CORRECT)
        else:
            for act in DossierAct:
                if about == act_of(code, act):
                    self.open_act(act)

    def _want_focus(self) -> None:
        if self.isVisible():
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        """Do the act that is open, or open the one that is expected."""
        if self.act_panel.isVisible():
            self.act_panel.confirm()
        elif self.twin_panel.isVisible():
            self.twin_panel.confirm()
        elif self.correction.isVisible():
            self.correction.confirm()
        elif self._shown is not None and not self._shown.awaits_agency:
            self._acts.choose_last()

    def open_people(self) -> None:
        """Show its people, and where what is kept of them is from."""
        if self._shown is not None:
            self.people_panel.open_for(self._shown.people, self._people)

    def show_people(self, sheets: tuple[PersonSheet, ...]) -> None:
        self.people_panel.renew(sheets)

    def open_twin(self) -> None:
        """Show what another counter received of the same person, beside this dossier."""
        if self._shown is not None and self._shown.twin is not None:
            self.twin_panel.open_for(self._shown.twin, self._twin)

    def _show_row(self) -> None:
        """Offer to look at the files of the current row, if it has any, and say what is next."""
        if self._shown is None:
            return
        line = self._papers.row_at(self._table.current_row())
        button = self._files if line is not None and line.files else None
        if button is None and self._files.hasFocus():
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._paper_zone.set_head_button(button)
        tone = Tone.INFO if self._shown.acts else Tone.MUTE
        self._bar.state.say(self._shown.next_step, "", tone)

    def _want_files(self) -> None:
        """See the files of the current row; one that has none says so."""
        line = self._papers.row_at(self._table.current_row())
        if self._shown is None or line is None:
            return
        if line.files:
            self.file_wanted.emit(self._shown.code, line.files[0])
        else:
            named = self.tr("Giấy {number} không có tệp.").format(number=line.number)
            self._bar.state.say(named, self.tr("Chưa quét, chưa đính tệp nào."), Tone.INFO)

    def _want(self, wish: SignalInstance, _checked: bool = False) -> None:
        """Tell a wish that is about the dossier on the page."""
        if self._shown is not None:
            wish.emit(self._shown.code)
