"""The till about one dossier: VietQR, more and less fees; and the paper of the shift."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.keys import Act, badge
from ui.desktop.kit.action_bar import ActionBar
from ui.desktop.kit.button import Button
from ui.desktop.kit.fit import Fit
from ui.desktop.kit.icon import Icon
from ui.desktop.shortcuts import bind
from ui.desktop.till.charge_panel import ChargePanel
from ui.desktop.till.reduce_panel import ReducePanel
from ui.desktop.till.transfer_panel import TransferPanel
from ui.desktop.till.view_model import (
    ChargeSheet,
    PaymentLine,
    ReduceSheet,
    TillSheet,
    TransferSheet,
)


class DossierActs(QObject):
    """Beside the acts with one payment, which the page has itself."""

    transfer_wanted = Signal(str)
    charge_wanted = Signal(str)
    reduce_wanted = Signal(str)
    report_wanted = Signal()

    def __init__(self, page: QWidget, bar: ActionBar) -> None:
        super().__init__(page)
        self._of = self._owing = self._unpaid = ""
        self._alone = True
        """No payment is current, so the bar holds no acts with one."""
        self._narrow = False
        self.transfer, self.charge = TransferPanel(page), ChargePanel(page)
        self.reduce = ReducePanel(page)
        self.panels = (self.transfer, self.charge, self.reduce)
        self._report = Button(self.tr("Biên bản ca"), sign=Icon.FILE, badge=badge(Act.SHIFT_REPORT))
        self._more = Button(self.tr("Thu thêm"), sign=Icon.PLUS, badge=badge(Act.CHARGE_MORE))
        self._less = Button(self.tr("Giảm"), sign=Icon.MINUS, badge=badge(Act.REDUCE_OWED))
        self._code = Button(self.tr("Mã VietQR"), sign=Icon.QRCODE, badge=badge(Act.TRANSFER_CODE))
        for button, key, ask in (
            (self._report, Act.SHIFT_REPORT, self._want_report),
            (self._more, Act.CHARGE_MORE, self._want_more),
            (self._less, Act.REDUCE_OWED, self._want_less),
            (self._code, Act.TRANSFER_CODE, self._want_code),
        ):
            bar.add(button)
            button.clicked.connect(ask)
            bind(page, key, ask)
        self.charge.asked_again.connect(self.charge_wanted)
        self.reduce.asked_again.connect(self.reduce_wanted)
        self.transfer.asked_again.connect(self.transfer_wanted)

    def show(self, sheet: TillSheet, line: PaymentLine | None, *, counting: bool) -> None:
        """Offer what is lawful for the dossier that is listed, or for the current payment."""
        self._of = "" if counting else sheet.payments_of or (line.code if line else "")
        owing = bool(sheet.payments_of and sheet.owed) or (line is not None and line.transferring)
        self._owing = self._of if owing else ""
        self._report.setVisible(counting and sheet.has_shift)
        self._more.setVisible(bool(self._of))
        self._unpaid = self._of if sheet.payments_of and sheet.owed else ""
        self._alone = line is None
        self._code.setVisible(bool(self._owing))
        self._give_way()

    def set_fit(self, fit: Fit) -> None:
        """Yield the rarest act in a narrow window; its key stays."""
        self._narrow = fit.narrow
        self._give_way()

    def show_transfer(self, sheet: TransferSheet) -> None:
        """Show the code of a sum."""
        self.transfer.open_for(sheet, self._code if self._code.isVisible() else self._more)

    def show_chargeable(self, sheet: ChargeSheet) -> None:
        """Ask which fees are charged besides."""
        self.charge.open_for(sheet, self._more)

    def show_reducible(self, sheet: ReduceSheet) -> None:
        """Ask how much is taken off which fee."""
        self.reduce.open_for(sheet, self._less if self._less.isVisible() else self._more)

    def _want_report(self) -> None:
        if self._report.isVisible():
            self.report_wanted.emit()

    def _want_more(self) -> None:
        if self._more.isVisible():
            self.charge_wanted.emit(self._of)

    def _want_less(self) -> None:
        if self._unpaid:
            self.reduce_wanted.emit(self._unpaid)

    def _want_code(self) -> None:
        """Ask for the code of the listed dossier, also before the list says what it owes: a fee
        that was charged this moment must not cost a second press."""
        if self._of:
            self.transfer_wanted.emit(self._owing or self._of)

    def _give_way(self) -> None:
        """A narrow bar with the acts of one payment has no room for all of them."""
        self._less.setVisible(bool(self._unpaid) and (self._alone or not self._narrow))
