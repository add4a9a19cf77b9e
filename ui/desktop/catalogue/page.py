"""The catalogue page: the packs above, what an opened one changes below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.desktop.catalogue.models import KIND_COLUMN, ChangeModel, PackModel
from ui.desktop.catalogue.signers_part import SignersPart
from ui.desktop.catalogue.signers_view_model import SignersSheet
from ui.desktop.catalogue.view_model import CatalogueSheet
from ui.desktop.keys import Act, badge
from ui.desktop.kit.action_bar import ActionBar
from ui.desktop.kit.banner import Outcome
from ui.desktop.kit.button import Button, Kind
from ui.desktop.kit.empty import Empty
from ui.desktop.kit.field import Field
from ui.desktop.kit.file_dialogs import ask_which
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import FieldLabel, Label, Line
from ui.desktop.kit.layout import column, holding, measure_anew, row
from ui.desktop.kit.page import Page
from ui.desktop.kit.tab_order import tab_through
from ui.desktop.kit.table import Table, WholeRows
from ui.desktop.kit.tokens import GAP
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import TITLE
from ui.desktop.kit.zone import Zone
from ui.desktop.noted_form import NotedForm
from ui.desktop.shortcuts import bind

_TITLE_HEIGHT, _PACKS_HEIGHT, _LOW_PACKS_HEIGHT, _REASON = 36, 208, 136, 64
_OFFER, _NOTHING = 0, 1
_PACKS, _KEYS = 0, 1


class CataloguePage(Page):
    """Implements ``CatalogueView`` and ``SignersView``."""

    file_chosen = Signal(str)
    reason_edited = Signal(str)
    import_wanted = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown = CatalogueSheet()
        self._keys_seen = False
        self._packs, self._changes = PackModel(), ChangeModel()
        self._pack_table = Table(self._packs, self.tr("Danh mục đã nhập"))
        self._change_table = Table(self._changes, self.tr("Thay đổi của tệp đang mở"))
        self._outcome = Outcome()
        self._said = Line("", tone=Tone.MUTE)
        self._reason = Field(
            self.tr("Lý do cho dùng"),
            placeholder=self.tr("Vì sao cho dùng bản chưa ký số"),
            longest=500,
        )
        self._noted = NotedForm(self, "catalogue.reason", reason=self._reason)
        self._empty = Empty(Icon.STACK)
        self._empty.say(
            self.tr("Chưa mở tệp danh mục nào"),
            self.tr("Các thay đổi về giấy tờ, phí, thời hạn hiện ở đây trước khi đưa vào sử dụng."),
        )
        self._build_bar()
        self._lay_out()
        self._connect()
        self.clear()
        self.set_fit(Fit())

    def show_sheet(self, sheet: CatalogueSheet) -> None:
        before, self._shown = self._shown, sheet
        self._packs.set_rows(sheet.packs)
        offer = sheet.offer
        self._stack.setCurrentIndex(_OFFER if offer else _NOTHING)
        if offer is not None:
            self._changes.set_rows(offer.changes)
            self._said.set_words(f"{offer.counts} · {offer.holds}", Tone.MUTE)
            chips = [(offer.label, Tone.INFO), (offer.signed, offer.signed_tone)]
            self._offer_zone.set_chips(chips)
            self._reason_row.setVisible(offer.wants_reason)
            if before.offer is None or before.offer.label != offer.label:
                self._noted.put_away()
                self._reason.clear()
                self._noted.begin(offer.label)
                self._go_to(self._reason if offer.wants_reason else self._change_table)
        elif before.offer is not None:
            self._noted.put_away()
            self._go_to(self._open)
        self._show_acts()

    def show_signers(self, sheet: SignersSheet) -> None:
        self.signers.show_signers(sheet)
        self._show_acts()

    def show_typed_key(self, words: str, *, whole: bool) -> None:
        self.signers.show_typed_key(words, whole=whole)

    def show_problem(self, sentence: str) -> None:
        self._outcome.problem(sentence)
        if sentence:
            self.signers.adding.failed()

    def show_done(self, sentence: str) -> None:
        self.signers.adding.done()
        self._outcome.done(sentence)
        if self._keys_seen and self.isVisible():  # the button that was pressed may be gone
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_busy(self, busy: bool) -> None:
        self._outcome.show_busy(busy)
        self.signers.set_busy(busy)
        self._show_acts()

    def _go_to(self, widget: QWidget) -> None:
        """Put the keys there, unless the officer went on: a pack takes a while to be read."""
        if self.isVisible():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Show nothing of what another officer did here."""
        self._noted.put_away()
        self._reason.clear()
        self.signers.put_away()
        self._see_keys(False)
        self._outcome.hide()

    def first_focus(self) -> QWidget:
        return self.signers.table if self._keys_seen else self._open

    def step_back(self) -> None:
        if self._keys_seen:
            self._turn()
        elif self._shown.offer is not None:
            self.dropped.emit()

    def set_fit(self, fit: Fit) -> None:
        self._bar.set_compact(fit.compact)
        self._title_row.setVisible(not fit.compact)
        self._pack_table.setColumnHidden(KIND_COLUMN, fit.compact)
        self._packs_zone.setFixedHeight(_LOW_PACKS_HEIGHT if fit.compact else _PACKS_HEIGHT)
        self._change_rows.set_least(1 if fit.compact else 2)
        measure_anew(self._change_rows, self)
        self._body.setContentsMargins(*fit.margins)

    def _build_bar(self) -> None:
        self._bar = ActionBar()
        self._open = Button(self.tr("Mở tệp"), sign=Icon.PAPERCLIP, badge=badge(Act.OPEN_PACK))
        self._drop = Button(self.tr("Bỏ tệp này"), sign=Icon.CIRCLE_X, badge=badge(Act.BACK))
        self._take = Button(
            self.tr("Đưa vào sử dụng"), Kind.PRIMARY, sign=Icon.CHECK, badge=badge(Act.TAKE_PACK)
        )
        self._other = Button("", badge=badge(Act.TRUSTED_KEYS))
        for button in (self._other, self._drop, self._open):
            self._bar.add(button)
        self.signers = SignersPart(self, self._bar)
        self._bar.add(self._take)

    def _lay_out(self) -> None:
        self._packs_zone = packs = Zone(0, self.tr("Danh mục đã nhập"), "")
        packs.body.addWidget(WholeRows(self._pack_table, least=2), 1)
        self._offer_zone = Zone(0, self.tr("Tệp đang mở"), "")
        label = FieldLabel(self.tr("Lý do"), self._reason, width=_REASON)
        self._reason_row = holding(row(label, (self._reason, 1)))
        self._offer_zone.body.addWidget(self._said)
        self._offer_zone.body.addWidget(self._reason_row)
        self._change_rows = WholeRows(self._change_table, least=2)
        self._offer_zone.body.addWidget(self._change_rows, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._offer_zone)
        self._stack.addWidget(self._empty)
        self._title_row = holding(row(Label(self.tr("Danh mục thủ tục"), TITLE), None))
        self._title_row.setFixedHeight(_TITLE_HEIGHT)
        self._body = QVBoxLayout(self)
        self._body.setSpacing(GAP)
        self._body.addWidget(self._title_row)
        self._body.addWidget(self._outcome)
        self._sides = QStackedWidget()
        self._sides.addWidget(holding(column(packs, (self._stack, 1), gap=GAP)))
        self._sides.addWidget(self.signers.zone)
        self._body.addWidget(self._sides, 1)
        self._body.addWidget(self._bar)
        stops = (
            self._pack_table, self._reason, self._change_table, self._other, self._drop, self._open,
            *self.signers.stops, self._take,
        )  # fmt: skip
        tab_through(stops)

    def _connect(self) -> None:
        self._reason.textEdited.connect(self.reason_edited)
        self._reason.returnPressed.connect(self.focusNextChild)
        self._open.clicked.connect(self.choose_file)
        self._drop.clicked.connect(self.dropped)
        self._take.clicked.connect(self._want_import)
        self._other.clicked.connect(self._turn)
        self.signers.adding.asked_again.connect(self._ask_for_key_again)
        self.signers.refused.connect(self._outcome.refuse_key)
        bind(self, Act.TRUSTED_KEYS, self._turn)
        bind(self, Act.OPEN_PACK, self.choose_file)
        bind(self, Act.TAKE_PACK, self._want_import)

    def choose_file(self) -> None:
        """Ask for the file of a pack."""
        if not self._outcome.takes_key() or not self._open.isVisible():
            return
        kinds = self.tr("Danh mục (*.json *.json.gz *.csv)")
        ask_which(self, self.tr("Tệp danh mục thủ tục"), kinds, self.file_chosen)

    def _ask_for_key_again(self) -> None:
        self._see_keys(True)
        self.signers.ask_adding()

    def _turn(self) -> None:
        self._see_keys(not self._keys_seen)
        if self.isVisible():
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _see_keys(self, seen: bool) -> None:
        """Turn to the trusted keys, or back to the packs."""
        self._keys_seen = seen
        self._sides.setCurrentIndex(_KEYS if seen else _PACKS)
        self.signers.set_front(seen)
        self._show_acts()

    def _show_acts(self) -> None:
        sheet, packs = self._shown, not self._keys_seen
        self._other.set_words(
            self.tr("Khoá tin cậy") if packs else self.tr("Các gói"),
            Icon.LOCK if packs else Icon.STACK,
        )
        self._open.setVisible(packs)
        self._open.setEnabled(not self._outcome.is_busy)
        self._take.setVisible(packs and sheet.may_import)
        self._take.set_blocked(not sheet.ready)
        self._take.setEnabled(not self._outcome.is_busy and sheet.ready)
        self._drop.setVisible(packs and sheet.offer is not None)
        said = (sheet.fact, sheet.consequence, sheet.tone) if packs else self.signers.state
        self._bar.state.say(*said, aloud=True)

    def _want_import(self) -> None:
        if self.signers.confirm() or not self._outcome.takes_key():
            return
        if self._take.is_offered and self._shown.ready:
            self.import_wanted.emit()
