"""Open work that nobody received yet: kept in the encrypted store, and given to a colleague."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from station.domain.clock_guard import WrongClockError
from station.domain.events import DraftReassigned
from station.errors import StationError
from station.ports.drafts import Bookmark, KeptDraft
from station.ports.officers import Officers
from station.usecases.dossier_act import Acting, note, now_in, witnesses_in
from station.usecases.guide_visitor import NoSuchDraftError
from station.usecases.permissions import Act, require
from station.usecases.stated_reasons import stated_reason

KEPT_FOR = timedelta(days=30)
MARK_KEPT_FOR = timedelta(days=7)
"""Half a count is of no use after that; what was typed of people must not stay for nothing."""
FILES_WAIT = timedelta(days=1)
"""A page may come before its draft is kept for the first time; after a day it is nobody's."""


class UnknownOfficerError(StationError):
    """Nobody with this name works at this station."""

    code = "DOS-047"

    def __init__(self, name: str) -> None:
        super().__init__("no such officer")
        self.name = name[:60]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenWork:
    """One draft as the window hands it over to be kept."""

    draft_id: UUID
    procedure_code: str | None
    description: dict[str, Any]


def keep_drafts(
    open_work: Sequence[OpenWork], gone: Sequence[UUID], *, at: datetime, acting: Acting
) -> Sequence[str]:
    """Keep what an officer has open, and forget what was received or given up.

    No fact of the journal: half a dossier is nobody's act. Work is forgotten for its age only by
    a clock that can be believed.

    Returns:
        The SHA-256 of the contents of the vault that nothing mentions any more.
    """
    require(acting.officer, Act.RECEIVE)
    with acting.work as work:
        moment = _moment(acting, at)
        for draft in open_work:
            known = work.drafts.get(draft.draft_id)
            work.drafts.keep(
                KeptDraft(
                    draft_id=draft.draft_id,
                    officer_id=acting.officer.officer_id,
                    code=known.code if known else None,
                    procedure_code=draft.procedure_code,
                    description=draft.description,
                    saved_at=moment.at,
                    expires_on=moment.at.date() + KEPT_FOR,
                )
            )
        unmentioned: list[str] = []
        for draft_id in gone:
            work.drafts.drop(draft_id)
            unmentioned += work.draft_files.drop(draft_id)
        if moment.is_certain:
            work.drafts.drop_expired(moment.at.date())
            unmentioned += work.draft_files.drop_left(moment.at - FILES_WAIT)
        work.commit()
    return unmentioned


def drafts_of(officer_id: str | None, *, acting: Acting) -> Sequence[KeptDraft]:
    """Give the drafts of an officer, or of everybody for who may reassign them, with their files.

    Raises:
        NotAllowedError: others' drafts are for a supervisor.
    """
    if officer_id != acting.officer.officer_id:
        require(acting.officer, Act.REASSIGN_DRAFTS)
    with acting.work as work:
        drafts = work.drafts.every(officer_id)
        return [
            replace(draft, files=tuple(work.draft_files.of(draft.draft_id))) for draft in drafts
        ]


def reassign_draft(
    draft_id: UUID, to: str, reason: str, *, officers: Officers, acting: Acting
) -> KeptDraft:
    """Give an absent officer's draft to a colleague; who, to whom and why is in the journal.

    Raises:
        NotAllowedError, NoReasonError, UnknownOfficerError, NoSuchDraftError: nothing was changed.
    """
    require(acting.officer, Act.REASSIGN_DRAFTS)
    said = stated_reason(reason, Act.REASSIGN_DRAFTS)
    officer = officers.get(to.strip().casefold())
    if officer is None:
        raise UnknownOfficerError(to)
    with acting.work as work:
        draft = work.drafts.get(draft_id)
        if draft is None:
            raise NoSuchDraftError(str(draft_id))
        now = now_in(acting)
        moved = replace(draft, officer_id=officer.officer_id)
        work.drafts.keep(moved)
        fact = DraftReassigned(
            draft_id=str(draft_id),
            from_officer=draft.officer_id,
            to_officer=officer.officer_id,
            reason=said,
        )
        note(acting, fact, dossier_id=None, at=now)
        work.commit()
    return moved


def drop_draft(draft_id: UUID, *, acting: Acting) -> Sequence[str]:
    """Forget a draft: it was received, or is not wanted any more.

    Returns:
        As ``keep_drafts``.

    Raises:
        NoSuchDraftError: there is none.
    """
    require(acting.officer, Act.RECEIVE)
    with acting.work as work:
        if not work.drafts.drop(draft_id):
            raise NoSuchDraftError(str(draft_id))
        unmentioned = work.draft_files.drop(draft_id)
        work.commit()
    return unmentioned


def leave_mark(description: dict[str, Any], *, at: datetime, acting: Acting) -> None:
    """Keep where an officer is and what is begun there, so that a power cut takes nothing of it.

    No fact of the journal, as a draft is none. Everybody has pages, so everybody may.
    """
    with acting.work as work:
        moment = _moment(acting, at)
        officer_id = acting.officer.officer_id
        work.drafts.mark(
            Bookmark(officer_id=officer_id, description=description, saved_at=moment.at)
        )
        if moment.is_certain:
            work.drafts.drop_bookmarks(moment.at - MARK_KEPT_FOR)
        work.commit()


def mark_of(*, at: datetime, acting: Acting) -> dict[str, Any]:
    """Give what this officer's last mark says; nothing where there is none, or it is too old."""
    with acting.work as work:
        moment = _moment(acting, at)
        mark = work.drafts.bookmark(acting.officer.officer_id)
    if mark is None or (moment.is_certain and mark.saved_at < moment.at - MARK_KEPT_FOR):
        return {}
    return mark.description


@dataclass(frozen=True, slots=True)
class _Moment:
    at: datetime
    is_certain: bool
    """False: the computer's clock contradicts what is known, so that nothing is old by it."""


def _moment(acting: Acting, at: datetime) -> _Moment:
    """Give when something is kept: by a clock that cannot be believed, what is certainly past."""
    witnesses = witnesses_in(acting.work, acting.built_at)
    try:
        acting.clock.trusted(witnesses)
    except WrongClockError:
        return _Moment(witnesses.known, is_certain=False)
    return _Moment(max(at, witnesses.known), is_certain=True)
