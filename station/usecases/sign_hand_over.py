"""Take a sealed list back with the receiver's signature; what was not taken returns to the counter
(NĐ 61/2018 Art. 18: giao, nhận are both written down)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from station.domain.dossier import Dossier
from station.domain.events import FolderHandedBack, FolderTaken, HandOverSealed, HandOverSigned
from station.domain.processing import HandOver
from station.errors import StationError
from station.text import clean
from station.usecases.dossier_act import Acting, note, now_in
from station.usecases.permissions import Act, require


class ListSignedBeforeError(StationError):
    """The receiver's word on this list is known already."""

    code = "DOS-062"

    def __init__(self, list_number: str) -> None:
        super().__init__(f"{list_number} was signed before")
        self.list_number = list_number


class NobodySignedError(StationError):
    """Nobody is named who signed, or a folder was left without saying why."""

    code = "DOS-063"

    def __init__(self, list_number: str, folders: Sequence[str] = ()) -> None:
        super().__init__(f"{list_number}: no receiver, or no reason for {len(folders)} folders")
        self.list_number, self.dossiers = list_number, tuple(folders)


class NotOnListError(StationError):
    """A folder that is said not to have been taken was not on the list."""

    code = "DOS-064"

    def __init__(self, list_number: str, folders: Sequence[str]) -> None:
        super().__init__(f"{len(folders)} folders are not on {list_number}")
        self.list_number, self.dossiers = list_number, tuple(folders)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignHandOver:
    """What stands on the copy that came back. ``not_taken`` names codes, each with its reason."""

    receiver: str
    not_taken: tuple[tuple[str, str], ...] = ()


def sign_hand_over(
    command: SignHandOver,
    *,
    sealed: HandOverSealed,
    dossier_ids: Sequence[UUID],
    acting: Acting,
) -> tuple[Dossier, ...]:
    """Note who signed, and bring back what was not taken, all in one commit.

    Args:
        dossier_ids: those of the list's codes, in its order.

    Raises:
        ListSignedBeforeError, NobodySignedError, NotOnListError: nothing was changed.
    """
    require(acting.officer, Act.WORK_ON_DOSSIER)
    number, receiver = sealed.list_number, clean(command.receiver)
    back = {clean(code): clean(reason) for code, reason in command.not_taken}
    strangers = [code for code in back if code not in sealed.dossier_codes]
    if strangers:
        raise NotOnListError(number, strangers)
    unexplained = [code for code, reason in back.items() if not reason]
    if not receiver or unexplained:
        raise NobodySignedError(number, unexplained)
    with acting.work as work:
        before = [work.dossier(dossier_id) for dossier_id in dossier_ids]
        if any(_on(dossier, number).is_settled for dossier in before):
            raise ListSignedBeforeError(number)
        now = now_in(acting)
        told = tuple(f"{code}: {reason}" for code, reason in back.items())
        signed = HandOverSigned(list_number=number, receiver=receiver, not_taken=told)
        note(acting, signed, dossier_id=None, at=now)
        for dossier in before:
            _note_folder(dossier, number, receiver, back.get(dossier.code), acting, now)
        after = tuple(work.project(dossier_id) for dossier_id in dossier_ids)
        work.commit()
    return after


def _on(dossier: Dossier, list_number: str) -> HandOver:
    return next(one for one in dossier.hand_overs if one.list_number == list_number)


def _note_folder(
    dossier: Dossier,
    list_number: str,
    receiver: str,
    why_not: str | None,
    acting: Acting,
    now: datetime,
) -> None:
    event: FolderTaken | FolderHandedBack = (
        FolderTaken(list_number=list_number, receiver=receiver)
        if why_not is None
        else FolderHandedBack(list_number=list_number, reason=why_not)
    )
    note(acting, event, dossier_id=dossier.dossier_id, at=now)
