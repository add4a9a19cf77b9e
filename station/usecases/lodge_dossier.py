"""Take a dossier in that cannot be accepted: it gets its code, and form 02 or 03 goes with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

import uuid6

from station.catalogue.addresses import AddressBook
from station.domain.documents import RowCheck, SubmittedDocument
from station.domain.dossier import Dossier
from station.domain.events import (
    DossierLodged,
    DossierRefused,
    SupplementRequested,
    kind_of,
    to_payload,
)
from station.domain.history import fold
from station.domain.ids import DossierCode
from station.domain.journal import GENESIS, JournalEntry
from station.domain.processing import LackingPaper, RequestStage
from station.forms.form_sets import form_set_on
from station.ports.catalogue import CatalogueStore
from station.ports.documents import DocumentReader
from station.ports.officers import Officer
from station.ports.store import PageVault
from station.usecases.dossier_act import Acting, note, now_in
from station.usecases.duplicates import OpenAlike
from station.usecases.handed_in import HandedIn, hand_in, look_through
from station.usecases.permissions import Act, require
from station.usecases.receive_dossier import Counter
from station.usecases.reception_input import ReceptionInput
from station.usecases.refuse_dossier import RefuseDossier, refused
from station.usecases.request_supplement import RequestSupplement, requested


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForPapers:
    """Exit (a) of NĐ 61/2018 Art. 17(1): the dossier waits for what is missing.

    ``wrong`` names rows that were handed in but cannot be used; what was not handed in at all is
    asked for without being named.
    """

    reason: str
    wrong: tuple[tuple[int, str], ...] = ()
    legal_basis: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnAway:
    """Exit (b): the dossier is refused, for these reasons."""

    reasons: tuple[str, ...]
    legal_basis: str | None = None


def lodge_dossier(
    given: ReceptionInput,
    then: AskForPapers | TurnAway,
    *,
    acting: Acting,
    counter: Counter,
    catalogue: CatalogueStore,
    vault: PageVault,
    documents: DocumentReader,
    folder: Path,
    open_alike: OpenAlike,
    lock_duplicates: bool = False,
    places: AddressBook,
    papers: Sequence[tuple[str, str]] = (),
) -> Dossier:
    """Give the dossier its code and note why it does not count as received, in one commit.

    Nothing is charged for what is turned away: a fee is for a service (Luật Phí và lệ phí 2015
    Art. 3).

    Raises:
        NothingAskedForError: nothing is missing, so nothing can be asked for.
        NoReasonError: a refusal without a reason.
        StationError: as ``receive_dossier`` does; nothing was saved.
    """
    require(acting.officer, Act.RECEIVE)
    handed = hand_in(
        given,
        catalogue=catalogue,
        vault=vault,
        documents=documents,
        folder=folder,
        at=acting.clock.now().replace(microsecond=0),
        whole=False,
        open_alike=open_alike,
        lock_duplicates=lock_duplicates,
        places=places,
    )
    why = _why(then, handed, by=acting.officer.display_name)
    with acting.work as work:
        now = now_in(acting)
        dossier_id = uuid6.uuid7()
        number = work.numbers.take(counter.agency_code, now.date())
        code = str(DossierCode(counter.agency_code, now.date(), number))
        lodged = _lodged(handed, then, code=code, counter=counter.number, by=acting.officer, at=now)
        note(acting, lodged, dossier_id=dossier_id, at=now)
        note(acting, why, dossier_id=dossier_id, at=now)
        dossier = work.project(dossier_id)
        for file in handed.files:
            work.add_file(file, dossier_id)
        for form, paper in papers:
            work.queue_print(dossier_id, form=form, paper=paper, at=now)
        work.commit()
    return dossier


def as_if_lodged(
    given: ReceptionInput,
    then: AskForPapers | TurnAway,
    *,
    code: str,
    counter: int,
    by: Officer,
    at: datetime,
    catalogue: CatalogueStore,
    places: AddressBook,
) -> Dossier:
    """Give the dossier that ``lodge_dossier`` would make. Nothing is noted: it takes no number,
    and none of its files is opened.

    Args:
        code: stands where its code will.

    Raises:
        StationError: as ``lodge_dossier`` does, but for its files and what is open already.
    """
    handed, _ = look_through(
        given,
        catalogue=catalogue,
        at=at,
        whole=False,
        open_alike=lambda _code, _owner, _on: (),
        lock_duplicates=False,
        places=places,
    )
    lodged = _lodged(handed, then, code=code, counter=counter, by=by, at=at)
    why = _why(then, handed, by=by.display_name)
    dossier_id = uuid6.uuid7()
    return fold(_as_if_noted(event, dossier_id, by=by, at=at) for event in (lodged, why))


def lacking_of(
    documents: Sequence[SubmittedDocument], wrong: Sequence[tuple[int, str]]
) -> tuple[LackingPaper, ...]:
    """Name every mandatory row that is missing, and those that are wrong, all at once."""
    said = {row.index: row.remark for row in documents if row.check is RowCheck.NOT_OK}
    said |= dict(wrong)
    return tuple(
        LackingPaper(index=row.index, name=row.name, what=said.get(row.index) or "chưa nộp")
        for row in documents
        if row.lacks or (row.index in said and row.index)
    )


def _lodged(
    handed: HandedIn,
    then: AskForPapers | TurnAway,
    *,
    code: str,
    counter: int,
    by: Officer,
    at: datetime,
) -> DossierLodged:
    return DossierLodged(
        dossier_code=code,
        counter=counter,
        officer_name=by.display_name,
        form_set=form_set_on(at.date()).key,
        received_at=at,
        **(handed.facts | ({"fees": ()} if isinstance(then, TurnAway) else {})),
    )


def _as_if_noted(
    event: DossierLodged | SupplementRequested | DossierRefused,
    dossier_id: UUID,
    *,
    by: Officer,
    at: datetime,
) -> JournalEntry:
    return JournalEntry(
        event_id=uuid6.uuid7(),
        station_id="",
        sequence=1,
        dossier_id=dossier_id,
        kind=kind_of(event),
        version=event.version,
        occurred_at=at,
        clock_source="",
        officer_id=by.officer_id,
        payload=to_payload(event),
        previous_hash=GENESIS,
    )


def _why(
    then: AskForPapers | TurnAway, handed: HandedIn, *, by: str
) -> SupplementRequested | DossierRefused:
    if isinstance(then, TurnAway):
        return refused(RefuseDossier(reasons=then.reasons, legal_basis=then.legal_basis), by=by)
    request = RequestSupplement(
        items=lacking_of(handed.documents, then.wrong),
        reason=then.reason,
        legal_basis=then.legal_basis,
    )
    return requested(request, None, RequestStage.INTAKE, by=by)
