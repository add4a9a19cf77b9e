"""The trusted keys on the catalogue page: the list, and what may be done with them."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.catalogue.key_panels import AddKeyPanel, RetireKeyPanel
from ui.desktop.catalogue.models import SignerModel
from ui.desktop.catalogue.signers_view_model import SignerLine, SignersSheet
from ui.desktop.keys import Act, badge
from ui.desktop.kit.action_bar import ActionBar
from ui.desktop.kit.button import Button
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.label import Label
from ui.desktop.kit.table import Table, WholeRows
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.zone import Zone
from ui.desktop.shortcuts import bind


class SignersPart(QObject):
    """Implements the part of ``SignersView`` that is about keys; the page says the rest.

    Attributes:
        zone: stands in the page's stack.
        table: what takes the focus first.
        adding: the panel that asks for a key.
    """

    key_typed = Signal(str)
    added = Signal(str, str)
    retired = Signal(str)
    refused = Signal()
    """A key was pressed while an act is done."""

    def __init__(self, page: QWidget, bar: ActionBar) -> None:
        super().__init__(page)
        self._shown, self._front, self._busy = SignersSheet(), False, False
        self._model = SignerModel()
        self.table = Table(self._model, self.tr("Khoá tin cậy"))
        self._whole = Label("", muted=True, wrap=True)
        self.zone = Zone(0, self.tr("Khoá tin cậy"), "")
        self.zone.body.addWidget(WholeRows(self.table, least=2), 1)
        self.zone.body.addWidget(self._whole)
        self.adding, self._retire_panel = AddKeyPanel(page), RetireKeyPanel(page)
        self._retire = Button(
            self.tr("Thu hồi khoá"), sign=Icon.CIRCLE_X, badge=badge(Act.RETIRE_KEY)
        )
        self._add = Button(self.tr("Thêm khoá"), sign=Icon.PLUS, badge=badge(Act.ADD_KEY))
        for button in (self._retire, self._add):
            bar.add(button)
        self._retire.clicked.connect(self._ask_retiring)
        self._add.clicked.connect(self.ask_adding)
        bind(page, Act.RETIRE_KEY, self._ask_retiring)
        bind(page, Act.ADD_KEY, self.ask_adding)
        self.adding.key_typed.connect(self.key_typed)
        self.adding.confirmed.connect(self.added)
        self._retire_panel.confirmed.connect(self.retired)
        self.adding.refused.connect(self.refused)
        self.table.row_changed.connect(lambda _: self._show_current())

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes through, in reading order."""
        return self.table, self._retire, self._add

    @property
    def state(self) -> tuple[str, str, Tone]:
        """What the action bar says while the keys are seen."""
        return self._shown.fact, self._shown.consequence, self._shown.tone

    def show_signers(self, sheet: SignersSheet) -> None:
        self._shown = sheet
        self._model.set_rows(sheet.lines)
        self._show_current()

    def show_typed_key(self, words: str, *, whole: bool) -> None:
        self.adding.show_typed_key(words, whole=whole)

    def set_front(self, front: bool) -> None:
        """The keys are seen, or the packs."""
        self._front = front
        self._show_current()

    def set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.adding.show_busy(busy)
        self._show_current()

    def put_away(self) -> None:
        """Leave it to another officer; what was typed is noted."""
        self.adding.put_away()
        self._retire_panel.close_panel()

    def confirm(self) -> bool:
        """Do what an open panel asks; tell whether one was open."""
        for panel in (self.adding, self._retire_panel):
            if panel.isVisible():
                if self._busy:
                    self.refused.emit()
                else:
                    panel.confirm()
                return True
        return False

    def _current(self) -> SignerLine | None:
        return self._model.row_at(self.table.current_row())

    def _show_current(self) -> None:
        line = self._current()
        self._whole.setText(line.read if line else "")
        self._add.setVisible(self._front and self._shown.may_change)
        self._retire.setVisible(self._front and line is not None and line.may_retire)
        for button in (self._add, self._retire):
            button.setEnabled(not self._busy)

    def ask_adding(self) -> None:
        """Ask for the key that is to be trusted."""
        if self._front and self._busy:
            self.refused.emit()
        elif self._add.isVisible():
            self.adding.open_for(self._add)

    def _ask_retiring(self) -> None:
        line = self._current()
        if self._front and self._busy:
            self.refused.emit()
        elif line is not None and self._retire.isVisible():
            self._retire_panel.open_for(line, self._retire)
