"""Hand paper dossiers over to an agency on a sealed list (NĐ 61/2018 Art. 18)."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import rfc8785

from station.domain.acts import DossierAct, require_allowed
from station.domain.dossier import Dossier
from station.domain.events import DossierForwarded, HandOverSealed
from station.errors import StationError
from station.text import clean
from station.usecases.dossier_act import Acting, note, now_in
from station.usecases.permissions import Act, require

MOST_DOSSIERS = 500
"""On one list."""


class WrongAgencyError(StationError):
    """A dossier on the list is for another agency, or the list is empty or too long."""

    code = "DOS-025"

    def __init__(self, agency: str, codes: Sequence[str]) -> None:
        super().__init__(f"{len(codes)} dossiers do not belong on the list for {agency!r}")
        self.agency, self.dossiers = agency, tuple(codes)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverDossiers:
    """What lies on the desk, scanned folder by folder.

    ``left_behind`` names what was due for this agency and stays, each with its reason.
    """

    dossier_ids: tuple[UUID, ...]
    agency: str | None = None
    """None: the handling agency of the first one; all must have the same."""
    left_behind: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedList:
    """The list, and its dossiers as they are now."""

    sealed: HandOverSealed
    dossiers: tuple[Dossier, ...]


def hand_over(command: HandOverDossiers, *, acting: Acting) -> SealedList:
    """Seal one list: every dossier on it leaves the counter together, or none does.

    Raises:
        WrongAgencyError: see there; nothing was changed.
        ActNotAllowedError: one of them is not waiting to be handed over.
    """
    require(acting.officer, Act.WORK_ON_DOSSIER)
    with acting.work as work:
        dossiers = [work.dossier(dossier_id) for dossier_id in dict.fromkeys(command.dossier_ids)]
        agency = _agency(command, dossiers)
        for dossier in dossiers:
            require_allowed(dossier, DossierAct.FORWARD)
        now = now_in(acting)
        last = work.journal.last()
        # The journal's own count makes the number unique, also where a list was never printed.
        number = f"BG-{now:%y%m%d}-{(last.sequence if last else 0) + 1:05d}"
        codes = tuple(dossier.code for dossier in dossiers)
        sealed = HandOverSealed(
            list_number=number,
            agency=agency,
            dossier_codes=codes,
            list_hash=list_hash(number, agency, codes),
            left_behind=tuple(
                f"{clean(code)}: {clean(reason)}" for code, reason in command.left_behind
            ),
        )
        note(acting, sealed, dossier_id=None, at=now)
        forwarded = DossierForwarded(list_number=number, agency=agency, list_hash=sealed.list_hash)
        for dossier in dossiers:
            note(acting, forwarded, dossier_id=dossier.dossier_id, at=now)
        after = tuple(work.project(dossier.dossier_id) for dossier in dossiers)
        work.commit()
    return SealedList(sealed=sealed, dossiers=after)


def list_hash(number: str, agency: str, codes: Sequence[str]) -> str:
    """Give the SHA-256 (hex) by which both sides prove what was on a list."""
    content = {"list_number": number, "agency": agency, "dossier_codes": list(codes)}
    return hashlib.sha256(rfc8785.dumps(content)).hexdigest()


def _agency(command: HandOverDossiers, dossiers: Sequence[Dossier]) -> str:
    agency = clean(command.agency or "") or (dossiers[0].handling_agency if dossiers else "")
    if not 1 <= len(dossiers) <= MOST_DOSSIERS:
        raise WrongAgencyError(agency, [])
    others = [dossier.code for dossier in dossiers if dossier.handling_agency != agency]
    if others:
        raise WrongAgencyError(agency, others)
    return agency
