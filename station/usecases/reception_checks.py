"""The parts of a reception that the procedure decides: its papers, its fees, the money."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from station.domain.dossier import FeeLine, PaymentMethod, SubmittedDocument
from station.domain.events import FeeCollected
from station.domain.procedure import Procedure
from station.errors import StationError
from station.text import clean
from station.usecases.reception_input import (
    DocumentInput,
    OtherDocumentInput,
    ReceptionInput,
    needed_text,
)

_SEEN_AT_THE_COUNTER = (PaymentMethod.CASH, PaymentMethod.CARD)


class WrongIndexError(StationError):
    """A paper, fee or case is named that the procedure does not have, or one is named twice."""

    code = "DOS-004"

    def __init__(self, what: str, index: int | str, highest: int) -> None:
        super().__init__(f"{what} {index} is unknown or named twice; there are {highest}")
        self.what, self.index, self.highest = what, index, highest

    @property
    def details(self) -> dict[str, Any]:
        return {"what": self.what, "index": self.index, "highest": self.highest}


class TooLittleMoneyError(StationError):
    """The cash that was handed over does not cover the fees."""

    code = "DOS-007"

    def __init__(self, due_vnd: int, tendered_vnd: int | None) -> None:
        super().__init__(f"{due_vnd} VND are due, {tendered_vnd} were handed over")
        self.due_vnd, self.tendered_vnd = due_vnd, tendered_vnd

    @property
    def details(self) -> dict[str, Any]:
        return {"due_vnd": self.due_vnd, "tendered_vnd": self.tendered_vnd}


def charged_fees(given: ReceptionInput, procedure: Procedure) -> tuple[FeeLine, ...]:
    """Give the chosen lines of the tariff with their amounts.

    Raises:
        WrongIndexError: the procedure has no such fee, or it was chosen twice.
    """
    lines: list[FeeLine] = []
    for chosen in given.fees:
        fee = procedure.fee(chosen.index)
        if fee is None or any(line.index == chosen.index for line in lines):
            raise WrongIndexError("fee", chosen.index, len(procedure.fees))
        lines.append(
            FeeLine(
                index=fee.index,
                name=fee.name,
                kind=fee.kind,
                unit_amount_vnd=fee.amount_vnd,
                quantity=chosen.quantity,
                exemption=(clean(chosen.exemption) or None) if chosen.exemption else None,
            )
        )
    return tuple(lines)


def check_payment(given: ReceptionInput, due_vnd: int) -> None:
    """Make sure that cash covers what is due.

    Raises:
        TooLittleMoneyError: it does not, or nothing was handed over.
    """
    if given.payment is None or given.payment.method is not PaymentMethod.CASH:
        return
    tendered = given.payment.tendered_vnd
    if tendered is None or tendered < due_vnd:
        raise TooLittleMoneyError(due_vnd, tendered)


def collected_fees(given: ReceptionInput, fees: Sequence[FeeLine]) -> list[FeeCollected]:
    """Give the money that was seen: a transfer counts when the bank or the province says so."""
    due_vnd = sum(fee.amount_vnd for fee in fees)
    payment = given.payment
    if payment is None or payment.method not in _SEEN_AT_THE_COUNTER or due_vnd == 0:
        return []
    return [
        FeeCollected(method=payment.method, amount_vnd=due_vnd, tendered_vnd=payment.tendered_vnd)
    ]


def counted_documents(
    given: ReceptionInput, procedure: Procedure
) -> list[tuple[SubmittedDocument, tuple[str, ...]]]:
    """Give every row of the checklist with its counts, then the other papers, with their files.

    Raises:
        WrongIndexError: the procedure has no such row, or it was named twice.
    """
    by_index = {document.index: document for document in given.documents}
    highest = len(procedure.required_documents)
    for document in given.documents:
        if procedure.document(document.index) is None or by_index[document.index] is not document:
            raise WrongIndexError("document", document.index, highest)
    rows = []
    for wanted in procedure.required_documents:
        handed = by_index.get(wanted.index)
        row = SubmittedDocument(index=wanted.index, name=wanted.name, mandatory=wanted.mandatory)
        rows.append((counted(row, handed), handed.files if handed else ()))
    for other in given.other_documents:
        rows.append((other_paper(other), other.files))
    return rows


def other_paper(given: OtherDocumentInput) -> SubmittedDocument:
    """Give a paper that the checklist does not name.

    Raises:
        ReceptionInputError: it has no name.
    """
    row = SubmittedDocument(index=0, name=needed_text(given.name), mandatory=False)
    return counted(row, given)


def counted(
    row: SubmittedDocument,
    handed: DocumentInput | OtherDocumentInput | None,
) -> SubmittedDocument:
    """Give the row with what was handed in of it."""
    if handed is None:
        return row
    return replace(
        row,
        originals=handed.originals,
        certified_copies=handed.certified_copies,
        copies=handed.copies,
        presented=handed.presented,
    )
