"""Ký số bản sao y: the copies that wait, and one of them signed or stamped and put away."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from station.domain.documents import StoredFile
from station.domain.dossier import Dossier
from station.domain.events import CopySigned, CopyStamped
from station.domain.signed_copies import CopyPlace, copies_to_sign, copies_to_stamp
from station.errors import StationError
from station.ports.dossier_queries import DossierQueries
from station.ports.signing import CopySigner
from station.ports.store import PageVault
from station.usecases.dossier_act import Acting, note, now_in
from station.usecases.permissions import Act, require


class CopyNotWaitingError(StationError):
    """This copy waits no more: another window signed it, or the dossier changed meanwhile."""

    code = "SIG-010"

    def __init__(self, dossier_code: str) -> None:
        super().__init__(dossier_code)
        self.dossier_code = dossier_code


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingCopy:
    """One copy in the queue. ``signed_by`` is None until it is signed; then it waits for its time
    stamp, and ``file`` is the signed one.

    ``original`` is the SHA-256 of the copy as it was digitised; ``number`` counts the files of its
    paper from 1.
    """

    dossier_id: UUID
    dossier_code: str
    owner_name: str
    received_at: datetime
    paper: str
    number: int
    original: str
    file: StoredFile
    signed_by: str | None = None


def waiting_copies(queries: DossierQueries) -> Sequence[WaitingCopy]:
    """Give every copy to be signed, the oldest dossier first; then those to be stamped."""
    dossiers = [queries.dossier(dossier_id) for dossier_id in queries.with_copies()]
    return [
        *(_waiting(dossier, copy) for dossier in dossiers for copy in copies_to_sign(dossier)),
        *(_waiting(dossier, copy) for dossier in dossiers for copy in copies_to_stamp(dossier)),
    ]


def sign_copy(
    copy: WaitingCopy, signer: CopySigner, signed_by: str, *, vault: PageVault, acting: Acting
) -> bool:
    """Sign one copy, and tell whether it has its time stamp.

    The signed one is on the disk, encrypted, before the transaction that names it; the copy itself
    stays.

    Args:
        signer: opened already.
        signed_by: the name on its certificate.

    Raises:
        CopyNotWaitingError: it waits no more.
        StationError: the token, the file or the disk; the copy goes on waiting.
    """
    require(acting.officer, Act.SIGN_COPIES)
    at = acting.clock.now().replace(microsecond=0)
    signed = signer.sign(vault.get(copy.original), at=at, code=copy.dossier_code)
    file = _put_away(copy, signed.content, vault)
    event = CopySigned(original=copy.original, file=file, signer=signed_by, stamped=signed.stamped)
    _note(copy, event, file, acting)
    return signed.stamped


def stamp_copy(copy: WaitingCopy, signer: CopySigner, *, vault: PageVault, acting: Acting) -> None:
    """Add its time stamp to a signed copy.

    Raises:
        CopyNotWaitingError: it has one.
        StationError: no time stamp was to be had; the copy stays signed, and goes on waiting.
    """
    require(acting.officer, Act.SIGN_COPIES)
    file = _put_away(copy, signer.stamp(vault.get(copy.file.sha256)), vault)
    _note(copy, CopyStamped(original=copy.original, file=file), file, acting)


def ends_batch(error: Exception) -> bool:
    """Tell whether nothing more can be signed: the token, the line or the program is at fault.

    A copy that is itself at fault costs itself alone.
    """
    return not isinstance(error, StationError) or error.unavailable or error.retryable


def _note(
    copy: WaitingCopy, event: CopySigned | CopyStamped, file: StoredFile, acting: Acting
) -> None:
    waits = copies_to_sign if isinstance(event, CopySigned) else copies_to_stamp
    with acting.work as work:
        dossier = work.dossier(copy.dossier_id)
        if all(one.file.sha256 != copy.original for one in waits(dossier)):
            raise CopyNotWaitingError(copy.dossier_code)
        note(acting, event, dossier_id=copy.dossier_id, at=now_in(acting))
        work.add_file(file, copy.dossier_id)
        work.project(copy.dossier_id)
        work.commit()


def _put_away(copy: WaitingCopy, content: bytes, vault: PageVault) -> StoredFile:
    return replace(copy.file, sha256=vault.put(content), size=len(content), digitised=False)


def _waiting(dossier: Dossier, copy: CopyPlace) -> WaitingCopy:
    signed = copy.signed
    return WaitingCopy(
        dossier_id=dossier.dossier_id,
        dossier_code=dossier.code,
        owner_name=dossier.owning_party.name,
        received_at=dossier.received_at,
        paper=copy.row.name,
        number=copy.number,
        original=copy.file.sha256,
        file=signed.file if signed else copy.file,
        signed_by=signed.signer if signed else None,
    )
