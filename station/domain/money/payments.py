"""What may be done with a payment that was made: confirm it, give it back, count it as not made."""

from collections.abc import Sequence

from station.domain.dossier import Dossier, Payment
from station.domain.events.money import FeeReduction
from station.domain.money.amounts import BadAmountError, require_amount
from station.errors import StationError


class UnknownPaymentError(StationError):
    """The dossier has no payment of this number."""

    code = "FEE-020"

    def __init__(self, dossier: Dossier, payment: int) -> None:
        super().__init__(f"{dossier.code} has no payment {payment}")
        self.dossier_code, self.payment = dossier.code, payment
        self.payments = len(dossier.payments)


class NothingOwedError(StationError):
    """Nothing is left to be collected for this dossier."""

    code = "FEE-021"

    def __init__(self, dossier_code: str, owed_vnd: int) -> None:
        super().__init__(f"{dossier_code} owes {owed_vnd} VND")
        self.dossier_code, self.owed_vnd = dossier_code, owed_vnd


class RefundTooLargeError(StationError):
    """More would be given back than the office has of this payment."""

    code = "FEE-022"

    def __init__(self, amount_vnd: int, kept_vnd: int) -> None:
        super().__init__(f"{amount_vnd} VND of {kept_vnd} VND")
        self.amount_vnd, self.kept_vnd = amount_vnd, kept_vnd


class NotAwaitedError(StationError):
    """The payment does not wait for a confirmation: it was confirmed, voided, or paid in cash."""

    code = "FEE-023"

    def __init__(self, dossier_code: str, payment: int) -> None:
        super().__init__(f"payment {payment} of {dossier_code} is not awaited")
        self.dossier_code, self.payment = dossier_code, payment


class NotVoidableError(StationError):
    """The payment cannot count as not made any more; what is left is to give the money back."""

    code = "FEE-024"

    def __init__(self, dossier_code: str, payment: int) -> None:
        super().__init__(f"payment {payment} of {dossier_code} cannot be voided")
        self.dossier_code, self.payment = dossier_code, payment


class ReductionTooLargeError(StationError):
    """More would be taken off than is owed: what was paid is given back, by an act of its own."""

    code = "FEE-025"

    def __init__(self, dossier_code: str, amount_vnd: int, owed_vnd: int) -> None:
        super().__init__(f"{amount_vnd} VND off {owed_vnd} VND of {dossier_code}")
        self.dossier_code = dossier_code
        self.amount_vnd, self.owed_vnd = amount_vnd, owed_vnd


class UnknownFeeLineError(StationError):
    """The dossier was charged no such fee, or it is named twice."""

    code = "FEE-026"

    def __init__(self, dossier: Dossier, line: int) -> None:
        super().__init__(f"{dossier.code} has no line {line}, or it is named twice")
        self.dossier_code, self.line = dossier.code, line
        self.lines = len(dossier.fees)


def known_payment(dossier: Dossier, number: int) -> Payment:
    """Give a payment by its number, from 1.

    Raises:
        UnknownPaymentError: the dossier has none such.
    """
    payment = dossier.payment(number)
    if payment is None:
        raise UnknownPaymentError(dossier, number)
    return payment


def require_owed(dossier: Dossier) -> int:
    """Give what is to be collected now.

    Raises:
        NothingOwedError: nothing is.
    """
    if dossier.owed_vnd <= 0:
        raise NothingOwedError(dossier.code, dossier.owed_vnd)
    return dossier.owed_vnd


def require_reducible(dossier: Dossier, lines: Sequence[FeeReduction]) -> None:
    """Let through what may be taken off: of no line more than it is, in all no more than is owed.

    Raises:
        BadAmountError: nothing is taken off, or a sum is none.
        UnknownFeeLineError: the dossier has no such line, or one is named twice.
        ReductionTooLargeError: it was paid already, or its transfer is awaited.
    """
    if not lines:
        raise BadAmountError(0)
    seen: set[int] = set()
    for each in lines:
        if each.line in seen or not 1 <= each.line <= len(dossier.fees):
            raise UnknownFeeLineError(dossier, each.line)
        seen.add(each.line)
        charged = dossier.fees[each.line - 1].amount_vnd
        if require_amount(each.amount_vnd) > charged:
            raise ReductionTooLargeError(dossier.code, each.amount_vnd, charged)
    off, owed = sum(each.amount_vnd for each in lines), max(0, dossier.owed_vnd)
    if off > owed:
        raise ReductionTooLargeError(dossier.code, off, owed)


def require_awaited(dossier: Dossier, number: int) -> Payment:
    """Give a payment that waits for its confirmation.

    Raises:
        UnknownPaymentError, NotAwaitedError: there is none such.
    """
    payment = known_payment(dossier, number)
    if not payment.awaiting:
        raise NotAwaitedError(dossier.code, number)
    return payment


def require_refundable(dossier: Dossier, number: int, amount_vnd: int | None) -> int:
    """Give how much is given back of a payment; all that is left of it when none is named.

    Raises:
        UnknownPaymentError: there is none such.
        RefundTooLargeError: the office has less of it.
        BadAmountError: it is not positive.
    """
    payment = known_payment(dossier, number)
    wanted = payment.kept_vnd if amount_vnd is None else require_amount(amount_vnd)
    if wanted > payment.kept_vnd or wanted == 0:
        raise RefundTooLargeError(wanted, payment.kept_vnd)
    return wanted


def require_voidable(dossier: Dossier, number: int, *, shift_is_open: bool) -> Payment:
    """Give a payment that can still count as not made.

    That is one which waits for its confirmation, or one whose shift is open still and of which
    nothing was given back: a closed shift's figures stand.

    Raises:
        UnknownPaymentError, NotVoidableError: there is none such.
    """
    payment = known_payment(dossier, number)
    possible = payment.awaiting or (shift_is_open and not payment.refunded_vnd)
    if payment.voided_at is not None or not possible:
        raise NotVoidableError(dossier.code, number)
    return payment
