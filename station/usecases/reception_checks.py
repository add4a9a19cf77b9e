"""The parts of a reception that the procedure decides: its papers, its fees, the money."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from station.domain.dossier import FeeLine, SubmittedDocument
from station.domain.events import FeeCollected
from station.domain.money.amounts import require_amount
from station.domain.money.collecting import TillWarning, collection, require_covered
from station.domain.procedure import Procedure
from station.errors import StationError
from station.ports.till import Till
from station.text import clean
from station.usecases.reception_input import (
    HandedInInput,
    OtherDocumentInput,
    ReceptionInput,
    needed_text,
)


class WrongIndexError(StationError):
    """A paper, fee or case is named that the procedure does not have, or one is named twice."""

    code = "DOS-004"

    def __init__(self, what: str, index: int | str, highest: int) -> None:
        super().__init__(f"{what} {index} is unknown or named twice; there are {highest}")
        self.what, self.index, self.highest = what, index, highest

    @property
    def details(self) -> dict[str, Any]:
        return {"what": self.what, "index": self.index, "highest": self.highest}


def charged_fees(given: ReceptionInput, procedure: Procedure, on: date) -> tuple[FeeLine, ...]:
    """Give the chosen lines of the tariff with their amounts of that day.

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
                unit_amount_vnd=fee.amount_on(on),
                quantity=chosen.quantity,
                exemption=(clean(chosen.exemption) or None) if chosen.exemption else None,
            )
        )
    return tuple(lines)


def check_payment(given: ReceptionInput, due_vnd: int) -> None:
    """Make sure that cash covers what is due, before anything is written.

    Raises:
        TooLittleMoneyError: it does not, or nothing was handed over.
        BadAmountError: the sums are beyond 10^12 đồng.
    """
    payment = given.payment
    if payment is None:
        require_amount(due_vnd, least=0)
    else:
        require_covered(payment.method, due_vnd, payment.tendered_vnd)


def collected_fees(
    given: ReceptionInput, fees: Sequence[FeeLine], till: Till
) -> tuple[FeeCollected | None, tuple[TillWarning, ...]]:
    """Give the money that is taken at once, and what the officer must be told of the till."""
    payment = given.payment
    if payment is None:
        return None, ()
    return collection(
        payment.method,
        sum(fee.amount_vnd for fee in fees),
        payment.tendered_vnd,
        shift_id=till.open_shift_id(),
        books=till.books(),
    )


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
    handed: HandedInInput | None,
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


def with_more(row: SubmittedDocument, more: SubmittedDocument) -> SubmittedDocument:
    """Give the row with what else was handed in of it; files are not its matter."""
    return replace(
        row,
        originals=row.originals + more.originals,
        certified_copies=row.certified_copies + more.certified_copies,
        copies=row.copies + more.copies,
        presented=row.presented + more.presented,
    )
