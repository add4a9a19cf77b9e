"""The parts of a reception that the procedure decides: its papers, its fees, the money."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from station.domain.documents import HeldData, RowCheck, SubmittedDocument
from station.domain.dossier import FeeLine
from station.domain.events import FeeCollected
from station.domain.journal import VIETNAM
from station.domain.money.amounts import require_amount
from station.domain.money.collecting import TillWarning, collection, require_covered
from station.domain.procedure import Fee, Procedure
from station.errors import StationError
from station.ports.till import Till
from station.text import clean
from station.usecases.exemptions import exempted
from station.usecases.reception_input import (
    CorrectionInput,
    HandedInInput,
    HeldInput,
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


class RemarkNeededError(StationError):
    """A paper is found wanting, and nothing says why: the citizen has a right to know."""

    code = "DOS-042"

    def __init__(self, index: int, name: str) -> None:
        super().__init__(f"row {index} is not accepted without a reason")
        self.index, self.name = index, name


class NoDatabaseError(StationError):
    """A row is said to be held by the state, and nothing says in which database."""

    code = "DOS-043"

    def __init__(self, index: int, name: str) -> None:
        super().__init__(f"row {index} names no database")
        self.index, self.name = index, name


def charged_fees(
    given: ReceptionInput, procedure: Procedure, on: date, documents: Sequence[SubmittedDocument]
) -> tuple[FeeLine, ...]:
    """Give the chosen lines of the tariff with their amounts of that day.

    Args:
        documents: what was handed in; an exemption must be proved by one of them.

    Raises:
        WrongIndexError: the procedure has no such fee, or it was chosen twice.
        ExemptionWithoutPaperError: a ground without its paper.
        BadAmountError: together they are beyond 10^12 đồng.
    """
    lines: list[FeeLine] = []
    for chosen in given.fees:
        fee = procedure.fee(chosen.index)
        if fee is None or any(line.index == chosen.index for line in lines):
            raise WrongIndexError("fee", chosen.index, len(procedure.fees))
        line = fee_line(fee, on, quantity=chosen.quantity)
        lines.append(exempted(line, chosen, fee, documents))
    require_amount(sum(line.amount_vnd for line in lines), least=0)
    return tuple(lines)


def fee_line(fee: Fee, on: date, *, quantity: int) -> FeeLine:
    """Charge a fee of the tariff by its amount of a day."""
    return FeeLine(
        index=fee.index,
        name=fee.name,
        kind=fee.kind,
        unit_amount_vnd=fee.amount_on(on),
        quantity=quantity,
        code=fee.code,
    )


def check_payment(given: ReceptionInput, due_vnd: int) -> None:
    """Make sure that cash covers what is due, before anything is written.

    Raises:
        TooLittleMoneyError: it does not, or nothing was handed over.
        BadAmountError: the sums are beyond 10^12 đồng.
    """
    payment = given.payment
    if payment is not None:
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
    given: ReceptionInput | CorrectionInput, procedure: Procedure, at: datetime
) -> list[tuple[SubmittedDocument, tuple[str, ...]]]:
    """Give every row of the checklist with its counts, then the other papers, with their files.

    Args:
        at: when data of the state was asked for, where nothing else is said.

    Raises:
        WrongIndexError: the procedure has no such row, or it was named twice.
        RemarkNeededError, NoDatabaseError: a row says less than it must.
    """
    by_index = {document.index: document for document in given.documents}
    highest = len(procedure.required_documents)
    for document in given.documents:
        if procedure.document(document.index) is None or by_index[document.index] is not document:
            raise WrongIndexError("document", document.index, highest)
    rows = []
    for wanted in procedure.required_documents:
        handed = by_index.get(wanted.index)
        row = SubmittedDocument(
            index=wanted.index,
            name=wanted.name,
            mandatory=wanted.mandatory,
            is_form=wanted.form_code is not None,
        )
        row = counted(row, handed)
        if handed is not None and handed.held is not None:
            row = replace(row, held=held_data(handed.held, row, wanted.from_database, at))
        if row.reuse is not None and row.result_code is None:
            row = replace(row, result_code=wanted.replaced_by_result)
        rows.append((row, handed.files if handed else ()))
    for other in given.other_documents:
        rows.append((other_paper(other), other.files))
    return rows


def held_data(
    given: HeldInput, row: SubmittedDocument, usual_database: str | None, at: datetime
) -> HeldData:
    """Note what came of asking for data of the state (NĐ 309/2026 Art. 4(2a)).

    Raises:
        NoDatabaseError: neither the officer nor the catalogue names the database.
    """
    database = clean(given.database or "") or usual_database
    if database is None:
        raise NoDatabaseError(row.index, row.name)
    asked_at = given.asked_at or at
    if asked_at.tzinfo is None:
        asked_at = asked_at.replace(tzinfo=VIETNAM)
    return HeldData(
        ground=given.ground,
        database=database,
        asked_at=asked_at,
        query=clean(given.query or "") or None,
    )


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
    remark = clean(handed.remark or "") or None
    if handed.check is RowCheck.NOT_OK and remark is None:
        raise RemarkNeededError(row.index, row.name)
    return replace(
        row,
        originals=handed.originals,
        certified_copies=handed.certified_copies,
        copies=handed.copies,
        presented=handed.presented,
        check=handed.check,
        remark=remark,
        reuse=handed.reuse,
        result_code=clean(handed.result_code or "") or None,
        issued_on=handed.issued_on,
        named=clean(handed.named or "") or None,
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
