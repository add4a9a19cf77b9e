"""What a desk does with money: the till's shifts and receipts, the payments of a dossier."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from station.domain.dossier import Dossier, PaymentMethod
from station.domain.events.money import FeeReduction
from station.domain.money.amounts import counted_vnd
from station.domain.money.payments import require_owed
from station.domain.money.receipts import ReceiptBook, ReceiptNumber
from station.domain.money.shift import Shift
from station.domain.money.vietqr import BankAccount, transfer_content, vietqr
from station.domain.processing import Approval
from station.errors import StationError
from station.forms.cash_count import cash_count
from station.forms.letter import Sheet
from station.forms.letter_layouts import PaperKind
from station.forms.office import office_on
from station.forms.shift_report import shift_report
from station.ports.till import AwaitedPayment
from station.usecases.dossier_act import Acting
from station.usecases.dossier_rules import rules_of
from station.usecases.payments import (
    Collected,
    charge_more,
    collect,
    confirm,
    reduce,
    refund,
    void,
)
from station.usecases.reception_checks import WrongIndexError, fee_line
from station.usecases.second_person import SecondPerson, alone, approve
from station.usecases.till import (
    NoShiftOpenError,
    close_shift,
    expected_at_opening,
    open_book,
    open_shift,
    spoil_receipt,
)
from ui.desks.acting import acting_of
from ui.desks.page_printing import print_pages
from ui.desks.ports import DeskPorts
from ui.desks.till_payments import (
    ChargeableFee,
    DossierAccount,
    ReducibleFees,
    TillPayment,
    TransferDemand,
    account_of,
    payments_of_shift,
)

Find = Callable[[str], UUID]


@dataclass(frozen=True, slots=True, kw_only=True)
class TillState:
    """What the till's screen shows, read in one go."""

    shift: Shift | None
    """The open one."""
    last_closed: Shift | None
    expected_vnd: int
    """What must lie in the drawer now: also while the till is closed."""
    books: tuple[ReceiptBook, ...]
    awaited: tuple[AwaitedPayment, ...]


class NoTransferAccountError(StationError):
    """The settings name no bank account to which fees could be transferred."""

    code = "FEE-005"

    def __init__(self) -> None:
        super().__init__("no transfer_account in the settings")


class TillDesk:
    """The acts of one signed-in officer. What an act refuses changes nothing."""

    def __init__(self, ports: DeskPorts, find: Find) -> None:
        self._ports = ports
        self._find = find

    def state(self) -> TillState:
        """Give everything the till's screen shows."""
        till = self._ports.store.till
        shift = till.open_shift()
        return TillState(
            shift=shift,
            last_closed=till.last_closed(),
            expected_vnd=shift.expected_vnd if shift else expected_at_opening(till),
            books=tuple(till.books()),
            awaited=tuple(till.awaited()),
        )

    def payments(self) -> Sequence[TillPayment]:
        """Give the payments of the open shift, or of the last one, and what is awaited."""
        till, queries = self._ports.store.till, self._ports.store.queries
        shift = till.open_shift() or till.last_closed()
        return payments_of_shift(shift, till.awaited(), dossier=queries.dossier, find=self._find)

    def account(self, code: str) -> DossierAccount:
        """Give every payment of a dossier, and what it owes.

        Raises:
            UnknownDossierError: it is not at this station.
        """
        dossier = self._ports.store.queries.dossier(self._find(code))
        return account_of(dossier, self._ports.store.till.open_shift())

    @property
    def acts_alone(self) -> bool:
        """Tell whether this officer needs no second person: a commune's only one."""
        return alone(self._ports.officer) is not None

    def open(self, count: Mapping[int, int], *, difference_reason: str | None = None) -> Shift:
        """Open a shift; see ``open_shift``."""
        return open_shift(count, difference_reason=difference_reason, acting=self._acting())

    def close(
        self,
        count: Mapping[int, int],
        *,
        difference_reason: str | None = None,
        second: SecondPerson | None = None,
    ) -> Shift:
        """Close the shift; see ``close_shift``."""
        return close_shift(
            count,
            difference_reason=difference_reason,
            approval=self._approval(second),
            acting=self._acting(),
        )

    def open_book(
        self, *, series: str, template: str, book: str, first: int, last: int
    ) -> ReceiptBook:
        """Bring a book of receipts into use; see ``open_book``."""
        return open_book(
            series=series,
            template=template,
            book=book,
            first=first,
            last=last,
            acting=self._acting(),
        )

    def spoil(
        self, *, reason: str | None, series: str | None = None, second: SecondPerson | None = None
    ) -> ReceiptNumber:
        """Give up the next sheet; see ``spoil_receipt``."""
        return spoil_receipt(
            reason=reason, series=series, approval=self._approval(second), acting=self._acting()
        )

    def collect(
        self, code: str, method: PaymentMethod, *, tendered_vnd: int | None = None
    ) -> Collected:
        """Take what a dossier owes; see ``collect``."""
        return collect(self._find(code), method, tendered_vnd=tendered_vnd, acting=self._acting())

    def charge(
        self, code: str, fees: Sequence[tuple[int, int]], *, reason: str, legal_basis: str | None
    ) -> Dossier:
        """Charge more of the procedure's fees, each with its index and quantity.

        Raises:
            WrongIndexError: the procedure has no such fee.
        """
        dossier_id = self._find(code)
        known = self._ports.store.queries.dossier(dossier_id)
        rules = rules_of(known, self._ports.store.catalogue)
        lines = []
        for index, quantity in fees:
            fee = rules.fee(index) if rules else None
            if fee is None:
                raise WrongIndexError("fee", index, len(rules.fees) if rules else 0)
            lines.append(fee_line(fee, known.received_at.date(), quantity=quantity))
        return charge_more(
            dossier_id, lines, reason=reason, legal_basis=legal_basis, acting=self._acting()
        )

    def reduce(
        self,
        code: str,
        lines: Sequence[tuple[int, int]],
        *,
        reason: str,
        legal_basis: str | None = None,
        second: SecondPerson | None = None,
    ) -> Dossier:
        """Take off what is not paid, each line with its place and how much; see ``reduce``."""
        return reduce(
            self._find(code),
            [FeeReduction(line=line, amount_vnd=amount) for line, amount in lines],
            reason=reason,
            legal_basis=legal_basis,
            approval=self._approval(second),
            acting=self._acting(),
        )

    def reducible(self, code: str) -> ReducibleFees:
        """Give what a dossier was charged, line by line, and what of it is not paid.

        Raises:
            NothingOwedError: all of it is paid, or awaited.
        """
        dossier = self._ports.store.queries.dossier(self._find(code))
        lines = tuple(
            (place, fee.name, fee.amount_vnd)
            for place, fee in enumerate(dossier.fees, 1)
            if fee.amount_vnd
        )
        return ReducibleFees(owed_vnd=require_owed(dossier), lines=lines)

    def confirm(self, code: str, payment: int, *, reference: str) -> Dossier:
        """Note that the money of a payment came; see ``confirm``."""
        return confirm(self._find(code), payment, reference=reference, acting=self._acting())

    def refund(
        self,
        code: str,
        payment: int,
        *,
        reason: str,
        amount_vnd: int | None = None,
        second: SecondPerson | None = None,
    ) -> Dossier:
        """Give money back; see ``refund``."""
        return refund(
            self._find(code),
            payment,
            amount_vnd=amount_vnd,
            reason=reason,
            approval=self._approval(second),
            acting=self._acting(),
        )

    def void(
        self, code: str, payment: int, *, reason: str, second: SecondPerson | None = None
    ) -> Dossier:
        """Count a payment as not made; see ``void``."""
        return void(
            self._find(code),
            payment,
            reason=reason,
            approval=self._approval(second),
            acting=self._acting(),
        )

    def chargeable(self, code: str) -> Sequence[ChargeableFee]:
        """Give the fees of a dossier's procedure, at what they were on the day of reception."""
        known = self._ports.store.queries.dossier(self._find(code))
        rules = rules_of(known, self._ports.store.catalogue)
        on = known.received_at.date()
        return [
            ChargeableFee(index=fee.index, name=fee.name, amount_vnd=fee.amount_on(on))
            for fee in (rules.fees if rules else ())
        ]

    def transfer(self, code: str, account: BankAccount | None = None) -> TransferDemand:
        """Give the VietQR code for what a dossier owes, or for the transfer that is awaited.

        Args:
            account: None for the office's own.

        Raises:
            NoTransferAccountError: the settings name no account.
            NothingOwedError: nothing is to be paid, and nothing is awaited.
        """
        ours = self._ports.settings.transfer_account
        account = account or (ours.account if ours else None)
        if account is None:
            raise NoTransferAccountError
        dossier = self._ports.store.queries.dossier(self._find(code))
        payment = None if dossier.owed_vnd > 0 else _awaited_transfer(dossier)
        amount = dossier.payments[payment - 1].amount_vnd if payment else require_owed(dossier)
        content = transfer_content(dossier.code)
        text = vietqr(account, amount_vnd=amount, content=content)
        named = ours if ours is not None and ours.account == account else None
        return TransferDemand(
            text=text,
            modules=self._ports.papers.qr_modules(text),
            amount_vnd=amount,
            content=content,
            bank=named.bank if named else account.bank_bin,
            number=account.number,
            holder=named.holder if named else "",
            payment=payment,
        )

    def report_pdf(self) -> bytes:
        """Give the report of the open shift, or of the one that was closed last, as PDF.

        Raises:
            NoShiftOpenError: no shift was ever opened here.
        """
        ports = self._ports
        shift = ports.store.till.open_shift() or ports.store.till.last_closed()
        if shift is None:
            raise NoShiftOpenError
        now = ports.clock.now()
        letter = shift_report(
            shift,
            office_on(ports.settings.offices, now.date()),
            counter=ports.settings.station_number,
            printed_at=now,
            templates=ports.templates,
        )
        return ports.papers.letter_pdf(letter)

    def count_sheet_pdf(self, pieces: Mapping[int, int] | None) -> bytes:
        """Give the sheet that a drawer is counted on: filled with a count, or blank.

        Raises:
            BadCountError: the count cannot be.
        """
        counted_vnd(pieces or {})
        ports, now = self._ports, self._ports.clock.now()
        letter = cash_count(
            pieces,
            office_on(ports.settings.offices, now.date()),
            counter=ports.settings.station_number,
            officer_name=ports.officer.display_name,
            printed_at=now,
            templates=ports.templates,
        )
        return ports.papers.letter_pdf(letter)

    def print_report(self) -> str:
        """Print that report, and give the printer's name.

        Raises:
            NoPrinterError, NoShiftOpenError: nothing was printed.
            StationError: why the printer did not take it.
        """
        form = PaperKind.SHIFT_REPORT.value
        return print_pages(
            self._ports.devices, self.report_pdf, form=form, sheet=Sheet.A4.value, title=form
        )

    def _approval(self, second: SecondPerson | None) -> Approval | None:
        if second is None:
            return None
        ports = self._ports
        return approve(
            second,
            acting=ports.officer,
            officers=ports.store.officers,
            password_opens=ports.password_opens,
        )

    def _acting(self) -> Acting:
        return acting_of(self._ports)


def _awaited_transfer(dossier: Dossier) -> int | None:
    """Give the number of the newest transfer that the bank has not confirmed."""
    waiting = [
        number
        for number, paid in enumerate(dossier.payments, 1)
        if paid.awaiting and paid.method is PaymentMethod.TRANSFER
    ]
    return waiting[-1] if waiting else None
