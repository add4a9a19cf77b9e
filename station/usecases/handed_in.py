"""What is handed in, checked against the procedure and put away: the first half of a reception."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from station.catalogue.addresses import AddressBook
from station.catalogue.admission import ImportedPack
from station.domain.acceptance import require_complete, stated_ground
from station.domain.authorisation import require_may_submit
from station.domain.dossier import FeeLine, StoredFile, SubmittedDocument
from station.domain.paper_checks import PaperFinding, check_papers
from station.domain.procedure import Procedure, ProcessingTime
from station.domain.promise import is_immediate, start_rule_of
from station.errors import StationError
from station.ports.catalogue import CatalogueStore
from station.ports.documents import DocumentReader, IncomingFile
from station.ports.store import PageVault
from station.text import clean
from station.usecases import reception_input as described
from station.usecases.destination import destination
from station.usecases.duplicates import OpenAlike, why_another
from station.usecases.letter_of_authorisation import with_letter
from station.usecases.places import placed
from station.usecases.reception_checks import (
    charged_fees,
    check_payment,
    counted_documents,
)
from station.usecases.reception_input import ReceptionInput
from station.words import numeric_date

KEPT = "kept:"
"""Before the SHA-256 of what is in the vault already, in place of a file's name."""
DIGITISED = "digitised:"
"""Before it in place of ``KEPT``, where the counter made it of paper: the office may sign it."""
Counted = Sequence[tuple[SubmittedDocument, tuple[str, ...]]]
"""Papers, each with the names of its files."""
LARGEST_DOSSIER_BYTES = 50_000_000
"""All files of one dossier together; the comparable counter program allows as much."""


class UnknownProcedureError(StationError):
    """The catalogue in force has no procedure with this code."""

    code = "DOS-002"

    def __init__(self, procedure_code: str) -> None:
        super().__init__(f"no procedure {procedure_code!r} in the catalogue")
        self.procedure_code = procedure_code


class UnknownVersionError(StationError):
    """This station never had the version of the procedure that the draft names."""

    code = "CAT-006"

    def __init__(self, procedure_code: str, catalogue: str) -> None:
        super().__init__(f"no {procedure_code} in {catalogue[:60]!r}")
        self.procedure_code, self.catalogue = procedure_code, catalogue[:60]


class VersionEndedError(StationError):
    """The version that the draft was begun under does not hold on the day of reception."""

    code = "CAT-016"

    def __init__(self, procedure_code: str, catalogue: str, ended_on: date) -> None:
        super().__init__(f"{catalogue} held until {ended_on}")
        self.procedure_code, self.catalogue = procedure_code, catalogue
        self.ended_on = numeric_date(ended_on)


class NameOnlyProcedureError(StationError):
    """The catalogue knows only the name of this procedure: no papers, no fees, no time."""

    code = "DOS-006"

    def __init__(self, procedure_code: str) -> None:
        super().__init__(f"procedure {procedure_code} has no details in the catalogue")
        self.procedure_code = procedure_code


class TooManyBytesError(StationError):
    """The files of this dossier are larger than a dossier may be."""

    code = "DOS-008"

    def __init__(self, size: int) -> None:
        super().__init__(f"{size} bytes of files")
        self.bytes, self.limit = size, LARGEST_DOSSIER_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedIn:
    """A dossier that was checked and whose files are on the disk, but that has no code yet."""

    procedure: Procedure
    processing_time: ProcessingTime
    documents: tuple[SubmittedDocument, ...]
    fees: tuple[FeeLine, ...]
    facts: dict[str, Any]
    """The fields that every first fact of a dossier has (``events.reception``)."""

    def paper_findings(self, on: date) -> tuple[PaperFinding, ...]:
        """Say what is odd about the papers on a day."""
        return check_papers(
            self.documents,
            self.procedure,
            submitter=self.facts["submitter"],
            owner=self.facts["owner"],
            on=on,
        )

    @property
    def files(self) -> tuple[StoredFile, ...]:
        return tuple(file for document in self.documents for file in document.files)


def hand_in(
    given: ReceptionInput,
    *,
    catalogue: CatalogueStore,
    vault: PageVault,
    documents: DocumentReader,
    folder: Path,
    at: datetime,
    whole: bool,
    open_alike: OpenAlike,
    lock_duplicates: bool,
    places: AddressBook,
) -> HandedIn:
    """Check a description and put its files away, encrypted.

    Args:
        folder: where relative names of files start.
        at: the tariff of its day holds; data of the state was asked for then.
        whole: the mandatory papers must be there, and cash must cover the fees.
        open_alike: finds what the owner has open under the procedure; it is recorded.
        lock_duplicates: then it passes with a reason only.
        places: the administrative units in force.

    Raises:
        StationError: a named reason, by its code; nothing of the dossier was saved.
    """
    seen, counted = look_through(
        given,
        catalogue=catalogue,
        at=at,
        whole=whole,
        open_alike=open_alike,
        lock_duplicates=lock_duplicates,
        places=places,
    )
    filed = file_papers(counted, documents=documents, vault=vault, folder=folder)
    return replace(seen, documents=filed, facts=seen.facts | {"documents": filed})


def look_through(
    given: ReceptionInput,
    *,
    catalogue: CatalogueStore,
    at: datetime,
    whole: bool,
    open_alike: OpenAlike,
    lock_duplicates: bool,
    places: AddressBook,
) -> tuple[HandedIn, Counted]:
    """Check a description as ``hand_in`` does, and open none of its files.

    Returns:
        What is handed in, without its files; its papers, each with the names of them.
    """
    on = at.date()
    procedure, processing_time, pack = rules_for(given, catalogue, on)
    agency, territory = destination(given.destination, procedure)
    case = procedure.case(given.case)
    ground = stated_ground(given.accept_despite_missing)
    counted = with_letter(counted_documents(given, procedure, at), given.authorisation)
    papers = tuple(document for document, _ in counted)
    fees = charged_fees(given, procedure, on, papers)
    authorisation = described.authorisation(given.authorisation) if given.authorisation else None
    if whole:
        require_may_submit(authorisation, on)
        check_payment(given, sum(fee.amount_vnd for fee in fees))
        require_complete(papers, ground)
    submitter = placed(described.party(given.applicant), places, on)
    owner = placed(described.party(given.owner), places, on) if given.owner else None
    duplicate_of, duplicate_reason = why_another(
        given.accept_despite_duplicate,
        open_alike(procedure.code, owner or submitter, on),
        lock=lock_duplicates,
    )
    seen = HandedIn(
        procedure=procedure,
        processing_time=processing_time,
        documents=papers,
        fees=fees,
        facts={
            "procedure_code": procedure.code,
            "procedure_name": procedure.name,
            "field": procedure.field,
            "handling_agency": agency,
            "territory": territory,
            "start_rule": start_rule_of(procedure, territory),
            "processing_time": processing_time,
            "catalogue": pack,
            "channel": given.channel,
            "submitter": submitter,
            "owner": owner,
            "authorisation": authorisation,
            "documents": papers,
            "fees": fees,
            "delivery": described.delivery(given.delivery),
            "number_of_sets": given.number_of_sets,
            "summary": (clean(given.summary) or None) if given.summary else None,
            "digitise": given.digitise,
            "accepted_despite_missing": ground,
            "case": case.key if case else None,
            "immediate": is_immediate(procedure, territory),
            "duplicate_of": duplicate_of,
            "duplicate_reason": duplicate_reason,
        },
    )
    return seen, counted


def rules_for(
    given: ReceptionInput, catalogue: CatalogueStore, on: date
) -> tuple[Procedure, ProcessingTime, str]:
    """Give the procedure of a reception in its case, its time, and the pack it comes from.

    Raises:
        UnknownProcedureError, NameOnlyProcedureError: nothing is received under it.
        UnknownVersionError, VersionEndedError: the draft's own version does not hold.
        UnknownCaseError: it has no such case.
    """
    procedure, pack = (
        _in_force(given.procedure_code, catalogue, on)
        if given.catalogue is None
        else _begun_under(given.procedure_code, given.catalogue, catalogue, on)
    )
    processing_time = procedure.processing_time
    if processing_time is None:
        raise NameOnlyProcedureError(given.procedure_code)
    procedure = procedure.in_case(given.case)
    return procedure, procedure.processing_time or processing_time, pack


def version_for(
    code: str, begun_under: str | None, catalogue: CatalogueStore, on: date
) -> tuple[Procedure, str]:
    """Give the version that a draft was begun under while it holds for it, else the one in force.

    Raises:
        UnknownProcedureError: the catalogue in force has none with this code.
    """
    if begun_under is not None:
        try:
            return _begun_under(code, begun_under, catalogue, on)
        except (UnknownVersionError, VersionEndedError):
            pass  # the draft goes on by the rules of today, and shows them
    return _in_force(code, catalogue, on)


def _in_force(code: str, catalogue: CatalogueStore, on: date) -> tuple[Procedure, str]:
    found = catalogue.procedure(code, on)
    if found is None:
        raise UnknownProcedureError(code)
    return found


def _begun_under(
    code: str, label: str, catalogue: CatalogueStore, on: date
) -> tuple[Procedure, str]:
    """Give the version that a draft was begun under.

    A catalogue that comes in the middle of a day does not change what is open on that day
    (features N25); from the next day on the law of the day of reception holds.
    """
    procedure, pack = catalogue.procedure_of(code, label), catalogue.pack(label)
    if procedure is None or pack is None:
        raise UnknownVersionError(code, label)
    if pack.effective_to is not None and pack.effective_to < on:
        raise VersionEndedError(code, label, pack.effective_to)
    changed_on = _changed_on(procedure, pack, catalogue, on)
    if changed_on is not None and changed_on < on:
        raise VersionEndedError(code, label, changed_on)
    return procedure, label


def _changed_on(
    procedure: Procedure, pack: ImportedPack, catalogue: CatalogueStore, on: date
) -> date | None:
    """Give since when other rules hold for this procedure; None when they are the same."""
    newest = catalogue.procedure(procedure.code, on)
    if newest is None:  # withdrawn: by the pack that came after under the same name
        of_its_name = [p for p in catalogue.packs() if p.name == pack.name and p.holds_on(on)]
        return of_its_name[-1].holds_from if of_its_name else None
    if newest[0] == procedure:
        return None
    newer = catalogue.pack(newest[1])
    return newer.holds_from if newer else None


def file_papers(
    counted: Counted,
    *,
    documents: DocumentReader,
    vault: PageVault,
    folder: Path,
) -> tuple[SubmittedDocument, ...]:
    """Open every file first, so that a bad one leaves nothing behind; then put them away."""
    opened = []
    size = 0
    for document, names in counted:
        files = []
        for name in names:
            file = _opened(name, documents, vault, folder)
            files.append((file, name.startswith(DIGITISED)))
            size += len(file.content)
            if size > LARGEST_DOSSIER_BYTES:
                raise TooManyBytesError(size)
        opened.append((document, files))
    return tuple(
        replace(document, files=tuple(_put_away(*file, vault) for file in files))
        if files
        else document
        for document, files in opened
    )


def _opened(name: str, documents: DocumentReader, vault: PageVault, folder: Path) -> IncomingFile:
    kept = name_in_vault(name)
    if kept is not None:
        return documents.open(vault.get(kept))
    return documents.read(folder / name)


def name_in_vault(name: str) -> str | None:
    """Give the SHA-256 that a file of a description is kept by; None: it lies outside the vault."""
    for before in (KEPT, DIGITISED):
        if name.startswith(before):
            return name.removeprefix(before)
    return None


def _put_away(file: IncomingFile, digitised: bool, vault: PageVault) -> StoredFile:
    return StoredFile(
        sha256=vault.put(file.content),
        size=len(file.content),
        media_type=file.media_type,
        pages=file.pages,
        digitised=digitised,
    )
