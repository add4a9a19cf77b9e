"""Makes a draft again from the description that was kept of it.

Whatever cannot be read any more is left out: half a draft is better than none. Of its files those
are there that are in the vault; others lay on the disk of the day.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from station.domain.dossier import Channel, DeliveryMethod, PaymentMethod
from station.domain.procedure import Procedure, UnknownCaseError
from station.ports.draft_files import DraftFile, FileRole
from station.usecases.handed_in import KEPT
from station.words import numeric_date
from ui.desks.scan import SCANNED, brought_of, kept_name
from ui.desktop.frame.view_model import Place
from ui.desktop.reception.draft_entry import (
    APPLICANT_PROVENANCE,
    IN_FRONT,
    OWNER_PROVENANCE,
    REMOVED,
    SPOT,
    TYPED,
    DraftEntry,
)
from ui.desktop.reception.field_state import NOT_PRESENTED
from ui.desktop.reception.owner_view_model import OwnerField
from ui.desktop.reception.paper_check_view_model import CheckField, PaperSource
from ui.desktop.reception.paper_entries import EntryFile, PaperEntry, Removed
from ui.desktop.reception.spot import read_spot
from ui.desktop.reception.step_clock import StepClock
from ui.desktop.reception.view_model import ApplicantField, CopyKind, Exit

Plain = Mapping[str, Any]
_A, _C = ApplicantField, CheckField


def restored(
    description: Plain,
    draft_id: UUID,
    chosen: tuple[Procedure, str] | None,
    today: date,
    files: Sequence[DraftFile] = (),
) -> DraftEntry:
    """Make the draft.

    Args:
        files: its pages and files in the vault.
        chosen: the procedure of the description as the catalogue has it, and its pack; None where
            none was chosen, or it is gone.
    """
    draft = DraftEntry(draft_id=draft_id, clock=StepClock(runs=False))
    applicant = _part(description, "applicant")
    person = _part(applicant, "representative") or applicant
    draft.applicant.texts = applicant_texts(person)
    draft.applicant.area = person.get("area_code") or ""
    paper = _part(person, "id_document")
    draft.applicant.number_came_from(paper.get("read_from"))
    draft.applicant.replaced = (paper.get("number") or "", paper.get("old_number") or "")
    draft.owner.restore(description)
    applicant_kept = _part(description, APPLICANT_PROVENANCE)
    draft.applicant.provenance.restore(applicant_kept, ApplicantField)
    draft.owner.provenance.restore(_part(description, OWNER_PROVENANCE), OwnerField)
    if chosen is not None:
        draft.change_procedure(*chosen, today)
        case = description.get("case")
        if case is not None:
            with suppress(UnknownCaseError):  # it is gone: the first one stands, and is seen
                draft.change_case(case, today)
        draft.destination = _part(description, "destination").get("agency") or draft.destination
        _papers(draft, description, files)
        _money(draft, description)
        draft.demand_papers()
    # now only: the checklist that the pages lie under is no other one
    draft.scan.waiting = sum(file.role is FileRole.PAGE for file in files)
    draft.channel = Channel(description.get("channel") or Channel.DIRECT)
    delivery = _part(description, "delivery")
    draft.delivery = DeliveryMethod(delivery.get("method") or DeliveryMethod.COUNTER)
    draft.delivery_address = delivery.get("address") or ""
    draft.number_of_sets = description.get("number_of_sets") or 1
    draft.summary = description.get("summary") or ""
    draft.ground = description.get("accept_despite_missing")
    _as_typed(draft, _part(description, TYPED))
    draft.spot = read_spot(description.get(SPOT))
    with suppress(ValueError):  # a page of another version
        draft.in_front = Place(str(description.get(IN_FRONT)))
    return draft


def _part(plain: Plain, name: str) -> Plain:
    part: Plain = plain.get(name) or {}
    return part


def _day(text: str | None) -> str:
    return numeric_date(date.fromisoformat(text)) if text else ""


def applicant_texts(person: Plain) -> dict[ApplicantField, str]:
    """Give the fields of zone 1 for a person in the words of the contract."""
    paper = _part(person, "id_document")
    paper_type = paper.get("type") if paper.get("presented", True) else NOT_PRESENTED
    texts = {
        _A.NUMBER: paper.get("number") or "",
        _A.PAPER_TYPE: paper_type or "",
        _A.ISSUED_ON: _day(paper.get("issued_on")),
        _A.NAME: person.get("full_name") or "",
        _A.BORN_ON: _day(person.get("date_of_birth")),
        _A.SEX: person.get("sex") or "",
        _A.ADDRESS: person.get("address") or "",
        _A.PHONE: person.get("phone") or "",
        _A.EMAIL: person.get("email") or "",
    }
    return {name: text for name, text in texts.items() if text}


def _as_typed(draft: DraftEntry, typed: Plain) -> None:
    """Put the texts back as they stood: the description has no place for half a date."""
    applicant, owner = _part(typed, "applicant"), _part(typed, "owner")
    draft.applicant.texts |= {
        n: applicant[n.value] for n in ApplicantField if applicant.get(n.value)
    }
    draft.owner.texts |= {n: owner[n.value] for n in OwnerField if owner.get(n.value)}
    draft.summary = typed.get("summary") or draft.summary
    reasons = _part(typed, "exit_reasons")
    draft.exit_reasons = {way: reasons[way.value] for way in Exit if reasons.get(way.value)}


def _papers(draft: DraftEntry, description: Plain, files: Sequence[DraftFile]) -> None:
    known = {
        name: file
        for file in files
        if file.role is FileRole.FILE
        for name in (kept_name(file), KEPT + file.sha256)  # the second: of an older draft
    }
    for paper in description.get("documents") or ():
        row = draft.papers.row(f"row-{paper.get('index')}")
        if row is not None:
            _fill(row, paper, known)
    draft.demand_papers()
    for paper in description.get("other_documents") or ():
        name = paper.get("name") or ""
        demanded = (row for row in draft.papers if row.is_demanded and row.name == name)
        other = next(demanded, None) or draft.papers.add_other(name)
        if other is not None:
            _fill(other, paper, known)
    for paper in description.get(REMOVED) or ():
        draft.papers.removed += _removed(draft, paper, known)


def _removed(draft: DraftEntry, paper: Plain, known: Mapping[str, DraftFile]) -> list[Removed]:
    """Give one thing of the basket, or nothing where its file is not in the vault."""
    loose = PaperEntry("", paper.get("name") or "")
    name = paper.get("file")
    if name is None:
        _fill(loose, paper, known)
        return [Removed(loose)]
    if name not in known:
        return []
    place = (paper.get("index"), loose.name)
    rows = (row for row in draft.papers if (row.number, row.name) == place)
    return [Removed(next(rows, loose), entry_file(known[name]))]


def _fill(row: PaperEntry, paper: Plain, known: Mapping[str, DraftFile]) -> None:
    row.given = {kind: paper[kind.value] for kind in CopyKind if paper.get(kind.value)}
    names = [name for name in paper.get("files") or () if name in known]
    row.files = [entry_file(known[name]) for name in names]
    held = _part(paper, "held")
    source = PaperSource.HELD if held else paper.get("reuse") or ""
    texts = {
        _C.CHECK: paper.get("check") or "",
        _C.REMARK: paper.get("remark") or "",
        _C.SOURCE: source,
        _C.RESULT_CODE: paper.get("result_code") or "",
        _C.GROUND: held.get("ground") or "",
        _C.DATABASE: held.get("database") or "",
        _C.QUERY: held.get("query") or "",
        _C.ISSUED_ON: _day(paper.get("issued_on")),
        _C.NAMED: paper.get("named") or "",
    }
    row.check.restore({name: text for name, text in texts.items() if text}, held.get("asked_at"))


def _money(draft: DraftEntry, description: Plain) -> None:
    money = draft.money
    fees = {fee.get("index"): fee for fee in description.get("fees") or ()}
    for number in list(money.lines):
        fee = fees.get(number)
        money.charge(number, charged=fee is not None)
        if fee is not None:
            money.set_quantity(number, fee.get("quantity") or 1)
            money.exempt(number, fee.get("exemption") or "")
            money.prove(number, fee.get("exemption_paper") or "")
    payment = _part(description, "payment")
    money.method = PaymentMethod(payment.get("method") or PaymentMethod.CASH)
    tendered = payment.get("tendered_vnd")
    money.tendered = "" if tendered is None else str(tendered)


def entry_file(file: DraftFile) -> EntryFile:
    """Give a file of the vault as one of a row."""
    scanned = file.source.startswith(SCANNED)
    return EntryFile(
        file_id=f"scan-{file.file_id}" if scanned else str(file.file_id),
        path=Path(file.source.removeprefix(SCANNED)),
        pages=file.pages,
        thumbnail=None,
        kept=kept_name(file),
        signatures=() if scanned else brought_of(file).signatures,
    )
